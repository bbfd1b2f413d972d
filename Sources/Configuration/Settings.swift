/// What an operator may set for a run, with the origin of each value.
///
/// Comes from `obstat.yaml` and the files that it extends; see ``ConfigurationFile`` for where it may stand.
package struct Settings: Sendable {
  package var limits = Limits()
  /// Documents and folders that are passed over.
  package var exclude = Setting<[ExclusionPattern]>([])
  /// Folders of rule packs, as paths that can be opened; none means the shipped rules.
  package var ruleFolders = Setting<[String]>([])
  /// The library of approved claims, as a path that can be opened.
  package var claims = Setting<String?>(nil)
  /// Stores and files of evidence records, as paths that can be opened.
  package var evidence = Setting<[String]>([])
  package var output = OutputSettings()
  package var lexicons: [LexiconAddition] = []
  /// What is said about documents, in the order in which it is to be applied.
  package var changes: [Change] = []
  /// The first that fits counts.
  package var names: [NamePattern] = []
  /// What findings do to publication.
  package var gate = GatePolicy()
  /// The file that the values come from; nil where there is none.
  package var path: String?
  /// The absolute path of that file's folder.
  package var folder: String?
  /// The files that it extends, as shown in messages, the first that is read first.
  package var extended: [String] = []

  package init() {}

  /// The pattern that excludes a path, if one does.
  ///
  /// - Parameters:
  ///   - path: as the user gave it.
  ///   - folder: the absolute path of the working directory.
  package func exclusion(of path: String, in folder: String) -> ExclusionPattern? {
    exclude.value.first { $0.matches(path, in: folder) }
  }
}

/// A value and where it was set.
package struct Setting<Value: Sendable>: Sendable {
  package var value: Value
  package var origin: Origin

  package init(_ value: Value, origin: Origin = .standard) {
    self.value = value
    self.origin = origin
  }
}

extension Setting: Equatable where Value: Equatable {}

/// Where a value was set.
package enum Origin: Sendable, Equatable, CustomStringConvertible {
  /// Nowhere: it is the program's own.
  case standard
  /// In a file, at a 1-based line.
  case file(String, line: Int)

  package var description: String {
    switch self {
    case .standard: "standard"
    case .file(let path, let line): "\(path):\(line)"
    }
  }
}
