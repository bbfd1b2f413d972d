import ContentModel
import Publishing
import Writers

extension RuleDifference {
  package var text: String {
    var text = ""
    for document in documents {
      text += "\(document.path): \(Self.verdicts(document))\n"
      for change in document.changes { text += Self.lines(change) }
      text += "\n"
    }
    if !isEmpty {
      text += "by rule\n"
      for (rule, counts) in byRule {
        text += "  \(rule): \(Change.Kind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kind.rawValue)" } }.joined(separator: ", "))\n"
      }
      text += "\n"
    }
    return text + summary + "\n"
  }

  private static func verdicts(_ document: Document) -> String {
    document.oldVerdict == document.newVerdict
      ? "\(document.newVerdict.rawValue) as before" : "\(document.oldVerdict.rawValue) → \(document.newVerdict.rawValue)"
  }

  private static func lines(_ change: Change) -> String {
    func place(_ finding: ReportedFinding) -> String { "\(finding.location.startLine):\(finding.location.startColumn)" }
    func words(_ finding: ReportedFinding) -> String {
      let text = finding.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.unicodeScalars.count <= 100 ? "“\(text)”" : "“\(String(text.unicodeScalars.prefix(99)))…”"
    }
    func line(_ sign: String, _ finding: ReportedFinding) -> String {
      "  \(sign) \(place(finding)) \(finding.finding.severity.rawValue) \(finding.finding.rule) \(words(finding))\n"
    }
    switch (change.kind, change.old, change.new) {
    case (.added, _, let new?): return line("+", new) + "      \(new.finding.message)\n"
    case (.removed, let old?, _): return line("-", old) + "      \(old.finding.message)\n"
    case (.moved, let old?, let new?): return line("~", new) + "      was \(place(old)) \(words(old))\n"
    case (_, let old?, let new?):
      var text = line("=", new)
      if old.finding.severity != new.finding.severity { text += "      was \(old.finding.severity.rawValue)\n" }
      if old.finding.message != new.finding.message { text += "      says “\(new.finding.message)”\n      was  “\(old.finding.message)”\n" }
      return text
    default: return ""
    }
  }

  /// A page to read, print and sign.
  package func html(oldName: String, newName: String) -> String {
    func escaped(_ text: String) -> String { HTMLWriter.escaped(text) }
    var body = "<h1>What a change of rules does</h1>\n"
    body += "<p>From <code>\(escaped(oldName))</code> to <code>\(escaped(newName))</code>. \(escaped(summary)).</p>\n"
    if !isEmpty {
      body += "<h2>By rule</h2>\n<table><thead><tr><th>Rule</th>\(Change.Kind.allCases.map { "<th>\($0.rawValue)</th>" }.joined())</tr></thead><tbody>\n"
      for (rule, counts) in byRule {
        body += "<tr><td><code>\(escaped(rule))</code></td>\(Change.Kind.allCases.map { "<td>\(counts[$0] ?? 0)</td>" }.joined())</tr>\n"
      }
      body += "</tbody></table>\n"
    }
    for document in documents {
      body += "<h2>\(escaped(document.path))</h2>\n<p>Verdict: \(Self.verdicts(document)). \(document.unchanged) finding\(document.unchanged == 1 ? "" : "s") the same.</p>\n"
      body += "<table><thead><tr><th></th><th>Line</th><th>Rule</th><th>Words and message</th></tr></thead><tbody>\n"
      for change in document.changes {
        let finding = change.finding
        var words = "<mark>\(escaped(finding.text))</mark><br>\(escaped(finding.finding.message))"
        if change.kind == .moved, let old = change.old { words = "<del>\(escaped(old.text))</del><br>" + words }
        if change.kind == .changed, let old = change.old { words += "<br><del>\(old.finding.severity.rawValue): \(escaped(old.finding.message))</del>" }
        body += "<tr><td>\(change.kind.rawValue)</td><td>\(finding.location.startLine)</td><td><code>\(escaped(finding.finding.rule))</code><br>\(finding.finding.severity.rawValue)</td><td>\(words)</td></tr>\n"
      }
      body += "</tbody></table>\n"
    }
    body += "<h2>Reviewed</h2>\n<table><tbody><tr><th>Name</th><td style=\"min-width: 20rem\"></td></tr><tr><th>Date</th><td></td></tr><tr><th>Decision</th><td>accept / reject</td></tr></tbody></table>\n"
    return Page(title: "What a change of rules does", body: body).html
  }

  package func json(oldDigest: String, newDigest: String) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("old", oldDigest)
      json.member("new", newDigest)
      json.member("compared", compared)
      json.member("added", count(.added))
      json.member("removed", count(.removed))
      json.member("moved", count(.moved))
      json.member("changed", count(.changed))
      json.member("unchanged", unchanged)
      json.objects("documents", documents) { json, document in
        json.member("path", document.path)
        json.member("oldVerdict", document.oldVerdict.rawValue)
        json.member("newVerdict", document.newVerdict.rawValue)
        json.member("unchanged", document.unchanged)
        json.objects("changes", document.changes) {
          $0.member("kind", $1.kind.rawValue)
          Self.finding("old", $1.old, &$0)
          Self.finding("new", $1.new, &$0)
        }
      }
    }
    json.newLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func finding(_ name: StaticString, _ reported: ReportedFinding?, _ json: inout JSONWriter) {
    json.name(name)
    guard let reported else { return json.null() }
    json.object {
      $0.member("rule", reported.finding.rule)
      $0.member("severity", reported.finding.severity.rawValue)
      $0.member("message", reported.finding.message)
      $0.member("text", reported.text)
      $0.location("location", reported.location)
    }
  }
}
