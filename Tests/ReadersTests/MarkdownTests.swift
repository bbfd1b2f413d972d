import ContentModel
import Readers
import Testing

@Suite("Markdown")
struct MarkdownTests {
  static let blocks: [(text: String, outline: [String])] = [
    ("# One\n\nTwo\n---\n\n### Three ###", ["heading 1: One", "heading 2: Two", "heading 3: Three"]),
    ("a\nb  \nc\\\nd<br>e", ["paragraph: a b\nc\nd\ne"]),
    ("- a\n- b\n\n  c\n  1. d\n- [x] e", ["list 1", "  item: a", "  item", "    paragraph: b", "    paragraph: c", "    list 2", "      item [1]: d", "  item: e"]),
    ("> a\n> b\n\n> c\n>\n> d", ["quotation: a b", "quotation", "  paragraph: c", "  paragraph: d"]),
    (
      "| Dose | Effect |\n|---|---|\n| 5 mg | *none* |\n| | some |",
      [
        "table", "  row", "    cell header: Dose", "    cell header: Effect", "  row", "    cell [Dose]: 5 mg", "    cell [Effect]: none", "  row",
        "    cell [Effect]: some",
      ]
    ),
    ("```swift\nlet a\n\n  b\n```\n\n    c", ["code: let a\n\n  b", "code: c"]),
    ("See ![a *fine* cat &amp; dog](cat.png \"tip\") here.", ["paragraph: See  here.", "metadata [title]: tip", "image-text [cat.png]: a fine cat & dog"]),
    ("{{ name }} is {% if x %}here", ["paragraph: \u{FFFC} is \u{FFFC}here"]),
    ("{{ a\nb }}c {{ open", ["paragraph: \u{FFFC}c {{ open"]),
    (
      "A.[^n] B.\n\n[^n]: Note one\nlazy.\n\n    Note two.\n\nC.",
      ["paragraph: A.[^n] B.", "paragraph: C.", "footnote [n]", "  paragraph: Note one lazy.", "  paragraph: Note two."]
    ),
    ("```\n[^1]: code\n```", ["code: [^1]: code"]),
    ("<div hidden>\n\nunseen\n\n</div>\n\nseen <!-- c --> too", ["paragraph hidden: unseen", "paragraph: seen  too"]),
    ("<p>a &lt; b</p>\n<ul><li>c</ul>\n", ["paragraph: a < b", "list 1", "  item: c"]),
    ("> <p>a\n> b</p>", ["quotation: a b"]),
    ("a <script>x()\n\nb", ["paragraph: a", "paragraph: b"]),
    ("***\na\n\n***", ["paragraph: a"]),
  ]

  @Test("blocks", arguments: blocks)
  func outline(text: String, outline: [String]) throws {
    let document = try read(text, .markdown)
    #expect(document.outline == outline)
    #expect(violations(document, original: Array(text.utf8)) == [])
  }

