import GovConvert
import GovWriters

/// A page to be converted in a worker.
public struct DocumentJob: Sendable {
  /// What findings and the JSON call it.
  public var name: String
  /// The page's bytes; a worker opens no file.
  public var bytes: [UInt8]
  /// The kind of input; absent to have it told.
  public var format: Source.Format?
  /// The encoding that came with the page from outside; absent when none did.
  public var encodingLabel: String?
  /// The script of the result.
  public var script = NormalizationOptions.TargetScript.simplified
  /// Whether full-width digits and letters become ASCII. Default: no.
  public var foldsWidth = false
  /// Whether pictures are read. Default: yes.
  public var readsPictures = true
  /// Whether the answer comes with its rows for a store. Default: no.
  package var wantsRows = false
  /// Findings that were made on the way to the page, such as a damaged archive's.
  public var findings: [Finding] = []
  /// Pictures that have ended a worker, and how; they are not read again.
  var condemned: [CondemnedPicture] = []

  /// Makes a job with the default options.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a job of an input whose bytes are there; its pictures stay with the command.
  public init(_ input: Input, bytes: [UInt8]) {
    self.init(name: input.name, bytes: bytes)
    format = input.format
    encodingLabel = input.encodingLabel
    findings = input.findings
  }

  /// The same options, in the words of the library; the picture reader is the worker's own.
  var options: Options {
    var options = Options()
    options.normalization.script = script
    options.normalization.foldsWidth = foldsWidth
    return options
  }

  func input(resources: any Resources) -> Input {
    var input = Input.bytes(bytes, name: name, resources: resources)
    input.format = format
    input.encodingLabel = encodingLabel
    input.findings = findings
    return input
  }
}

/// A picture that has ended a worker.
struct CondemnedPicture: Sendable, Wired {
  var name: String
  var error: PictureError

  init(name: String, error: PictureError) {
    self.name = name
    self.error = error
  }

  func write(to wire: inout WireWriter) {
    name.write(to: &wire)
    error.write(to: &wire)
  }

  init(from wire: inout WireReader) throws(WireError) {
    name = try String(from: &wire)
    error = try PictureError(from: &wire)
  }
}

/// What became of a page.
public struct DocumentAnswer: Sendable {
  /// Whether everything came out.
  public var status: ConversionStatus
  /// The conversion as one line of JSON, or the error; without its figures when the job wanted rows: they are there.
  public var json: [UInt8]
  /// The Debian package whose absence kept a picture from being read; absent when nothing was missing.
  public var missingPackage: String?
  /// The same for a store's table of pages; empty for a conversion of which the job did not want it.
  package var columns = DocumentColumns()
  /// The same for the other tables of a store; empty unless the job wanted it.
  package var rows = PackedRows()

  package init(_ conversion: Conversion, withRows: Bool) {
    status = conversion.status
    missingPackage = conversion.missingPackage
    guard withRows else {
      json = conversion.bytes(as: .json)
      return
    }
    json = GovWriters.json(conversion.document, report: conversion.report, figures: [])
    columns = DocumentColumns(conversion.document, report: conversion.report)
    rows = PackedRows(conversion.document, report: conversion.report)
  }

  /// The answer for a page that gave nothing.
  public init(_ error: ConversionError) {
    status = .failed
    json = failureLine(error)
    columns = DocumentColumns(error)
  }
}

extension DocumentJob: Wired {
  package func write(to wire: inout WireWriter) {
    name.write(to: &wire)
    wire.write(bytes: bytes)
    (format?.rawValue).write(to: &wire)
    encodingLabel.write(to: &wire)
    script.rawValue.write(to: &wire)
    foldsWidth.write(to: &wire)
    readsPictures.write(to: &wire)
    wantsRows.write(to: &wire)
    findings.write(to: &wire)
    condemned.write(to: &wire)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init(name: try String(from: &wire), bytes: try wire.readBytes())
    format = try String?(from: &wire).flatMap(Source.Format.init)
    encodingLabel = try String?(from: &wire)
    guard let script = NormalizationOptions.TargetScript(rawValue: try String(from: &wire)) else { throw WireError() }
    self.script = script
    foldsWidth = try Bool(from: &wire)
    readsPictures = try Bool(from: &wire)
    wantsRows = try Bool(from: &wire)
    findings = try [Finding](from: &wire)
    condemned = try [CondemnedPicture](from: &wire)
  }
}

extension DocumentAnswer: Wired {
  package func write(to wire: inout WireWriter) {
    status.rawValue.write(to: &wire)
    wire.write(bytes: json)
    missingPackage.write(to: &wire)
    columns.write(to: &wire)
    wire.write(bytes: rows.bytes)
  }

  package init(from wire: inout WireReader) throws(WireError) {
    guard let status = ConversionStatus(rawValue: try String(from: &wire)) else { throw WireError() }
    self.status = status
    json = try wire.readBytes()
    missingPackage = try String?(from: &wire)
    columns = try DocumentColumns(from: &wire)
    guard let rows = PackedRows(checking: try wire.readBytes()) else { throw WireError() }
    self.rows = rows
  }
}

extension DocumentColumns: Wired {
  package func write(to wire: inout WireWriter) {
    for text in [source, code, stage, message, title, agency, form] { text.write(to: &wire) }
    for number in [signal, year] { number.write(to: &wire) }
  }

  package init(from wire: inout WireReader) throws(WireError) {
    self.init()
    source = try String?(from: &wire)
    code = try String?(from: &wire)
    stage = try String?(from: &wire)
    message = try String?(from: &wire)
    title = try String?(from: &wire)
    agency = try String?(from: &wire)
    form = try String?(from: &wire)
    signal = try Int?(from: &wire)
    year = try Int?(from: &wire)
  }
}

/// `json` under a name that the property does not hide.
private func failureLine(_ error: ConversionError) -> [UInt8] { json(error) }
