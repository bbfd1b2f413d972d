import CMd4c
import ContentModel

/// Emphasis, links and images.
extension MarkdownParser {
  func enterSpan(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
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

  func leaveSpan(_ type: MD_SPANTYPE) {
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
}
