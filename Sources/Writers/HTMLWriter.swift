/// Appends HTML to a buffer; everything that is not markup of ours goes through ``text(_:)``.
package struct HTMLWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Text for an element or an attribute between double quotation marks.
  package static func escaped(_ text: String) -> String {
    var html = HTMLWriter()
    html.text(text)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// Markup, as it stands.
  package mutating func raw(_ markup: String) {
    bytes.append(contentsOf: markup.utf8)
  }

  /// Text for an element or a quoted attribute.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  /// The same on one line: each tab and line break becomes a space.
  package mutating func line(_ text: String) {
    self.text(String(String.UnicodeScalarView(text.unicodeScalars.map { ["\t", "\n", "\r"].contains($0) ? " " : $0 })))
  }

  /// A part of a document's text for an element.
  package mutating func text(_ utf8: [UInt8], _ range: Range<Int>) {
    utf8.withUnsafeBufferPointer { escape(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Markup characters become entities; controls and bidirectional overrides, which could make a page read differently from
  /// what it says, become visible.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var from = 0
    var i = 0
    while i < text.count {
      let (replacement, length) = replacement(text, at: i)
      if let replacement {
        bytes.append(contentsOf: text[from..<i])
        bytes.append(contentsOf: replacement.utf8)
        from = i + length
      }
      i += length
    }
    bytes.append(contentsOf: text[from...])
  }

  private func replacement(_ text: UnsafeBufferPointer<UInt8>, at i: Int) -> (String?, length: Int) {
    switch text[i] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return (MarkupEntity.of(Unicode.Scalar(text[i]))?.description, 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0x09, 0x0A, 0x0D: return (nil, 1)
    case 0x00..<0x20, 0x7F: return (VisibleScalar.replacement(for: Unicode.Scalar(text[i])), 1)
    case 0xC2 where i + 1 < text.count && text[i + 1] < 0xA0:
      return ("⟨U+00\(String(text[i + 1], radix: 16, uppercase: true))⟩", 2)
    case 0xE2 where i + 2 < text.count:
      switch (text[i + 1], text[i + 2]) {
      case (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
        let high = UInt32(text[i + 1] & 0x3F) << 6
        let value: UInt32 = 0x2000 | high | UInt32(text[i + 2] & 0x3F)
        return ("⟨U+\(String(value, radix: 16, uppercase: true))⟩", 3)
      default: return (nil, 1)
      }
    default: return (nil, 1)
    }
  }

  /// A link to a web or mail address; any other address is only shown as a title.
  package mutating func openLink(_ address: String) {
    if Self.isLinkable(address) {
      raw("<a class=\"link\" rel=\"noreferrer noopener\" href=\"")
    } else {
      raw("<a class=\"link\" title=\"")
    }
    text(address)
    raw("\">")
  }

  /// Whether an address begins with a scheme that cannot run anything.
  package static func isLinkable(_ address: String) -> Bool {
    ["http://", "https://", "mailto:"].contains { (scheme: String) -> Bool in
      guard address.utf8.count > scheme.utf8.count else { return false }
      for (byte, expected) in zip(address.utf8, scheme.utf8) {
        let isUpper = byte >= 0x41 && byte <= 0x5A
        if (isUpper ? byte | 0x20 : byte) != expected { return false }
      }
      return true
    }
  }

  /// A `lang` attribute with a space before it; empty if the tag has not the form of one (BCP 47).
  package static func languageAttribute(_ tag: String?) -> String {
    func isAllowed(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
      default: false
      }
    }
    guard let tag, (2...35).contains(tag.utf8.count), tag.utf8.allSatisfy(isAllowed) else { return "" }
    return " lang=\"\(tag)\""
  }
}
