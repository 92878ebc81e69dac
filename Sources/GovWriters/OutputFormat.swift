import GovDocument
import GovReport

/// The formats that a conversion can be written in.
public enum OutputFormat: String, Sendable, Hashable, CaseIterable {
  case markdown = "md"
  case json, text, csv, html
}
