import FileSystem
import Spelling
import Yams

/// Decodes a configuration file, once and wholly: unknown keys and wrong values are errors with their place.
struct ConfigurationReader {
  static let wholeNumber = "a whole number"
  private static let sections = ["limits", "exclude", "rules", "gate"]
  private static let maximumEntries = 1000

  /// The file's path as shown in messages.
  let path: String
  /// The absolute path of the file's folder.
  let folder: String

  func read(_ bytes: [UInt8]) throws(ConfigurationErrors) -> Settings {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw only(.notUTF8) }
    var reading = Reading(path: path, folder: folder, lines: text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init))
    // Deep nesting makes the YAML parser recurse; no setting needs three levels.
    if let line = reading.tooDeepLine { throw only(.syntax("nested too deep"), at: reading.place(line: line)) }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let (reason, mark) = Self.reason(error)
      throw only(reason, at: mark.flatMap { reading.place(line: $0.line, column: $0.column) })
    } catch { throw only(.syntax("not valid YAML")) }
    reading.settings.path = path
    if let root { reading.decode(root) }
    guard reading.errors.isEmpty else {
      throw ConfigurationErrors(
        errors: reading.errors.sorted { ($0.place?.line ?? 0, $0.place?.column ?? 0) < ($1.place?.line ?? 0, $1.place?.column ?? 0) })
    }
    return reading.settings
  }

  private func only(_ reason: ConfigurationError.Reason, at place: ConfigurationError.Place? = nil) -> ConfigurationErrors {
    ConfigurationErrors(errors: [ConfigurationError(path: path, place: place, reason: reason)])
  }

  private static func reason(_ error: YamlError) -> (ConfigurationError.Reason, Mark?) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      (.syntax(problem), mark)
    case .duplicatedKeysInMapping(let keys, let context): (.repeatedKey(keys.sorted().first ?? ""), context.mark)
    case .reader(let problem, _, _, _): (.syntax(problem), nil)
    default: (.syntax("not valid YAML"), nil)
    }
  }

  /// The state of one reading.
  struct Reading {
    let path: String
    let folder: String
    let lines: [Substring]
    var settings = Settings()
    var errors: [ConfigurationError] = []

    init(path: String, folder: String, lines: [Substring]) {
      self.path = path
      self.folder = folder
      self.lines = lines
    }

    mutating func decode(_ root: Node) {
      if case .scalar(let scalar) = root, scalar.string.isEmpty || scalar.string == "null" || scalar.string == "~" { return }
      guard let mapping = mapping(root, key: "the configuration", expected: "keys with values") else { return }
      for (key, value) in mapping {
        switch key.string ?? "" {
        case "limits": decodeLimits(value)
        case "exclude": decodeExclusions(value)
        case "rules": decodeRules(value)
        case "gate": decodeGate(value)
        default: unknown(key, in: nil, known: ConfigurationReader.sections)
        }
      }
    }

    private mutating func decodeLimits(_ node: Node) {
      guard let mapping = mapping(node, key: "limits", expected: "keys with values") else { return }
      for (key, value) in mapping {
        guard let limit = Limits.keys.first(where: { $0.name == key.string }) else {
          unknown(key, in: "limits", known: Limits.keys.map(\.name))
          continue
        }
        let name = "limits." + limit.name
        guard let number = wholeNumber(value, key: name, in: limit.range) else { continue }
        settings.limits[keyPath: limit.path] = Setting(number, origin: origin(of: key))
      }
    }

    private mutating func decodeExclusions(_ node: Node) {
      settings.exclude = Setting(patterns(node, key: "exclude"), origin: origin(of: node))
    }

    private mutating func decodeRules(_ node: Node) {
      var folders: [String] = []
      for (text, node) in strings(node, key: "rules") {
        guard !text.isEmpty else {
          add(.emptyPath(key: "rules"), at: node)
          continue
        }
        let path = text.hasPrefix("/") ? text : (folder == "/" ? "/" : folder + "/") + text
        if FileSystem.isFolder(path) { folders.append(path) } else { add(.notAFolder(text), at: node) }
      }
      settings.rules = Setting(folders, origin: origin(of: node))
    }

    // MARK: Kinds of values

    /// Quoted digits are text, and what YAML 1.1 makes of 0x10 or 1_000 nobody means.
    mutating func wholeNumber(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
      guard let text = node.scalar?.string, node.scalar?.style == .plain, !text.isEmpty,
        text.utf8.dropFirst(text.hasPrefix("-") ? 1 : 0).allSatisfy({ 0x30...0x39 ~= $0 }), text != "-"
      else {
        wrongType(node, key: key, expected: ConfigurationReader.wholeNumber)
        return nil
      }
      if let number = Int(text), range.contains(number) { return number }
      add(.outOfRange(key: key, value: text, lowest: range.lowerBound, highest: range.upperBound), at: node)
      return nil
    }

    mutating func patterns(_ node: Node, key: String) -> [ExclusionPattern] {
      var patterns: [ExclusionPattern] = []
      for (text, node) in strings(node, key: key) {
        do throws(ExclusionPattern.Mistake) {
          patterns.append(try ExclusionPattern(text, folder: folder, origin: origin(of: node)))
        } catch { add(.badPattern(text, why: error.words), at: node) }
      }
      return patterns
    }

    mutating func mapping(_ node: Node, key: String, expected: String) -> Node.Mapping? {
      if let mapping = node.mapping { return mapping }
      wrongType(node, key: key, expected: expected)
      return nil
    }

    mutating func strings(_ node: Node, key: String) -> [(String, Node)] {
      guard let sequence = node.sequence, sequence.count <= ConfigurationReader.maximumEntries else {
        wrongType(node, key: key, expected: "a list of at most \(ConfigurationReader.maximumEntries) texts")
        return []
      }
      return sequence.compactMap { element in
        if let text = element.scalar?.string { return (text, element) }
        wrongType(element, key: key, expected: "a list of texts")
        return nil
      }
    }

    // MARK: Mistakes

    mutating func unknown(_ key: Node, in owner: String?, known: [String]) {
      guard let name = key.string else { return wrongType(key, key: "a key", expected: "a word") }
      let suggestion = nearestWord(to: name, among: known) ?? near(name, known)
      add(.unknownKey(name, in: owner, suggestion: suggestion, known: known), at: key)
    }

    /// `document_bytes`, `documentBytes` and `Document-Bytes` mean `document-bytes`.
    private func near(_ name: String, _ known: [String]) -> String? {
      func letters(_ word: String) -> [UInt8] {
        word.utf8.compactMap { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 == 0x2D || $0 == 0x5F ? nil : $0 }
      }
      return known.first { letters($0) == letters(name) }
    }

    mutating func wrongType(_ node: Node, key: String, expected: String) {
      let got =
        switch node {
        case .mapping: "keys with values"
        case .sequence: "a list"
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string.prefix(40))'"
        case .alias: "an alias"
        }
      add(.wrongType(key: key, expected: expected, got: got), at: node)
    }

    mutating func add(_ reason: ConfigurationError.Reason, at node: Node) {
      let length = node.scalar.map { max(1, $0.string.unicodeScalars.count + ($0.style == .plain ? 0 : 2)) } ?? 1
      let place = node.mark.flatMap { self.place(line: $0.line, column: $0.column, length: length) }
      errors.append(ConfigurationError(path: path, place: place, reason: reason))
    }

    func origin(of node: Node) -> Origin { .file(path, line: node.mark?.line ?? 1) }

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
}
