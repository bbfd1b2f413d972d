import ContentModel

/// When and how the text reporter colours: plain ANSI (ECMA-48) sequences that every terminal knows.
package struct TerminalStyle: Sendable {
  /// What a person asked for with `--color`.
  package enum ColorFlag: String, Sendable, CaseIterable {
    case auto, always, never
  }

  enum Role: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case strong = "1"
    case dim = "2"
    case success = "1;32"

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }

    init(_ verdict: Verdict) {
      switch verdict {
      case .blocked: self = .error
      case .review: self = .warning
      case .clear: self = .success
      }
    }
  }

  let color: Bool

  /// Whether to colour one output stream. The flag wins; then a non-empty `NO_COLOR` (no-color.org); then `CLICOLOR_FORCE` or
  /// `FORCE_COLOR`, unless empty, `0` or `false`; then whether the stream is a terminal that is not `dumb`.
  package static func wantsColor(flag: ColorFlag = .auto, environment: [String: String], isTerminal: Bool) -> Bool {
    switch flag {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR"]?.isEmpty == false { return false }
    for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
      if let value = environment[name], !["", "0", "false"].contains(value) { return true }
    }
    return isTerminal && environment["TERM"] != "dumb"
  }

  func begin(_ role: Role, _ bytes: inout [UInt8]) {
    if color { bytes.append(contentsOf: "\u{1B}[\(role.rawValue)m".utf8) }
  }

  func end(_ bytes: inout [UInt8]) {
    if color { bytes.append(contentsOf: "\u{1B}[0m".utf8) }
  }

  func append(_ text: String, _ role: Role, _ bytes: inout [UInt8]) {
    begin(role, &bytes)
    bytes.append(contentsOf: text.utf8)
    end(&bytes)
  }
}
