import ContentModel

/// Turns HTML tokens into blocks, words and marks, with a stack of open elements instead of a tree.
///
/// Serves whole documents and the HTML inside Markdown, where the stack lives on
/// between pieces. An end tag finds its element in constant time, so that no
/// nesting makes it quadratic.
final class HTMLContent {
  let builder: DocumentBuilder
  /// The bytes that tokens are cut from; same offsets as the builder's source.
  private(set) var bytes: [UInt8]
  var state = State()
  private var stack: [Entry] = []
  /// Index in `stack` of the innermost open element of each name.
  private var latest: [String: Int] = [:]
  /// End tags close no element below this height.
  var floor = 0
  var head = HTMLHead()
  var table = HTMLTableColumns()
  /// Ids of footnotes, and their labels.
  var footnotes: [String: String] = [:]
  private var captured: [Range<Int>] = []

  /// What an element passes on to its contents.
  struct State {
    var style = DocumentBuilder.LeafStyle()
    var isPreformatted = false
    var isDropped = false
    var isForeign = false
    /// Within the title element.
    var isTitle = false
    /// Words go to a leaf of their own behind the open one.
    var isCaptured = false
    var isInArticle = false
    var isInNotes = false
    var isInTableHead = false
    var quotationDepth = 0
    var scope = 0
  }

  private struct Entry {
    var name: String
    var outer: State
    var previousOfName: Int?
    var isBlock: Bool
    var opensContainer = false
    var startsCapture: DocumentBuilder.LeafStyle?
    var mark = -1
    var outerTable: HTMLTableColumns?
  }

  init(builder: DocumentBuilder, bytes: [UInt8]) {
    self.builder = builder
    self.bytes = bytes
  }

  var height: Int { stack.count }

  /// Reads a stretch of HTML; elements left open stay open.
  func read(_ range: Range<Int>, isXML: Bool = false) {
    var tokens = HTMLTokenizer(bytes, range: range)
    tokens.isXML = isXML
    tokens.foreignContent = state.isForeign
    while let token = tokens.next() {
      switch token {
      case .text(let range, let mode): text(range, decodes: mode == .data || mode == .rcdata)
      case .start(let name, let tag, let isSelfClosing):
        let element = HTMLTag(bytes, name: name, range: tag, attributes: tokens.attributes)
        start(element)
        if isSelfClosing, isXML || state.isForeign, stack.last?.name == element.name {
          pop(to: stack.count - 1)
          tokens.leaveRawText()
        }
        tokens.foreignContent = state.isForeign
      case .end(let name, let tag):
        end(HTMLTag.lowerCased(bytes[name]), tag)
        tokens.foreignContent = state.isForeign
      case .comment(let content): comment(content)
      case .doctype: break
      }
    }
  }

  /// Hands over a comment that the author wrote as one (`<!-- … -->`), and not what merely counts as a comment.
  private func comment(_ content: Range<Int>) {
    let start = content.lowerBound - 4
    let end = content.upperBound + 3
    guard start >= 0, end <= bytes.count, bytes[start..<content.lowerBound].elementsEqual("<!--".utf8),
      bytes[content.upperBound..<end].elementsEqual("-->".utf8), !state.isDropped
    else { return }
    builder.comment(start..<end, content: content)
  }

  /// Blanks source bytes that are no part of the HTML: the markers of a quotation or list around it.
  func blank(_ range: Range<Int>) {
    for i in range where !isWhiteSpace(bytes[i]) { bytes[i] = 0x20 }
  }

  // MARK: Words

  private func text(_ range: Range<Int>, decodes: Bool = true) {
    if state.isDropped { return }
    if state.isTitle {
      head.title.append(range)
    } else if state.isCaptured {
      captured.append(range)
    } else {
      if !bytes[range].allSatisfy(isWhiteSpace) { head.flush(into: builder) }
      HTMLText(bytes, decodes: decodes, isPreformatted: state.isPreformatted).write(range, to: builder)
    }
  }

  // MARK: Start tags

