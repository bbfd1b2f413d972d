/// Whether a byte is ASCII white space: space, tab, line feed, form feed, carriage return.
@inline(__always)
func isWhiteSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

@inline(__always)
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

@inline(__always)
func isASCIIDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

extension Collection<UInt8> {
  /// Whether UTF-8 holds anything but white space and characters without width (§ White_Space; U+200B–U+200F, U+2060, U+FEFF, U+00AD).
  var containsVisibleText: Bool {
    var iterator = makeIterator()
    var decoder = UTF8()
    for byte in self where !isWhiteSpace(byte) {
      if byte < 0x80, byte > 0x20, byte != 0x7F { return true }
      break
    }
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar.isVisible { return true }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// Whether the character leaves ink, as far as plain properties tell.
  var isVisible: Bool {
    switch value {
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: false
    default: !properties.isWhitespace
    }
  }
}
