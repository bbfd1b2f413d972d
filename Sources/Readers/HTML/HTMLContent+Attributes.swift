import ContentModel

extension HTMLContent {
  /// Publishes the words in attributes: alternative texts, tooltips, labels, captions of buttons.
  func publishAttributes(of tag: HTMLTag) {
    if state.isDropped || ["link", "meta", "base", "script", "style", "param", "source"].contains(tag.name) { return }
    var flags = state.style.flags
    if tag.isHidden { flags.insert(.hidden) }
    func publish(_ value: Range<Int>?, _ kind: Block.Kind, _ label: String?) {
      guard let value, bytes[value].containsVisibleText else { return }
      head.flush(into: builder)
      let text = HTMLText(bytes, decodes: true, isPreformatted: false, inAttribute: true)
      builder.addAside(DocumentBuilder.LeafStyle(kind: kind, flags: flags, label: label)) { text.write(value, to: $0) }
    }
    switch tag.name {
    case "img", "area": publish(tag.valueRange("alt"), .imageText, tag.attribute("src") ?? tag.attribute("href"))
    case "input":
      switch tag.attribute("type").map({ HTMLTag.lowerCased(Array($0.utf8)[...]) }) {
      case "submit", "button", "reset": publish(tag.valueRange("value"), .metadata, "value")
      case "image": publish(tag.valueRange("alt"), .imageText, tag.attribute("src"))
      // A field's first words are there to read; those that nobody sees, or that stand for a choice, are not.
      case nil, "text", "search", "": publish(tag.valueRange("value"), .metadata, "value")
      default: break
      }
    case "optgroup", "option", "track": publish(tag.valueRange("label"), .metadata, "label")
    default: break
    }
    publish(tag.valueRange("title"), .metadata, "title")
    publish(tag.valueRange("aria-label"), .metadata, "aria-label")
    publish(tag.valueRange("placeholder"), .metadata, "placeholder")
  }
}
