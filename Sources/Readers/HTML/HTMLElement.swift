import ContentModel

/// What the reader knows of an element by its name.
struct HTMLElement {
  enum Role {
    /// Flows with the words around it.
    case inline
    /// Ends the words before it and behind it.
    case block
    case heading(Int)
    case list, item, table, row, cell, headerCell, caption, quotation
    case preformatted
    /// What it holds is not for readers.
    case dropped
  }

  var role = Role.block
  var mark: Mark.Kind?
  /// Has no end tag.
  var isVoid = false
  /// Its start tag ends an open paragraph.
  var endsParagraph = false
  /// Shown only under circumstances.
  var isHidden = false

  static func named(_ name: String) -> HTMLElement {
    if let known = elements[name] { return known }
    // Custom elements are mostly boxes; other unknown names flow, as in browsers.
    return HTMLElement(role: name.utf8.contains(0x2D) ? .block : .inline)
  }

  private static let elements: [String: HTMLElement] = {
    var all: [String: HTMLElement] = [:]
    func add(_ names: String, _ element: HTMLElement) {
      for name in names.split(separator: " ") { all[String(name)] = element }
    }
    add("a", HTMLElement(role: .inline, mark: .link))
    add("strong b", HTMLElement(role: .inline, mark: .strong))
    add("em i", HTMLElement(role: .inline, mark: .emphasis))
    add("del s strike", HTMLElement(role: .inline, mark: .deleted))
    add("code kbd samp tt", HTMLElement(role: .inline, mark: .code))
    add("sup", HTMLElement(role: .inline, mark: .superscript))
    add("sub", HTMLElement(role: .inline, mark: .subscript))
    add(
      "abbr acronym bdi bdo big cite data dfn font ins mark nobr output picture q ruby rb rt rp small span time u var svg g use text tspan",
      HTMLElement(role: .inline))
    add("br wbr img input source track", HTMLElement(role: .inline, isVoid: true))
    add("area base basefont bgsound col embed frame keygen link meta param", HTMLElement(role: .inline, isVoid: true))
    add("hr", HTMLElement(isVoid: true, endsParagraph: true))
    add(
      "address article aside center details dialog div fieldset figure footer form header hgroup main nav p search section summary",
      HTMLElement(endsParagraph: true))
    add(
      "html head body title button label legend option optgroup select colgroup thead tbody tfoot textarea math frameset",
      HTMLElement())
    for level in 1...6 { add("h\(level)", HTMLElement(role: .heading(level), endsParagraph: true)) }
    add("ul ol dl menu dir", HTMLElement(role: .list, endsParagraph: true))
    add("li dt dd", HTMLElement(role: .item, endsParagraph: true))
    add("table", HTMLElement(role: .table, endsParagraph: true))
    add("tr", HTMLElement(role: .row))
    add("td", HTMLElement(role: .cell))
    add("th", HTMLElement(role: .headerCell))
    add("caption", HTMLElement(role: .caption))
    add("figcaption", HTMLElement(role: .caption, endsParagraph: true))
    add("blockquote", HTMLElement(role: .quotation, endsParagraph: true))
    add("pre listing xmp plaintext", HTMLElement(role: .preformatted, endsParagraph: true))
    add("script style iframe noembed noframes", HTMLElement(role: .dropped))
    add("template noscript object video audio canvas datalist", HTMLElement(isHidden: true))
    return all
  }()

  /// HTML elements that end an SVG or MathML island which was not closed (§13.2.6.5).
  static let foreignBreakers: Set<String> = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3",
    "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s",
    "small", "span", "strong", "strike", "sub", "sup", "table", "tt", "u", "ul", "var",
  ]

  /// Open elements of the first list that a start tag closes, unless one of the second stands between.
  static func implied(by name: String) -> (closes: [String], within: [String])? {
    switch name {
    case "li": (["li"], ["ul", "ol", "menu", "dir"])
    case "dt", "dd": (["dt", "dd"], ["dl"])
    case "td", "th": (["td", "th", "caption"], ["table"])
    case "tr": (["tr", "caption", "colgroup"], ["table"])
    case "thead", "tbody", "tfoot": (["thead", "tbody", "tfoot", "caption", "colgroup"], ["table"])
    case "option": (["option"], ["select", "datalist"])
    case "optgroup": (["optgroup", "option"], ["select"])
    case "a": (["a"], [])
    case "h1", "h2", "h3", "h4", "h5", "h6": (headings, [])
    default: nil
    }
  }

  static let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]
  /// Elements whose open contents an end tag outside cannot close.
  static let scopes: Set<String> = ["td", "th", "caption", "table", "html", "template", "object"]
  /// Elements whose end tag closes through such contents.
  static let closesThroughScopes: Set<String> = [
    "td", "th", "caption", "table", "tr", "thead", "tbody", "tfoot", "html", "body", "template", "object",
  ]
}