  private func start(_ tag: HTMLTag) {
    if state.isForeign, HTMLElement.foreignBreakers.contains(tag.name) {
      for island in ["svg", "math"] {
        if let i = latest[island], i >= floor { pop(to: i) }
      }
    }
    let element = HTMLElement.named(tag.name)
    if element.endsParagraph, let p = latest["p"], p >= max(state.scope, floor) { pop(to: p) }
    closeImplied(by: tag.name)
    if tag.name == "br" {
      if !state.isCaptured { builder.lineBreak(tag.range) }
      return
    }
    var isBlock = !isInline(element)
    let isHidden = element.isHidden || tag.isHidden
    var capture: DocumentBuilder.LeafStyle?
    if state.isForeign, tag.name == "title" || tag.name == "desc" {
      capture = DocumentBuilder.LeafStyle(kind: .imageText, flags: state.style.flags)
      isBlock = false
    } else if isHidden, !isBlock, builder.hasOpenLeaf, !state.isCaptured {
      capture = DocumentBuilder.LeafStyle(flags: state.style.flags.union(.hidden))
    } else if isHidden, !builder.hasOpenLeaf {
      isBlock = true
    }
    if isBlock, capture == nil, !state.isCaptured { builder.closeLeaf() }
    head.collect(tag, into: builder)
    publishAttributes(of: tag)
    if element.isVoid {
      if tag.name == "hr" { builder.closeLeaf() }
      return
    }
    var entry = Entry(name: tag.name, outer: state, previousOfName: latest[tag.name], isBlock: isBlock)
    enter(tag, element, isHidden: isHidden)
    if let capture {
      entry.startsCapture = capture
      entry.isBlock = false
      state.isCaptured = true
    }
    if !state.isCaptured, !state.isDropped { openBlock(tag, element, &entry) }
    builder.style = state.style
    if let id = tag.id { builder.anchor(id) }
    if !state.isCaptured { entry.mark = openMark(tag, element) }
    latest[tag.name] = stack.count
    stack.append(entry)
    if HTMLElement.scopes.contains(tag.name) { state.scope = stack.count }
    if tag.name == "q", !state.isCaptured {
      builder.words((state.quotationDepth % 2 == 1 ? "“" : "‘").utf8, from: tag.range)
    }
  }

  private func isInline(_ element: HTMLElement) -> Bool {
    switch element.role {
    case .inline, .dropped: true
    default: false
    }
  }

  private func closeImplied(by name: String) {
    guard let (closes, within) = HTMLElement.implied(by: name) else { return }
    var limit = max(floor, within.isEmpty ? state.scope : 0)
    for wall in within { limit = max(limit, (latest[wall] ?? -1) + 1) }
    let open = closes.compactMap { latest[$0] }.filter { $0 >= limit }
    if let lowest = open.min() { pop(to: lowest) }
  }

  /// What the element changes for its contents.
  private func enter(_ tag: HTMLTag, _ element: HTMLElement, isHidden: Bool) {
    if isHidden { state.style.flags.insert(.hidden) }
    switch tag.name {
    case "nav": state.style.flags.insert(.furniture)
    case "header", "footer": if !state.isInArticle { state.style.flags.insert(.furniture) }
    case "article", "main", "section": state.isInArticle = true
    case "svg", "math": state.isForeign = true
    case "foreignobject": state.isForeign = false
    case "title": if !state.isForeign { state.isTitle = true }
    case "thead": state.isInTableHead = true
    case "q": state.quotationDepth += 1
    default: break
    }
    if let role = tag.role, ["banner", "navigation", "contentinfo"].contains(role) {
      state.style.flags.insert(.furniture)
    }
    if tag.holdsFootnotes { state.isInNotes = true }
    switch element.role {
    case .heading(let level): (state.style.kind, state.style.level) = (.heading, level)
    case .preformatted: (state.style.kind, state.isPreformatted) = (.paragraph, true)
    case .dropped: state.isDropped = true
    case .item, .cell, .headerCell, .caption, .quotation, .table, .list:
      (state.style.kind, state.style.level) = (.paragraph, 0)
      state.isPreformatted = false
    default: break
    }
    if tag.name == "p" || tag.role == "heading" {
      let level = tag.attribute("aria-level").flatMap { Int($0) }.map { min(max($0, 1), 6) } ?? 2
      (state.style.kind, state.style.level) = tag.role == "heading" ? (.heading, level) : (.paragraph, 0)
    }
    if tag.name == "textarea" { state.isPreformatted = true }
    if element.mark == .code, state.isPreformatted, !builder.hasOpenLeaf { state.style.kind = .code }
  }

