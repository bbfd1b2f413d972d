import CMd4c
import ContentModel

/// Feeds md4c's events about one text into a document.
final class MarkdownParser {
  private let builder: DocumentBuilder
  private let html: HTMLContent
  private let input: MarkdownInput
  private var base: UnsafePointer<CChar>?
  private var blocks: [OpenBlock] = []
  private var marks: [Int] = []
  /// Text without place in the source, to be written before the next located text.
  private var pending = Pending.nothing
  private var pendingCode: [UInt8] = []
  private var htmlPieces: [Range<Int>] = []
  private var image: ImageText?
  private var imageDepth = 0
  private var table = HTMLTableColumns()
  /// For each open list the number of its next item; nil where its items have none.
  private var itemNumbers: [Int?] = []

  private enum Pending {
    case nothing, softBreak, hardBreak
    /// Line ends and indentation of code, in `pendingCode`.
    case code
  }

  private struct OpenBlock {
    var type: MD_BLOCKTYPE
    /// Height of the HTML stack at its start.
    var height: Int
    var state: HTMLContent.State
    var floor: Int
    var outerTable: HTMLTableColumns?
  }

  private struct ImageText {
    var pieces: [(range: Range<Int>, isEntity: Bool)] = []
    var source: String?
  }

  init(builder: DocumentBuilder, html: HTMLContent, input: MarkdownInput) {
    self.builder = builder
    self.html = html
    self.input = input
  }

