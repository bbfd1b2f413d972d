/// A source file decoded to UTF-8, with the way back to its original bytes.
package struct SourceText: Sendable {
  /// The decoded text without byte order mark: valid UTF-8.
  package let utf8: [UInt8]
  /// The encoding's IANA name in lower case: `utf-8`, `utf-16le`, `windows-1252`, …
  package let encoding: String
  /// Decoded bytes to original bytes. Empty means that byte `i` of `utf8` is original byte `i + originalStart`.
  package let segments: [SourceMap.Segment]
  /// Length of the byte order mark.
  package let originalStart: Int
  /// Offsets in `utf8` at which lines start; a line ends at LF, CR LF or a lone CR.
  package let lineStarts: [Int32]
  /// How many scalars start before each multiple of ``scalarCountStride``, so that columns in a line of megabytes cost no scan of it.
  private let scalarCounts: [Int32]
  private static let scalarCountStride = 1024

  package init(utf8: [UInt8], encoding: String, segments: [SourceMap.Segment] = [], originalStart: Int = 0) {
    self.utf8 = utf8
    self.encoding = encoding
    self.segments = segments
    self.originalStart = originalStart
    var starts: [Int32] = [0]
    var counts: [Int32] = []
    var scalars: Int32 = 0
    utf8.withUnsafeBufferPointer { bytes in
      for i in bytes.indices {
        if i % Self.scalarCountStride == 0 { counts.append(scalars) }
        if bytes[i] & 0xC0 != 0x80 { scalars += 1 }
        if bytes[i] == 0x0A || (bytes[i] == 0x0D && (i + 1 == bytes.count || bytes[i + 1] != 0x0A)) {
          starts.append(Int32(i + 1))
        }
      }
    }
    counts.append(scalars)
    lineStarts = starts
    scalarCounts = counts
  }

  /// How many scalars start before a decoded offset.
  private func scalarCount(before decoded: Int) -> Int {
    let offset = min(max(decoded, 0), utf8.count)
    let block = offset / Self.scalarCountStride
    var count = Int(scalarCounts[min(block, scalarCounts.count - 1)])
    for i in min(block * Self.scalarCountStride, offset)..<offset where utf8[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The original byte offset of the character that starts at, or contains, a decoded offset; for the end of a range use `isEnd`.
  package func originalOffset(_ decoded: Int, isEnd: Bool = false) -> Int {
    if segments.isEmpty { return decoded + originalStart }
    let key = isEnd ? max(0, decoded - 1) : decoded
    guard let i = SourceMap.segmentIndex(in: segments, at: key) else {
      return segments.last.map { Int($0.source) + Int($0.sourceLength) } ?? originalStart
    }
    let segment = segments[i]
    switch segment.kind {
    case .verbatim, .scaled: return Int(segment.source) + (decoded - Int(segment.text)) * segment.scale
    case .atomic, .synthetic: return Int(segment.source) + (isEnd ? Int(segment.sourceLength) : 0)
    }
  }

  /// 1-based line and column of a decoded offset; columns count Unicode scalars.
  package func lineAndColumn(_ decoded: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= decoded { low = middle } else { high = middle }
    }
    return (low + 1, 1 + scalarCount(before: decoded) - scalarCount(before: Int(lineStarts[low])))
  }

  /// The decoded bytes of a 1-based line, without its terminator.
  package func lineRange(_ line: Int) -> Range<Int> {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : utf8.count
    while end > start, utf8[end - 1] == 0x0A || utf8[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }
}
