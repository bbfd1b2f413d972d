import ContentModel
package import RuleEngine

extension RuleSet {
  /// What a rule's author wrote above it, on lines that begin with `---`: what it flags in plain words.
  package func plainWords(of rule: Rule) -> String? {
    guard let file = files.first(where: { $0.path == rule.path }) else { return nil }
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("---") && !$0.hasPrefix("---@") }) else { return nil }
    let words = lines[start...].prefix { $0.hasPrefix("---") && !$0.hasPrefix("---@") }
      .flatMap { $0.dropFirst(3).split(separator: " ") }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  package func lineCount(of rule: Rule) -> Int {
    files.first { $0.path == rule.path }.map { $0.bytes.count { $0 == 0x0A } + ($0.bytes.last == 0x0A ? 0 : 1) } ?? 0
  }
}

extension Rule {
  /// A long string of a rule file without its line breaks and indentation.
  static func paragraph(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// Severity with what differs by market.
  package var severityWords: String {
    severity.rawValue + marketSeverities.map { ", \($0.severity.rawValue) in \($0.market)" }.joined()
  }
}

extension Rule.Example {
  /// The text with its marks.
  package var marked: String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for mark in marks.sorted(by: { $0.start < $1.start }) where mark.start >= position {
      result += bytes[position..<mark.start] + Array("⟦".utf8) + bytes[mark.utf8Offsets] + Array("⟧".utf8)
      position = mark.end
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }
}
