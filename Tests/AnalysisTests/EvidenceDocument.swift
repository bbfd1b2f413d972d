import ContentModel

@testable import Analysis

/// A document for tests: one block a line, with a little markup for what a reader would have recognised.
///
/// `# ` is a heading, `- ` an item of a list, `| ` cells of a table row, `[^1]: ` a footnote, everything else a
/// paragraph; `⏎` is a line break inside a block. Inline, `<sup>`, `<i>`, `<a href="…">`, `<a id="…"></a>` and
/// `<fn 1>` become marks.
struct EvidenceDocument {
  private(set) var utf8: [UInt8] = []
  private(set) var blocks: [Block] = []
  private(set) var marks: [Mark] = []

  init(_ text: String) {
    var list: Int?
    var table: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
      var line = Substring(line)
      if line.hasPrefix("- ") {
        if list == nil {
          list = blocks.count
          blocks.append(Block(kind: .list, span: Span(next, next), level: 1))
        }
        table = nil
        append(line.dropFirst(2), .item, parent: list)
      } else if line.hasPrefix("| ") {
        list = nil
        if table == nil {
          table = blocks.count
          blocks.append(Block(kind: .table, span: Span(next, next)))
        }
        let row = blocks.count
        blocks.append(Block(kind: .row, span: Span(next, next), parent: table))
        for cell in line.dropFirst(2).split(separator: "|") { append(cell.drop { $0 == " " }, .cell, parent: row) }
        blocks[row].span = Span(blocks[row + 1].span.start, utf8.count)
      } else {
        list = nil
        table = nil
        if line.hasPrefix("# ") {
          append(line.dropFirst(2), .heading, level: 2)
        } else if line.hasPrefix("[^"), let close = line.firstIndex(of: "]") {
          let label = String(line[line.index(line.startIndex, offsetBy: 2)..<close])
          line = line[line.index(close, offsetBy: 3)...]
          append(line, .footnote, label: label)
        } else {
          append(line, .paragraph)
        }
      }
      for container in [list, table] {
        if let container { blocks[container].span = Span(blocks[container + 1].span.start, utf8.count) }
      }
    }
    marks.sort { $0.span < $1.span }
  }

  private var next: Int { utf8.isEmpty ? 0 : utf8.count + 1 }

  private mutating func append(_ text: Substring, _ kind: Block.Kind, parent: Int? = nil, level: Int = 0, label: String? = nil) {
    if !utf8.isEmpty { utf8.append(0x0A) }
    let start = utf8.count
    var open: [(kind: Mark.Kind, start: Int, target: String?)] = []
    var rest = text
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">"), let tag = Self.tag(rest[rest.index(after: rest.startIndex)..<end]) {
        rest = rest[rest.index(after: end)...]
        switch tag {
        case .open(let kind, let target): open.append((kind, utf8.count, target))
        case .close:
          if let last = open.popLast() { marks.append(Mark(kind: last.kind, span: Span(last.start, utf8.count), target: last.target)) }
        case .footnote(let label):
          let low = utf8.count
          utf8.append(contentsOf: Array(label.utf8))
          marks.append(Mark(kind: .footnoteReference, span: Span(low, utf8.count), target: label))
        }
        continue
      }
      utf8.append(contentsOf: Array((character == "⏎" ? "\n" : String(character)).utf8))
      rest = rest.dropFirst()
    }
    blocks.append(Block(kind: kind, span: Span(start, utf8.count), parent: parent, level: level, label: label))
  }

  private enum Tag {
    case open(Mark.Kind, String?)
    case close
    case footnote(String)
  }

  private static func tag(_ text: Substring) -> Tag? {
    if text == "sup" { return .open(.superscript, nil) }
    if text == "i" { return .open(.emphasis, nil) }
    if text == "/sup" || text == "/i" || text == "/a" { return .close }
    if text.hasPrefix("fn ") { return .footnote(String(text.dropFirst(3))) }
    for (prefix, kind) in [("a href=\"", Mark.Kind.link), ("a id=\"", .anchor)] where text.hasPrefix(prefix) {
      return .open(kind, String(text.dropFirst(prefix.count).dropLast()))
    }
    return nil
  }

  var document: Document {
    let length = utf8.count
    return Document(
      path: "test", format: .text, utf8: utf8, blocks: blocks, marks: marks,
      sourceMap: SourceMap(
        source: SourceText(utf8: utf8, encoding: "utf-8"),
        segments: [SourceMap.Segment(text: 0, textLength: length, source: 0, sourceLength: length, kind: .verbatim)]))
  }

  /// The analysis of a text under the word lists of the repository.
  static func analysis(_ text: String) throws -> DocumentAnalysis {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return DocumentAnalysis(EvidenceDocument(text).document, lexicons: try AnalysisLexicons(folder: "/\(root)/Rules/_lexicons"))
  }
}

/// The block tree as indented lines: kind, and for leaves the text.
func outline(_ document: Document, _ blocks: [Block]) -> String {
  var depth = [Int](repeating: 0, count: blocks.count)
  var lines: [String] = []
  for (n, block) in blocks.enumerated() {
    if let parent = block.parent { depth[n] = depth[parent] + 1 }
    let isLeaf = n + 1 >= blocks.count || blocks[n + 1].parent != n
    let text = isLeaf ? " " + document.text(block.span).replacing("\n", with: "⏎") : ""
    lines.append(String(repeating: "  ", count: depth[n]) + block.kind.rawValue + text)
  }
  return lines.joined(separator: "\n")
}

/// Whether the blocks form a preorder tree of disjoint, separated, ordered leaves inside their parents.
func isWellFormed(_ document: Document, _ blocks: [Block]) -> Bool {
  var lastEnd = -1
  for (n, block) in blocks.enumerated() {
    if let parent = block.parent {
      guard parent < n, blocks[parent].span.contains(block.span) else { return false }
      // Preorder: the parent is the previous block or one of its ancestors.
      var ancestor: Int? = n - 1
      while let index = ancestor, index != parent { ancestor = blocks[index].parent }
      guard ancestor == parent else { return false }
    }
    let isLeaf = n + 1 >= blocks.count || blocks[n + 1].parent != n
    if isLeaf {
      guard block.span.start > lastEnd || lastEnd == -1 && block.span.start == 0, block.span.end <= document.utf8.count else { return false }
      lastEnd = block.span.end
    }
  }
  return true
}
