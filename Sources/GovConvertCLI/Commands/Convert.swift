import ArgumentParser
import GovConvert

/// Converts pages; the default subcommand.
struct Convert: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Convert pages to Markdown, JSON, text, CSV or HTML (the default).")

  @OptionGroup var input: InputArguments
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Conversion") var conversion: ConversionOptions
  @OptionGroup(title: "Messages") var messages: MessageOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("How many pages to convert at a time; the output is the same.", valueName: "count"))
  var jobs = 1

  func validate() throws {
    guard jobs > 0 else { throw ValidationError("--jobs wants a number from 1.") }
  }

  func run() async throws {
    let inputs = inputs(of: input)
    var place = try outputPlace(output, inputs: inputs)
    var exit = Exit.complete
    try OpenFiles.makeRoom(workers: min(jobs, inputs.count))
    let converter = Converter(options: conversion.options(jobs: jobs))
    try await inOrder(inputs, jobs: jobs) { input in
      await convert(input, converter)
    } consume: { input, result in
      exit = max(exit, report(result, of: input))
      try place.write(result, of: input)
    }
    try place.finish()
    throw messages.status(exit)
  }

  private func convert(_ input: NamedInput, _ converter: Converter) async -> Result<Conversion, ConversionError> {
    do throws(ConversionError) {
      return .success(try await converter.convert(try input.content.get()))
    } catch {
      return .failure(error)
    }
  }

  private func report(_ result: Result<Conversion, ConversionError>, of input: NamedInput) -> Exit {
    switch result {
    case .success(let conversion):
      Messages.print(conversion.findings, of: input.shownName, verbosity: messages.verbosity)
      return Exit(of: conversion)
    case .failure(let error):
      Messages.print(error, of: input.shownName)
      return .failed
    }
  }
}
