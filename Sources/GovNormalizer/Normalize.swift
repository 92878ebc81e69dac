import GovDocument

/// What the normalizer is asked for.
public struct NormalizationOptions: Sendable, Hashable {
  /// The script of the result. `keep` converts no script and no vocabulary; damage is repaired all the same.
  public var script: TargetScript = .simplified
  /// Whether full-width digits and letters become ASCII. Punctuation is never touched. Default: they stay.
  public var foldsWidth = false

  /// Makes the default options.
  public init() {}

  /// The scripts that text can be converted to.
  public enum TargetScript: String, Sendable, Hashable, CaseIterable {
    case simplified, traditional, taiwan, hongkong, keep
  }
}

/// Undoes the damage in a document's text, converts its script, and records every change.
///
/// Every text takes part, as evidence and as patient: blocks, cells, captions, alternative texts, title, publisher,
/// agency and the texts of attachments. What was read from a picture is neither: its script is converted, no more.
/// Fills in `textProfile` and adds findings for what could not be undone. A second run changes nothing.
public func normalize(_ document: inout Document, options: NormalizationOptions = NormalizationOptions()) {
  var evidence = Evidence()
  document.forEachText { prose, isRead in
    if !isRead { evidence.gather(prose.text) }
  }
  if evidence.orphans.isShifted {
    document.forEachText { prose, isRead in
      if !isRead { evidence.remember(prose.text) }
    }
  }
  let repair = Repair(evidence: evidence, options: options)
  var losses = Losses()
  document.forEachText { prose, isRead in
    var chosenNumbers = 0
    if isRead { prose = repair.convertingScript(of: prose) } else { (prose, chosenNumbers) = repair.repairing(prose) }
    losses.observe(prose, chosenNumbers: chosenNumbers)
  }
  document.forEachText { prose, _ in losses.judge(prose) }
  document.textProfile = evidence.profile
  document.findings += losses.findings
}

extension Evidence {
  /// Adds what one text of the document shows; a number, as most cells are, shows nothing.
  mutating func gather(_ text: String) {
    guard text.utf8.contains(where: { $0 < 0x30 || $0 > 0x39 }) else { return }
    var text = text
    text.withUTF8 { gather(ByteText($0)) }
  }

  /// Counts what follows what in one text of the document.
  mutating func remember(_ text: String) {
    var text = text
    text.withUTF8 { document.observe(ByteText($0)) }
  }

  /// The script and the damage of the document, in the order of the passes.
  var profile: TextProfile {
    var counts = ScriptCounts()
    (counts.simplified, counts.traditional) = (simplified, traditional)
    var damage = RepairPass.all.compactMap { pass in
      pass.diagnosis(self).map { TextProfile.Damage(kind: pass.name, count: $0.count, confidence: $0.confidence) }
    }
    if vocabulary.isDamaged {
      let pass = TaiwanVocabulary.name
      damage.append(.init(kind: pass, count: vocabulary.count, confidence: vocabulary.confidence))
    }
    return TextProfile(script: counts.verdict.script, damage: damage)
  }
}
