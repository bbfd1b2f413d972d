import FileSystem
import Yams

/// A YAML file read against a closed schema; mistakes are collected with their places.
final class ClosedYAML {
  let path: String
  let root: Node?
  let bytes: [UInt8]
  private var noted: [EvidenceFileError] = []
  /// Every mistake, in the order of the file.
  var errors: [EvidenceFileError] { noted.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) } }

  /// Files of records and claims are written by hand.
  static let maximumBytes = 32 << 20

  init(path: String) {
    self.path = path
    var bytes: [UInt8] = []
    var root: Node?
    do throws(FileError) {
      bytes = try FileSystem.read(path, limit: Self.maximumBytes)
    } catch { noted.append(EvidenceFileError(path: path, message: "cannot be read: \(error.reason)")) }
    if noted.isEmpty {
      if let text = String(validating: bytes, as: UTF8.self) {
        if Self.isTame(bytes) {
          do { root = try Yams.compose(yaml: text) } catch { noted.append(Self.describe(error, path)) }
        } else {
          noted.append(EvidenceFileError(path: path, message: "is nested more deeply than such a file can be, or uses anchors"))
        }
      } else {
        noted.append(EvidenceFileError(path: path, message: "is not UTF-8"))
      }
    }
    self.bytes = bytes
    self.root = root
  }

  private static func describe(_ error: any Error, _ path: String) -> EvidenceFileError {
    if case YamlError.scanner(_, let problem, let mark, _) = error {
      return EvidenceFileError(path: path, line: mark.line, column: mark.column, message: problem)
    }
    if case YamlError.parser(_, let problem, let mark, _) = error {
      return EvidenceFileError(path: path, line: mark.line, column: mark.column, message: problem)
    }
    if case YamlError.duplicatedKeysInMapping(let keys, _) = error {
      return EvidenceFileError(path: path, message: "the key '\(keys.first ?? "")' stands twice in one entry")
    }
    return EvidenceFileError(path: path, message: "is not YAML that can be read")
  }

  /// Whether the text stays clear of deep nesting and of aliases, which a composing parser repeats without end.
  private static func isTame(_ bytes: [UInt8]) -> Bool {
    var flow = 0
    var lineStart = 0
    var dashes = 0
    var isIndent = true
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A:
        lineStart = i + 1
        isIndent = true
        dashes = 0
        continue
      case 0x5B, 0x7B: flow += 1
      case 0x5D, 0x7D: flow = max(0, flow - 1)
      case 0x26, 0x2A:
        // An anchor or alias stands where a value begins.
        let before = i > lineStart ? bytes[i - 1] : 0x20
        let isLetter = i + 1 < bytes.count && bytes[i + 1] > 0x20
        var k = i
        while k > lineStart, bytes[k - 1] == 0x20 { k -= 1 }
        let opener = k > lineStart ? bytes[k - 1] : 0x2D
        if before == 0x20 || before == 0x2D, isLetter, [0x3A, 0x2D, 0x5B, 0x2C, 0x7B].contains(opener) { return false }
      default: break
      }
      if isIndent {
        if byte == 0x2D || byte == 0x3F { dashes += 1 } else if byte != 0x20 { isIndent = false }
      }
      if flow > 16 || dashes > 8 && byte != 0x2D || isIndent && byte == 0x20 && i - lineStart > 64 { return false }
    }
    return true
  }

  func note(_ node: Node?, _ message: String, help: String? = nil) {
    noted.append(
      EvidenceFileError(path: path, line: node?.mark?.line, column: node?.mark?.column, message: message, help: help))
  }

  /// The entries under the file's one key.
  func entries(_ key: String) -> [Node] {
    guard let root else {
      if noted.isEmpty { note(nil, "is empty; it should hold a list under '\(key)'") }
      return []
    }
    guard let mapping = root.mapping else {
      note(root, "should hold a list under '\(key)'")
      return []
    }
    for (name, _) in mapping where name.string != key { note(name, "unknown key '\(name.string ?? "")'; known keys: \(key)") }
    guard let list = mapping.first(where: { $0.key.string == key })?.value else {
      if noted.isEmpty { note(root, "should hold a list under '\(key)'") }
      return []
    }
    guard let entries = list.sequence else {
      note(list, "'\(key)' should be a list")
      return []
    }
    return Array(entries)
  }

  /// An entry whose keys are all known; nil where it is no mapping.
  func entry(_ node: Node, keys: [String]) -> Entry? {
    guard let mapping = node.mapping else {
      note(node, "should be an entry with keys: \(keys.joined(separator: ", "))")
      return nil
    }
    var values: [String: Node] = [:]
    for (name, value) in mapping {
      let text = name.string ?? ""
      if keys.contains(text) {
        values[text] = value
      } else {
        note(name, "unknown key '\(text)'", help: "known keys: \(keys.joined(separator: ", "))")
      }
    }
    return Entry(file: self, node: node, values: values)
  }

  struct Entry {
    let file: ClosedYAML
    let node: Node
    let values: [String: Node]

    subscript(key: String) -> Node? { values[key] }

    func text(_ key: String) -> String? {
      guard let node = values[key] else { return nil }
      guard let text = node.scalar?.string, !text.isEmpty else {
        file.note(node, "'\(key)' should be text")
        return nil
      }
      return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func required(_ key: String) -> String? {
      if values[key] == nil { file.note(node, "lacks '\(key)'") }
      return text(key)
    }

    func texts(_ key: String) -> [String] {
      guard let node = values[key] else { return [] }
      let nodes = node.sequence.map(Array.init) ?? [node]
      return nodes.compactMap { item in
        guard let text = item.scalar?.string, !text.isEmpty else {
          file.note(item, "'\(key)' should be text or a list of texts")
          return nil
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }

    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
      guard let node = values[key] else { return nil }
      guard let text = node.scalar?.string, let number = Int(text), range.contains(number) else {
        file.note(node, "'\(key)' should be a whole number from \(range.lowerBound) to \(range.upperBound)")
        return nil
      }
      return number
    }

    func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ text: String, _ type: Choice.Type) -> Choice?
    where Choice.RawValue == String {
      if let value = Choice(rawValue: text) { return value }
      file.note(values[key], "'\(text)' is not one of \(type.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
  }
}
