import GovDocument

/// The passes that a document calls for, ready to be run over its texts, one text at a time.
struct Repair {
  private let evidence: Evidence
  private let passes: [RepairPass]
  private let memory = RunMemory()
  private let rewriting: [any TextRewriting]
  /// Comes last, on text of one script; a picture's words never went through a table.
  private let vocabulary: TaiwanVocabulary?

  /// Chooses the passes by the evidence of the whole document.
  init(evidence: Evidence, options: NormalizationOptions) {
    self.evidence = evidence
    passes = RepairPass.all.filter { $0.diagnosis(evidence) != nil }
    var counts = ScriptCounts()
    (counts.simplified, counts.traditional) = (evidence.simplified, evidence.traditional)
    var rewriting: [any TextRewriting] = []
    if evidence.isHalfConverted, let first = ScriptConverter(before: options.script, document: counts) {
      rewriting.append(first)
    }
    if let converter = ScriptConverter(to: options.script, document: counts) { rewriting.append(converter) }
    if options.foldsWidth { rewriting.append(WidthFolding()) }
    self.rewriting = rewriting
    vocabulary = options.script == .keep ? nil : TaiwanVocabulary(evidence.vocabulary)
  }

  /// The text with its damage undone and its script converted, every change in its record; and how many of its numbers
  /// rest on characters that were chosen, see `ChosenNumbers`.
  func repairing(_ prose: Prose) -> (prose: Prose, chosenNumbers: Int) {
    var prose = prose
    var chosenNumbers = 0
    for pass in passes {
      let text = Array(prose.text.utf8)
      let changes = text.withText { pass.changes($0, evidence, memory) }
      if changes.isEmpty { continue }
      text.withText { text in
        for change in changes { chosenNumbers += ChosenNumbers.count(change, in: text) }
      }
      prose.apply(edits(changes, of: pass.name, in: text))
    }
    prose = convertingScript(of: prose)
    if let edits = vocabulary?.edits(in: prose.text), !edits.isEmpty { prose.apply(edits) }
    return (prose, chosenNumbers)
  }

  /// The text with its script converted and nothing else done to it.
  func convertingScript(of prose: Prose) -> Prose {
    // No dictionary has anything to say about ASCII, and most cells are a number.
    guard prose.text.utf8.contains(where: { $0 >= 0x80 }) else { return prose }
    var prose = prose
    for step in rewriting {
      let edits = step.edits(in: prose.text)
      if !edits.isEmpty { prose.apply(edits) }
    }
    return prose
  }

  /// The UTF-8 of the repaired and converted text, without a record; `nil` when nothing changes.
  func repaired(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8]?
    func onPresent<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
      result?.withUnsafeBufferPointer(body) ?? body(text)
    }
    for pass in passes {
      let changes = onPresent { pass.changes(ByteText($0), evidence, memory) }
      if !changes.isEmpty { result = onPresent { ByteText($0).applying(changes) } }
    }
    for step in rewriting {
      if let converted = onPresent({ step.converted($0) }) { result = converted }
    }
    if let restored = onPresent({ vocabulary?.converted($0) }) { result = restored }
    return result
  }
}
