import ContentModel
import Screening
@testable import Analysis

/// Builds documents for tests: one paragraph leaf a line, source and text the same.
enum AnalysedText {
  /// The word lists of this repository.
  static let lexicons: AnalysisLexicons = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    do {
      return try AnalysisLexicons(folder: root + "/Rules/_lexicons")
    } catch {
      fatalError("\(error)")
    }
  }()

  /// A document of paragraphs; `kinds` gives other kinds by line.
  static func analysis(_ text: String, kinds: [Int: Block.Kind] = [:]) -> DocumentAnalysis {
    let bytes = Array(text.utf8)
    var blocks: [Block] = []
    var start = 0
    var line = 0
    for i in 0...bytes.count where i == bytes.count || bytes[i] == 0x0A {
      if i > start { blocks.append(Block(kind: kinds[line] ?? .paragraph, span: Span(start, i))) }
      start = i + 1
      line += 1
    }
    return analysis(bytes, blocks)
  }

  /// A document that is one leaf, line breaks included.
  static func leaf(_ text: String, _ kind: Block.Kind = .paragraph) -> DocumentAnalysis {
    let bytes = Array(text.utf8)
    return analysis(bytes, [Block(kind: kind, span: Span(0, bytes.count))])
  }

  static func analysis(_ bytes: [UInt8], _ blocks: [Block]) -> DocumentAnalysis {
    let segment = SourceMap.Segment(text: 0, textLength: bytes.count, source: 0, sourceLength: bytes.count, kind: .verbatim)
    let map = SourceMap(source: SourceText(utf8: bytes, encoding: "utf-8"), segments: [segment])
    let document = Document(path: "test.txt", format: .text, utf8: bytes, blocks: blocks, sourceMap: map)
    return DocumentAnalysis(document, lexicons: lexicons)
  }

  /// Takes `⟦…⟧` out of a text and gives the first marked span.
  static func unmarked(_ marked: String) -> (text: String, span: Span) {
    var bytes: [UInt8] = []
    var start = 0
    var end = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": end = bytes.count
      default: bytes.append(contentsOf: Array(String(scalar).utf8))
      }
    }
    return (String(decoding: bytes, as: UTF8.self), Span(start, max(start, end)))
  }
}
