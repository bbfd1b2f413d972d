import ContentModel

/// An author's wish, in a comment, that a rule's findings be left alone: `obstat allow RULE: reason`.
struct Suppression: Sendable {
  enum Reach: Sendable, Equatable {
    /// Findings that begin in the block.
    case block(Span)
    /// Findings that begin on these 1-based lines.
    case lines(ClosedRange<Int>)
    case file
  }

  /// A rule's id as it is now, or a category.
  let subject: String
  let reason: String
  let reach: Reach
  /// Bytes of the decoded source.
  let comment: Range<Int>

  static let verbs = ["allow", "allow-line", "allow-file"]

  /// What is wrong with a comment.
  struct Mistake: Error, Equatable {
    /// One phrase.
    let words: String
  }

  init(_ comment: Comment, in document: Document, rules: RuleCatalogue) throws(Mistake) {
    let text = comment.text.dropFirst("obstat".count)
    guard let colon = text.firstIndex(of: ":") else { throw Mistake(words: "a comment to obstat gives no reason") }
    let head = text[..<colon].split(whereSeparator: \.isWhitespace).map(String.init)
    guard let verb = head.first else { throw Mistake(words: "a comment to obstat does not say what to allow") }
    guard Self.verbs.contains(verb) else {
      throw Mistake(words: "'\(Self.clipped(verb))' is not one of \(Self.verbs.joined(separator: ", "))")
    }
    guard head.count == 2 else {
      throw Mistake(
        words: head.count == 1 ? "the comment does not name what to \(verb)" : "the comment names more than one thing to \(verb)")
    }
    let name = head[1]
    guard name != Finding.engineCategory, !name.hasPrefix(Finding.engineCategory + "/") else {
      throw Mistake(words: "what the engine says of a document cannot be suppressed in it")
    }
    guard rules.knows(name) else {
      let hint = rules.suggestion(for: name).map { " (did you mean '\($0)'?)" } ?? ""
      throw Mistake(words: "no rule or category '\(Self.clipped(name))'\(hint)")
    }
    let reason = text[text.index(after: colon)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard reason.unicodeScalars.count(where: { $0.properties.isAlphabetic }) >= 2 else {
      throw Mistake(words: "'\(verb) \(name)' gives no reason")
    }
    subject = rules.currentID(of: name) ?? name
    self.reason = reason
    self.comment = comment.source
    reach =
      switch verb {
      case "allow-file": .file
      case "allow-line": .lines(Self.lines(of: comment, in: document.sourceMap.source))
      default: .block(comment.block)
      }
  }

  static let help =
    "write obstat allow RULE: reason, with allow-line for one line and allow-file for the whole document"

  /// The comment's own lines where other words share them, else the line behind it.
  private static func lines(of comment: Comment, in source: SourceText) -> ClosedRange<Int> {
    let first = source.lineAndColumn(comment.source.lowerBound).line
    let last = source.lineAndColumn(comment.source.upperBound).line
    func hasWords(_ range: Range<Int>) -> Bool { source.utf8[range].contains { $0 > 0x20 } }
    let before = source.lineRange(first).lowerBound..<comment.source.lowerBound
    let end = source.lineRange(last).upperBound
    let after = min(comment.source.upperBound, end)..<end
    return hasWords(before) || hasWords(after) ? first...last : (last + 1)...(last + 1)
  }

  func covers(_ reported: ReportedFinding) -> Bool {
    switch reach {
    case .file: true
    case .block(let span): reported.finding.scope == .span && span.contains(reported.finding.span.start)
    case .lines(let lines): reported.finding.scope == .span && lines.contains(reported.location.startLine)
    }
  }

  private static func clipped(_ word: String) -> String { word.count > 60 ? word.prefix(59) + "…" : word }
}
