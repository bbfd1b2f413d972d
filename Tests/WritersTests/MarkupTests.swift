import Testing
import Writers

@Suite("markup")
struct MarkupTests {
  static let hostile = "<b>&\"it's\"</b>\u{0}\u{1B}\u{7F}\u{85}\u{202E}\u{FEFF}\u{FFFF}\ta\nb\rc"

  @Test("XML holds every text, in elements and attributes")
  func xml() {
    var xml = XMLWriter()
    xml.open("a")
    xml.element("b", ["c": Self.hostile, "d": nil])
    xml.element("e", text: Self.hostile)
    xml.close("a")
    let shown = "&lt;b&gt;&amp;&quot;it's&quot;&lt;/b&gt;␀␛␡&lt;U+0085&gt;&lt;U+202E&gt;&lt;U+FEFF&gt;\u{FFFD}"
    #expect(
      String(decoding: xml.bytes, as: UTF8.self)
        == "<a>\n<b c=\"\(shown)&#9;a&#10;b&#13;c\"/>\n<e>\(shown)\ta\nb&#13;c</e>\n</a>\n")
  }

  @Test("elements of indented XML stand below what holds them")
  func indentation() {
    var xml = XMLWriter(isIndented: true)
    xml.declaration()
    xml.element("a") { xml in
      xml.element("b", ["c": "1"]) { xml in
        xml.element("d", onOneLine: true) { $0.element("e", ["f": "2"]) }
        xml.element("g", text: "")
      }
    }
    #expect(
      String(decoding: xml.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <a>
          <b c="1">
            <d><e f="2"/></d>
            <g></g>
          </b>
        </a>

        """)
  }

  @Test("HTML shows what hides or turns text around")
  func html() {
    let shown = "&lt;b&gt;&amp;&quot;it&#39;s&quot;&lt;/b&gt;␀␛␡⟨U+0085⟩⟨U+202E⟩\u{FEFF}\u{FFFF}"
    #expect(HTMLWriter.escaped(Self.hostile).unicodeScalars.elementsEqual("\(shown)\ta\nb\rc".unicodeScalars))
    var html = HTMLWriter()
    html.line(Self.hostile)
    #expect(String(decoding: html.bytes, as: UTF8.self) == shown + " a b c")
  }

  @Test("a page names what it may do")
  func page() {
    var page = HTMLWriter()
    page.openPage(title: "a < b", styleSheet: "p {}", policy: .script(sha256: "AA="))
    page.closePage()
    #expect(
      String(decoding: page.bytes, as: UTF8.self) == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-AA='; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>a &lt; b</title>
        <style>
        p {}
        </style>
        </head>
        <body>
        </body>
        </html>

        """)
  }

  @Test("words become an element's source and say the same")
  func source() {
    #expect(MarkupEntity.escaped(Self.hostile) == Self.hostile.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;"))
  }
}