  @Test("marks")
  func marks() throws {
    let text = "*a* **b** `c` ~~d~~ H<sub>2</sub>O x<sup>3</sup> [e *f*](u?a=1&amp;b=2) <g@h.i> www.j.k [^l] <b>m</b> <a href='n'>o</a>"
    #expect(
      try read(text, .markdown).markLines == [
        "emphasis: a", "strong: b", "code: c", "deleted: d", "subscript: 2", "superscript: 3", "link: e f → u?a=1&b=2", "emphasis: f",
        "link: g@h.i → mailto:g@h.i", "link: www.j.k → http://www.j.k", "footnote-reference: [^l] → l", "strong: m", "link: o → n",
      ])
  }

  static let maps: [(text: String, words: String, sources: [String])] = [
    ("a **bold** move", "bold move", ["bold", " move"]),
    ("over the\r\nline", "the line", ["the\r\nline"]),
    ("> over the\n> line", "the line", ["the\n> line"]),
    ("over the  \nline", "the\nline", ["the  \nline"]),
    ("fish &amp; chips", "h & c", ["h &amp; c"]),
    ("10 \\* 10", "10 * 10", ["10 ", "* 10"]),
    ("it’s “proven”", "’s “proven”", ["’s “proven”"]),
    ("| a \\| b |\n|---|\n| x |", "a | b", ["a ", "| b"]),
    ("x {{ tag }} y", "x \u{FFFC} y", ["x {{ tag }} y"]),
    ("[the *link*](http://a.b) text", "link text", ["link", " text"]),
    ("z\n\n[^1]: note **here**\n    more", "here more", ["here", "\n    more"]),
  ]

  @Test("words lead to their source", arguments: maps)
  func sources(text: String, words: String, sources: [String]) throws {
    #expect(try read(text, .markdown).sources(of: words, in: Array(text.utf8)) == sources)
  }

  @Test("front matter is metadata, and its published values are text")
  func frontMatter() throws {
    let text = """
      ---
      title: 'Our “best” offer'
      Tags: [a, b]
      seo:
        description: >-
          Folded
          text
      escaped: "no"
      summary: "a\\tb"
      lang: en-GB
      ---
      Body
      """
    let document = try read(text, .markdown)
    #expect(
      document.outline == [
        "title: Our “best” offer", "metadata [seo.description]: Folded text", "metadata [summary]: a\tb", "paragraph: Body",
      ])
    #expect(
      document.metadata == [
        MetadataEntry(key: "title", value: "Our “best” offer"), MetadataEntry(key: "tags", value: "a, b"),
        MetadataEntry(key: "seo.description", value: "Folded text"), MetadataEntry(key: "escaped", value: "no"),
        MetadataEntry(key: "summary", value: "a\tb"), MetadataEntry(key: "lang", value: "en-GB"),
      ])
    #expect(document.language == "en-GB")
    let bytes = Array(text.utf8)
    #expect(try document.sources(of: "“best” offer", in: bytes) == ["“best” offer"])
    #expect(try document.sources(of: "Folded text", in: bytes) == ["Folded\n    text"])
    #expect(try document.sources(of: "a\tb", in: bytes) == ["\"a\\tb\""])
  }

  static let unread: [(text: String, note: String)] = [
    ("---\na: [\n---\nBody", "front matter is not valid YAML, and not read"),
    ("---\n- a\n---\nBody", "front matter is no mapping of keys to values, and not read"),
    ("+++\na = 1\n+++\nBody", "front matter in TOML is not read"),
    ("---\na: \(String(repeating: "[", count: 300))\n---\nBody", "front matter with that many aliases or levels is not read"),
    ("---\na: \(String(repeating: "x", count: 70_000))\n---\nBody", "front matter of more than 65536 bytes is not read"),
  ]

  @Test("front matter that cannot be read is hidden and noted", arguments: unread)
  func unreadFrontMatter(text: String, note: String) throws {
    let document = try read(text, .markdown)
    #expect(document.outline == ["paragraph: Body"])
    #expect(document.notes == [ReadingNote(message: note, sourceByte: 4)])
  }

  @Test("template tags are noted once")
  func templateTags() throws {
    #expect(
      try read("Hi {{ a }} and {{ b }}", .markdown).notes == [
        ReadingNote(message: "2 template tags: the words that will stand there are not checked", sourceByte: 3)
      ])
  }

  @Test("a bare address at the very end reads nothing behind the buffer")
  func endOfBuffer() throws {
    for text in ["(www.a.b", "http://a.b/c", "x@y.zz", "-", "1.", "`", "[a](", "![", "<"] {
      #expect(violations(try read("x \(text)", .markdown), original: Array("x \(text)".utf8)) == [])
    }
  }

  @Test("a table of very many columns is text")
  func wideTable() throws {
    let columns = 129
    let row = { (cell: String) in String(repeating: "|\(cell)", count: columns) + "|\n" }
    let document = try read(row("a") + row("-") + "|b|\n", .markdown)
    #expect(document.blocks.map(\.kind) == [.paragraph])
    #expect(document.text(document.blocks[0].span).hasSuffix("|-| |b|"))
  }
}
