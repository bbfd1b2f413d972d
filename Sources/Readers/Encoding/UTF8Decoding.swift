import ContentModel

/// How many multi-byte sequences of a file are valid UTF-8, and how many are not.
struct UTF8Survey {
  /// Valid sequences of two to four bytes.
  private(set) var sequences = 0
  /// Maximal invalid subparts, as the Unicode standard (§3.9, U+FFFD substitution) cuts them.
  private(set) var errors = 0
  /// Whether the only error is a sequence that the end of the file cuts short.
  private(set) var isCutShortOnly = false

  init(_ bytes: [UInt8], from start: Int) {
    bytes.withUnsafeBufferPointer { bytes in
      var i = start
      while i < bytes.count {
        if bytes[i] < 0x80 {
          i += 1
          continue
        }
        let step = UTF8Step(bytes, i)
        if step.isValid { sequences += 1 } else { errors += 1 }
        i += step.length
        if i == bytes.count, !step.isValid, errors == 1, step.isPrefix { isCutShortOnly = true }
      }
    }
  }
}

/// One sequence at an offset: its length, and whether it is a character.
///
/// An invalid one is the maximal subpart: the longest start of a character, or one byte.
struct UTF8Step {
  let length: Int
  let isValid: Bool
  /// Whether an invalid sequence is the start of a character.
  let isPrefix: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) {
    let lead = bytes[i]
    var need = 0
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0x00...0x7F: need = 0
    case 0xC2...0xDF: need = 1
    case 0xE0: (need, low) = (2, 0xA0)
    case 0xED: (need, high) = (2, 0x9F)
    case 0xE1...0xEF: need = 2
    case 0xF0: (need, low) = (3, 0x90)
    case 0xF4: (need, high) = (3, 0x8F)
    case 0xF1...0xF3: need = 3
    default:
      (length, isValid, isPrefix) = (1, false, false)
      return
    }
    var k = 1
    while k <= need {
      guard i + k < bytes.count, low <= bytes[i + k], bytes[i + k] <= high else {
        (length, isValid, isPrefix) = (k, false, i + k >= bytes.count)
        return
      }
      (low, high) = (0x80, 0xBF)
      k += 1
    }
    (length, isValid, isPrefix) = (need + 1, true, false)
  }
}

/// Decodes UTF-8 with errors: each maximal invalid subpart becomes U+FFFD.
enum UTF8Repair {
  static func decode(_ bytes: [UInt8], from start: Int) -> DecodedSource {
    var out = Transcoder()
    var errors: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in
      var i = start
      while i < buffer.count {
        let step = UTF8Step(buffer, i)
        if !step.isValid { errors.append(i..<(i + step.length)) }
        i += step.length
      }
    }
    var i = start
    for error in errors {
      out.copy(bytes, i..<error.lowerBound)
      out.replace(error)
      i = error.upperBound
    }
    out.copy(bytes, i..<bytes.count)
    return DecodedSource(
      text: out.sourceText(encoding: "utf-8", originalStart: start), notes: out.notes(encoding: "UTF-8"))
  }
}