  func parse() {
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEURLAUTOLINKS
        | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS)
    parser.enter_block = { type, detail, user in
      MarkdownParser.from(user)?.enterBlock(type, detail)
      return 0
    }
    parser.leave_block = { type, _, user in
      MarkdownParser.from(user)?.leaveBlock(type)
      return 0
    }
    parser.enter_span = { type, detail, user in
      MarkdownParser.from(user)?.enterSpan(type, detail)
      return 0
    }
    parser.leave_span = { type, _, user in
      MarkdownParser.from(user)?.leaveSpan(type)
      return 0
    }
    parser.text = { type, text, size, user in
      MarkdownParser.from(user)?.text(type, text, Int(size))
      return 0
    }
    input.bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      let text = start.assumingMemoryBound(to: CChar.self)
      base = text
      let status = md_parse(text, MD_SIZE(input.count), &parser, Unmanaged.passUnretained(self).toOpaque())
      base = nil
      if status != 0 {
        builder.notes.append(
          ReadingNote(message: "the rest of the Markdown could not be read", sourceByte: builder.text.sourceEnd))
      }
    }
    builder.closeLeaf()
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> MarkdownParser? {
    user.map { Unmanaged<MarkdownParser>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The source range of a text that md4c hands out; nil for text of its own.
  private func located(_ text: UnsafePointer<CChar>?, _ size: Int) -> Range<Int>? {
    guard let text, let base, size > 0, UInt(bitPattern: text) >= UInt(bitPattern: base) else { return nil }
    let offset = Int(UInt(bitPattern: text) - UInt(bitPattern: base))
    guard offset + size <= input.count else { return nil }
    let start = input.sourceOffset(offset)
    return start + size <= builder.text.source.count ? start..<(start + size) : nil
  }

  // MARK: Blocks

  private func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    endInline()
    var block = OpenBlock(type: type, height: html.height, state: html.state, floor: html.floor)
    func container(_ kind: Block.Kind, level: Int = 0, flags: Block.Flags = [], label: String? = nil) {
      builder.openContainer(kind, level: level, flags: html.state.style.flags.union(flags), label: label)
      html.floor = html.height
    }
    var style = (kind: Block.Kind.paragraph, level: 0)
    switch type {
    case MD_BLOCK_QUOTE: container(.quotation)
    case MD_BLOCK_UL, MD_BLOCK_OL:
      let first = type == MD_BLOCK_OL ? detail.map { Int($0.assumingMemoryBound(to: MD_BLOCK_OL_DETAIL.self).pointee.start) } : nil
      itemNumbers.append(first)
      container(.list, level: builder.listDepth + 1)
    case MD_BLOCK_LI:
      let number = itemNumbers.last ?? nil
      if let number, number < 1_000_000 { itemNumbers[itemNumbers.count - 1] = number + 1 }
      container(.item, label: number.map(String.init))
    case MD_BLOCK_H:
      let level = detail.map { Int($0.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level) } ?? 1
      style = (.heading, min(max(level, 1), 6))
    case MD_BLOCK_CODE: style = (.code, 0)
    case MD_BLOCK_TABLE:
      block.outerTable = table
      table = HTMLTableColumns()
      container(.table)
    case MD_BLOCK_TR:
      table.startRow()
      container(.row)
    case MD_BLOCK_TH, MD_BLOCK_TD:
      let isHeader = type == MD_BLOCK_TH
      let label = table.startCell(isHeader: isHeader, inHead: isHeader, columns: 1)
      container(.cell, flags: isHeader ? .header : [], label: label)
    default: break
    }
    builder.closeLeaf()
    if type != MD_BLOCK_DOC {
      (html.state.style.kind, html.state.style.level) = style
      builder.style = html.state.style
    }
    blocks.append(block)
  }

  private func leaveBlock(_ type: MD_BLOCKTYPE) {
    if type == MD_BLOCK_HTML { readHTMLBlock() }
    endInline()
    guard let block = blocks.popLast() else { return }
    if type == MD_BLOCK_HTML {
      // What the HTML opened or closed holds for the blocks behind it.
      if html.height == block.height {
        html.state = block.state
      } else if !blocks.isEmpty {
        blocks[blocks.count - 1].height = max(html.height, html.floor)
      }
      builder.closeLeaf()
      builder.style = html.state.style
      return
    }
    let isBelow = html.height < block.height
    html.pop(to: block.height)
    builder.closeLeaf()
    switch type {
    case MD_BLOCK_UL, MD_BLOCK_OL:
      itemNumbers.removeLast()
      builder.closeContainer()
    case MD_BLOCK_QUOTE, MD_BLOCK_LI, MD_BLOCK_TR: builder.closeContainer()
    case MD_BLOCK_TABLE:
      builder.closeContainer()
      if let outer = block.outerTable { table = outer }
    case MD_BLOCK_TH, MD_BLOCK_TD:
      if let index = builder.closeContainer(), table.wantsHeaderText {
        let span = builder.blocks[index].span
        table.endHeaderCell(String(decoding: builder.text.utf8[span.utf8Offsets], as: UTF8.self))
      }
    default: break
    }
    html.floor = block.floor
    if !isBelow { html.state = block.state }
    builder.style = html.state.style
  }

  /// Ends the words of the block at hand: nothing pending, no inline HTML left open.
  private func endInline() {
    flushInlineHTML()
    pending = .nothing
    pendingCode.removeAll(keepingCapacity: true)
    if let block = blocks.last, isInline(block.type) { html.pop(to: block.height) }
  }

  private func isInline(_ type: MD_BLOCKTYPE) -> Bool {
    type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_LI || type == MD_BLOCK_TD || type == MD_BLOCK_TH
  }

  private func readHTMLBlock() {
    guard let first = htmlPieces.first, let last = htmlPieces.last else { return }
    var end = first.upperBound
    for piece in htmlPieces.dropFirst() {
      if piece.lowerBound > end { html.blank(end..<piece.lowerBound) }
      end = max(end, piece.upperBound)
    }
    htmlPieces = []
    html.read(first.lowerBound..<max(first.upperBound, last.upperBound))
  }

  // MARK: Spans

  private func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushInlineHTML()
    if type == MD_SPAN_IMG {
      imageDepth += 1
      guard imageDepth == 1, let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee else { return }
      self.image = ImageText(source: string(image.src))
      publishTitle(image.title)
      return
    }
    guard imageDepth == 0 else { return }
    let ticket: Int
    switch type {
    case MD_SPAN_EM: ticket = builder.openMark(.emphasis)
    case MD_SPAN_STRONG: ticket = builder.openMark(.strong)
    case MD_SPAN_CODE: ticket = builder.openMark(.code)
    case MD_SPAN_DEL: ticket = builder.openMark(.deleted)
    case MD_SPAN_A:
      let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee
      ticket = builder.openMark(.link, target: link.map { string($0.href) })
      if let link { publishTitle(link.title) }
    default: ticket = -1
    }
    marks.append(ticket)
  }

  private func leaveSpan(_ type: MD_SPANTYPE) {
    flushInlineHTML()
    if type == MD_SPAN_IMG {
      imageDepth -= 1
      if imageDepth == 0, let image { publish(image) }
      return
    }
    guard imageDepth == 0, let ticket = marks.popLast() else { return }
    builder.closeMark(ticket)
  }

  private func publish(_ image: ImageText) {
    self.image = nil
    guard !image.pieces.isEmpty else { return }
    let style = DocumentBuilder.LeafStyle(kind: .imageText, flags: html.state.style.flags, label: image.source)
    let source = builder.text.source
    builder.addAside(style) { builder in
      for piece in image.pieces {
        if piece.isEntity {
          Self.writeEntity(piece.range, source, builder)
        } else if piece.range.isEmpty {
          builder.space(piece.range)
        } else {
          builder.words(piece.range)
        }
      }
    }
  }

  /// Publishes the tooltip of a link or image.
  private func publishTitle(_ attribute: MD_ATTRIBUTE) {
    guard attribute.size > 0 else { return }
    let style = DocumentBuilder.LeafStyle(kind: .metadata, flags: html.state.style.flags, label: "title")
    let place = builder.text.sourceEnd
    if let range = located(attribute.text, Int(attribute.size)) {
      let text = HTMLText(builder.text.source, decodes: true, isPreformatted: false)
      builder.addAside(style) { text.write(range, to: $0) }
    } else {
      // md4c has removed escapes or line ends and does not tell from where.
      let value = Array(string(attribute).utf8)
      builder.addAside(style) { $0.words(value, from: place..<place) }
    }
  }

  /// An attribute's value with references decoded.
  private func string(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text, attribute.size > 0 else { return "" }
    let bytes: [UInt8]
    if let range = located(text, Int(attribute.size)) {
      bytes = Array(builder.text.source[range])
    } else {
      bytes = Array(UnsafeRawBufferPointer(start: text, count: Int(attribute.size)))
    }
    return HTMLText(bytes, decodes: true, isPreformatted: false).string(0..<bytes.count)
  }

  // MARK: Text

  private func text(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
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

  private func flushInlineHTML() {
    guard let first = htmlPieces.first, let last = htmlPieces.last, blocks.last?.type != MD_BLOCK_HTML else { return }
    htmlPieces = []
    if imageDepth > 0 { return }
    flushPending(before: first.lowerBound)
    html.read(first.lowerBound..<max(first.upperBound, last.upperBound))
    builder.style = html.state.style
  }

  /// Writes plain text, with references to footnotes marked.
  private func words(_ range: Range<Int>) {
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

  private static func writeEntity(_ range: Range<Int>, _ source: [UInt8], _ builder: DocumentBuilder) {
    if let reference = CharacterReference(source, at: range.lowerBound, limit: range.upperBound, inAttribute: false),
      reference.end == range.upperBound
    {
      builder.words(reference.text, from: range)
    } else {
      builder.words(range)
    }
  }
}
