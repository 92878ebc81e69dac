import FoundationEssentials
import GovDocument

/// Asks a program in any language: `--ocr command:CMD`.
///
/// The program is started once, by the shell, and answers on standard output each line that it gets on standard input;
/// both are JSON in UTF-8. The request: `{"id": 1, "kind": "figure", "width": 90, "height": 48, "pixels": "…"}`, kind
/// `figure`, `words` or `traditionalWords`, pixels in Base64, one byte of grey for each, rows from the top. The answer:
/// `{"id": 1, "candidates": [{"text": "117", "confidence": 0.98}]}`, confidence 0.0 to 1.0, best first, none when nothing was
/// seen. Standard error stays the caller's. See Scripts/ocr/example-recognizer.py.
public final class CommandRecognizer: TextRecognizer {
  private let child: ChildProcess
  private var last = 0

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - command: A command line for `/bin/sh`.
  ///   - deadline: Seconds within which an answer must come; default 30.
  /// - Throws: `PictureError` when it cannot be started.
  public init(_ command: String, deadline: Int = 30) throws(PictureError) {
    child = try ChildProcess(command, deadline: deadline)
  }

  /// Sends the line and waits for the answer; the effort is the program's own affair.
  public func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] {
    last += 1
    let request = Request(
      id: last, kind: line.kind.rawValue, width: line.width, height: line.height,
      pixels: Data(line.pixels).base64EncodedString())
    guard let data = try? JSONEncoder().encode(request) else { return [] }
    try child.send(Array(data) + [UInt8(ascii: "\n")])
    let line = Data(try child.line())
    guard let answer = try? JSONDecoder().decode(Answer.self, from: line), answer.id == last else {
      throw PictureError(
        code: .recognizerFailed,
        message: "the --ocr command answered with something that is no answer to request \(last); see its protocol")
    }
    return answer.candidates.map {
      Candidate(text: $0.text, confidence: min(1, max(0, $0.confidence)), reader: "command")
    }
  }

  private struct Request: Encodable {
    var id: Int
    var kind: String
    var width: Int
    var height: Int
    var pixels: String
  }

  private struct Answer: Decodable {
    var id: Int
    var candidates: [Seen]
  }

  private struct Seen: Decodable {
    var text: String
    var confidence: Double
  }
}
