/// The tables of a store. A change that breaks a reader's query raises `user_version`.
enum Schema {
  static let version = 3

  static func create(in connection: borrowing Connection) throws(SQLiteError) {
    try connection.execute(tables)
    for view in [documents] + views { try connection.execute(view) }
    try connection.execute("PRAGMA user_version = \(version)")
  }

  private static let tables = """
    -- One row per run of `govconvert bulk`; `finished` is empty when it was interrupted.
    CREATE TABLE runs(
      id INTEGER PRIMARY KEY, tool TEXT NOT NULL, options TEXT NOT NULL, started TEXT NOT NULL, finished TEXT);
    -- The pages are the view `documents`; ask that. `json` is without `report.figures`, which are the rows of `figure_rows`.
    CREATE TABLE document_rows(
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, run INTEGER NOT NULL REFERENCES runs(id), source TEXT,
      hash TEXT, options TEXT NOT NULL,
      status TEXT NOT NULL CHECK(status IN ('complete', 'partial', 'failed', 'gave_up')),
      code TEXT, signal INTEGER, stage TEXT, message TEXT,
      title TEXT, agency TEXT, year INTEGER, form TEXT, json TEXT NOT NULL, seconds REAL NOT NULL);
    CREATE INDEX documents_by_status ON document_rows(status);
    CREATE INDEX documents_by_agency ON document_rows(agency, year);
    -- The figures of the statutory tables are the view `figures`; ask that. A page has hundreds, which say the same of
    -- themselves as those of every other page, so that is kept once: what a figure is in `cells`, by the identifiers of
    -- the JSON, and what is printed beside and above it in `labels`.
    CREATE TABLE cells(
      number INTEGER PRIMARY KEY, "table" TEXT NOT NULL, row TEXT NOT NULL, "column" TEXT NOT NULL,
      UNIQUE("table", row, "column"));
    CREATE TABLE labels(
      number INTEGER PRIMARY KEY, label TEXT NOT NULL, columnLabel TEXT NOT NULL, UNIQUE(label, columnLabel));
    -- `text` is empty where it is the value's digits, or nothing; `origin` is the number of a line, or JSON; `alternatives`
    -- is empty where there are none; `json` is the figure where the other columns do not give it digit by digit, as with
    -- a reader's confidence; `original` is the read value under a correction. No other index: each would cost as much as
    -- the table. The trigger stands for a foreign key, which would look for the page again at each of its figures.
    CREATE TABLE figure_rows(
      document INTEGER NOT NULL, position INTEGER NOT NULL, cell INTEGER NOT NULL, label INTEGER NOT NULL,
      kind TEXT NOT NULL, value NUMERIC CHECK(typeof(value) <> 'real' OR abs(value) < 1e300), unit TEXT, text TEXT,
      status TEXT NOT NULL, confidence REAL NOT NULL CHECK(confidence BETWEEN 0 AND 1),
      origin NOT NULL CHECK(typeof(origin) = 'integer' OR \(isJSON("origin"))),
      alternatives TEXT CHECK(alternatives IS NULL OR \(isJSON("alternatives"))),
      json TEXT CHECK(json IS NULL OR \(isJSON("json"))), original TEXT, PRIMARY KEY(document, position)) WITHOUT ROWID;
    CREATE TRIGGER figures_of_no_document AFTER DELETE ON document_rows
      BEGIN DELETE FROM figure_rows WHERE document = old.number; END;
    CREATE INDEX figures_not_read ON figure_rows(status) WHERE status <> 'read';
    -- A figure with all that the JSON says of it; `position` is its place there.
    CREATE VIEW figures AS SELECT d.id AS document, c."table", c.row, c."column", f.kind, f.value, f.unit,
      coalesce(f.text, CAST(f.value AS TEXT), '') AS text, f.status, f.confidence, l.label, l.columnLabel,
      CASE typeof(f.origin) WHEN 'integer' THEN '{"line":' || f.origin || '}' ELSE f.origin END AS origin,
      coalesce(f.alternatives, '[]') AS alternatives, f.position, f.original
      FROM figure_rows f JOIN document_rows d ON d.number = f.document JOIN cells c ON c.number = f.cell
      LEFT JOIN labels l ON l.number = f.label;
    CREATE TABLE findings(
      document TEXT NOT NULL REFERENCES document_rows(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      severity TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, origin TEXT,
      PRIMARY KEY(document, position)) WITHOUT ROWID;
    CREATE INDEX findings_by_code ON findings(code);
    -- How often each pass changed a block; every single edit stands in the JSON.
    CREATE TABLE edits(
      document TEXT NOT NULL REFERENCES document_rows(id) ON DELETE CASCADE, block INTEGER NOT NULL, pass TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY(document, block, pass)) WITHOUT ROWID;
    -- The pictures that a page asked for, with their hashes, or 'missing'.
    CREATE TABLE pictures(
      document TEXT NOT NULL REFERENCES document_rows(id) ON DELETE CASCADE, reference TEXT NOT NULL, state TEXT NOT NULL,
      PRIMARY KEY(document, reference)) WITHOUT ROWID;
    -- Written before the work on a page begins, removed when it ends: what is left over, a crash left.
    CREATE TABLE attempts(
      document TEXT NOT NULL, hash TEXT NOT NULL, run INTEGER NOT NULL REFERENCES runs(id), number INTEGER NOT NULL,
      PRIMARY KEY(document, number)) WITHOUT ROWID;
    -- A person's values; they survive re-runs.
    CREATE TABLE corrections(
      document TEXT NOT NULL, "table" TEXT NOT NULL, row TEXT NOT NULL, "column" TEXT NOT NULL, value TEXT NOT NULL,
      name TEXT NOT NULL, PRIMARY KEY(document, "table", row, "column")) WITHOUT ROWID;
    """

