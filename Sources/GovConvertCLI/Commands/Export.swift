import ArgumentParser
import GovBulk
import GovConvert

/// Writes the figures of many reports as one table for statistics.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Export the figures of many reports as one CSV table.")

  @OptionGroup var input: InputArguments

  @Option(
    help: ArgumentHelp(
      "The shape of the table.",
      discussion: """
        figures  one record per figure
        panel    one row per agency and year; of several copies the complete one, then the one with fewer doubtful \
        figures, then the first path
        csv      of a store: one record per figure
        jsonl    of a store: one line of JSON per page
        review   of a store: the flagged figures, in the columns that bulk --corrections takes
        """))
  var to = Shape.figures

  @Flag(help: "Begin the CSV of a store with a byte order mark, for spreadsheets.")
  var bom = false

  @OptionGroup(title: "Conversion") var conversion: ConversionOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  /// The shapes of the table.
  enum Shape: String, ExpressibleByArgument, CaseIterable {
    case figures, panel, csv, jsonl, review
  }

  func run() async throws {
    if let format = ExportFormat(rawValue: to.rawValue) { return try exportStore(input.inputs, to: format, bom: bom) }
    let converter = Converter(options: conversion.options(jobs: 1))
    var exit = Exit.complete
    var reports: [PanelReport] = []
    for input in inputs(of: input) {
      do throws(ConversionError) {
        let conversion = try await converter.convert(try input.content.get())
        Messages.print(conversion.findings, of: input.shownName, verbosity: messages.verbosity)
        exit = max(exit, Exit(of: conversion))
        reports.append(
          PanelReport(source: input.shownName, status: conversion.status, report: conversion.report))
      } catch {
        Messages.print(error, of: input.shownName)
        exit = max(exit, .failed)
      }
    }
    try write(reports)
    throw messages.status(exit)
  }

  private func write(_ reports: [PanelReport]) throws {
    switch to {
    case .figures:
      var options = WriterOptions()
      for member in reports {
        try StandardOutput.write(figuresCSV(member.report, source: member.source, options: options))
        options.hasHeader = false
      }
    case .csv, .jsonl, .review: break
    case .panel:
      let panel = Panel(reports)
      Messages.print(panel.findings, of: "panel", verbosity: messages.verbosity)
      try StandardOutput.write(panel.csv())
    }
  }
}
