/// Writes HTML character data to a document: references decoded, white space collapsed, everything mapped.
struct HTMLText {
  let bytes: [UInt8]
  let decodes: Bool
  let isPreformatted: Bool
  var inAttribute = false

  init(_ bytes: [UInt8], decodes: Bool, isPreformatted: Bool, inAttribute: Bool = false) {
    self.bytes = bytes
    self.decodes = decodes
    self.isPreformatted = isPreformatted
    self.inAttribute = inAttribute
  }

  func write(_ range: Range<Int>, to builder: DocumentBuilder) {
    var i = range.lowerBound
    // A line feed right behind <pre> is not shown.
    if isPreformatted, !builder.hasOpenLeaf {
      while i < range.upperBound, bytes[i] == 0x0D || bytes[i] == 0x0A { i += 1 }
    }
    while i < range.upperBound {
      let start = i
      while i < range.upperBound, bytes[i] != 0x26 || !decodes, isPreformatted ? bytes[i] != 0x0D : !isWhiteSpace(bytes[i]) {
        i += 1
      }
      builder.words(start..<i)
      guard i < range.upperBound else { return }
      if decodes, bytes[i] == 0x26 {
        if let reference = CharacterReference(bytes, at: i, limit: range.upperBound, inAttribute: inAttribute) {
          builder.words(reference.text, from: i..<reference.end)
          i = reference.end
        } else {
          builder.words(i..<(i + 1))
          i += 1
        }
      } else if isPreformatted {
        let end = i + 1 < range.upperBound && bytes[i + 1] == 0x0A ? i + 2 : i + 1
        builder.words(CollectionOfOne(0x0A), from: i..<end)
        i = end
      } else {
        let space = i
        while i < range.upperBound, isWhiteSpace(bytes[i]) { i += 1 }
        builder.space(space..<i)
      }
    }
  }

  /// The decoded characters of a range, for values that are no part of the text.
  func string(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if decodes, bytes[i] == 0x26,
        let reference = CharacterReference(bytes, at: i, limit: range.upperBound, inAttribute: inAttribute)
      {
        out += reference.text
        i = reference.end
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
