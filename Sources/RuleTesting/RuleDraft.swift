/// What is known of a rule that is about to be written, and its file.
package struct RuleDraft: Sendable {
  package var id: String
  package var category: String
  package var title: String
  package var severity: String
  package var basis: [String]
  package var message: String
  package var help: String?
  /// As `find` takes them.
  package var triggers: [String]
  /// Sentences, with ⟦…⟧ around the words.
  package var flagged: [String]
  package var clean: [String]
  /// Whether the whole sentence is flagged, not the trigger's words.
  package var reportsSentence: Bool

  package init(
    id: String, category: String, title: String, severity: String, basis: [String] = [], message: String, help: String? = nil,
    triggers: [String], flagged: [String], clean: [String], reportsSentence: Bool = false
  ) {
    self.id = id
    self.category = category
    self.title = title
    self.severity = severity
    self.basis = basis
    self.message = message
    self.help = help
    self.triggers = triggers
    self.flagged = flagged
    self.clean = clean
    self.reportsSentence = reportsSentence
  }

  /// The text of `<pack>/<name>.lua`.
  package var file: String {
    func list(_ texts: [String]) -> String { texts.map(Self.quoted).joined(separator: ", ") }
    func lines(_ texts: [String]) -> String { texts.map { "      \(Self.quoted($0)),\n" }.joined() }
    var text = "---\(title).\n---@type Rule\nreturn {\n"
    text += "  id       = \(Self.quoted(id)),\n"
    text += "  category = \(Self.quoted(category)),\n"
    text += "  title    = \(Self.quoted(title)),\n"
    text += "  severity = \(Self.quoted(severity)),\n"
    if !basis.isEmpty { text += "  basis    = { \(list(basis)) },\n" }
    text += "  message  = \(Self.quoted(message)),\n"
    if let help { text += "  help     = \(Self.quoted(help)),\n" }
    text += "\n  find  = { \(list(triggers)) },\n"
    if reportsSentence {
      text += "  check = function(hit)\n    (hit.sentence or hit):report()\n  end,\n"
    }
    text += "\n  examples = {\n    flagged = {\n\(lines(flagged))    },\n    clean = {\n\(lines(clean))    },\n  },\n}\n"
    return text
  }

  /// The text of a `pack.lua` for a new pack.
  ///
  /// - Parameter instruments: keys with the law's citation and what it says.
  package static func packFile(title: String, owner: String?, instruments: [(key: String, citation: String, says: String)]) -> String {
    var text = "---@type Pack\nreturn {\n  title         = \(quoted(title)),\n"
    if let owner { text += "  owner         = \(quoted(owner)),\n" }
    text += "  jurisdictions = {},\n  instruments   = {"
    if instruments.isEmpty { return text + "},\n}\n" }
    text += "\n"
    for instrument in instruments {
      text += "    [\(quoted(instrument.key))] = {\n"
      text += "      citation = \(quoted(instrument.citation)),\n      says     = \(quoted(instrument.says)),\n    },\n"
    }
    return text + "  },\n}\n"
  }

  /// A Lua string.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20: result += "\\\(scalar.value)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
