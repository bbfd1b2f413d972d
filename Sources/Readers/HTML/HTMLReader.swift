/// Reads HTML documents.
///
/// Text in source order, visible to readers or flagged hidden; style sheets and
/// scripts are not run. See ``HTMLContent`` for elements, ``HTMLHead`` for the head.
enum HTMLReader {
  static func read(into builder: DocumentBuilder, isXML: Bool) {
    let bytes = builder.text.source
    let content = HTMLContent(builder: builder, bytes: bytes)
    let hasProlog = bytes.drop(while: isWhiteSpace).starts(with: "<?xml".utf8)
    content.read(0..<bytes.count, isXML: isXML || hasProlog)
    content.finish()
  }
}
