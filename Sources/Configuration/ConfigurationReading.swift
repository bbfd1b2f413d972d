import ContentModel
import FileSystem
import Spelling
package import Yams

/// The state of one reading of a file: what was taken, and what is wrong.
package struct ConfigurationReading {
  /// The file's path as shown in messages.
  let path: String
  /// The absolute path of the file's folder.
  let folder: String
  let lines: [Substring]
  package var settings: Settings
  var errors: [ConfigurationError] = []
  /// Nodes that were looked at; aliases can make many of few.
  private var visited = 0

  init(path: String, folder: String, lines: [Substring], onTopOf settings: Settings) {
    self.path = path
    self.folder = folder
    self.lines = lines
    self.settings = settings
  }

  // MARK: Shapes

  /// Whether a value has a shape; what is wrong is noted.
  mutating func check(_ node: Node, _ shape: Shape, key: String) -> Bool {
    visited += 1
    guard visited < 100_000 else {
      if visited == 100_000 { note(.syntax("more than 100000 values"), at: node) }
      return false
    }
    switch shape {
    case .number(let range): return checkNumber(node, range, key)
    case .text:
      if node.scalar != nil, !isNull(node) { return true }
      return wrongType(node, key, shape)
    case .flag:
      if let text = node.scalar?.string, Self.flag(text) != nil { return true }
      return wrongType(node, key, shape)
    case .choice(let words):
      guard let text = node.scalar?.string, !isNull(node) else { return wrongType(node, key, shape) }
      if words.contains(text) || words.contains("on") && Self.flag(text) != nil { return true }
      note(.unknownChoice(key: key, value: text, choices: words, suggestion: nearestWord(to: text, among: words)), at: node)
      return false
    case .list(let element):
      guard let list = node.sequence, list.count <= Shape.maximumEntries else { return wrongType(node, key, shape) }
      var isRight = true
      for entry in list {
        if case .text = element, entry.scalar == nil {
          note(.wrongType(key: key, expected: "a list of texts", got: Self.kind(entry)), at: entry)
          isRight = false
        } else if !check(entry, element, key: key) {
          isRight = false
        }
      }
      return isRight
    case .keys(let fields):
      guard let mapping = node.mapping else { return wrongType(node, key, shape) }
      var isRight = true
      for (name, value) in mapping {
        guard let field = fields.first(where: { $0.name == name.string }) else {
          unknown(name, in: key, known: fields.map(\.name))
          isRight = false
          continue
        }
        if !check(value, field.shape, key: "\(key).\(field.name)") { isRight = false }
      }
      for field in fields where field.isRequired && !mapping.contains(where: { $0.key.string == field.name }) {
        note(.missingKey(field.name, in: key), at: node)
        isRight = false
      }
      return isRight
    case .map(let value, _):
      guard let mapping = node.mapping, mapping.count <= Shape.maximumEntries else { return wrongType(node, key, shape) }
      var isRight = true
      for (name, entry) in mapping {
        guard let word = name.string, !word.isEmpty else { return wrongType(name, "a key of '\(key)'", .text) }
        if !check(entry, value, key: "\(key).\(word)") { isRight = false }
      }
      return isRight
    case .either(let shapes):
      guard let fitting = shapes.first(where: { Self.fits(node, $0) }) else { return wrongType(node, key, shape) }
      return check(node, fitting, key: key)
    }
  }

  private static func fits(_ node: Node, _ shape: Shape) -> Bool {
    switch (shape, node) {
    case (.number, .scalar), (.text, .scalar), (.choice, .scalar), (.flag, .scalar), (.list, .sequence), (.keys, .mapping), (.map, .mapping):
      true
    case (.either(let shapes), _): shapes.contains { fits(node, $0) }
    default: false
    }
  }

  private mutating func checkNumber(_ node: Node, _ range: ClosedRange<Int>, _ key: String) -> Bool {
    // Quoted digits are text, and what YAML 1.1 makes of 0x10 or 1_000 nobody means.
    guard let text = node.scalar?.string, node.scalar?.style == .plain, !text.isEmpty,
      text.utf8.dropFirst(text.hasPrefix("-") ? 1 : 0).allSatisfy({ 0x30...0x39 ~= $0 }), text != "-"
    else { return wrongType(node, key, .number(range)) }
    if let number = Int(text), range.contains(number) { return true }
    note(.outOfRange(key: key, value: text, lowest: range.lowerBound, highest: range.upperBound), at: node)
    return false
  }

  private func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
  }

  /// YAML's own words for on and off.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "on", "true", "yes": true
    case "off", "false", "no": false
    default: nil
    }
  }

  // MARK: Values that have their shape

  /// The texts of a text or a list of texts.
  func texts(_ node: Node) -> [(String, Node)] {
    if let text = node.scalar?.string { return [(text, node)] }
    return (node.sequence ?? []).compactMap { entry in entry.scalar.map { ($0.string, entry) } }
  }

  mutating func patterns(_ node: Node) -> [ExclusionPattern] {
    var patterns: [ExclusionPattern] = []
    for (text, node) in texts(node) {
      do throws(ExclusionPattern.Mistake) {
        patterns.append(try ExclusionPattern(text, folder: folder, origin: origin(of: node)))
      } catch { note(.badPattern(text, why: error.words), at: node) }
    }
    return patterns
  }

  /// A path that can be opened, for one that counts from this file.
  func resolved(_ text: String) -> String {
    text.hasPrefix("/") ? text : (folder == "/" ? "/" : folder + "/") + text
  }

  mutating func files(_ node: Node, key: String) -> [String] {
    var paths: [String] = []
    for (text, node) in texts(node) {
      guard !text.isEmpty else {
        note(.emptyPath(key: key), at: node)
        continue
      }
      if (try? FileSystem.kind(of: resolved(text))) == .file { paths.append(resolved(text)) } else { note(.notAFile(text), at: node) }
    }
    return paths
  }

  mutating func takeRuleFolders(_ node: Node) {
    var folders: [String] = []
    for (text, node) in texts(node) {
      guard !text.isEmpty else {
        note(.emptyPath(key: "rule-folders"), at: node)
        continue
      }
      if FileSystem.isFolder(resolved(text)) { folders.append(resolved(text)) } else { note(.notAFolder(text), at: node) }
    }
    let before = settings.ruleFolders.value
    settings.ruleFolders = Setting(before + folders.filter { !before.contains($0) }, origin: origin(of: node))
  }

  // MARK: Mistakes

  /// - Returns: false, for those who check.
  private mutating func wrongType(_ node: Node, _ key: String, _ shape: Shape) -> Bool {
    note(.wrongType(key: key, expected: shape.expectation, got: Self.kind(node)), at: node)
    return false
  }

  static func kind(_ node: Node) -> String {
    switch node {
    case .mapping: "keys with values"
    case .sequence: "a list"
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string.prefix(40))'"
    case .alias: "an alias"
    }
  }

  mutating func unknown(_ key: Node, in owner: String?, known: [String]) {
    guard let name = key.string else {
      note(.wrongType(key: "a key", expected: "a word", got: Self.kind(key)), at: key)
      return
    }
    note(.unknownKey(name, in: owner, suggestion: nearestWord(to: name, among: known) ?? Self.near(name, known), known: known), at: key)
  }

  /// `document_bytes`, `documentBytes` and `Document-Bytes` mean `document-bytes`.
  private static func near(_ name: String, _ known: [String]) -> String? {
    func letters(_ word: String) -> [UInt8] {
      word.utf8.compactMap { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 == 0x2D || $0 == 0x5F ? nil : $0 }
    }
    return known.first { letters($0) == letters(name) }
  }

  mutating func note(_ reason: ConfigurationError.Reason, at node: Node) {
    errors.append(ConfigurationError(path: path, place: place(of: node), reason: reason))
  }

  // MARK: Places

  package func origin(of node: Node) -> Origin { .file(path, line: node.mark?.line ?? 1) }

  func place(of node: Node) -> ConfigurationError.Place? {
    let length = node.scalar.map { max(1, $0.string.unicodeScalars.count + ($0.style == .plain ? 0 : 2)) } ?? 1
    return node.mark.flatMap { place(line: $0.line, column: $0.column, length: length) }
  }

  func place(line: Int, column: Int = 1, length: Int = 1) -> ConfigurationError.Place? {
    guard line >= 1 else { return nil }
    // The parser reports the end of the file one line behind the last.
    var source = line <= lines.count ? String(lines[line - 1]) : ""
    if source.unicodeScalars.last == "\r" { source.unicodeScalars.removeLast() }
    let width = source.unicodeScalars.count
    let column = max(1, column)
    return ConfigurationError.Place(
      line: line, column: column, sourceLine: source, length: max(1, min(length, width - column + 1)))
  }

  /// The first line that opens more levels than any setting needs.
  var tooDeepLine: Int? {
    var brackets = 0
    for (index, line) in lines.enumerated() {
      var indicators = 0
      var previous: UInt8 = 0x20
      for byte in line.utf8 {
        if byte == 0x5B || byte == 0x7B { brackets += 1 }
        if byte == 0x2D || byte == 0x3F, previous == 0x20 || previous == 0x09 { indicators += 1 }
        previous = byte
      }
      let indentation = line.utf8.prefix { $0 == 0x20 }.count
      if brackets > 2000 || indicators > 64 || indentation > 500 { return index + 1 }
    }
    return nil
  }
}
