import ArgumentParser
import GovConvert

/// Says whether the figures of reports can be trusted: the verdict, the equations, all findings.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the figures of reports: the verdict, the equations of the forms, all findings.",
    discussion: "The exit status is 0 when every report is complete, 1 when one is partial, 3 when one failed.")

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Conversion") var conversion: ConversionOptions

  @Flag(name: .long, help: "End with 0 although something was lost; failures still end with 3.")
  var errorsOk = false

  func run() async throws {
    let converter = Converter(options: conversion.options(jobs: 1))
    var exit = Exit.complete
    for input in inputs(of: input) {
      do throws(ConversionError) {
        let conversion = try await converter.convert(try input.content.get())
        try? StandardOutput.write(Array(verdict(conversion, name: input.shownName).utf8))
        exit = max(exit, Exit(of: conversion))
      } catch {
        Messages.print(error, of: input.shownName)
        exit = max(exit, .failed)
      }
    }
    throw errorsOk && exit == .partial ? Exit.complete : exit
  }
}

/// What `check` prints about one input.
private func verdict(_ conversion: Conversion, name: String) -> String {
  let report = conversion.report
  var lines = ["\(oneLine(name)): \(conversion.status.rawValue)"]
  lines.append("  form: \(report.form.rawValue)")
  lines.append("  agency: \(report.agency.map(oneLine) ?? "not found")")
  lines.append("  year: \(report.year.map(String.init) ?? "not found")")
  let identities = report.identities
  lines.append(
    "  identities: \(identities.checked) checked, \(identities.held) held, \(identities.broken) broken")
  lines.append("  figures: \(figureCounts(report))")
  lines.append(
    "  mentions in prose: \(report.mentions.count), linked to figures: \(report.mentions.count { $0.figure != nil })")
  for severity in Finding.Severity.allCases.reversed() {
    for finding in conversion.findings where finding.severity == severity {
      lines.append(
        "  \(severity.rawValue): \(place(finding.origin))\(oneLine(finding.message)) [\(finding.code.rawValue)]")
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

private func figureCounts(_ report: Report) -> String {
  let counts = Status.allCases.compactMap { status -> String? in
    let count = report.figures.count { $0.status == status }
    return count > 0 ? "\(count) \(status.rawValue)" : nil
  }
  return counts.isEmpty ? "none" : counts.joined(separator: ", ")
}

private func place(_ origin: Origin) -> String {
  switch origin {
  case .line(let line): "line \(line): "
  case .picture(let name, _): "\(oneLine(name)): "
  case .document: ""
  }
}
