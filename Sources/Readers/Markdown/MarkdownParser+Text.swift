import CMd4c
import ContentModel

/// Words, and the line ends, code and inline HTML between them.
extension MarkdownParser {
  func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
    guard let range = located(text, size) else {
      if type == MD_TEXT_HTML { return }
      flushInlineHTML()
      return keep(type, text, size)
    }
    if type == MD_TEXT_HTML {
      htmlPieces.append(range)
      return
    }
    flushInlineHTML()
    if imageDepth > 0 {
      image?.pieces.append((range, type == MD_TEXT_ENTITY))
      return
    }
    if html.state.isDropped { return }
    flushPending(before: range.lowerBound)
    if type == MD_TEXT_ENTITY {
      Self.writeEntity(range, builder.text.source, builder)
    } else if type == MD_TEXT_NORMAL {
      words(range)
    } else {
      builder.words(range)
    }
  }

  /// Keeps text that md4c made itself until its neighbour in the source is known.
  private func keep(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
    if imageDepth > 0 {
      let end = image?.pieces.last?.range.upperBound ?? builder.text.sourceEnd
      image?.pieces.append((end..<end, false))
    } else if type == MD_TEXT_BR {
      pending = .hardBreak
    } else if type == MD_TEXT_CODE, blocks.last?.type == MD_BLOCK_CODE {
      if let text { pendingCode += UnsafeRawBufferPointer(start: text, count: size) }
      pending = .code
    } else if case .nothing = pending {
      pending = .softBreak
    }
  }

  private func flushPending(before offset: Int) {
    let kind = pending
    pending = .nothing
    switch kind {
    case .nothing: break
    case .softBreak: builder.space(lineGap(before: offset))
    case .hardBreak: builder.lineBreak(lineGap(before: offset))
    case .code:
      if builder.hasOpenLeaf { builder.words(pendingCode, from: min(builder.text.sourceEnd, offset)..<offset) }
      pendingCode.removeAll(keepingCapacity: true)
    }
  }

  /// The white space and container markers around the last line end before an offset.
  private func lineGap(before offset: Int) -> Range<Int> {
    let source = builder.text.source
    let low = min(builder.text.sourceEnd, offset)
    var i = offset
    while i > low, source[i - 1] != 0x0A, source[i - 1] != 0x0D { i -= 1 }
    guard i > low else { return offset..<offset }
    var start = i - 1
    while start > low, isWhiteSpace(source[start - 1]) { start -= 1 }
    if start > low, source[start - 1] == 0x5C { start -= 1 }
    var end = i
    while end < offset, isWhiteSpace(source[end]) || source[end] == 0x3E { end += 1 }
    return start..<end
  }

  func flushInlineHTML() {
    guard let first = htmlPieces.first, let last = htmlPieces.last, blocks.last?.type != MD_BLOCK_HTML else { return }
    htmlPieces = []
    if imageDepth > 0 { return }
    flushPending(before: first.lowerBound)
    html.read(first.lowerBound..<max(first.upperBound, last.upperBound))
    builder.style = html.state.style
  }

  /// Writes plain text, with references to footnotes marked.
  func words(_ range: Range<Int>) {
    let source = builder.text.source
    var start = range.lowerBound
    var i = start
    while i + 1 < range.upperBound {
      guard source[i] == 0x5B, source[i + 1] == 0x5E else {
        i += 1
        continue
      }
      var end = i + 2
      while end < range.upperBound, end - i < 200, source[end] > 0x20, source[end] != 0x5D, source[end] != 0x5B { end += 1 }
      guard end < range.upperBound, source[end] == 0x5D, end > i + 2 else {
        i += 1
        continue
      }
      builder.words(start..<i)
      let ticket = builder.openMark(
        .footnoteReference, target: String(decoding: source[(i + 2)..<end], as: UTF8.self))
      builder.words(i..<(end + 1))
      builder.closeMark(ticket)
      start = end + 1
      i = start
    }
    builder.words(start..<range.upperBound)
  }

  static func writeEntity(_ range: Range<Int>, _ source: [UInt8], _ builder: DocumentBuilder) {
    if let reference = CharacterReference(source, at: range.lowerBound, limit: range.upperBound, inAttribute: false),
      reference.end == range.upperBound
    {
      builder.words(reference.text, from: range)
    } else {
      builder.words(range)
    }
  }
}
