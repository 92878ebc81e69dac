/// The tables of a store. A change that breaks a reader's query raises `user_version`.
enum Schema {
  static let version = 1

  static func create(in connection: borrowing Connection) throws(SQLiteError) {
    try connection.execute(tables)
    for view in views { try connection.execute(view) }
    try connection.execute("PRAGMA user_version = \(version)")
  }

  private static let tables = """
    -- One row per run of `govconvert bulk`; `finished` is empty when it was interrupted.
    CREATE TABLE runs(
      id INTEGER PRIMARY KEY, tool TEXT NOT NULL, options TEXT NOT NULL, started TEXT NOT NULL, finished TEXT);
    -- One row per page: the path below the folder that was named, or archive!record.
    CREATE TABLE documents(
      id TEXT PRIMARY KEY, run INTEGER NOT NULL REFERENCES runs(id), source TEXT, hash TEXT, options TEXT NOT NULL,
      status TEXT NOT NULL CHECK(status IN ('complete', 'partial', 'failed', 'gave_up')),
      code TEXT, signal INTEGER, stage TEXT, message TEXT,
      title TEXT, agency TEXT, year INTEGER, form TEXT, json TEXT NOT NULL, seconds REAL NOT NULL);
    CREATE INDEX documents_by_status ON documents(status);
    CREATE INDEX documents_by_agency ON documents(agency, year);
    -- The figures of the statutory tables; identifiers as in the JSON. `original` is the read value under a correction.
    -- No other index: each would cost as much as the table. Ask for a cell by joining `documents`, whose pages are then
    -- looked up in the key; ask for what is flagged with status <> 'read' among the conditions.
    CREATE TABLE figures(
      document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
      "table" TEXT NOT NULL, row TEXT NOT NULL, "column" TEXT NOT NULL, kind TEXT NOT NULL, value NUMERIC, unit TEXT,
      text TEXT NOT NULL, status TEXT NOT NULL, confidence REAL NOT NULL, label TEXT NOT NULL,
      columnLabel TEXT NOT NULL, origin TEXT NOT NULL, alternatives TEXT NOT NULL, position INTEGER NOT NULL,
      original TEXT, PRIMARY KEY(document, "table", row, "column")) WITHOUT ROWID;
    CREATE INDEX figures_not_read ON figures(status) WHERE status <> 'read';
    CREATE TABLE findings(
      document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, position INTEGER NOT NULL,
      severity TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL, origin TEXT,
      PRIMARY KEY(document, position)) WITHOUT ROWID;
    CREATE INDEX findings_by_code ON findings(code);
    -- How often each pass changed a block; every single edit stands in the JSON.
    CREATE TABLE edits(
      document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, block INTEGER NOT NULL, pass TEXT NOT NULL,
      count INTEGER NOT NULL, PRIMARY KEY(document, block, pass)) WITHOUT ROWID;
    -- The pictures that a page asked for, with their hashes, or 'missing'.
    CREATE TABLE pictures(
      document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, reference TEXT NOT NULL, state TEXT NOT NULL,
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

  /// One view per statutory table: a line per document and row, a column per column of the form.
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
    let cells = columns.split(separator: " ").map { column in
      """
      max(CASE f."column" WHEN '\(column)' THEN CASE f.kind WHEN 'statedNone' THEN f.text ELSE f.value END END) \
      AS "\(column)"
      """
    }
    return """
      CREATE VIEW "\(table)" AS SELECT f.document, d.agency, d.year, f.row, \(cells.joined(separator: ", ")),
        sum(f.status IN ('doubtful', 'inferred', 'unreadable')) AS flagged
        FROM figures f JOIN documents d ON d.id = f.document WHERE f."table" = '\(table)'
        GROUP BY f.document, f.row ORDER BY f.document, min(f.position)
      """
  }
}