  private func openBlock(_ tag: HTMLTag, _ element: HTMLElement, _ entry: inout Entry) {
    func open(_ kind: Block.Kind, level: Int = 0, flags: Block.Flags = [], label: String? = nil) {
      builder.openContainer(kind, level: level, flags: state.style.flags.union(flags), label: label)
      entry.opensContainer = true
    }
    if let label = tag.footnoteLabel(inNotes: state.isInNotes) {
      if let id = tag.id { footnotes[id] = label }
      open(.footnote, label: label)
      return
    }
    switch element.role {
    case .list: open(.list, level: builder.listDepth + 1)
    case .item: open(.item)
    case .quotation: open(.quotation)
    case .caption: open(.caption)
    case .table:
      entry.outerTable = table
      table = HTMLTableColumns()
      open(.table)
    case .row:
      table.startRow()
      open(.row)
    case .cell, .headerCell:
      let isHeader = if case .headerCell = element.role { true } else { state.isInTableHead }
      let span = tag.attribute("colspan").flatMap { Int($0) } ?? 1
      let label = table.startCell(isHeader: isHeader, inHead: state.isInTableHead, columns: span)
      open(.cell, flags: isHeader ? .header : [], label: label)
    default: break
    }
  }

  private func openMark(_ tag: HTMLTag, _ element: HTMLElement) -> Int {
    guard let kind = element.mark else { return -1 }
    if kind == .link {
      guard let target = tag.attribute("href") else { return -1 }
      return builder.openMark(.link, target: target)
    }
    return builder.openMark(kind)
  }

  // MARK: End tags

  private func end(_ name: String, _ tag: Range<Int>) {
    if name == "br" { return builder.lineBreak(tag) }
    var target = latest[name]
    if HTMLElement.headings.contains(name) { target = HTMLElement.headings.compactMap { latest[$0] }.max() }
    guard let target, target >= floor, target >= state.scope || HTMLElement.closesThroughScopes.contains(name) else {
      if !isInline(HTMLElement.named(name)), !state.isCaptured { builder.closeLeaf() }
      return
    }
    if name == "q", !state.isCaptured, builder.hasOpenLeaf {
      builder.words((state.quotationDepth % 2 == 1 ? "”" : "’").utf8, from: tag)
    }
    pop(to: target)
  }

  /// Closes the elements above a height of the stack.
  func pop(to height: Int) {
    while stack.count > max(height, 0), let entry = stack.popLast() {
      latest[entry.name] = entry.previousOfName
      builder.closeMark(entry.mark)
      if let style = entry.startsCapture { publishCaptured(style) }
      let isCaptured = entry.outer.isCaptured
      if entry.opensContainer {
        if entry.name == "td" || entry.name == "th" { closeCell() } else { builder.closeContainer() }
      } else if entry.isBlock, !isCaptured {
        builder.closeLeaf()
      }
      if let outer = entry.outerTable { table = outer }
      state = entry.outer
      builder.style = state.style
    }
  }

  private func closeCell() {
    if let index = builder.closeContainer(), table.wantsHeaderText {
      let span = builder.blocks[index].span
      table.endHeaderCell(String(decoding: builder.text.utf8[span.utf8Offsets], as: UTF8.self))
    }
  }

  private func publishCaptured(_ style: DocumentBuilder.LeafStyle) {
    let pieces = captured
    captured = []
    guard !pieces.isEmpty else { return }
    let text = HTMLText(bytes, decodes: true, isPreformatted: false)
    builder.addAside(style) { builder in
      for piece in pieces {
        text.write(piece, to: builder)
        builder.space(piece.upperBound..<piece.upperBound)
      }
    }
  }

  /// Closes everything and resolves what needs the whole document.
  func finish() {
    pop(to: 0)
    head.flush(into: builder)
    builder.finish()
    guard !footnotes.isEmpty else { return }
    builder.replaceMarks { mark in
      guard mark.kind == .link, let target = mark.target, target.utf8.first == 0x23,
        let label = footnotes[String(target.dropFirst())]
      else { return [mark] }
      return [mark, Mark(kind: .footnoteReference, span: mark.span, target: label)]
    }
  }
}
