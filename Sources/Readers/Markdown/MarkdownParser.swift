import CMd4c
import ContentModel

/// Feeds md4c's events about one text into a document.
final class MarkdownParser {
  let builder: DocumentBuilder
  let html: HTMLContent
  private let input: MarkdownInput
  private var base: UnsafePointer<CChar>?
  var blocks: [OpenBlock] = []
  var marks: [Int] = []
  /// Text without place in the source, to be written before the next located text.
  var pending = Pending.nothing
  var pendingCode: [UInt8] = []
  var htmlPieces: [Range<Int>] = []
  var image: ImageText?
  var imageDepth = 0
  var table = HTMLTableColumns()
  /// For each open list the number of its next item; nil where its items have none.
  var itemNumbers: [Int?] = []

  enum Pending {
    case nothing, softBreak, hardBreak
    /// Line ends and indentation of code, in `pendingCode`.
    case code
  }

  struct OpenBlock {
    var type: MD_BLOCKTYPE
    /// Height of the HTML stack at its start.
    var height: Int
    var state: HTMLContent.State
    var floor: Int
    var outerTable: HTMLTableColumns?
  }

  struct ImageText {
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
  func located(_ text: UnsafePointer<CChar>?, _ size: Int) -> Range<Int>? {
    guard let text, let base, size > 0, UInt(bitPattern: text) >= UInt(bitPattern: base) else { return nil }
    let offset = Int(UInt(bitPattern: text) - UInt(bitPattern: base))
    guard offset + size <= input.count else { return nil }
    let start = input.sourceOffset(offset)
    return start + size <= builder.text.source.count ? start..<(start + size) : nil
  }
}
