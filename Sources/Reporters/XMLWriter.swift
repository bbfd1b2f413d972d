/// Writes XML 1.0 that every parser takes, whatever the text.
///
/// Controls, which XML cannot hold even escaped, become their pictures (see
/// ``TerminalText``), the two noncharacters that it forbids U+FFFD; white space in
/// attributes is escaped, or a parser would make spaces of it.
struct XMLWriter {
  private(set) var bytes: [UInt8] = []

  mutating func declaration() { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// Markup, as it stands.
  mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// `<name a="b">`, or `<name a="b"/>` with a new line where it holds nothing.
  mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], isEmpty: Bool = false) {
    raw("<")
    raw(name)
    for case (let key, let value?) in attributes {
      raw(" ")
      raw(key)
      raw("=\"")
      escape(value, inAttribute: true)
      raw("\"")
    }
    raw(isEmpty ? "/>\n" : ">")
  }

  mutating func close(_ name: StaticString) {
    raw("</")
    raw(name)
    raw(">\n")
  }

  mutating func text(_ text: String) { escape(text, inAttribute: false) }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "\t": raw(inAttribute ? "&#9;" : "\t")
      case "\n": raw(inAttribute ? "&#10;" : "\n")
      // A parser would make a line feed of it.
      case "\r": raw("&#13;")
      case "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
      default:
        // What stands for a scalar may itself hold < and >.
        if let replacement = TerminalText.replacement(for: scalar) {
          escape(replacement, inAttribute: inAttribute)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
  }
}
