import ContentModel
import Writers

/// The inline elements open at a point of the text: links, emphasis and the like.
///
/// Marks may overlap and may cross blocks; elements may not. Where a mark ends
/// below others they are closed and opened again, and so at the edges of a block.
struct HTMLInlineMarks {
  private let marks: [Mark]
  private var next = 0
  /// Indices of open marks, outermost first.
  private var open: [Int] = []

  /// Marks nested deeper are not shown, so that overlaps cannot multiply the output.
  private static let deepest = 12

  init(_ marks: [Mark]) {
    self.marks = marks
  }

  /// Where the next mark begins or an open one ends.
  var nextBoundary: Int? {
    let end = open.map { marks[$0].span.end }.min()
    let start = next < marks.count ? marks[next].span.start : nil
    return switch (start, end) {
    case (let start?, let end?): min(start, end)
    default: start ?? end
    }
  }

  /// At the beginning of a block: reopens what continues in it.
  mutating func enter(at position: Int, _ html: inout HTMLWriter) {
    open.removeAll { marks[$0].span.end <= position }
    for mark in open { html.raw(opening(mark)) }
  }

  /// At the end of a block.
  mutating func leave(_ html: inout HTMLWriter) {
    for mark in open.reversed() { html.raw(Self.closing(marks[mark].kind)) }
  }

  /// After the last block: marks that reach beyond it end there.
  mutating func finish() {
    open.removeAll()
    next = marks.count
  }

  /// Closes the marks that end at or before a position and opens those that begin there, if text up to `limit` follows.
  mutating func pass(_ position: Int, limit: Int, _ html: inout HTMLWriter) {
    if let lowest = open.firstIndex(where: { marks[$0].span.end <= position }) {
      for mark in open[lowest...].reversed() { html.raw(Self.closing(marks[mark].kind)) }
      let kept = open[lowest...].filter { marks[$0].span.end > position }
      open.removeSubrange(lowest...)
      for mark in kept {
        open.append(mark)
        html.raw(opening(mark))
      }
    }
    guard position < limit else { return }
    while next < marks.count, marks[next].span.start <= position {
      let mark = next
      next += 1
      guard marks[mark].span.end > position, open.count < Self.deepest, !Self.closing(marks[mark].kind).isEmpty,
        marks[mark].kind != .link || !hasLink
      else { continue }
      open.append(mark)
      html.raw(opening(mark))
    }
  }

  private var hasLink: Bool { open.contains { marks[$0].kind == .link } }

  /// Writes something that must not stand inside a link, such as a link of our own.
  mutating func outsideLinks(_ html: inout HTMLWriter, _ write: (inout HTMLWriter) -> Void) {
    guard hasLink else { return write(&html) }
    for mark in open.reversed() { html.raw(Self.closing(marks[mark].kind)) }
    write(&html)
    for mark in open { html.raw(opening(mark)) }
  }

  private func opening(_ mark: Int) -> String {
    switch marks[mark].kind {
    case .link:
      var link = HTMLWriter()
      link.openLink(marks[mark].target ?? "")
      return String(decoding: link.bytes, as: UTF8.self)
    case .emphasis: return "<em>"
    case .strong: return "<strong>"
    case .code: return "<code>"
    case .superscript, .footnoteReference: return "<sup>"
    case .subscript: return "<sub>"
    case .deleted: return "<s>"
    case .anchor: return ""
    }
  }

  private static func closing(_ kind: Mark.Kind) -> String {
    switch kind {
    case .link: "</a>"
    case .emphasis: "</em>"
    case .strong: "</strong>"
    case .code: "</code>"
    case .superscript, .footnoteReference: "</sup>"
    case .subscript: "</sub>"
    case .deleted: "</s>"
    case .anchor: ""
    }
  }
}
