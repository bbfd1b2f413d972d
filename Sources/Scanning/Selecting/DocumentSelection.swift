package import Configuration
package import ContentModel

/// What a scan is asked to look at, before anybody looked.
package struct DocumentSelection: Sendable {
  /// Files, folders and globs; `-` is standard input.
  package var paths: [String]
  /// What is passed over, also where it is named.
  package var exclude: [ExclusionPattern]
  /// Where it is not empty, what fits none is passed over.
  package var only: [ExclusionPattern] = []
  /// Whether what `.gitignore` names is passed over in folders.
  package var respectsIgnoreFiles = true
  /// The only files to take, as absolute paths; nil for all.
  package var changed: ChangedFiles?
  /// The format of standard input; nil for that of ``inputPath``, else plain text.
  package var inputFormat: DocumentFormat?
  /// The path under which standard input is reported.
  package var inputPath: String?
  /// Bytes of standard input; more is an error.
  package var inputLimit = 64 << 20

  package init(paths: [String], exclude: [ExclusionPattern] = []) {
    self.paths = paths
    self.exclude = exclude
  }
}

/// Files that git names, all below one folder.
package struct ChangedFiles: Sendable, Equatable {
  /// The absolute path of the folder.
  package var root: String
  /// Paths from there.
  package var names: [String]

  package init(root: String, names: [String]) {
    self.root = root
    self.names = names
  }
}
