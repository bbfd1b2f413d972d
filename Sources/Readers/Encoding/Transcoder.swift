import ContentModel

/// Collects decoded text with the way back to the original bytes.
struct Transcoder {
  private(set) var utf8: [UInt8] = []
  private var segments: [SourceMap.Segment] = []
  private(set) var errors = 0
  private var firstError = 0

  /// Appends a run of bytes that are the same in the original.
  mutating func copy(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    add(.verbatim, textLength: range.count, source: range)
    utf8.append(contentsOf: bytes[range])
  }

  /// Appends a run of ASCII characters, each of which takes `range.count / ascii.count` original bytes.
  mutating func scale(_ ascii: ArraySlice<UInt8>, from range: Range<Int>) {
    guard !ascii.isEmpty else { return }
    add(.scaled, textLength: ascii.count, source: range)
    utf8.append(contentsOf: ascii)
  }

  /// Appends one character that the original writes in other bytes.
  mutating func convert(_ scalar: Unicode.Scalar, from range: Range<Int>) {
    let encoded = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    add(.atomic, textLength: encoded.count, source: range)
    utf8.append(contentsOf: encoded)
  }

  /// Appends U+FFFD in place of bytes that are no character.
  mutating func replace(_ range: Range<Int>) {
    if errors == 0 { firstError = range.lowerBound }
    errors += 1
    convert("\u{FFFD}", from: range)
  }

  private mutating func add(_ kind: SourceMap.Segment.Kind, textLength: Int, source: Range<Int>) {
    segments.append(
      SourceMap.Segment(
        text: utf8.count, textLength: textLength, source: source.lowerBound, sourceLength: source.count, kind: kind))
  }

  func sourceText(encoding: String, originalStart: Int) -> SourceText {
    SourceText(utf8: utf8, encoding: encoding, segments: segments, originalStart: originalStart)
  }

  /// One note for all replaced bytes, at the first.
  func notes(encoding: String) -> [ReadingNote] {
    guard errors > 0 else { return [] }
    let what = errors == 1 ? "a byte sequence that is" : "\(errors) byte sequences that are"
    return [ReadingNote(message: "\(what) not valid \(encoding), read as U+FFFD", sourceByte: firstError)]
  }
}
