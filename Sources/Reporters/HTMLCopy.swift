import ContentModel
import Writers

/// A document's text as HTML with its findings highlighted in place and described beside it.
///
/// The text is cut into *passages*: a passage begins at a block in which a
/// finding begins, its findings follow, then the text up to the next such block.
/// A grid puts the findings beside both, so that a finding is always level with
/// its words, on screen and on paper, without a script; in one column it follows
/// them. Lists and quotations are closed and opened again at such cuts.
struct HTMLCopy {
  var html: HTMLWriter
  private let report: DocumentReport
  private let anchors: HTMLAnchors
  private let language: String
  private let leaves: [Int]
  private var nextLeaf = 0
  private var highlights: HTMLHighlights
  private var inline: HTMLInlineMarks
  /// Open elements, outermost first.
  private var open: [(block: Int, element: HTMLBlockElement)] = []
  private var passageIsEmpty = true
  private var passageFindings: [Int] = []

  private var document: Document { report.document }
  private let blocks: [Block]

  init(_ report: DocumentReport, anchors: HTMLAnchors, appendingTo html: consuming HTMLWriter) {
    self.html = html
    self.report = report
    self.anchors = anchors
    language = HTMLWriter.languageAttribute(report.document.language)
    var blocks = report.document.blocks
    // Text without structure is still text.
    if blocks.isEmpty { blocks = [Block(kind: .paragraph, span: Span(0, report.document.utf8.count))] }
    self.blocks = blocks
    leaves = blocks.indices.filter { [blocks] in !Self.isContainer($0, blocks) }
    highlights = HTMLHighlights(report.findings, textLength: report.document.utf8.count)
    inline = HTMLInlineMarks(report.document.marks)
  }

  static func isContainer(_ block: Int, _ blocks: [Block]) -> Bool {
    block + 1 < blocks.count && blocks[block + 1].parent == block
  }

  /// Writes the whole text.
  mutating func render() {
    beginPassage()
    for block in blocks.indices {
      close(downTo: blocks[block].parent)
      breakPassage(before: block)
      let isContainer = Self.isContainer(block, blocks)
      let parent = blocks[block].parent.flatMap { blocks.indices.contains($0) ? blocks[$0].kind : nil }
      let element = HTMLBlockElement(blocks[block], parent: parent, isContainer: isContainer)
      html.raw(element.open)
      if isContainer {
        open.append((block, element))
      } else {
        label(blocks[block])
        nextLeaf += 1
        leaf(blocks[block].span)
        html.raw(element.close)
        // A heading alone does not fill a passage: it stays with what it heads.
        if !Self.isHeading(blocks[block].kind) || !passageFindings.isEmpty { passageIsEmpty = false }
      }
    }
    close(downTo: nil)
    finishHighlights()
    endPassage()
  }

  // MARK: Passages

  private mutating func beginPassage() {
    html.raw("<div class=\"passage\">")
    beginCopy()
  }

  private mutating func beginCopy() {
    // Plain text keeps its line breaks; elsewhere they are white space like any other.
    let format = document.format == .text ? " plain-text" : ""
    let continued = open.isEmpty ? "" : " continued"
    html.raw("<div class=\"copy\(format)\(continued)\" dir=\"auto\"\(language)>\n")
    for (_, element) in open { html.raw(element.open) }
    passageIsEmpty = true
  }

  private mutating func endPassage() {
    endCopy()
    html.raw("</div>\n")
  }

  /// Ends a stretch of text and writes the findings that begin in it.
  private mutating func endCopy() {
    for (_, element) in open.reversed() { html.raw(element.close) }
    html.raw("</div>\n")
    if passageFindings.isEmpty { return }
    html.raw("<div class=\"notes\">\n")
    for finding in passageFindings {
      html.card(report.findings[finding], finding, anchors: anchors, language: language)
    }
    html.raw("</div>\n")
    passageFindings.removeAll(keepingCapacity: true)
  }

  /// Depth up to which lists and quotations may be cut; deeper ones stay whole, so that nesting cannot multiply the output.
  private static let deepestCut = 4

