import GovDocument

/// What was cut or mended before and while the page was parsed.
func limitFindings(
  _ markup: PreparedMarkup, _ parsed: ParsedPage, isCut: Bool, _ limits: ReaderLimits
) -> [Finding] {
  var findings: [Finding] = []
  if isCut {
    findings.append(
      Finding(
        .error, .sizeLimit,
        "The page is larger than \(limits.bytes) bytes: the rest was not read. Raise the limit to read it whole."))
  }
  if markup.mendedTags > 0 {
    findings.append(
      Finding(
        .note, .mendedMarkup,
        "\(markup.mendedTags) tags had lost their \"<\" or a quote to a wrong decoder and were put back: check the text beside them."
      ))
  }
  if markup.cappedTags > 0 {
    findings.append(
      Finding(
        .warning, .attributeLimit,
        "\(markup.cappedTags) tags carry more than \(limits.attributes) attributes: the others are ignored."))
  }
  if parsed.exceededElements {
    findings.append(
      Finding(
        .error, .elementLimit,
        "The page has more than \(limits.elements) elements: beyond them only the text was read. Raise the limit to keep its structure."
      ))
  }
  if parsed.exceededDepth {
    findings.append(
      Finding(
        .warning, .depthLimit,
        "Elements are nested more than \(limits.depth) deep: what lies deeper was read as if it stood there."))
  }
  return findings
}
