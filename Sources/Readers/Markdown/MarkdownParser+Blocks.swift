import CMd4c
import ContentModel

/// Blocks as they open and close.
extension MarkdownParser {
  func enterBlock(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
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

  func leaveBlock(_ type: MD_BLOCKTYPE) {
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
}
