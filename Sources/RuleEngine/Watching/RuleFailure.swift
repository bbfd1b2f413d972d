package import ContentModel
package import LuaRuntime

/// A rule that failed on a document: the mistake with its place, the way to it, and the words at which it happened.
package struct RuleFailure: Error, Sendable {
  /// The rule's index.
  package var rule: Int
  package var mistake: RuleLoadError
  /// Innermost first, in words: `check (Rules/house/a.lua:14)`.
  package var way: [String]
  /// What the rule was looking at; nil at the prompt.
  package var span: Span?
  package var kind: LuaError.Kind

  /// - Parameter files: the rule files, to show the line in question.
  init(_ error: LuaError, rule: Int, path: String, span: Span?, files: [RuleFile]) {
    self.rule = rule
    self.span = span
    kind = error.kind
    let blamed = files.first { $0.path == error.chunk }
    let mistake = LuaMistake(error, source: blamed?.bytes ?? [])
    let place = blamed.flatMap { file in error.line.flatMap { RuleLoadError.Place(line: $0, word: mistake.word, in: file.bytes) } }
    self.mistake = RuleLoadError(
      path: blamed?.path ?? error.chunk ?? path, place: place,
      reason: .mistake(mistake.message, help: mistake.help ?? Self.help(for: error.kind), guide: .deciding))
    way = error.traceback.enumerated().map { index, frame in
      "\(Self.name(of: frame, isOutermost: index == error.traceback.count - 1 && error.traceback.count < 24)) (\(frame.chunk):\(frame.line))"
    }
  }

  private static func help(for kind: LuaError.Kind) -> String? {
    switch kind {
    case .outOfFuel, .outOfTime: "is there a loop without an end, or one inside another over all sentences?"
    case .outOfMemory, .memory: "is there a text or list that grows with each step?"
    default: nil
    }
  }

  private static func name(of frame: LuaError.Frame, isOutermost: Bool) -> String {
    if frame.function == "in main chunk" { return "the file itself" }
    if let name = LuaMistake.quotedNames(in: frame.function).first { return name }
    return isOutermost ? "check" : "a function"
  }
}