  /// Whether a text is JSON that may become a part of more: SQLite takes text for JSON up to its first NUL, and as deep as it
  /// goes at all.
  private static func isJSON(_ column: String) -> String {
    "json_valid(\(column)) AND json_valid('[[' || \(column) || ']]')"
  }

  /// One row per page; `id` is the path below the folder that was named, or archive!record. `json` is the line of `stream`,
  /// with corrections. A page's JSON may be anything where a worker was taken over: an error would end every query.
  private static let documents = """
    CREATE VIEW documents AS SELECT number, id, run, source, hash, options, status, code, signal, stage, message, title,
      agency, year, form, CASE WHEN json_valid(json) THEN json_replace(json, '$.report.figures', json((
        SELECT '[' || coalesce(group_concat(figure), '') || ']' FROM (
          SELECT coalesce(f.json, \(figure)) AS figure
          FROM figure_rows f JOIN cells c ON c.number = f.cell LEFT JOIN labels l ON l.number = f.label
          WHERE f.document = d.number ORDER BY f.position))))
      ELSE json END AS json, seconds
      FROM document_rows d
    """

  /// A figure in the words of `govconvert-1.schema.json`.
  private static let figure = """
    '{"table":' || json_quote(c."table") || ',"row":' || json_quote(c.row) || ',"column":' || json_quote(c."column")
      || ',"kind":' || json_quote(f.kind)
      || CASE f.kind WHEN 'statedNone' THEN '' ELSE ',"value":' || json_quote(f.value) END
      || CASE WHEN f.unit IS NULL THEN '' ELSE ',"unit":' || json_quote(f.unit) END
      || ',"text":' || json_quote(coalesce(f.text, CAST(f.value AS TEXT), '')) || ',"status":' || json_quote(f.status)
      || ',"confidence":' || json_quote(f.confidence) || ',"alternatives":' || coalesce(f.alternatives, '[]')
      || ',"label":' || json_quote(l.label) || ',"columnLabel":' || json_quote(l.columnLabel) || ',"origin":'
      || CASE typeof(f.origin) WHEN 'integer' THEN '{"line":' || f.origin || '}' ELSE f.origin END
      || coalesce(',"original":' || f.original, '') || '}'
    """

  /// One view per statutory table: a line per document and row, a column per column of the form.
  ///
  /// Each page is grouped by itself, as JSON that `json_each` takes apart, since a grouping of all pages would read them all
  /// before its first line. The lines of a page come in the order of the form; to ask for it would sort all of them.
  private static let views = [
    (
      "requests",
      "naturalPersons businesses researchInstitutions publicWelfareOrganisations legalServiceOrganisations others total"
    ),
    ("review", "upheld corrected otherResult pending total"),
    (
      "disclosure",
      "made published totalPublished priorItems change decisions projects amount issued repealed inForce"
    ),
    ("statistics", "count"),
  ].map { table, columns in
    let columns = columns.split(separator: " ")
    let cells = columns.map { column in
      "max(CASE c.\"column\" WHEN '\(column)' THEN CASE f.kind WHEN 'statedNone' THEN f.text ELSE f.value END END)"
    }
    // `->>` would keep everyone out whose SQLite is older than 3.38: it reads all views before the first query.
    let fields = (["row"] + columns + ["flagged"]).enumerated().map { number, column in
      "json_extract(line.value, '$[\(number)]') AS \"\(column)\""
    }
    return """
      CREATE VIEW "\(table)" AS SELECT d.id AS document, d.agency, d.year, \(fields.joined(separator: ", "))
        FROM document_rows d CROSS JOIN json_each((SELECT json_group_array(json(fields)) FROM (
          SELECT json_array(c.row, \(cells.joined(separator: ", ")),
            sum(f.status IN ('doubtful', 'inferred', 'unreadable'))) AS fields
          FROM figure_rows f CROSS JOIN cells c ON c.number = f.cell
          WHERE f.document = d.number AND c."table" = '\(table)' GROUP BY c.row ORDER BY min(f.position)))) line
        ORDER BY d.id
      """
  }
}
