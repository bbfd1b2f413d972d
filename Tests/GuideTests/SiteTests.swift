import Foundation
import Guide
import Publishing
import Testing

@Suite("The site")
struct SiteTests {
  @Test("has a page for each page, and no link that leads nowhere")
  func links() throws {
    let (files, mistakes) = try Site(repository: ReferenceTests.repository.path).files()
    #expect(mistakes == [])
    let paths = files.map(\.path)
    for path in ["index.html", "Documentation/Guide/index.html", "Documentation/Guide/API.html", "Documentation/Design.html", "Rules/index.html"] {
      #expect(paths.contains(path), "\(path)")
    }
    #expect(Set(paths).count == paths.count)
    for file in files where file.path.hasSuffix(".html") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
      // Nothing is fetched from elsewhere.
      #expect(!html.contains("<script") && !html.contains("src=\"http") && !html.contains("<link"))
    }
  }

  @Test("renders Markdown with anchors")
  func markdown() {
    #expect(
      MarkdownHTML.body("# A `b` & c\n\ntext <https://x.example>\n\n## Same\n\n## Same\n") == """
        <h1 id="a-b--c">A <code>b</code> &amp; c</h1>
        <p>text <a href="https://x.example">https://x.example</a></p>
        <h2 id="same">Same</h2>
        <h2 id="same-1">Same</h2>

        """)
  }
}
