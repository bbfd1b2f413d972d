package import ContentModel

/// Reads documents of every supported format.
package struct DocumentReader {
  /// Bytes larger than this are refused with `too-large`. Default 64 MiB; more than 512 MiB counts as 512 MiB, because maps hold 32-bit offsets.
  package var maximumBytes: Int = 64 << 20
  /// A document with a longer line, in bytes of its UTF-8 text, is refused with `too-large`.
  package var maximumLineBytes: Int = 16 << 20
  /// Containers nested deeper are read as one level, and a note says so.
  package var maximumNesting: Int = 100
  /// A document with more blocks is refused with `too-large`.
  package var maximumBlocks: Int = 1_000_000

  package init() {}

  /// Decodes, reads structure and words, and maps every word to its source bytes. Linear in the number of bytes.
  package func read(
    _ bytes: [UInt8], path: String, format: DocumentFormat
  ) throws(DocumentError) -> Document {
    func refusal(_ code: DocumentError.Code, _ message: String) -> DocumentError {
      DocumentError(path: path, code: code, message: message)
    }
    if bytes.isEmpty { throw refusal(.empty, "is empty") }
    let limit = min(maximumBytes, 512 << 20)
    if bytes.count > limit {
      throw refusal(.tooLarge, "is \(bytes.count) bytes long; the limit is \(limit) bytes: split it or raise limits.document-bytes")
    }
    if let other = ForeignFormat(bytes) {
      throw refusal(
        .unsupportedFormat,
        "is \(other.name) whatever its file name says, and cannot be read: convert it to text, Markdown or HTML")
    }
    let decoded: DecodedSource
    do throws(DecodingFailure) {
      decoded = try TextDecoding.decode(bytes, format: format)
    } catch {
      switch error {
      case .binary(let reason): throw refusal(.binary, "holds binary data (\(reason)): not a text document")
      case .undecodable(let reason): throw refusal(.undecodable, "\(reason): save it as UTF-8")
      }
    }
    if !decoded.text.utf8.containsVisibleText { throw refusal(.empty, "holds only white space") }

    if let line = decoded.text.firstLine(longerThan: maximumLineBytes) {
      throw refusal(
        .tooLarge,
        "has a line of \(line.bytes) bytes (line \(line.number)); the limit is \(maximumLineBytes) bytes: break it or raise limits.line-bytes")
    }

    let builder = DocumentBuilder(
      source: decoded.text.utf8, maximumDepth: maximumNesting, maximumBlocks: maximumBlocks)
    switch format {
    case .text: PlainTextReader.read(into: builder)
    case .markdown: MarkdownReader.read(into: builder)
    case .html: HTMLReader.read(into: builder, isXML: path.utf8.suffix(6).elementsEqual(".xhtml".utf8))
    }
    if builder.isFull {
      throw refusal(
        .tooLarge, "holds more than \(maximumBlocks) paragraphs, items, cells and other blocks: split it or raise limits.blocks")
    }
    if builder.blocks.isEmpty {
      throw refusal(.empty, "holds no words to check, only markup: give the document that readers see")
    }
    return builder.document(path: path, format: format, source: decoded)
  }
}

extension SourceText {
  /// The number (1-based) and length of the first line longer than a limit; terminators do not count.
  fileprivate func firstLine(longerThan limit: Int) -> (number: Int, bytes: Int)? {
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : utf8.count
      guard end - Int(start) > limit else { continue }
      let bytes = lineRange(index + 1).count
      if bytes > limit { return (index + 1, bytes) }
    }
    return nil
  }
}

/// A format that betrays itself by its first bytes, whatever the file's name.
private struct ForeignFormat {
  let name: String

  init?(_ bytes: [UInt8]) {
    func starts(_ signature: String) -> Bool { bytes.starts(with: signature.utf8) }
    if starts("%PDF-") {
      name = "a PDF document"
    } else if starts("PK\u{03}\u{04}") {
      name = "a ZIP archive (Word, PowerPoint, OpenDocument, EPUB, …)"
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      name = "an old or password-protected Office document"
    } else if starts("{\\rtf") {
      name = "an RTF document"
    } else {
      return nil
    }
  }
}
