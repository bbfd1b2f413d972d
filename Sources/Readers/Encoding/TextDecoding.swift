import ContentModel

/// A file's bytes as text, and what was noticed on the way.
struct DecodedSource {
  var text: SourceText
  var notes: [ReadingNote]
}

/// Why bytes could not be read as text.
enum DecodingFailure: Error, Equatable {
  case binary(reason: String)
  case undecodable(reason: String)
}

/// Finds a file's encoding and decodes it to UTF-8.
///
/// In this order: byte order mark; declaration (HTML's `meta`, XML's prolog), unless
/// the bytes contradict it; strict UTF-8; UTF-16 without mark, known by its zero
/// bytes; UTF-8 with few errors; Windows-1252. Linear in the length of the file.
struct TextDecoding {
  /// Of the multi-byte sequences, the share of valid ones from which a file counts as UTF-8 with errors.
  static let validShare = 0.999

  static func decode(_ bytes: [UInt8], format: DocumentFormat) throws(DecodingFailure) -> DecodedSource {
    if let mark = ByteOrderMark(bytes) {
      return try decode(bytes, mark: mark)
    }
    let declared = format == .html ? EncodingDeclaration.label(in: bytes) : nil
    let zero = bytes.firstIndex(of: 0)
    if let zero {
      guard let bigEndian = WideDecoder.utf16ByteOrder(of: bytes) else {
        throw .binary(reason: "a NUL byte at offset \(zero)")
      }
      return try wide(WideDecoder(bytes, start: 0, unit: 2, bigEndian: bigEndian), lenient: false)
    }
    try refuseControlCharacters(bytes)

    let survey = UTF8Survey(bytes, from: 0)
    if survey.errors == 0 {
      var notes: [ReadingNote] = []
      if let declared, EncodingDeclaration.encoding(declared) != .utf8, survey.sequences > 0 {
        notes.append(ReadingNote(message: "declared as \(declared), but valid UTF-8: read as UTF-8", sourceByte: 0))
      }
      return DecodedSource(text: SourceText(utf8: bytes, encoding: "utf-8"), notes: notes)
    }
    if let declared {
      switch EncodingDeclaration.encoding(declared) {
      case .utf8: return UTF8Repair.decode(bytes, from: 0)
      case .windows1252: return try Windows1252.decode(bytes)
      case nil:
        throw .undecodable(reason: "is declared as \(declared), an encoding that is not supported")
      }
    }
    let sequences = survey.sequences + survey.errors
    if survey.sequences > 0, survey.isCutShortOnly || Double(survey.sequences) >= validShare * Double(sequences) {
      return UTF8Repair.decode(bytes, from: 0)
    }
    return try Windows1252.decode(bytes)
  }

  private static func decode(_ bytes: [UInt8], mark: ByteOrderMark) throws(DecodingFailure) -> DecodedSource {
    switch mark.encoding {
    case .utf8:
      if let zero = bytes.firstIndex(of: 0) { throw .binary(reason: "a NUL byte at offset \(zero)") }
      try refuseControlCharacters(bytes)
      if UTF8Survey(bytes, from: mark.length).errors > 0 { return UTF8Repair.decode(bytes, from: mark.length) }
      let text = SourceText(utf8: Array(bytes[mark.length...]), encoding: "utf-8", originalStart: mark.length)
      return DecodedSource(text: text, notes: [])
    case .utf16(let bigEndian):
      return try wide(WideDecoder(bytes, start: mark.length, unit: 2, bigEndian: bigEndian), lenient: true)
    case .utf32(let bigEndian):
      return try wide(WideDecoder(bytes, start: mark.length, unit: 4, bigEndian: bigEndian), lenient: true)
    }
  }

  private static func wide(_ decoder: WideDecoder, lenient: Bool) throws(DecodingFailure) -> DecodedSource {
    var decoder = decoder
    decoder.run()
    if let zero = decoder.firstZero { throw .binary(reason: "a NUL character at offset \(zero)") }
    if !lenient, decoder.errors > 0 {
      throw .binary(reason: "a NUL byte at offset \(decoder.bytes.firstIndex(of: 0) ?? 0)")
    }
    return DecodedSource(text: decoder.sourceText, notes: decoder.notes)
  }

  /// Refuses bytes that no text holds in number: control characters other than tab, line ends, form feed and escape.
  private static func refuseControlCharacters(_ bytes: [UInt8]) throws(DecodingFailure) {
    var count = 0
    var first = 0
    for (i, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F {
      switch byte {
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B: continue
      default:
        if count == 0 { first = i }
        count += 1
      }
    }
    if count > max(3, bytes.count / 50) {
      throw .binary(reason: "\(count) control characters, the first at offset \(first)")
    }
  }
}

/// A byte order mark at the start of a file.
struct ByteOrderMark {
  enum Encoding { case utf8, utf16(bigEndian: Bool), utf32(bigEndian: Bool) }
  let encoding: Encoding
  let length: Int

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      (encoding, length) = (.utf32(bigEndian: false), 4)
    } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      (encoding, length) = (.utf32(bigEndian: true), 4)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16(bigEndian: false), 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16(bigEndian: true), 2)
    } else {
      return nil
    }
  }
}
