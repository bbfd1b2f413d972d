import ContentModel
import Writers

/// The names of the anchors that tie a finding to its words, and back.
struct HTMLAnchors {
  /// 1-based number of the document in the page.
  let document: Int

  var header: String { "d\(document)" }
  func card(_ finding: Int) -> String { "d\(document)-f\(finding + 1)" }
  func words(_ finding: Int) -> String { "d\(document)-w\(finding + 1)" }
  func related(_ finding: Int, _ related: Int) -> String { "d\(document)-r\(finding + 1)-\(related + 1)" }

  /// What the marker in the text and on the card reads: a letter for the severity, so that it survives grey printing, and the number.
  static func marker(_ severity: Severity, _ finding: Int) -> String {
    let letter = switch severity {
    case .error: "E"
    case .warning: "W"
    case .note: "N"
    }
    return "\(letter)\(finding + 1)"
  }
}

extension HTMLWriter {
  /// Words longer than this many bytes are shortened on the card; in the text they are marked in full.
  static let quotationLimit = 320

  /// One finding as it stands beside the text. `finding` is its 0-based index in the document.
  mutating func card(_ reported: ReportedFinding, _ finding: Int, anchors: HTMLAnchors, language: String) {
    let value = reported.finding
    let severity = value.severity.rawValue
    let marker = HTMLAnchors.marker(value.severity, finding)
    raw("<article class=\"card \(severity)\(reported.counts ? "" : " answered")\" id=\"\(anchors.card(finding))\">\n")
    raw("<p class=\"top\"><a class=\"marker\" href=\"#\(anchors.words(finding))\" title=\"To the words\">\(marker)</a> ")
    raw("<span class=\"severity\">\(severity)</span> <code>")
    text(value.rule)
    raw("</code></p>\n<p class=\"message\">")
    text(Self.capitalised(value.message))
    raw("</p>\n")
    if !reported.text.isEmpty {
      raw("<blockquote class=\"words\"\(language)><bdi>")
      text(Self.shortened(reported.text))
      raw("</bdi></blockquote>\n")
    }
    if let disposition = reported.disposition {
      raw("<p class=\"disposition\"><b>Set aside</b> ")
      text(disposition.sentence)
      raw("</p>\n")
    }
    if let help = value.help {
      raw("<p class=\"help\"><b>What to do</b> ")
      text(help)
      raw("</p>\n")
    }
    if let fix = value.fix {
      raw("<p class=\"fix\"><b>Instead</b> ")
      text(fix.replacements.map { $0.isEmpty ? "take the words out" : "“\($0)”" }.joined(separator: ", or "))
      raw("</p>\n")
    }
    for folded in value.folded {
      raw("<p class=\"folded\"><b>Also</b> ")
      text(folded.message)
      raw("</p>\n")
    }
    for (i, (related, location)) in zip(value.related, reported.related).enumerated() {
      raw("<p class=\"see\"><b>See</b> <a href=\"#\(anchors.related(finding, i))\">")
      text(related.message)
      raw("</a>, \(Self.place(location))</p>\n")
    }
    for basis in value.basis {
      raw("<p class=\"basis\"><b>Basis</b> <cite>")
      if let url = basis.url, Self.isLinkable(url) {
        openLink(url)
        text(basis.citation)
        raw("</a>")
      } else {
        text(basis.citation)
      }
      raw("</cite>")
      if !basis.says.isEmpty {
        raw(" — ")
        text(basis.says)
      }
      raw("</p>\n")
    }
    raw("<p class=\"place\"><a href=\"#\(anchors.words(finding))\">\(Self.place(reported.location))</a></p>\n")
    raw("</article>\n")
  }

  private static func place(_ location: Location) -> String {
    "line\u{A0}\(location.startLine), column\u{A0}\(location.startColumn)"
  }

  /// A message is a phrase; on a page it begins like a sentence. Quoted words and names such as “mRNA” stay as they are.
  private static func capitalised(_ message: String) -> String {
    let scalars = message.unicodeScalars
    guard let first = scalars.first, first.properties.isLowercase,
      scalars.dropFirst().first.map({ $0.properties.isLowercase || $0 == " " }) ?? true
    else { return message }
    return first.properties.uppercaseMapping + String(String.UnicodeScalarView(scalars.dropFirst()))
  }

  private static func shortened(_ words: String) -> String {
    guard words.utf8.count > quotationLimit else { return words }
    // By scalars: a prefix by characters could be as long as its text.
    let scalars = words.unicodeScalars
    return String(String.UnicodeScalarView(scalars.prefix(quotationLimit / 2))) + " … "
      + String(String.UnicodeScalarView(scalars.suffix(quotationLimit / 4)))
  }
}
