import Writers

/// A whole HTML page: no scripts, no fonts or pictures from elsewhere, fit for print.
package struct Page {
  package var title: String
  /// HTML.
  package var body: String
  /// Links to the other pages, in groups; empty for a page that stands alone.
  package var navigation: [Group] = []

  package struct Group {
    package var title: String
    package var links: [Link]
    package init(title: String, links: [Link]) {
      self.title = title
      self.links = links
    }
  }
  package struct Link {
    package var title: String
    package var address: String
    package var isCurrent: Bool
    package init(title: String, address: String, isCurrent: Bool = false) {
      self.title = title
      self.address = address
      self.isCurrent = isCurrent
    }
  }

  package init(title: String, body: String, navigation: [Group] = []) {
    self.title = title
    self.body = body
    self.navigation = navigation
  }

  package var html: String {
    var html = HTMLWriter()
    html.openPage(title: title, styleSheet: Self.styleSheet, policy: nil)
    html.raw("\(navigationHTML)<main>\n\(body)</main>\n")
    html.closePage()
    return String(decoding: html.bytes, as: UTF8.self)
  }

  private var navigationHTML: String {
    guard !navigation.isEmpty else { return "" }
    let groups = navigation.map { group in
      let links = group.links.map { link in
        "<li><a href=\"\(HTMLWriter.escaped(link.address))\"\(link.isCurrent ? " aria-current=\"page\"" : "")>\(HTMLWriter.escaped(link.title))</a></li>\n"
      }
      return "<h2>\(HTMLWriter.escaped(group.title))</h2>\n<ul>\n\(links.joined())</ul>\n"
    }
    return "<nav aria-label=\"Pages\">\n\(groups.joined())</nav>\n"
  }

  private static let styleSheet = """
    :root { color-scheme: light dark; --ink: #1d2329; --soft: #57626d; --line: #d8dee4; --page: #fff; --code: #f4f6f8; --link: #0b5cad; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6e9ec; --soft: #9aa5b1; --line: #38424c; --page: #14181c; --code: #1e252b; --link: #7bb8f5; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; color: var(--ink); background: var(--page); font: 17px/1.6 system-ui, "Liberation Sans", sans-serif; display: flex; }
    nav { flex: 0 0 15rem; padding: 1.5rem 1rem; border-right: 1px solid var(--line); min-height: 100vh; font-size: 15px; }
    nav h2 { margin: 1.2rem 0 .3rem; font-size: 13px; letter-spacing: .05em; text-transform: uppercase; color: var(--soft); border: 0; }
    nav h2:first-child { margin-top: 0; }
    nav ul { list-style: none; margin: 0; padding: 0; }
    nav a { display: block; padding: .15rem .5rem; border-radius: 4px; text-decoration: none; color: inherit; }
    nav a[aria-current] { background: var(--code); font-weight: 600; }
    main { flex: 1 1 auto; min-width: 0; max-width: 52rem; padding: 1.5rem 2.5rem 5rem; }
    h1 { font-size: 2rem; line-height: 1.2; margin: .5rem 0 1rem; }
    h2 { font-size: 1.4rem; margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
    a { color: var(--link); }
    code, pre { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .86em; background: var(--code); border-radius: 4px; }
    code { padding: .1em .3em; overflow-wrap: anywhere; }
    pre { padding: .8rem 1rem; overflow-x: auto; line-height: 1.45; }
    pre code { padding: 0; background: none; font-size: 1em; overflow-wrap: normal; }
    table { border-collapse: collapse; margin: 1rem 0; display: block; overflow-x: auto; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
    thead:has(th:empty) th:empty { padding: 0; }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
    mark { background: #ffe58a; color: #1d2329; padding: 0 .1em; }
    @media (max-width: 50rem) { body { display: block; } nav { min-height: 0; border-right: 0; border-bottom: 1px solid var(--line); } main { padding: 1rem; } }
    @media print { nav { display: none; } main { max-width: none; padding: 0; } pre, table { break-inside: avoid; } }
    """
}
