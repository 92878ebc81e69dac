import CTesseract
import GovDocument

/// The default recogniser: Tesseract by its C API, with Debian's data for English and for both Chinese scripts.
///
/// `eng` reads figures best, `chi_sim` fails on other ones, and three copies of a line side by side give `eng` another
/// look; that makes three opinions. Not safe for use by two threads at once. An engine is loaded when it is first needed.
public final class TesseractRecognizer: TextRecognizer {
  private let folder: String?
  private var engines: [String: Engine] = [:]

  /// Makes a recogniser.
  ///
  /// - Parameter folder: Where the `traineddata` files lie; `nil` for the library's own place.
  public init(dataFolder folder: String? = nil) {
    self.folder = folder
    ct_use_one_thread()
  }

  /// Reads a figure with `eng` first and in three ways when all are wanted, words with the data of their script.
  ///
  /// Behind words that are looked at again come candidates of what else each of their characters may be.
  public func read(_ line: LinePicture, effort: Effort) throws(PictureError) -> [Candidate] {
    switch (line.kind, effort) {
    case (.figure, .first): [try figure(line.raster, "eng")].compactMap { $0 }
    case (.figure, .all): try opinions(line.raster)
    case (.figure, .again): [try figure(line.raster, "eng", as: .wholePicture)].compactMap { $0 }
    case (.words, .first): [try words(line.raster, "chi_sim")].compactMap { $0 }
    case (.words, .again): try guesses(line.raster, "chi_sim")
    case (.words, .all): [try words(line.raster, "chi_sim"), try words(line.raster, "eng")].compactMap { $0 }
    case (.traditionalWords, .again): try guesses(line.raster, "chi_tra")
    case (.traditionalWords, _): [try words(line.raster, "chi_tra")].compactMap { $0 }
    }
  }

  private func opinions(_ line: Raster) throws(PictureError) -> [Candidate] {
    let single = try figure(line, "eng")
    let triple = try tripled(line)
    let other = try figure(line, "chi_sim")
    return [single, triple, other].compactMap { $0 }
  }

  private func figure(
    _ line: Raster, _ language: String, as search: LineSearch = .searched
  ) throws(PictureError) -> Candidate? {
    candidate(try engine(language).symbols(of: line, search), reader: language, keepsSpaces: false)
  }

  private func words(_ line: Raster, _ language: String) throws(PictureError) -> Candidate? {
    candidate(try engine(language).symbols(of: line, .searched), reader: language, keepsSpaces: true)
  }

  /// The words of a picture that is one line, and after them the second, third … reading of all characters together.
  private func guesses(_ line: Raster, _ language: String) throws(PictureError) -> [Candidate] {
    let symbols = try engine(language).symbols(of: line, .wholePicture)
    guard let best = candidate(symbols, reader: language, keepsSpaces: true) else { return [] }
    let others = symbols.map { Array($0.others) }
    let further = (0..<(others.map(\.count).max() ?? 0)).map { rank in
      let text = zip(symbols, others).map { rank < $1.count ? String($1[rank]) : $0.text }.joined()
      return Candidate(text: text, confidence: 0, reader: language)
    }
    return [best] + further
  }

  /// Reads three copies of a line side by side and takes what two of them agree on.
  private func tripled(_ line: Raster) throws(PictureError) -> Candidate? {
    let gap = 80
    var strip = Raster(width: 3 * line.width + 2 * gap, height: line.height, filledWith: 255)
    for copy in 0..<3 { strip.place(line, x: copy * (line.width + gap), y: 0) }
    let symbols = try engine("eng").symbols(of: strip, .searched)
    let copies = (0..<3).map { copy in
      let middle = copy * (line.width + gap)
      let own = symbols.filter { ($0.middle - middle + gap / 2) >= 0 && $0.middle - middle < line.width + gap / 2 }
      return candidate(own, reader: "eng3", keepsSpaces: false)
    }
    for first in copies.compactMap({ $0 }) where copies.count(where: { $0?.text == first.text }) >= 2 { return first }
    return nil
  }

  private func candidate(_ symbols: [Symbol], reader: String, keepsSpaces: Bool) -> Candidate? {
    guard let least = symbols.map(\.confidence).min() else { return nil }
    let mean = symbols.map(\.confidence).reduce(0, +) / Double(symbols.count)
    var text = ""
    for symbol in symbols {
      let isBetween = isLatin(text.unicodeScalars.last) && isLatin(symbol.text.unicodeScalars.first)
      text += (symbol.follows && keepsSpaces && isBetween ? " " : "") + symbol.text
    }
    return Candidate(text: text, confidence: keepsSpaces ? mean : least, reader: reader)
  }

  /// Spaces are kept between Latin words only: Chinese is set without them.
  private func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.value > 0x20 && $0.value < 0x250 } ?? false
  }

  private func engine(_ language: String) throws(PictureError) -> Engine {
    if let engine = engines[language] { return engine }
    let engine = try Engine(language: language, folder: folder)
    engines[language] = engine
    return engine
  }
}

/// One character with its place on the line.
private struct Symbol {
  var text: String
  /// What else it may be, the likeliest first.
  var others: String
  var confidence: Double
  var middle: Int
  var follows: Bool
}

/// Where Tesseract takes the line from: it searches the picture for it, and may find none, or the whole picture is the line.
private enum LineSearch { case searched, wholePicture }

/// The owner of one Tesseract handle; the handle never leaves it.
private final class Engine {
  private let handle: OpaquePointer
  private var buffer = [ct_symbol](repeating: ct_symbol(), count: 512)
  private var memories: [LineSearch: LineMemory<[Symbol]>] = [:]

  init(language: String, folder: String?) throws(PictureError) {
    guard let handle = ct_engine_create(folder, language) else {
      let package = "tesseract-ocr-" + language.replacing("_", with: "-")
      throw PictureError(
        code: .recognizerMissing,
        message: "Tesseract's data for \(language) is missing; install it with: apt install \(package)",
        missingPackage: package)
    }
    self.handle = handle
  }

  deinit { ct_engine_destroy(handle) }

  func symbols(of page: Raster, _ search: LineSearch) -> [Symbol] {
    guard page.width > 4, page.height > 4, page.width < 30_000 else { return [] }
    return memories[search, default: LineMemory(capacity: 4_000_000)].recall(page) { recognised($0, search) }
  }

  private func recognised(_ page: Raster, _ search: LineSearch) -> [Symbol] {
    let count = page.pixels.withUnsafeBufferPointer { grey in
      buffer.withUnsafeMutableBufferPointer { symbols in
        ct_engine_read(
          handle, grey.baseAddress, Int32(page.width), Int32(page.height), search == .wholePicture ? 1 : 0,
          symbols.baseAddress,
          Int32(symbols.count))
      }
    }
    return buffer.prefix(max(0, Int(count))).map { symbol in
      Symbol(
        text: string(symbol.text), others: string(symbol.others),
        confidence: min(1, max(0, Double(symbol.confidence) / 100)),
        middle: Int(symbol.left + symbol.right) / 2, follows: symbol.space != 0)
    }
  }
}

/// The text that a C array of bytes holds up to its first NUL.
private func string(_ bytes: some BitwiseCopyable) -> String {
  withUnsafeBytes(of: bytes) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
}
