extension Evidence {
  /// Adds what one text of the document shows. A text is a paragraph, a heading, a cell, or a stretch of lines.
  ///
  /// Text that was read with the wrong decoder shows nothing of what it holds, so it is decoded for the sweep too.
  ///
  /// With `remembers` false the document's words are left out.
  mutating func gather(_ text: ByteText, remembers: Bool = true) {
    if EvidenceSweep.saysNothing(text) { return }
    var model = DocumentModel()
    // The rest is small enough to be copied.
    swap(&model, &document)
    defer { swap(&model, &document) }
    let before = self
    sweep(text)
    guard counts.latinRuns > before.counts.latinRuns || counts.gbkRuns > before.counts.gbkRuns,
      let decoded = decoded(text, isLatin: counts.latinRuns > before.counts.latinRuns)
    else {
      (counts.latinRuns, counts.gbkRuns) = (before.counts.latinRuns, before.counts.gbkRuns)
      observeVocabulary(text)
      return
    }
    self = before
    decoded.text.withText {
      sweep($0)
      observeVocabulary($0)
      if decoded.gbkRuns > 0, remembers { model.observe($0) }
    }
    counts.latinRuns = before.counts.latinRuns + decoded.latinRuns
    counts.gbkRuns = before.counts.gbkRuns + decoded.gbkRuns
    torn.add(decoded.torn)
  }

  private mutating func observeVocabulary(_ text: ByteText) {
    vocabulary.observe(UnsafeBufferPointer(rebasing: text.slice(0..<text.count)))
  }

  private typealias Decoded = (text: [UInt8], latinRuns: Int, gbkRuns: Int, torn: TornEvidence)

  /// The text as the right decoder reads it; `nil` when it has been read with the right one.
  private func decoded(_ text: ByteText, isLatin: Bool) -> Decoded? {
    let latin = isLatin ? RepairPass.latinMojibake.changes(text, self, RunMemory()) : []
    let once = latin.isEmpty ? nil : text.applying(latin)
    func applyGBK(_ text: ByteText) -> Decoded? {
      let (gbk, torn) = GBKMojibake.changes(text, .evidence)
      return gbk.isEmpty
        ? once.map { ($0, latin.count, 0, TornEvidence()) } : (text.applying(gbk), latin.count, gbk.count, torn)
    }
    return once?.withText(applyGBK) ?? applyGBK(text)
  }

  /// One scan over the bytes: Han characters are counted by kind, everything else that may be a sign of damage is shown
  /// to the pass concerned.
  private mutating func sweep(_ text: ByteText) {
    var index = 0
    /// Up to where lines with rare characters have been searched for another decoding.
    var searched = 0
    observeLineStart(text, at: 0)
    while index < text.count {
      let byte = text[index]
      if byte >= 0xE4 && byte <= 0xE9 {
        let kind = Han.kind(text.scalar(at: index).value)
        kinds[Int(kind.rawValue)] += 1
        if !kind.contains(.ordinary) { observeRare(kind, text, at: index, &searched) }
        index += 3
        continue
      }
      if byte < 0x80 {
        if EvidenceSweep.isSign(byte) { observeASCII(byte, text, at: index) }
        index += 1
        continue
      }
      index += observeOther(byte, text, at: index)
    }
  }

  private mutating func observeDoubled(_ text: ByteText, at index: Int) {
    let first = text.scalar(at: DoubledFirstCharacter.firstInk(text, from: index)).value
    if DoubledFirstCharacter.mayBeDoubled(first) { counts.starts += 1 }
    guard DoubledFirstCharacter.isTwice(text, at: index) else { return }
    counts.doubledStarts += 1
    if LanguageModel.isWordTwice(token(first)) { counts.wordsTwice += 1 }
    if DoubledFirstCharacter.isDoubled(text, at: index, rarity: nil) { counts.doubledFirst += 1 }
  }

  private mutating func observeRare(_ kind: Han.Kind, _ text: ByteText, at index: Int, _ searched: inout Int) {
    if !kind.contains(.known) { glyphs.observe(text.scalar(at: index).value, text, at: index) }
    guard index >= searched, GBKMojibake.mayBegin(text, at: index) else { return }
    let line = GBKMojibake.searchLine(text, around: index)
    counts.gbkRuns += line.isRead ? 1 : 0
    searched = line.end
  }

  private mutating func observeASCII(_ byte: UInt8, _ text: ByteText, at index: Int) {
    switch byte {
    case 0x0A: observeLineStart(text, at: index + 1)
    case 0x28: annotations.observe(text, at: index)
    case 0x3F: orphans.observe(text, at: index, length: 1)
    case 0x26, 0x3B: counts.entityRemnants += EntityRemnants.isRemnant(text, near: index) ? 1 : 0
    default: break
    }
    guard byte == 0x2C || byte == 0x28 || byte == 0x3A, text[index - 1] >= 0x80 else { return }
    counts.foldedMarks += 1
    if byte == 0x2C { junk.observeComma(text, at: index) }
  }

  private mutating func observeLineStart(_ text: ByteText, at index: Int) {
    if LostIndent.length(text, at: index) > 0 { counts.lostIndents += 1 }
    observeDoubled(text, at: index)
  }

  /// Observes a scalar that is neither ASCII nor an ordinary Han character; returns its length.
  private mutating func observeOther(_ byte: UInt8, _ text: ByteText, at index: Int) -> Int {
    let scalar = text.scalar(at: index)
    switch byte {
    case 0xE3: junk.observe(scalar.value, text, at: index)
    case 0xEF:
      if scalar.value == 0xFF0C || scalar.value == 0xFF08 || scalar.value == 0xFF1A { counts.fullWidthMarks += 1 }
      if scalar.value == 0xFFFD {
        counts.replacements += 1
        orphans.observe(text, at: index, length: scalar.length)
      }
      junk.observe(scalar.value, text, at: index)
      fallthrough
    case 0xE2, 0xEE, 0xCC, 0xF3:
      counts.invisible += InvisibleCharacters.isInvisible(scalar.value) ? 1 : 0
      counts.privateUse += InvisibleCharacters.isPrivateUse(scalar.value) ? 1 : 0
      counts.compatibility += CompatibilityCharacters.isInWord(scalar.value, text, at: index) ? 1 : 0
    case 0xC2...0xC3:
      counts.invisible += InvisibleCharacters.isInvisible(scalar.value) ? 1 : 0
      if LatinMojibake.mayBegin(text, at: index) { counts.latinRuns += 1 }
    default: break
    }
    return scalar.length
  }
}

/// Constants of the sweep.
private enum EvidenceSweep {
  /// Whether a text shows nothing of script or damage: figures, signs and spaces, as most cells of a table hold.
  static func saysNothing(_ text: ByteText) -> Bool {
    for index in 0..<text.count where text[index] >= 0x80 || isSign(text[index]) { return false }
    return true
  }

  /// Whether an ASCII byte may be a sign of damage: line feed, & ( , : ; ?
  @inline(__always)
  static func isSign(_ byte: UInt8) -> Bool {
    byte < 0x40 && (0x8C00_1140_0000_0400 as UInt64) >> UInt64(byte) & 1 == 1
  }
}
