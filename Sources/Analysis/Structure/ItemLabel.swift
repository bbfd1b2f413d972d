import ContentModel

/// The number or letter of a list's item: "1.", "2)", "(a)", "1.)", with the bullet that may stand before it.
struct ItemLabel {
  /// The number, or a letter's place in the alphabet.
  let value: Int
  let isLetter: Bool
  /// The signs around it, such as ".)"; items of one list share them.
  let opening: Bool
  let closing: [UInt8]
  /// The offset behind the label's last sign.
  let end: Int

  /// The label at an offset; nil where there is none. Looks at no more than a dozen bytes.
  init?(_ text: TextScanner, at start: Int) {
    var i = start
    if i < text.end, [0x2022, 0x2043, 0x25E6, 0x25AA, 0x2023, 0xB7].contains(text.scalar(i)) {
      i = text.skipSpace(i + text.length(i))
    }
    opening = i < text.end && text.bytes[i] == 0x28
    if opening { i += 1 }
    var value = 0
    var digits = 0
    while i < text.end, digits < 3, text.bytes[i] >= 0x30, text.bytes[i] <= 0x39 {
      value = value * 10 + Int(text.bytes[i] & 0x0F)
      digits += 1
      i += 1
    }
    isLetter = digits == 0
    if digits == 0 {
      guard i < text.end, text.bytes[i] >= 0x61, text.bytes[i] <= 0x7A else { return nil }
      value = Int(text.bytes[i] - 0x60)
      i += 1
    }
    var closing: [UInt8] = []
    while i < text.end, closing.count < 2, text.bytes[i] == 0x2E || text.bytes[i] == 0x29 {
      closing.append(text.bytes[i])
      i += 1
    }
    guard !closing.isEmpty, digits < 3, i < text.end, TextScanner.isSpace(text.scalar(i)) else { return nil }
    self.value = value
    self.closing = closing
    end = i
  }

  /// The label of the next item, if it stands behind the space at an offset and a capital or the like follows it.
  func successor(_ text: TextScanner, behind space: Int) -> ItemLabel? {
    let first = text.skipSpace(space)
    guard let next = ItemLabel(text, at: first), next.value == value + 1, next.isLetter == isLetter, next.closing == closing,
      next.opening == opening
    else { return nil }
    // "Vitamin B 2. Take": after a stop alone the item begins with a capital, as it does in a list.
    let word = text.nextWord(text.skipOpeners(text.skipSpace(next.end)))
    return word.kind == .uppercase || closing != [0x2E] && word.kind != .continuation ? next : nil
  }
}
