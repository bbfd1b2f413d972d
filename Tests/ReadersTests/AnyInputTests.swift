import ContentModel
import Readers
import Testing

@Suite("Any input", .serialized)
struct AnyInputTests {
  static let fragments: [DocumentFormat: [String]] = [
    .text: [
      "A plain line of copy.", "\n", "\r\n", "\r", "\n\n", "- point", "• Punkt", "1) first\n2) second\n", "> quoted\n> on\n",
      "TITLE\n=====\n", "– a voice", "It’s “curly”", "über\u{A0}alles", "𝒳 and 😀", "\t", "a line that ends in a comma,\nand goes on",
    ],
    .markdown: [
      "# Head\n", "para *em* and **strong**", "\n\n", "\r\n", "- item\n", "  - nested\n", "1. one\n", "> quote\n",
      "| a | b |\n|---|---|\n| c &amp; d | |\n", "`code`", "```\nfenced\n```\n", "[link](http://e.x/ \"tip\")", "![alt](i.png)",
      "[^1]", "\n[^1]: note\n    more\n", "{{ tag }}", "{% if x %}", "<b>bold</b>", "<div hidden>\n\nx\n\n</div>\n", "<br>", "\\*",
      "&eacute;&notit;", "---\ntitle: T\n---\n", "~~gone~~", "<!-- c -->", "“curly” – 😀", "  \n", "<sup>2</sup>", "https://e.x/a(b)",
    ],
    .html: [
      "<p>", "</p>", "<div>", "</div>", "<b>bold</b>", "<i>", "</i>", "text &amp; more", "&eacute;", "&#x2019;", "<br>", "<ul><li>",
      "</ul>", "<table><tr><th>h<td>", "</table>", "<!-- c -->", "<span hidden>h</span>", "<img alt='a &lt; b' src=x>", "<title>T</title>",
      "<script>x<y</script>", "<pre>\n a\r\n b</pre>", "<q>", "</q>", " \r\n\t", "“curly” – 😀", "<a href='#fn1' id=r>1</a>", "<li id=fn1>note",
      "<svg><title>pic</title>", "</svg>", "<h2 title=tip>", "</h2>", "<![CDATA[x]]>", "<template>", "<nav>", "<meta name=description content=D>",
      "\u{A0}", "<dl><dt>t<dd>d", "<blockquote>",
    ],
  ]

  static func random(_ format: DocumentFormat, _ count: Int, _ generator: inout Seeded) -> String {
    (0..<count).map { _ in fragments[format]?.randomElement(using: &generator) ?? "" }.joined(separator: Bool.random(using: &generator) ? " " : "")
  }

