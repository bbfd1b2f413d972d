import Analysis
import Configuration
import Fingerprints
import Spelling
import Yams

/// The file of waivers: a YAML list under `waivers`, read against a closed schema.
///
/// Kept as bytes beside what they mean, because changes leave every other line of
/// the file, comments above all, as it is.
package struct WaiverFile: Sendable {
  package static let name = "waivers.yaml"
  static let keys = ["rule", "category", "document", "fingerprint", "words", "reason", "approver", "granted", "expires", "ticket"]
  /// A longer file is a mistake.
  package static let maximumBytes = 8 << 20

  /// As shown in messages.
  package let path: String
  /// Absolute path of the file's folder, which documents count from.
  package let folder: String
  package let bytes: [UInt8]
  package private(set) var waivers: [Waiver] = []
  /// 0-based lines of each entry, without comments and blank lines behind it.
  private(set) var entryLines: [Range<Int>] = []
  private(set) var style = Style.none

  /// How the list is written.
  enum Style: Sendable, Equatable {
    /// There is none: no key `waivers`.
    case none
    /// `waivers:` or `waivers: []` on a 0-based line, without entries.
    case empty(line: Int)
    /// One entry behind a dash at a 0-based column, and so on.
    case block(column: Int)
    /// In brackets, which cannot be extended line by line.
    case flow
  }

  /// - Parameter bytes: the file's; empty for one that does not exist yet.
  package init(_ bytes: [UInt8], path: String, folder: String) throws(WaiverFileErrors) {
    self.bytes = bytes
    self.path = path
    self.folder = folder
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.only("is not UTF-8 text", path) }
    var reading = Reading(path: path, folder: folder, bytes: bytes)
    guard bytes.count <= Self.maximumBytes else { throw Self.only("is larger than \(Self.maximumBytes) bytes", path) }
    if let line = reading.tooDeepLine { throw Self.only("is nested more deeply than such a file can be, or uses anchors", path, line) }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw Self.failure(error, path, reading)
    } catch { throw Self.only("is not YAML that can be read", path) }
    if let root { reading.decode(root) }
    guard reading.errors.isEmpty else {
      throw WaiverFileErrors(errors: reading.errors.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) })
    }
    waivers = reading.waivers
    entryLines = reading.entryLines
    style = reading.style
  }

  /// - Parameter days: how many a waiver may hold after the day on which it was granted; nil for as many as it says.
  package mutating func limit(toDays days: Int?) {
    for index in waivers.indices { waivers[index].longestDays = days }
  }

  private static func only(_ message: String, _ path: String, _ line: Int? = nil) -> WaiverFileErrors {
    WaiverFileErrors(errors: [WaiverFileError(path: path, line: line, message: message)])
  }

  private static func failure(_ error: YamlError, _ path: String, _ reading: Reading) -> WaiverFileErrors {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      return WaiverFileErrors(errors: [reading.error(mark, "syntax error: \(problem)")])
    case .duplicatedKeysInMapping(let keys, let context):
      return WaiverFileErrors(errors: [reading.error(context.mark, "key '\(keys.sorted().first ?? "")' stands here more than once")])
    default: return only("is not YAML that can be read", path)
    }
  }

  /// The state of one reading.
  struct Reading {
    let path: String
    let folder: String
    let lines: [Substring]
    var waivers: [Waiver] = []
    var entryLines: [Range<Int>] = []
    var style = Style.none
    var errors: [WaiverFileError] = []

    init(path: String, folder: String, bytes: [UInt8]) {
      self.path = path
      self.folder = folder
      lines = Substring(decoding: bytes, as: UTF8.self).utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init)
    }

    mutating func decode(_ root: Node) {
      if isNothing(root) { return }
      guard let mapping = root.mapping else { return add(root, "should hold a list under 'waivers'") }
      for (key, value) in mapping {
        guard key.string == "waivers" else {
          add(key, "unknown key '\(key.string ?? "")'", help: "known keys: waivers")
          continue
        }
        if isNothing(value) || value.sequence?.isEmpty == true {
          style = .empty(line: (key.mark?.line ?? 1) - 1)
          continue
        }
        guard let sequence = value.sequence else {
          add(value, "'waivers' should be a list of entries")
          continue
        }
        locate(sequence)
        for node in sequence { decodeEntry(node) }
      }
    }

    private func isNothing(_ node: Node) -> Bool {
      node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }

    /// Finds the dash and the last line of each entry.
    private mutating func locate(_ sequence: Node.Sequence) {
      var starts: [Int] = []
      var column = 0
      for node in sequence {
        guard let mark = node.mark else { continue }
        var line = min(mark.line, lines.count) - 1
        while line > max(0, (starts.last ?? -1) + 1), !isDash(line) { line -= 1 }
        guard line >= 0, isDash(line), line > starts.last ?? -1 else {
          style = .flow
          return
        }
        starts.append(line)
        column = lines[line].utf8.prefix { $0 == 0x20 }.count
      }
      style = .block(column: column)
      for (index, start) in starts.enumerated() {
        var end = index + 1 < starts.count ? starts[index + 1] : lines.count
        while end > start + 1, isBlankOrComment(end - 1) { end -= 1 }
        entryLines.append(start..<end)
      }
    }

    private func isDash(_ line: Int) -> Bool { lines[line].utf8.drop { $0 == 0x20 }.first == 0x2D }

    private func isBlankOrComment(_ line: Int) -> Bool {
      let first = lines[line].utf8.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.first
      return first == nil || first == 0x23
    }

    private mutating func decodeEntry(_ node: Node) {
      guard let mapping = node.mapping else { return add(node, "should be an entry with keys: \(WaiverFile.keys.joined(separator: ", "))") }
      let before = errors.count
      var values: [String: Node] = [:]
      for (key, value) in mapping {
        let name = key.string ?? ""
        if WaiverFile.keys.contains(name) {
          values[name] = value
        } else {
          let hint = nearestWord(to: name, among: WaiverFile.keys).map { " (did you mean '\($0)'?)" } ?? ""
          add(key, "unknown key '\(name)'\(hint)", help: "known keys: \(WaiverFile.keys.joined(separator: ", "))")
        }
      }
      func value(_ key: String) -> (text: String, node: Node)? {
        guard let node = values[key], let text = node.scalar?.string else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : (words, node)
      }
      for key in WaiverFile.keys where !["rule", "category", "ticket"].contains(key) && value(key) == nil {
        add(values[key] ?? node, values[key] == nil ? "the entry lacks '\(key)'" : "'\(key)' should be text")
      }
      if let ticket = values["ticket"], value("ticket") == nil { add(ticket, "'ticket' should be text") }
      guard (values["rule"] == nil) != (values["category"] == nil) else {
        return add(node, "the entry should name either 'rule' or 'category'")
      }
      guard let name = value("rule") ?? value("category") else { return add(values["rule"] ?? values["category"] ?? node, "should be a name") }
      func day(_ key: String) -> Day? {
        guard let (text, node) = value(key) else { return nil }
        if let day = Day(text) { return day }
        add(node, "'\(key)' should be a day as YYYY-MM-DD, not '\(text.prefix(40))'")
        return nil
      }
      let (granted, expires) = (day("granted"), day("expires"))
      if let granted, let expires, expires < granted, let (_, node) = value("expires") {
        add(node, "'expires' lies before 'granted'")
      }
      guard errors.count == before, let granted, let expires, let document = value("document"), let fingerprint = value("fingerprint"),
        let words = value("words"), let reason = value("reason"), let approver = value("approver")
      else { return }
      do throws(ExclusionPattern.Mistake) {
        var waiver = try Waiver(
          subject: values["rule"] == nil ? .category(name.text) : .rule(name.text), document: document.text, folder: folder,
          fingerprint: fingerprint.text.lowercased(), words: words.text, reason: reason.text, approver: approver.text, granted: granted,
          expires: expires, ticket: value("ticket")?.text)
        waiver.line = node.mark?.line ?? 0
        if waiver.isConsistent {
          waivers.append(waiver)
        } else {
          add(
            fingerprint.node, "the fingerprint is not that of the words: one of them was changed",
            help: "the words as they stand here would have \(Waiver.fingerprint(waiver.subject, words: waiver.words)); whoever signs should know which were meant")
        }
      } catch { add(document.node, "'document' \(error.words)") }
    }

    private mutating func add(_ node: Node, _ message: String, help: String? = nil) {
      let length = node.scalar.map { max(1, $0.string.unicodeScalars.count + ($0.style == .plain ? 0 : 2)) } ?? 1
      errors.append(error(node.mark, message, length: length, help: help))
    }

    func error(_ mark: Mark?, _ message: String, length: Int = 1, help: String? = nil) -> WaiverFileError {
      guard let mark else { return WaiverFileError(path: path, message: message, help: help) }
      var source = mark.line >= 1 && mark.line <= lines.count ? String(lines[mark.line - 1]) : ""
      if source.unicodeScalars.last == "\r" { source.unicodeScalars.removeLast() }
      let column = max(1, mark.column)
      return WaiverFileError(
        path: path, line: mark.line, column: column, sourceLine: source,
        length: max(1, min(length, source.unicodeScalars.count - column + 1)), message: message, help: help)
    }

    /// The first line that nests more deeply than such a file can, or that uses an alias, which a composing parser repeats without end.
    var tooDeepLine: Int? {
      for (index, line) in lines.enumerated() {
        let content = line.utf8.drop { $0 == 0x20 || $0 == 0x2D }
        let indentation = line.utf8.count - content.count
        let value = line.utf8.split(separator: 0x3A, maxSplits: 1).dropFirst().first?.drop { $0 == 0x20 }
        let isAlias = content.first == 0x2A || content.first == 0x26 || value?.first == 0x2A || value?.first == 0x26
        if indentation > 64 || isAlias || line.utf8.count(where: { $0 == 0x5B || $0 == 0x7B }) > 64 { return index + 1 }
      }
      return nil
    }
  }
}

/// A mistake in the file of waivers, for whoever keeps it.
package struct WaiverFileError: Error, Sendable, Equatable {
  package var path: String
  /// 1-based, columns in Unicode scalars; nil where the file as a whole is meant.
  package var line: Int?
  package var column: Int?
  package var sourceLine = ""
  package var length = 1
  /// One phrase.
  package var message: String
  package var help: String?
}

/// Every mistake of a file.
package struct WaiverFileErrors: Error, Sendable, Equatable {
  package var errors: [WaiverFileError]
}
