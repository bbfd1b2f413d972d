import ContentModel

/// The element that shows a block. Where a block stands outside its natural parent (a cell without a row) it becomes a plain one, so that
/// the page is well formed whatever tree a reader gives.
struct HTMLBlockElement {
  let open: String
  let close: String

  init(_ block: Block, parent: Block.Kind?, isContainer: Bool) {
    var classes: [String] = []
    if !isContainer, block.flags.contains(.hidden) { classes.append("hidden") }
    if !isContainer, block.flags.contains(.furniture) { classes.append("furniture") }
    let plain = isContainer ? "div" : "p"
    var name = plain
    var attributes = ""
    var inner = ""
    switch block.kind {
    case .title:
      name = isContainer ? "div" : "h3"
      classes.append("title")
    case .heading:
      // The report's own headings are h1 and h2.
      name = isContainer ? "div" : "h\(min(6, max(1, block.level) + 2))"
      classes.append("heading level-\(min(6, max(1, block.level)))")
    case .paragraph: break
    case .list where isContainer: name = "ul"
    case .referenceList where isContainer:
      name = "ul"
      classes.append("references")
    case .list, .referenceList: break
    case .item: if parent == .list || parent == .referenceList { name = "li" } else { classes.append("item") }
    case .referenceEntry:
      if parent == .list || parent == .referenceList { name = "li" }
      classes.append("reference")
    case .table where isContainer: name = "table"
    case .row where parent == .table && isContainer: name = "tr"
    case .cell where parent == .row:
      name = block.flags.contains(.header) ? "th" : "td"
    case .caption where parent == .table: name = "caption"
    case .table, .row, .cell: classes.append("cell")
    case .caption: classes.append("caption")
    case .quotation:
      name = "blockquote"
      classes.append("quotation")
    case .footnote:
      name = "div"
      attributes = " role=\"note\""
      classes.append("beside")
    case .imageText, .metadata: classes.append("beside")
    case .code:
      name = "pre"
      inner = "code"
    }
    var wrapper: (open: String, close: String) = ("", "")
    switch (parent, name) {
    case (.list, let name) where name != "li", (.referenceList, let name) where name != "li":
      wrapper = ("<li class=\"plain\">", "</li>")
    case (.table, let name) where name != "tr" && name != "caption":
      wrapper = ("<tr><td>", "</td></tr>")
    case (.row, let name) where name != "td" && name != "th":
      wrapper = ("<td>", "</td>")
    default: break
    }
    let classAttribute = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    let innerOpen = inner.isEmpty ? "" : "<\(inner)>"
    let innerClose = inner.isEmpty ? "" : "</\(inner)>"
    open = wrapper.open + "<\(name)\(classAttribute)\(attributes)>" + innerOpen
    close = innerClose + "</\(name)>" + wrapper.close + "\n"
  }
}
