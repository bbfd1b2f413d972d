import ContentModel
import Publishing

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
    func escaped(_ text: String) -> String { MarkdownHTML.escaped(text) }
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
    func quoted(_ text: String) -> String {
      var result = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case let control where control.value < 0x20 || control.value == 0x2028 || control.value == 0x2029:
          let digits = String(control.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result + "\""
    }
    func finding(_ finding: ReportedFinding?) -> String {
      guard let finding else { return "null" }
      let place = finding.location
      return "{\"rule\": \(quoted(finding.finding.rule)), \"severity\": \"\(finding.finding.severity.rawValue)\", \"message\": \(quoted(finding.finding.message)), \"text\": \(quoted(finding.text)), \"location\": {\"startByte\": \(place.startByte), \"endByte\": \(place.endByte), \"startLine\": \(place.startLine), \"startColumn\": \(place.startColumn), \"endLine\": \(place.endLine), \"endColumn\": \(place.endColumn)}}"
    }
    let documents = documents.map { document in
      let changes = document.changes.map { "{\"kind\": \"\($0.kind.rawValue)\", \"old\": \(finding($0.old)), \"new\": \(finding($0.new))}" }
      return "{\"path\": \(quoted(document.path)), \"oldVerdict\": \"\(document.oldVerdict.rawValue)\", \"newVerdict\": \"\(document.newVerdict.rawValue)\", \"unchanged\": \(document.unchanged), \"changes\": [\(changes.joined(separator: ", "))]}"
    }
    return "{\"version\": 1, \"old\": \(quoted(oldDigest)), \"new\": \(quoted(newDigest)), \"compared\": \(compared), \"added\": \(count(.added)), \"removed\": \(count(.removed)), \"moved\": \(count(.moved)), \"changed\": \(count(.changed)), \"unchanged\": \(unchanged), \"documents\": [\(documents.joined(separator: ", "))]}\n"
  }
}
