import Yams

/// A node of a parsed file.
typealias ConfigurationNode = Node

/// Decodes a configuration file, once and wholly: unknown keys and wrong values are errors with their place.
struct ConfigurationReader {
  /// The file's path as shown in messages.
  let path: String
  /// The absolute path of the file's folder.
  let folder: String
  /// Whether the file may hold settings of the run.
  var isOfRun = true

  /// A file that was parsed, before its settings are taken.
  struct Parsed {
    fileprivate var reading: ConfigurationReading
    fileprivate var root: Node.Mapping?

    /// The files that it extends, with the places where it says so.
    var extended: [(path: String, resolved: String, node: Node)] {
      guard let root, let node = root.first(where: { $0.key.string == "extends" })?.value else { return [] }
      return reading.texts(node).filter { !$0.0.isEmpty }.map { ($0.0, reading.resolved($0.0), $0.1) }
    }
  }

  func parse(_ bytes: [UInt8]) throws(ConfigurationErrors) -> Parsed {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw only(.notUTF8) }
    var reading = ConfigurationReading(
      path: path, folder: folder, lines: text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(Substring.init),
      onTopOf: Settings())
    // Deep nesting makes the YAML parser recurse; no setting needs many levels.
    if let line = reading.tooDeepLine { throw only(.syntax("nested too deep"), at: reading.place(line: line)) }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let (reason, mark) = Self.reason(error)
      throw only(reason, at: mark.flatMap { reading.place(line: $0.line, column: $0.column) })
    } catch { throw only(.syntax("not valid YAML")) }
    guard let root, !isEmpty(root) else { return Parsed(reading: reading, root: nil) }
    guard let mapping = root.mapping else {
      reading.note(.wrongType(key: "the configuration", expected: "keys with values", got: ConfigurationReading.kind(root)), at: root)
      throw ConfigurationErrors(errors: reading.errors)
    }
    return Parsed(reading: reading, root: mapping)
  }

  /// Takes a parsed file's settings on top of others.
  ///
  /// - Parameter mistakes: what was found wrong with the files that it extends.
  func settings(
    of parsed: Parsed, onTopOf settings: Settings, mistakes: [(ConfigurationError.Reason, Node)] = []
  ) throws(ConfigurationErrors) -> Settings {
    var reading = parsed.reading
    reading.settings = settings
    for (reason, node) in mistakes { reading.note(reason, at: node) }
    for (key, value) in parsed.root ?? [:] {
      guard let known = ConfigurationKey.all.first(where: { $0.name == key.string }) else {
        reading.unknown(key, in: nil, known: ConfigurationKey.all.map(\.name))
        continue
      }
      if known.reach == .run, !isOfRun {
        reading.note(.onlyForRun(known.name), at: key)
      } else if known.name == "rules", value.sequence != nil {
        reading.note(.foldersUnderRules, at: value)
      } else if known.checksItself || reading.check(value, known.shape, key: known.name) {
        known.decode(&reading, value)
      }
    }
    guard reading.errors.isEmpty else {
      throw ConfigurationErrors(
        errors: reading.errors.sorted { ($0.place?.line ?? 0, $0.place?.column ?? 0) < ($1.place?.line ?? 0, $1.place?.column ?? 0) })
    }
    return reading.settings
  }

  private func isEmpty(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.string.isEmpty || scalar.string == "null" || scalar.string == "~"
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
}
