package import ContentModel

/// An example of one entry of the rule API: an expression, a document, and what comes out.
package struct EntryExample: Sendable, Equatable {
  /// What the example's rule looks at.
  package enum Subject: Sendable, Equatable {
    /// The words after `find:`, as Lua.
    case find(String)
    /// A kind of node.
    case on(String)

    /// The variable that holds the subject in the expression.
    var variable: String {
      switch self {
      case .find: "hit"
      case .on(let kind): ["item", "paragraph", "heading", "list", "table", "cell"].contains(kind) ? "block" : kind
      }
    }
  }
  /// The type that the entry belongs to, `words` for what all objects with words share, `functions` for global functions.
  package var type: String
  package var entry: String
  package var subject: Subject
  package var format: DocumentFormat
  package var text: String
  package var expression: String
  /// One for each object visited.
  package var results: [String]

  package static let separator = " ; "
}

/// The file of examples.
package struct EntryExampleFile: Sendable {
  package struct Mistake: Error, Sendable, Equatable {
    package var line: Int
    package var message: String
  }
  package var examples: [EntryExample] = []
  private var lines: [String]
  /// For each example the line that holds it, from 0.
  private var positions: [Int] = []

  package init(_ text: String) throws(Mistake) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var type = ""
    var subject = EntryExample.Subject.on("document")
    var format = DocumentFormat.text
    var document = ""
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      func value(_ key: String) -> String? { line.hasPrefix(key + ": ") ? String(line.dropFirst(key.utf8.count + 2)) : nil }
      if line.hasPrefix("== ") {
        type = String(line.dropFirst(3))
      } else if let kind = value("on") {
        subject = .on(kind)
      } else if let words = value("find") {
        subject = .find(words)
      } else if let (key, words) = DocumentFormat.allCases.lazy.compactMap({ key in value(key.rawValue).map { (key, $0) } }).first {
        format = key
        document = words.replacing("\\n", with: "\n")
      } else {
        let parts = line.split(separator: " |", maxSplits: 2, omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
        guard parts.count == 3, !type.isEmpty else { throw Mistake(line: index + 1, message: "expected: entry | expression | results") }
        positions.append(index)
        examples.append(
          EntryExample(
            type: type, entry: String(parts[0]), subject: subject, format: format, text: document, expression: String(parts[1]),
            results: parts[2].isEmpty ? [] : String(parts[2]).components(separatedBy: EntryExample.separator)))
      }
    }
  }

  /// The file's text with other results.
  package func recorded(_ results: [[String]]) -> String {
    var lines = lines
    for (position, (example, found)) in zip(positions, zip(examples, results)) {
      lines[position] = "\(example.entry) | \(example.expression) | \(found.joined(separator: EntryExample.separator))"
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
