/// The shape of a value in a configuration file: what is checked, what editors offer, and what a message says is expected.
package indirect enum Shape: Sendable {
  case number(ClosedRange<Int>)
  case text
  /// One of some words.
  case choice([String])
  /// `on` or `off`.
  case flag
  /// A list of at most ``maximumEntries`` values.
  case list(Shape)
  /// A mapping whose keys are all known.
  case keys([Field])
  /// A mapping whose keys are names of something.
  case map(Shape, names: String)
  /// The first that fits the kind of value that is given.
  case either([Shape])

  package static let maximumEntries = 1000

  /// A key of a mapping.
  package struct Field: Sendable {
    package let name: String
    package let summary: String
    package let shape: Shape
    package let isRequired: Bool

    package init(_ name: String, _ summary: String, _ shape: Shape, isRequired: Bool = false) {
      self.name = name
      self.summary = summary
      self.shape = shape
      self.isRequired = isRequired
    }
  }

  /// A text, or a list of texts.
  package static let texts = Shape.either([.text, .list(.text)])
  package static let severity = Shape.choice(["error", "warning", "note"])

  /// As a message says it.
  package var expectation: String {
    switch self {
    case .number: "a whole number"
    case .text: "a text"
    case .choice(let words): words.count == 1 ? words[0] : "one of " + words.joined(separator: ", ")
    case .flag: "on or off"
    case .list(let element): "a list of at most \(Self.maximumEntries) \(element.plural)"
    case .keys, .map: "keys with values"
    case .either(let shapes):
      shapes.map { if case .list(let element) = $0 { "a list of \(element.plural)" } else { $0.expectation } }.joined(separator: ", or ")
    }
  }

  var plural: String {
    switch self {
    case .number: "whole numbers"
    case .keys, .map: "entries with keys"
    default: "texts"
    }
  }
}
