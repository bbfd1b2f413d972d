import Analysis

/// Reads works of Crossref's REST API: one work's message, a list's, or items alone.
enum CrossrefRecord {
  static func records(_ tree: JSONTree) -> [ImportItem] {
    let message = tree["message"] ?? tree
    var works: [JSONTree] = [message]
    if case .list(let items)? = message["items"] { works = items } else if case .list(let items) = message { works = items }
    return works.enumerated().flatMap { index, work -> [ImportItem] in
      let record = record(work)
      var items: [ImportItem] = []
      if let problem = ImportText.problem(record) { items.append(.malformed(place: "work \(index + 1)", reason: problem)) } else { items.append(.record(record)) }
      // A notice names the work that it withdraws.
      for update in work["update-to"]?.items ?? [] {
        guard let retraction = retraction(update, notice: record), let doi = update["DOI"]?.string, let key = WorkKey(.doi, doi) else { continue }
        items.append(.record(EvidenceRecord(keys: [key], retraction: retraction, source: "Crossref")))
      }
      return items
    }
  }

  private static func date(_ field: JSONTree?) -> String? {
    let parts = field?["date-parts"]?[0]
    return ImportText.date(parts?[0]?.integer, parts?[1]?.integer, parts?[2]?.integer)
  }

  private static func retraction(_ update: JSONTree, notice: EvidenceRecord?) -> EvidenceRecord.Retraction? {
    let kind: EvidenceRecord.Retraction.Kind
    switch update["type"]?.string?.lowercased() {
    case "retraction", "withdrawal", "removal", "partial_retraction": kind = .retraction
    case "expression_of_concern", "expression-of-concern": kind = .concern
    default: return nil
    }
    return EvidenceRecord.Retraction(
      kind: kind, date: date(update["updated"]), source: notice?.keys.first?.value ?? update["DOI"]?.string)
  }

  private static func record(_ work: JSONTree) -> EvidenceRecord {
    var record = EvidenceRecord(source: "Crossref")
    if let doi = work["DOI"]?.string, let key = WorkKey(.doi, doi) { record.keys.append(key) }
    for trial in work["clinical-trial-number"]?.items ?? [] {
      if let number = trial["clinical-trial-number"]?.string, let key = WorkKey(.registration, number) { record.keys.append(key) }
    }
    var title = work["title"]?[0]?.string.flatMap(plain)
    if let main = title, let subtitle = work["subtitle"]?[0]?.string.flatMap(plain), !main.contains(subtitle) { title = "\(main): \(subtitle)" }
    record.title = title.flatMap(ImportText.title)
    record.authors = (work["author"]?.items ?? []).compactMap { ($0["family"] ?? $0["name"])?.string }
    record.year = (work["issued"] ?? work["published"])?["date-parts"]?[0]?[0]?.integer
    record.journal = work["container-title"]?[0]?.string.flatMap(plain)
    record.journalAbbreviation = work["short-container-title"]?[0]?.string.flatMap(plain)
    record.volume = work["volume"]?.string
    record.pages = (work["page"] ?? work["article-number"])?.string
    record.checked = date(work["deposited"] ?? work["indexed"])
    for update in work["updated-by"]?.items ?? [] {
      if let retraction = retraction(update, notice: nil), record.retraction?.kind != .retraction { record.retraction = retraction }
    }
    record.readTitle()
    return record
  }

  /// Without the markup that publishers deposit in titles: `<i>`, `&amp;`.
  private static func plain(_ text: String) -> String? {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      let behind = rest[rest.index(after: open)...]
      guard behind.first?.isLetter == true || behind.first == "/", let close = behind.prefix(80).firstIndex(of: ">") else {
        out += "<"
        rest = behind
        continue
      }
      rest = behind[behind.index(after: close)...]
    }
    out += rest
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] { out = out.replacing(entity, with: sign) }
    let words = out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }
}
