import ContentModel

/// What the head of a page publishes: its title and the descriptions that search engines and networks show.
///
/// Held back until the first words of the body, so that the title comes first.
struct HTMLHead {
  /// The pieces of the title element.
  var title: [Range<Int>] = []
  private var descriptions: [(key: String, value: Range<Int>)] = []
  private var entries: [MetadataEntry] = []
  private var isTitleWritten = false
  private var languageRank = 0

  private static let published: Set<String> = [
    "description", "keywords", "abstract", "og:title", "og:description", "og:image:alt", "og:site_name",
    "twitter:title", "twitter:description", "twitter:image:alt", "dc.title", "dc.description", "dcterms.description",
    "name", "headline",
  ]

  /// Takes what a start tag says about the document.
  mutating func collect(_ tag: HTMLTag, into builder: DocumentBuilder) {
    switch tag.name {
    case "html": setLanguage(tag.attribute("lang") ?? tag.attribute("xml:lang"), rank: 3, builder)
    case "body": setLanguage(tag.attribute("lang"), rank: 2, builder)
    case "meta":
      guard let content = tag.valueRange("content") else { return }
      let value = tag.attribute("content") ?? ""
      if tag.attribute("http-equiv").map({ HTMLTag.lowerCased(Array($0.utf8)[...]) }) == "content-language" {
        setLanguage(value, rank: 1, builder)
      }
      guard let name = tag.attribute("name") ?? tag.attribute("property") ?? tag.attribute("itemprop") else { return }
      let key = HTMLTag.lowerCased(Array(name.utf8)[...])
      builder.metadata.append(MetadataEntry(key: key, value: value))
      if Self.published.contains(key) { descriptions.append((key, content)) }
    default: break
    }
  }

  private mutating func setLanguage(_ tag: String?, rank: Int, _ builder: DocumentBuilder) {
    guard let tag, !tag.isEmpty, rank > languageRank else { return }
    languageRank = rank
    builder.language = tag
  }

  /// Writes what is held back, the title first.
  mutating func flush(into builder: DocumentBuilder) {
    guard !title.isEmpty || !descriptions.isEmpty else { return }
    let bytes = builder.text.source
    let pieces = title
    let metas = descriptions
    title = []
    descriptions = []
    if !pieces.isEmpty {
      let isFirst = !isTitleWritten
      isTitleWritten = true
      let text = HTMLText(bytes, decodes: true, isPreformatted: false)
      let style = DocumentBuilder.LeafStyle(kind: isFirst ? .title : .metadata, label: isFirst ? nil : "title")
      if isFirst {
        let value = pieces.map(text.string).joined()
        builder.metadata.insert(
          MetadataEntry(key: "title", value: value.split(whereSeparator: \.isWhitespace).joined(separator: " ")), at: 0)
      }
      builder.addAside(style) { builder in
        for piece in pieces { text.write(piece, to: builder) }
      }
    }
    let text = HTMLText(bytes, decodes: true, isPreformatted: false, inAttribute: true)
    for (key, value) in metas {
      builder.addAside(DocumentBuilder.LeafStyle(kind: .metadata, label: key)) { text.write(value, to: $0) }
    }
  }
}
