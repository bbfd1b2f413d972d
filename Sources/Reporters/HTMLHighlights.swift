import ContentModel

/// Where highlights begin and end in a document's text, in the order of the text.
///
/// Highlights may overlap, nest, cross blocks or be empty. Whoever walks the text
/// takes the events one by one and keeps only how many of each kind are open, so
/// that the work is linear in text and findings whatever their overlaps.
struct HTMLHighlights {
  struct Event {
    var offset: Int
    /// Of events at one offset: ends, then beginnings, then ends of empty highlights.
    var rank: UInt8
    var finding: Int
    /// Index of the related place; nil for the finding's own words.
    var related: Int?

    var isEnd: Bool { rank != 1 }
  }

  let events: [Event]
  /// Where the words of the findings begin that stand beside the text, in order.
  let starts: [Int]
  private(set) var next = 0
  /// How many of ``starts`` have been passed.
  private(set) var started = 0
  private var open: [Int]
  private let findings: [ReportedFinding]

  init(_ findings: [ReportedFinding], textLength: Int) {
    var events: [Event] = []
    func add(_ span: Span, _ finding: Int, _ related: Int?) {
      let start = min(max(0, span.start), textLength)
      let end = min(max(start, span.end), textLength)
      events.append(Event(offset: start, rank: 1, finding: finding, related: related))
      events.append(Event(offset: end, rank: end > start ? 0 : 2, finding: finding, related: related))
    }
    for (i, reported) in findings.enumerated() {
      add(reported.finding.span, i, nil)
      for (k, related) in zip(reported.finding.related, reported.related).map(\.0).enumerated() {
        add(related.span, i, k)
      }
    }
    events.sort {
      ($0.offset, $0.rank, $0.finding, $0.related ?? -1) < ($1.offset, $1.rank, $1.finding, $1.related ?? -1)
    }
    self.events = events
    self.findings = findings
    starts = events.filter { !$0.isEnd && $0.related == nil && findings[$0.finding].finding.scope == .span }.map(\.offset)
    open = Array(repeating: 0, count: Severity.allCases.count + 1)
  }

  var upcoming: Event? { next < events.count ? events[next] : nil }

  /// Whether a finding that stands beside the text begins before an offset and has not been passed.
  func begins(before offset: Int) -> Bool { started < starts.count && starts[started] < offset }

  mutating func take() -> Event? {
    guard let event = upcoming else { return nil }
    next += 1
    open[slot(event)] += event.isEnd ? -1 : 1
    if !event.isEnd, event.related == nil, findings[event.finding].finding.scope == .span { started += 1 }
    return event
  }

  private func slot(_ event: Event) -> Int {
    guard event.related == nil else { return 0 }
    return switch findings[event.finding].finding.severity {
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }

  /// The classes of the words at this point; nil if nothing is highlighted. The gravest severity colours the words.
  var markClass: String? {
    guard let top = open.lastIndex(where: { $0 > 0 }) else { return nil }
    let name = ["see", "note", "warning", "error"][top]
    return open[1...].reduce(0, +) > 1 ? name + " over" : name
  }
}
