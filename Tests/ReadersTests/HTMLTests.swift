import ContentModel
import Readers
import Testing

@Suite("HTML")
struct HTMLTests {
  static let blocks: [(text: String, outline: [String])] = [
    ("<h1>A</h2>\n<p>b<p>c<div>d</div>e", ["heading 1: A", "paragraph: b", "paragraph: c", "paragraph: d", "paragraph: e"]),
    ("<p> a \n b<br> c<b> d</b> e <i> f</i></p>", ["paragraph: a b\nc d e f"]),
    ("<div>a<br><br>b</div>", ["paragraph: a", "paragraph: b"]),
    (
      "<ul><li>a<li>b<ol><li>c</ol><li><p>d<p>e</ul>",
      [
        "list 1", "  item: a", "  item", "    paragraph: b", "    list 2", "      item: c", "  item", "    paragraph: d", "    paragraph: e",
      ]
    ),
    (
      "<table><caption>T</caption><tr><th>A<th colspan=2>B<th>C<tr><td>1<td>2<td>3<td>4<tr><th>r<td></table>",
      [
        "table", "  caption: T", "  row", "    cell header: A", "    cell header: B", "    cell header: C", "  row", "    cell [A]: 1",
        "    cell [B]: 2", "    cell [B]: 3", "    cell [C]: 4", "  row", "    cell header: r",
      ]
    ),
    ("<blockquote><p>a</blockquote><dl><dt>t<dd>d</dl><figure><figcaption>f</figure>", ["quotation: a", "list 1", "  item: t", "  item: d", "caption: f"]),
    ("<pre>\n a\r\n\tb </pre><pre><code>c</code></pre>", ["paragraph: a\n\tb", "code: c"]),
    (
      "<p>a<img src=s alt='x &amp; y'>b<title>T</title><meta name=Description content=M>",
      ["paragraph: ab", "image-text [s]: x & y", "title: T", "metadata [description]: M"]
    ),
    (
      "<head><meta property=og:title content=O><title>T\n U</title><body>b",
      ["title: T U", "metadata [og:title]: O", "paragraph: b"]
    ),
    (
      "<a title=t aria-label=l>x</a><input type=submit value=v><input value=w placeholder=p>",
      ["metadata [title]: t", "metadata [aria-label]: l", "paragraph: x", "metadata [value]: v", "metadata [value]: w", "metadata [placeholder]: p"]
    ),
    (
      "<input type=Text value=a><input type=hidden value=b><input type=checkbox value=c><input type=password value=d><select><optgroup label=e><option label=f value=g>h</select>",
      ["metadata [value]: a", "metadata [label]: e", "metadata [label]: f", "paragraph: h"]
    ),
    (
      "<p>a <span style='color:red; DISPLAY : none'>b</span> c<div hidden>d<p>e</div><template>f</template><p aria-hidden=true>g<p>h",
      ["paragraph: a c", "paragraph hidden: b", "paragraph hidden: d", "paragraph hidden: e", "paragraph hidden: f", "paragraph hidden: g", "paragraph: h"]
    ),
    (
      "<header>a</header><nav>b</nav><article><header>c</header></article><footer>d</footer>",
      ["paragraph furniture: a", "paragraph furniture: b", "paragraph: c", "paragraph furniture: d"]
    ),
    ("a<script>if (a<b) '<p>'</script><style>p{}</style>b<!-- <p>c -->d<?php e ?>f", ["paragraph: abdf"]),
    ("<p>say <q>no <q>x</q></q>", ["paragraph: say “no ‘x’”"]),
    ("a<svg><title>pic</title><style>s</style></svg>b", ["paragraph: ab", "image-text: pic"]),
    ("<p>&nbsp;</p><p>\u{200B}</p><p>a&nbsp;b</p>", ["paragraph: a\u{A0}b"]),
    ("<section role=doc-endnotes><ol><li id=fn:2>n</ol></section><aside role=doc-footnote id=x>m</aside>", ["list 1", "  footnote [2]: n", "footnote [x]: m"]),
    ("<p>a</p></b></div></li>b<b", ["paragraph: a", "paragraph: b"]),
    ("<?xml version='1.0'?><html><script src='x'/><p>a</p><title/><p><![CDATA[<b>]]></p></html>", ["paragraph: a", "paragraph: <b>"]),
  ]