  static func encoded(_ text: String, _ encoding: Int) -> [UInt8] {
    var out: [UInt8] = []
    switch encoding {
    case 0: out = Array(text.utf8)
    case 1: out = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case 2:
      out = [0xFF, 0xFE]
      for unit in text.utf16 { out += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    case 3:
      out = [0xFE, 0xFF]
      for unit in text.utf16 { out += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    case 4:
      out = [0xFF, 0xFE, 0, 0]
      for scalar in text.unicodeScalars {
        for shift in [0, 8, 16, 24] { out.append(UInt8(truncatingIfNeeded: scalar.value >> UInt32(shift))) }
      }
    default:
      for scalar in text.unicodeScalars {
        let isSame = scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value)
        out.append(isSame ? UInt8(scalar.value) : 0x93)
      }
    }
    return out
  }

  /// Decodes one range of the original the way the file is encoded; nil if it is cut in the middle of a character.
  static func decoded(_ range: ArraySlice<UInt8>, _ encoding: Int) -> String? {
    let bytes = Array(range)
    if encoding < 2 { return String(validating: bytes, as: UTF8.self) }
    if encoding < 4 {
      guard bytes.count % 2 == 0 else { return nil }
      var units: [UInt16] = []
      for i in stride(from: 0, to: bytes.count, by: 2) {
        let low = bytes[encoding == 2 ? i : i + 1]
        let high = bytes[encoding == 2 ? i + 1 : i]
        units.append(UInt16(high) << 8 | UInt16(low))
      }
      return String(validating: units, as: UTF16.self)
    }
    guard bytes.count % 4 == 0 else { return nil }
    var scalars = String.UnicodeScalarView()
    for i in stride(from: 0, to: bytes.count, by: 4) {
      var value = UInt32(bytes[i])
      value |= UInt32(bytes[i + 1]) << 8
      value |= UInt32(bytes[i + 2]) << 16
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  @Test("every verbatim word leads to its own bytes, in every format and encoding", arguments: DocumentFormat.allCases)
  func wordsMapExactly(format: DocumentFormat) throws {
    var generator = Seeded(state: 11)
    var checked = 0
    for round in 0..<600 {
      let encoding = round % 6
      let bytes = Self.encoded(Self.random(format, 1 + round % 30, &generator) + " end", encoding)
      guard let document = try? read(bytes, format) else { continue }
      let found = violations(document, original: bytes)
      #expect(found == [], "round \(round)")
      guard encoding < 5 else { continue }
      for segment in document.sourceMap.segments where segment.kind == .verbatim {
        let start = Int(segment.text)
        let end = start + Int(segment.textLength)
        let low = Int.random(in: start..<end, using: &generator)
        let high = Int.random(in: low..<end, using: &generator) + 1
        let text = document.utf8
        guard text[low] & 0xC0 != 0x80, high == text.count || text[high] & 0xC0 != 0x80 else { continue }
        let place = document.sourceMap.location(of: Span(low, high))
        let original = Self.decoded(bytes[place.startByte..<place.endByte], encoding)
        #expect(original == document.text(Span(low, high)), "round \(round)")
        checked += 1
      }
    }
    #expect(checked > 300)
  }

  @Test("no mutilated input breaks a reader or its promises", arguments: DocumentFormat.allCases)
  func mutations(format: DocumentFormat) throws {
    var generator = Seeded(state: 42)
    var read = 0
    for _ in 0..<5000 {
      var bytes = Array(Self.random(format, Int.random(in: 1...25, using: &generator), &generator).utf8)
      for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
        let i = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[i] = UInt8.random(in: 1...255, using: &generator)
        case 1: bytes.insert(contentsOf: (Self.fragments[.html]?.randomElement(using: &generator) ?? "").utf8, at: i)
        case 2: bytes.removeSubrange(i..<min(bytes.count, i + Int.random(in: 1...20, using: &generator)))
        default: bytes.removeSubrange(i...)
        }
      }
      guard let document = try? ReadersTests.read(bytes, format) else { continue }
      read += 1
      let found = violations(document, original: bytes)
      if !found.isEmpty {
        Issue.record("\(found) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
    #expect(read > 3000)
  }

  @Test(
    "reading takes time in proportion to length",
    arguments: [
      "<div>", "<b>", "<b><p>x", "<p><i></b>", "<i><td>", "<", "&", "[", "*", "`", ">", "a", "- ", "<!--", "<![CDATA[", "<a href='", "</", "\n", "# x\n",
      "[^1]: x\n", "{{", "| a ", "![", "](", "*a_ ", "x\n    ", "~~~\n\n", "\"", "<ul><li>", "> ", "<th>", "<q>", "<script>", "&amp", "<!A ", "<?", "1) a\n",
      "– a,\nb", "<svg>", "<a id=x>y", "<table>", "a  \n", "`\n",
    ])
  func linear(unit: String) throws {
    for format in DocumentFormat.allCases {
      func time(_ size: Int) -> Duration {
        let bytes = Array(String(repeating: unit, count: size / unit.utf8.count).utf8) + Array(" end".utf8)
        return (0..<2).map { _ in ContinuousClock().measure { _ = try? read(bytes, format) } }.min() ?? .zero
      }
      // Four times the bytes; a quadratic reader would take sixteen times as long. A busy machine gets further attempts.
      var isLinear = false
      for _ in 0..<4 where !isLinear { isLinear = time(24_000) < time(6_000) * 10 + .milliseconds(60) }
      #expect(isLinear, "\(unit.debugDescription) as \(format)")
    }
  }
}
