/// How results are shown, by the name of the command line's option.
package struct OutputSettings: Sendable, Equatable {
  /// What the file says; keys are those of ``fields``.
  package var values: [String: Setting<String>] = [:]

  package init() {}

  package subscript(name: String) -> String? { values[name]?.value }

  /// The formats that `scan --format` knows.
  package static let formats = [
    "text", "json", "ndjson", "html", "index", "sarif", "junit", "github", "gitlab", "rdjson", "rdjsonl", "checkstyle", "csv", "markdown",
  ]

  package static let fields = [
    Shape.Field("format", "As --format: how findings are printed; html and index only with --output.", .choice(formats)),
    Shape.Field("fail-on", "As --fail-on: the lowest verdict that makes the exit status 1.", .choice(["review", "blocked"])),
    Shape.Field("color", "As --color: colours in text output.", .choice(["auto", "always", "never"])),
  ]
}
