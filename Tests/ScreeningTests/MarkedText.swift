import ContentModel
import Screening

/// A text whose expected spans are marked with `⟦…⟧`.
struct MarkedText {
  var text: String
  var spans: [Span]

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    spans = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(bytes.count)
      case "⟧": spans.append(Span(open.removeLast(), bytes.count))
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The text with spans marked.
  static func mark(_ text: String, _ spans: [Span]) -> String {
    var bytes: [UInt8] = []
    for (i, byte) in Array(text.utf8).enumerated() {
      for span in spans where span.end == i { _ = span; bytes.append(contentsOf: Array("⟧".utf8)) }
      for span in spans where span.start == i { _ = span; bytes.append(contentsOf: Array("⟦".utf8)) }
      bytes.append(byte)
    }
    for span in spans where span.end == text.utf8.count { _ = span; bytes.append(contentsOf: Array("⟧".utf8)) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The text with every match of the triggers marked; leaves are separated by line feeds.
func screened(_ text: String, _ triggers: [Trigger]) throws -> String {
  let screen = try Screen([triggers])
  var failures: [Screen.Failure] = []
  let matches = screen.matches(in: lines(text), failures: &failures)
  guard failures.isEmpty else { return "\(failures)" }
  return MarkedText.mark(text, matches.map(\.span))
}

/// A stream with one leaf a line.
func lines(_ text: String) -> WordStream {
  let bytes = Array(text.utf8)
  var leaves: [Span] = []
  var start = 0
  for i in 0...bytes.count where i == bytes.count || bytes[i] == 0x0A {
    if i > start { leaves.append(Span(start, i)) }
    start = i + 1
  }
  return WordStream(bytes, leaves: leaves)
}
