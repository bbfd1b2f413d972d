import ContentModel

/// Text of documents and rules for formats that other programs take apart: no controls, nothing that hides or turns text around.
enum PlainWords {
  /// On one line, runs of white space as one space.
  static func line(_ text: String) -> String { String(decoding: TerminalText.line(text), as: UTF8.self) }

  /// On one line and at most about `limit` bytes, cut between scalars.
  static func line(_ text: String, limit: Int) -> String {
    let whole = line(text)
    guard whole.utf8.count > limit else { return whole }
    var cut = String.UnicodeScalarView()
    var length = 0
    for scalar in whole.unicodeScalars {
      length += UTF8.width(scalar)
      if length > limit { break }
      cut.append(scalar)
    }
    return String(cut) + " …"
  }

  /// A path from the working directory without `./` before it, as tools compare paths.
  static func path(_ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") {
      rest = rest.dropFirst(2)
      while rest.hasPrefix("/") { rest = rest.dropFirst() }
    }
    return rest.isEmpty ? path : String(rest)
  }
}

extension DocumentError {
  /// The id under which formats that know only findings tell of a document that could not be checked.
  static let rule = "engine/not-checked"

  /// What could not be done, as a finding's message.
  var finding: String { PlainWords.line("not checked (\(code.rawValue)): \(message)") }
}

extension Finding {
  /// Message, next step and basis as one text of several lines.
  var explanation: String {
    var parts = [PlainWords.line(message)]
    if let help { parts.append("Help: " + PlainWords.line(help)) }
    if !basis.isEmpty { parts.append("Basis: " + basis.map { PlainWords.line($0.citation) }.joined(separator: "; ")) }
    return parts.joined(separator: "\n")
  }
}
