import Analysis
import ContentModel
import LuaRuntime

// The document, its sections and blocks, links and images.
extension ObjectModel {
  static var documentType: ObjectType {
    @Sendable func blocks(_ host: RuleHost, _ kind: Block.Kind) -> LuaValue {
      host.charge(host.analysis.blocks.count / 8)
      return host.objects(.block, host.analysis.blocks.indices.filter { host.analysis.blocks[$0].kind == kind })
    }
    let lists: [Field] = [
      Field("blocks", "block[]", "Every block, a container before its contents.") { host, _ in host.objects(.block, host.analysis.blocks.indices) },
      Field("sections", "section[]", "The headings with what follows each.") { host, _ in host.objects(.section, host.sections.indices) },
      Field("headings", "block[]", "Every heading.") { host, _ in blocks(host, .heading) },
      Field("paragraphs", "block[]", "Every paragraph.") { host, _ in blocks(host, .paragraph) },
      Field("lists", "block[]", "Every list, marked or implied.") { host, _ in blocks(host, .list) },
      Field("items", "block[]", "Every list item.") { host, _ in blocks(host, .item) },
      Field("tables", "block[]", "Every table.") { host, _ in blocks(host, .table) },
      Field("sentences", "sentence[]", "Every sentence, in reading order.") { host, _ in host.objects(.sentence, host.analysis.sentences.indices) },
      Field("quantities", "quantity[]", "Every number.") { host, _ in host.objects(.quantity, host.analysis.quantities.indices) },
      Field("citations", "citation[]", "Everything that points to a source.") { host, _ in host.objects(.citation, host.analysis.citations.indices) },
      Field("references", "reference[]", "The entries of reference lists, and footnotes.") { host, _ in host.objects(.reference, host.analysis.references.indices) },
      Field("links", "link[]", "Every link.") { host, _ in host.objects(.link, host.links) },
      Field("images", "image[]", "Every image that has alternative text.") { host, _ in host.objects(.image, host.imageBlocks) },
    ]
    let facts: [Field] = [
      Field("format", "string", "text, markdown or html.") { host, _ in .string(host.document.format.rawValue) },
      Field("market", "string?", "The market the document says it is for (“market” in its front matter), or as its name or the configuration tells.") { host, _ in LuaValue(host.document.fact(.market)) },
      Field("audience", "string?", "The audience the document says it is for.") { host, _ in LuaValue(host.document.fact(.audience)) },
      Field("product", "string?", "The product it says that it speaks of.") { host, _ in LuaValue(host.document.fact(.product)) },
      Field("language", "string?", "The language declared, or else recognised.") { host, _ in
        LuaValue(host.document.fact(.language) ?? host.analysis.recognisedLanguage)
      },
      Field("sector", "sector?", "The kind of product or service for which most of the words speak; nil where none do.") { host, _ in
        LuaValue(host.analysis.sectorScores.leading?.rawValue)
      },
    ]
    return ObjectType(
      name: .document, summary: "The whole document.", fields: nodeFields(.document) + lists + facts + documentEvidenceFields,
      methods: nodeMethods(.document) + [
        Method("meta", ["key": "string"], returns: "string?", "What the document's front matter or meta elements say under a key.") { host, _, arguments in
          LuaValue(host.document.metadataValue(try arguments.string(0)))
        },
        Method("is_for", ["market": "string"], returns: "boolean?", "Whether the document is for a market, or for a part of it (DE is in EU); nil where it names none.") { host, _, arguments in
          let wanted = Market(try arguments.string(0))
          return host.document.fact(.market).map { .boolean(Market.list($0).contains { $0.lies(in: wanted) }) } ?? .nil
        },
        Method("about", ["sector": "sector"], returns: "boolean", "Whether the document is about a kind of product or service; it can be about several.") { host, _, arguments in
          .boolean(host.analysis.sectorScores.isAbout(try arguments.choice(0, Sector.self)))
        },
      ])
  }

