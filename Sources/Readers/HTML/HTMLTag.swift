import ContentModel

/// A start tag with its attributes.
struct HTMLTag {
  /// In lower case.
  let name: String
  /// From `<` to behind `>`.
  let range: Range<Int>
  private let bytes: [UInt8]
  private let attributes: [HTMLTokenizer.Attribute]

  init(_ bytes: [UInt8], name: Range<Int>, range: Range<Int>, attributes: [HTMLTokenizer.Attribute]) {
    self.bytes = bytes
    self.name = Self.lowerCased(bytes[name])
    self.range = range
    self.attributes = attributes
  }

  static func lowerCased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.lazy.map(asciiLowerCased), as: UTF8.self)
  }

  /// Where the value of an attribute stands; of several with one name the first counts.
  func valueRange(_ name: StaticString) -> Range<Int>? {
    for attribute in attributes where attribute.name.count == name.utf8CodeUnitCount {
      var k = 0
      while k < attribute.name.count,
        asciiLowerCased(bytes[attribute.name.lowerBound + k]) == name.utf8Start[k]
      { k += 1 }
      if k == attribute.name.count { return attribute.value }
    }
    return nil
  }

  /// The decoded value of an attribute.
  func attribute(_ name: StaticString) -> String? {
    valueRange(name).map { HTMLText(bytes, decodes: true, isPreformatted: false, inAttribute: true).string($0) }
  }

  private func lowerCasedAttribute(_ name: StaticString) -> String? {
    valueRange(name).map { Self.lowerCased(bytes[$0]) }
  }

  /// The id that links can point to.
  var id: String? { attribute("id") ?? (name == "a" ? attribute("name") : nil) }

  var role: String? { lowerCasedAttribute("role") }

  /// Whether attributes keep the element from view; style sheets are not looked at.
  var isHidden: Bool {
    if attributes.isEmpty { return false }
    if valueRange("hidden") != nil || lowerCasedAttribute("aria-hidden") == "true" { return true }
    if name == "dialog", valueRange("open") == nil { return true }
    guard let style = valueRange("style") else { return false }
    let compact = String(decoding: bytes[style].lazy.filter { !isWhiteSpace($0) }.map(asciiLowerCased), as: UTF8.self)
    return compact.split(separator: ";").contains { $0.hasPrefix("display:none") || $0.hasPrefix("visibility:hidden") }
  }

  // MARK: Footnotes

  /// Whether the element collects footnotes.
  var holdsFootnotes: Bool {
    if role == "doc-endnotes" || role == "doc-footnotes" { return true }
    guard ["section", "div", "ol", "ul", "aside", "footer"].contains(name), let classes = lowerCasedAttribute("class")
    else { return false }
    return classes.split(separator: " ").contains { $0 == "footnotes" || $0 == "endnotes" }
  }

  /// The label of the footnote that the element is; nil for other elements.
  func footnoteLabel(inNotes: Bool) -> String? {
    guard ["li", "p", "div", "aside", "dd", "section"].contains(name) else { return nil }
    let byId = id.flatMap(Self.footnoteNumber)
    if role == "doc-footnote" || role == "doc-endnote" { return byId ?? id ?? "" }
    if inNotes, name == "li" { return byId ?? id ?? "" }
    return byId
  }

  /// `3` of `fn3`, `fn:3`, `footnote-3`; nil for ids of other shapes, as `fnref3`.
  private static func footnoteNumber(_ id: String) -> String? {
    let bytes = Array(id.utf8)
    let lower = bytes.map(asciiLowerCased)
    for prefix in ["footnote", "endnote", "fn"] where lower.starts(with: prefix.utf8) {
      let behind = bytes.dropFirst(prefix.utf8.count)
      let label = behind.drop { ":-_.".utf8.contains($0) }
      let isSeparated = label.count < behind.count
      let isLabel = !label.isEmpty && label.count <= 8 && label.allSatisfy { isASCIIDigit($0) || isASCIILetter($0) }
      if isLabel, isSeparated || label.allSatisfy(isASCIIDigit) { return String(decoding: label, as: UTF8.self) }
    }
    return nil
  }
}
