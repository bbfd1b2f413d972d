package import ContentModel
package import RuleEngine

/// A rule's look at one hit or node in words: what hit, what the check saw line by line, where it left off.
package struct VisitText {
  private let rules: RuleSet
  private let document: Document
  /// Events shown of one visit; the last ones tell most.
  private let mostEvents: Int

  package init(_ rules: RuleSet, document: Document, mostEvents: Int = 16) {
    self.rules = rules
    self.document = document
    self.mostEvents = mostEvents
  }

  /// One visit. The first line says what was looked at.
  package func lines(_ visit: RuleWatch.Visit) -> [String] {
    let rule = rules.rules[visit.rule]
    let place = document.sourceMap.location(of: visit.span)
    var lines = ["\(visit.subject)\(visit.trigger.map { " (trigger “\($0)”)" } ?? ""), line \(place.startLine)"]
    if let flag = visit.skipped {
      lines.append("  left alone, because 'skip' has \"\(flag.rawValue)\"")
      return lines
    }
    guard rule.hasCheck else {
      lines.append("  reported, because the rule has no check")
      return lines
    }
    // A row for each line of the rule at a time, with what it asked.
    let events = visit.events.suffix(mostEvents)
    if events.count < visit.events.count || visit.isCut { lines.append("  … (earlier steps left out)") }
    for event in events { lines.append("  \(row(event, rule))") }
    lines.append("  \(ending(visit, rule))")
    return lines
  }

  private func row(_ event: RuleWatch.Event, _ rule: Rule) -> String {
    let place = event.place.map { $0.path == rule.path ? String($0.line) : "\(Self.fileName($0.path)):\($0.line)" } ?? ""
    let number = String(repeating: " ", count: max(0, 4 - place.count)) + place
    return switch event.kind {
    case .field, .call: "\(number)  \(event.question) → \(event.answer)"
    case .trace: "\(number)  trace: \(event.question)"
    case .report: "\(number)  \(event.question)"
    }
  }

  private func ending(_ visit: RuleWatch.Visit, _ rule: Rule) -> String {
    let line = visit.lastLine.map { number in
      let text = sourceLine(number, of: rule.path)
      return "line \(number)\(text.isEmpty ? "" : ": \(text)")"
    }
    if visit.failed { return "failed on \(line ?? "an unknown line")" }
    if visit.reports > 0 {
      return visit.reports == 1 ? "reported" : "reported \(visit.reports) times"
    }
    return "returned without a report on \(line ?? "an unknown line")"
  }

  private func sourceLine(_ number: Int, of path: String) -> String {
    guard let file = rules.files.first(where: { $0.path == path }) else { return "" }
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard number <= lines.count else { return "" }
    return String(decoding: lines[number - 1], as: UTF8.self).split(separator: " ").joined(separator: " ")
  }

  private static func fileName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension RuleFailure {
  /// The way to the mistake and the words at which it happened, below the message.
  package func context(in document: Document) -> String {
    var text = ""
    if let first = way.first {
      text += "  in \(first)" + way.dropFirst().map { ", called by \($0)" }.joined() + "\n"
    }
    if let span {
      let words = document.text(Span(span.start, min(span.end, span.start + 400)))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let place = document.sourceMap.location(of: span)
      text += "  on “\(words.unicodeScalars.count > 100 ? String(String.UnicodeScalarView(words.unicodeScalars.prefix(99))) + "…" : words)”, \(document.path):\(place.startLine):\(place.startColumn)\n"
    }
    return text
  }
}