  @Test("blocks", arguments: blocks)
  func outline(text: String, outline: [String]) throws {
    let document = try read(text, .html)
    #expect(document.outline == outline)
    #expect(violations(document, original: Array(text.utf8)) == [])
  }

  @Test("marks")
  func marks() throws {
    let text = """
      <p id=top><b>a</b> <em>b</em> <s>c</s> <code>d</code><sup>e</sup><sub>f</sub> <a href="?x=1&amp;y&copy=2">g</a>
      <a name=h></a>i <sup><a href=#fn1>1</a></sup><ol class=footnotes><li id=fn1>n</ol>
      <a href=u><div>j</div><div>k</div></a>
      """
    #expect(
      try read(text, .html).markLines == [
        "strong: a", "anchor:  → top", "emphasis: b", "deleted: c", "code: d", "superscript: e", "subscript: f", "link: g → ?x=1&y&copy=2",
        "anchor:  → h", "link: 1 → #fn1", "footnote-reference: 1 → 1", "superscript: 1", "anchor:  → fn1", "link: j → u", "link: k → u",
      ])
  }

  static let maps: [(text: String, words: String, sources: [String])] = [
    ("<p>a <b>bold</b> move", "bold move", ["bold", " move"]),
    ("<p>guar<b>ant</b>ee", "guarantee", ["guar", "ant", "ee"]),
    ("over the \r\n\t line", "the line", ["the \r\n\t line"]),
    ("caf&eacute;&#x2019;s &lt;&notit;", "é’s <¬it;", ["&eacute;&#x2019;s &lt;&notit;"]),
    ("a<br/>b", "a\nb", ["a<br/>b"]),
    ("x&nbsp;y", "x\u{A0}y", ["x&nbsp;y"]),
    ("<img alt=\"100&nbsp;% 'safe'\">x", "% 'safe'", ["% 'safe'"]),
    ("<p>“proven” – it’s", "“proven” – it", ["“proven” – it"]),
    ("<q>so</q>", "“so”", ["<q>so</q>"]),
  ]

  @Test("words lead to their source", arguments: maps)
  func sources(text: String, words: String, sources: [String]) throws {
    #expect(try read(text, .html).sources(of: words, in: Array(text.utf8)) == sources)
  }

  static let references: [(text: String, shown: String)] = [
    ("&amp;&AMP;&amp &ampx &am", "&&& &x &am"), ("&notin;&notit;&not", "∉¬it;¬"), ("&CounterClockwiseContourIntegral;", "∳"),
    ("&#128;&#0;&#xD800;&#x110000;&#99999999999;", "€\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("&#65&#x42;&#;&#x;&", "AB&#;&#x;&"),
    ("&NotEqualTilde;&fjlig;", "≂̸fj"), ("&zwnj;x&zwj;", "\u{200C}x\u{200D}"),
  ]

  @Test("character references follow the standard", arguments: references)
  func shown(text: String, shown: String) throws {
    let document = try read("<p>\(text)", .html)
    #expect(document.text(document.blocks[0].span) == shown)
  }

  @Test("the head tells language and metadata")
  func head() throws {
    let text = "<html lang=de-AT><meta name=Author content='A &amp; B'><meta http-equiv=content-language content=fr><title>T</title>x"
    let document = try read(text, .html)
    #expect(document.language == "de-AT")
    #expect(document.metadata == [MetadataEntry(key: "title", value: "T"), MetadataEntry(key: "author", value: "A & B")])
  }

  @Test("nesting goes only so deep")
  func depth() throws {
    let document = try read(String(repeating: "<ul><li>", count: 5000) + "x", .html)
    var depth = 0
    var block = document.blocks.last
    while let parent = block?.parent {
      depth += 1
      block = document.blocks[parent]
    }
    #expect(document.leaves.map { document.text($0.span) } == ["x"])
    #expect(depth <= 100)
  }
}