  static var sectionType: ObjectType {
    ObjectType(
      name: .section, summary: "A heading and what follows it, up to the next heading.",
      fields: nodeFields(.section).filter { $0.name != "section" } + [
        Field("heading", "block?", "The heading; nil for what precedes the first.") { host, index in
          host.object(.block, host.sections[index].heading)
        },
        Field("sentences", "sentence[]", "The sentences of the section.") { host, index in
          let span = host.span(of: LuaObject(type: TypeName.section.rawValue, index: index)) ?? Span(0, 0)
          return host.objects(.sentence, host.sentences(in: span))
        },
      ],
      methods: nodeMethods(.section))
  }

  static var blockType: ObjectType {
    @Sendable func block(_ host: RuleHost, _ index: Int) -> Block { host.analysis.blocks[index] }
    return ObjectType(
      name: .block, summary: "A structural unit: a heading, a paragraph, a list, an item, a table, a cell, …",
      fields: nodeFields(.block).filter { $0.name != "block" } + [
        Field("kind", "block_kind", "What it is.") { .string(block($0, $1).kind.rawValue) },
        Field("level", "integer", "A heading's level from 1, a list's depth from 1; else 0.") { .integer(block($0, $1).level) },
        Field("inferred", "boolean", "Whether the structure is recovered from the shape of the text, not marked.") { .boolean(block($0, $1).flags.contains(.inferred)) },
        Field("label", "string?", "A footnote's or entry's label, a metadata key, an image's source.") { LuaValue(block($0, $1).label) },
        Field("parent", "block?", "The block around it.") { host, index in host.object(.block, block(host, index).parent) },
        Field("children", "block[]", "The blocks directly inside it.") { host, index in
          host.objects(.block, host.children(ofBlock: index))
        },
        Field("sentences", "sentence[]", "Its sentences.") { host, index in host.objects(.sentence, host.sentences(in: block(host, index).span)) },
        Field("next", "block?", "The next block that is not inside this one.") { host, index in
          let end = block(host, index).span.end
          let next = host.analysis.blocks.partitionPoint { $0.span.start >= end }
          return host.object(.block, next < host.analysis.blocks.count ? next : nil)
        },
        Field("previous", "block?", "The leaf before it in reading order.") { host, index in
          let start = block(host, index).span.start
          let leaves = host.analysis.leaves
          let position = leaves.partitionPoint { host.analysis.blocks[$0].span.end > start }
          return host.object(.block, position > 0 ? leaves[position - 1] : nil)
        },
      ],
      methods: nodeMethods(.block))
  }

  static var linkType: ObjectType {
    ObjectType(
      name: .link, summary: "Words that lead somewhere.",
      fields: nodeFields(.link) + [
        Field("target", "string", "The address, as written.") { host, index in .string(host.document.marks[index].target ?? "") }
      ],
      methods: nodeMethods(.link))
  }

  static var imageType: ObjectType {
    ObjectType(
      name: .image, summary: "An image with alternative text, which is its text here.",
      fields: nodeFields(.image) + [
        Field("source", "string?", "The image's address.") { host, index in LuaValue(host.analysis.blocks[index].label) }
      ],
      methods: nodeMethods(.image))
  }
}

extension RuleHost {
  var imageBlocks: [Int] {
    charge(analysis.blocks.count / 8)
    return analysis.blocks.indices.filter { analysis.blocks[$0].kind == .imageText }
  }

  func children(ofBlock index: Int) -> [Int] {
    let blocks = analysis.blocks
    var children: [Int] = []
    var i = index + 1
    while i < blocks.count, blocks[i].span.start < blocks[index].span.end {
      if blocks[i].parent == index { children.append(i) }
      i += 1
    }
    charge((i - index) / 4)
    return children
  }

  /// Indices of the sentences inside a span.
  func sentences(in span: Span) -> Range<Int> {
    let sentences = analysis.sentences
    let low = sentences.partitionPoint { $0.span.start >= span.start }
    return low..<max(low, sentences.partitionPoint { $0.span.end > span.end })
  }
}
