import ContentModel
import Testing

@Suite("Source map")
struct SourceMapTests {
  typealias Segment = SourceMap.Segment

  /// `a &amp; <b>b</b>` shown as `a & b`.
  private let map = SourceMap(
    source: SourceText(utf8: Array("a &amp; <b>b</b>\n".utf8), encoding: "utf-8"),
    segments: [
      Segment(text: 0, textLength: 2, source: 0, sourceLength: 2, kind: .verbatim),
      Segment(text: 2, textLength: 1, source: 2, sourceLength: 5, kind: .atomic),
      Segment(text: 3, textLength: 1, source: 7, sourceLength: 1, kind: .verbatim),
      Segment(text: 4, textLength: 1, source: 11, sourceLength: 1, kind: .verbatim),
      Segment(text: 5, textLength: 1, source: 12, sourceLength: 0, kind: .synthetic),
    ])

  @Test("a span maps to each source range that it comes from, entities as a whole")
  func ranges() {
    #expect(map.decodedRanges(of: Span(0, 5)) == [0..<8, 11..<12])
    #expect(map.decodedRanges(of: Span(2, 3)) == [2..<7])
    #expect(map.decodedRanges(of: Span(1, 2)) == [1..<2])
    #expect(map.decodedRanges(of: Span(5, 6)) == [])
    #expect(map.decodedRanges(of: Span(3, 3)) == [])
  }

  @Test("an empty or synthetic span lies at the nearest source position before it")
  func nearest() {
    #expect(map.location(of: Span(1, 1)).startByte == 1)
    #expect(map.location(of: Span(5, 6)).startByte == 12)
    #expect(map.location(of: Span(6, 6)).startByte == 12)
    #expect(map.location(of: Span(5, 6)).endByte == 12)
  }

  @Test("columns count scalars, also far into a long line")
  func columns() {
    let source = SourceText(utf8: Array((String(repeating: "é", count: 5000) + "\r\nx\ry").utf8), encoding: "utf-8")
    #expect(source.lineAndColumn(0) == (1, 1))
    #expect(source.lineAndColumn(8000) == (1, 4001))
    #expect(source.lineAndColumn(10002) == (2, 1))
    #expect(source.lineAndColumn(10004) == (3, 1))
    #expect(source.lineRange(1) == 0..<10000)
    #expect(source.lineRange(3) == 10004..<10005)
  }

  @Test("a scaled segment maps each byte to as many source bytes as the encoding uses")
  func scaled() {
    let segments = [
      Segment(text: 0, textLength: 3, source: 2, sourceLength: 6, kind: .scaled),
      Segment(text: 3, textLength: 3, source: 8, sourceLength: 2, kind: .atomic),
      Segment(text: 6, textLength: 1, source: 10, sourceLength: 2, kind: .scaled),
    ]
    let source = SourceText(utf8: Array("abc–d".utf8), encoding: "utf-16le", segments: segments, originalStart: 2)
    #expect(source.originalOffset(1) == 4)
    #expect(source.originalOffset(3) == 8)
    #expect(source.originalOffset(3, isEnd: true) == 8)
    #expect(source.originalOffset(6, isEnd: true) == 10)
    #expect(source.originalOffset(7, isEnd: true) == 12)
  }
}