  private mutating func breakPassage(before block: Int) {
    guard !passageIsEmpty, open.count <= Self.deepestCut,
      open.allSatisfy({ Self.mayBeCut(blocks[$0.block].kind) })
    else { return }
    // A list whose first item has no finding need not begin a passage, its items will; a heading goes with what it heads.
    var first = block
    while first - block < Self.deepestCut, first + 1 < blocks.count,
      Self.isContainer(first, blocks) ? Self.mayBeCut(blocks[first].kind) : Self.isHeading(blocks[first].kind)
    {
      first += 1
    }
    if highlights.begins(before: blocks[first].span.end) {
      endPassage()
      beginPassage()
    } else if !passageFindings.isEmpty {
      endCopy()
      beginCopy()
    }
  }

  private static func mayBeCut(_ kind: Block.Kind) -> Bool {
    switch kind {
    case .list, .referenceList, .quotation: true
    default: false
    }
  }

  private static func isHeading(_ kind: Block.Kind) -> Bool { kind == .heading || kind == .title }

  private mutating func close(downTo parent: Int?) {
    while let last = open.last, last.block != parent {
      html.raw(last.element.close)
      open.removeLast()
    }
  }

  // MARK: Text

  /// Says what text is that a reader of the published page would not see, or not as text.
  private mutating func label(_ block: Block) {
    var labels: [String] = []
    if block.flags.contains(.hidden) { labels.append("Hidden text") }
    switch block.kind {
    case .imageText: labels.append("Image text")
    case .metadata: labels.append(block.label.map { "Metadata: \($0)" } ?? "Metadata")
    case .footnote: labels.append(block.label.map { "Note \($0)" } ?? "Note")
    case .referenceEntry:
      if let label = block.label { labels.append("[\(label)]") }
    default: break
    }
    for label in labels {
      html.raw("<span class=\"what\">")
      html.text(label)
      html.raw("</span> ")
    }
  }

  /// Text of a leaf, cut wherever a highlight or an inline mark begins or ends.
  private mutating func leaf(_ span: Span) {
    let limit = document.utf8.count
    let start = min(max(0, span.start), limit)
    let end = min(max(start, span.end), limit)
    var position = start
    inline.enter(at: position, &html)
    while true {
      while let event = highlights.upcoming, event.offset <= position, event.isEnd || position < end {
        _ = highlights.take()
        show(event)
      }
      inline.pass(position, limit: end, &html)
      if position >= end { break }
      var boundary = min(end, inline.nextBoundary ?? end)
      if let event = highlights.upcoming { boundary = min(boundary, event.offset) }
      boundary = max(boundary, position + 1)
      if let name = highlights.markClass {
        html.raw("<mark class=\"\(name)\">")
        html.text(document.utf8, position..<boundary)
        html.raw("</mark>")
      } else {
        html.text(document.utf8, position..<boundary)
      }
      position = boundary
    }
    // Ends that lie between this leaf and the next belong to the words before them.
    let followingStart = nextLeaf < leaves.count ? blocks[leaves[nextLeaf]].span.start : limit + 1
    while let event = highlights.upcoming, event.isEnd, event.offset < followingStart {
      _ = highlights.take()
      show(event)
    }
    inline.leave(&html)
  }

  private mutating func show(_ event: HTMLHighlights.Event) {
    let finding = report.findings[event.finding].finding
    switch (event.isEnd, event.related) {
    case (false, let related?):
      html.raw("<span class=\"at\" id=\"\(anchors.related(event.finding, related))\"></span>")
    case (false, nil):
      html.raw("<span class=\"at\" id=\"\(anchors.words(event.finding))\"></span>")
      if finding.scope == .span { passageFindings.append(event.finding) }
    case (true, nil):
      inline.outsideLinks(&html) { html in
        let marker = HTMLAnchors.marker(finding.severity, event.finding)
        html.raw(
          "<sup class=\"ref\"><a class=\"marker \(finding.severity.rawValue)\" href=\"#\(anchors.card(event.finding))\" aria-label=\"Finding \(marker)\">\(marker)</a></sup>"
        )
      }
    case (true, _?): break
    }
  }

  /// Findings on words that no block holds still get their anchors: nothing that was found may be missing from the page.
  private mutating func finishHighlights() {
    guard highlights.upcoming != nil else { return }
    inline.finish()
    html.raw("<p>")
    while let event = highlights.take() { show(event) }
    html.raw("</p>\n")
  }
}
