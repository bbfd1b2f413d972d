/// Checks that markup is balanced, that ids are unique and that inner links lead somewhere: enough for pages of our own making.
struct MarkupChecker {
  private(set) var problems: [String] = []
  private(set) var ids: Set<String> = []
  private(set) var elements: [String: Int] = [:]
  /// Attribute values by attribute name.
  private(set) var attributes: [String: [String]] = [:]
  /// The text between tags, entities decoded.
  private(set) var text = ""

  private static let void: Set<String> = ["meta", "!doctype"]

  init(_ page: String) {
    var open: [String] = []
    var links: [String] = []
    let bytes = Array(page.utf8)
    var i = 0
    var content: [UInt8] = []
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "<") else {
        content.append(bytes[i])
        i += 1
        continue
      }
      guard let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")) else {
        problems.append("a tag does not end")
        break
      }
      let tag = String(decoding: bytes[i + 1..<end], as: UTF8.self)
      i = end + 1
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if open.last == name { open.removeLast() } else { problems.append("</\(name)> closes \(open.last ?? "nothing")") }
        continue
      }
      let name = String(tag.prefix { $0 != " " }).lowercased()
      elements[name, default: 0] += 1
      if name == "a", open.contains("a") { problems.append("a link inside a link") }
      if name == "p", let parent = open.last, ["p", "span", "mark", "h1", "h2"].contains(parent) {
        problems.append("a paragraph inside \(parent)")
      }
      // Attributes are written as name="value" throughout, with escaped values.
      let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
      for k in stride(from: 0, to: parts.count - 1, by: 2) {
        let attribute = String(parts[k].split(separator: " ").last?.dropLast() ?? "")
        let value = String(parts[k + 1])
        attributes[attribute, default: []].append(value)
        if attribute == "id", !ids.insert(value).inserted { problems.append("id \(value) twice") }
        if attribute == "href", value.hasPrefix("#") { links.append(String(value.dropFirst())) }
      }
      if name == "style" {
        while i < bytes.count, !bytes[i...].starts(with: "</style>".utf8) { i += 1 }
      }
      if !Self.void.contains(name) { open.append(name) }
    }
    if !open.isEmpty { problems.append("left open: \(open)") }
    for link in links where !ids.contains(link) { problems.append("#\(link) leads nowhere") }
    text = String(decoding: content, as: UTF8.self)
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: character)
    }
  }
}
