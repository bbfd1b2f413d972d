/// Writes XML 1.0 that every parser takes, whatever the text; each element that holds others stands on lines of its own.
///
/// Controls, which XML cannot hold even escaped, become their pictures (see
/// ``VisibleScalar``), the two noncharacters that it forbids U+FFFD; white space in
/// attributes is escaped, or a parser would make spaces of it.
package struct XMLWriter {
  package typealias Attributes = KeyValuePairs<StaticString, String?>

  package private(set) var bytes: [UInt8] = []
  private let isIndented: Bool
  private var depth = 0
  private var isOnOneLine = false

  /// - Parameter isIndented: whether elements stand two columns deeper than what holds them.
  package init(isIndented: Bool = false) { self.isIndented = isIndented }

  package mutating func declaration() { raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  // MARK: Elements

  /// The start of an element that holds others. An attribute that is nil is left out.
  package mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    startTag(name, attributes)
    raw(">")
    lineBreak()
    depth += 1
  }

  package mutating func close(_ name: StaticString) {
    depth -= 1
    indent()
    endTag(name)
  }

  /// An element that holds others.
  package mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], onOneLine: Bool = false, _ content: (inout XMLWriter) -> Void
  ) {
    startTag(name, attributes)
    raw(">")
    let before = isOnOneLine
    isOnOneLine = before || onOneLine
    lineBreak()
    depth += 1
    content(&self)
    depth -= 1
    indent()
    isOnOneLine = before
    endTag(name)
  }

  /// An element that holds nothing.
  package mutating func element(_ name: StaticString, _ attributes: Attributes) {
    startTag(name, attributes)
    raw("/>")
    lineBreak()
  }

  package mutating func element(_ name: StaticString, _ attributes: Attributes = [:], text: String) {
    startTag(name, attributes)
    raw(">")
    escape(text, inAttribute: false)
    endTag(name)
  }

  private mutating func startTag(_ name: StaticString, _ attributes: Attributes) {
    indent()
    raw("<")
    raw(name)
    for case (let key, let value?) in attributes {
      raw(" ")
      raw(key)
      raw("=\"")
      escape(value, inAttribute: true)
      raw("\"")
    }
  }

  private mutating func endTag(_ name: StaticString) {
    raw("</")
    raw(name)
    raw(">")
    lineBreak()
  }

  private mutating func lineBreak() {
    if !isOnOneLine { raw("\n") }
  }

  private mutating func indent() {
    if isIndented, !isOnOneLine { bytes.append(contentsOf: repeatElement(0x20, count: 2 * max(0, depth))) }
  }

  // MARK: Text

  private mutating func raw(_ markup: StaticString) { markup.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": raw("&quot;")
      case "\t": raw(inAttribute ? "&#9;" : "\t")
      case "\n": raw(inAttribute ? "&#10;" : "\n")
      // A parser would make a line feed of it.
      case "\r": raw("&#13;")
      case "\u{FFFE}", "\u{FFFF}": raw("\u{FFFD}")
      default:
        if let entity = MarkupEntity.of(scalar) {
          raw(entity)
        } else if let replacement = VisibleScalar.replacement(for: scalar) {
          // What stands for a scalar may itself hold < and >.
          escape(replacement, inAttribute: inAttribute)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
  }
}
