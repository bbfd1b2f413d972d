/// The file of a baseline.
extension Baseline {
  private static let header = "# Findings that obstat gate does not count. Made by obstat baseline; keep it under version control."
  private static let columns = "# document\trule\tfingerprint\tnumber\twords"

  package var text: String {
    var text = Self.header + "\n" + Self.columns + "\n"
    for key in keys {
      guard let entry = entries[key] else { continue }
      text += [key.document, key.rule, key.fingerprint, String(entry.count), entry.excerpt].map(Self.escaped).joined(separator: "\t") + "\n"
    }
    return text
  }

  /// A line that is not one of a baseline.
  package struct Mistake: Error, Sendable, Equatable {
    /// 1-based.
    package var line: Int
    package var message: String

    package init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }

  package init(_ bytes: [UInt8], folder: String) throws(Mistake) {
    self.init(folder: folder)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Mistake(line: 1, message: "is not UTF-8 text") }
    var read: [Key: Entry] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty && line.first != "#" {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Self.plain)
      guard fields.count == 5 else { throw Mistake(line: index + 1, message: "has \(fields.count) columns, not 5") }
      guard let count = Int(fields[3]), count > 0 else {
        throw Mistake(line: index + 1, message: "'\(fields[3])' is no number of findings")
      }
      let key = Key(document: fields[0], rule: fields[1], fingerprint: fields[2])
      guard read[key] == nil else { throw Mistake(line: index + 1, message: "stands in the file twice") }
      read[key] = Entry(count: count, excerpt: fields[4])
    }
    set(read)
  }

  private static func escaped(_ field: String) -> String {
    field.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  private static func plain(_ field: Substring) -> String {
    var result = ""
    var isEscape = false
    for scalar in field.unicodeScalars {
      if isEscape {
        result.unicodeScalars.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
