package import ContentModel
package import LuaRuntime

/// Stands between a rule and the host, and notes what the rule asks and is told.
///
/// For tools that show authors what their rules do; scanning runs without it.
/// What a rule finds is the same with and without.
package final class RuleWatch: LuaHost {
  /// A line of a rule file, 1-based.
  package struct Place: Hashable, Sendable {
    package var path: String
    package var line: Int
  }

  /// One thing that a rule read, called, traced or reported.
  package struct Event: Sendable, Equatable {
    package enum Kind: Sendable { case field, call, trace, report }
    package var kind: Kind
    /// Where the rule stood; nil where Lua does not know.
    package var place: Place?
    /// As the rule writes it, such as `hit.negated`; for `trace` what it printed.
    package var question: String
    /// In short; empty for `trace` and where nothing is given.
    package var answer: String
  }

  /// A rule's look at one hit or node.
  package struct Visit: Sendable {
    /// The rule's index.
    package var rule: Int
    /// Such as `hit “guarantee”`.
    package var subject: String
    package var span: Span
    /// The phrase or pattern that hit, and its position among the rule's.
    package var trigger: String?
    package var triggerIndex: Int?
    /// The context named in `skip` for which the check was not asked.
    package var skipped: ContextFlag?
    package var events: [Event] = []
    /// Events beyond ``RuleWatch/mostEvents`` were left out.
    package var isCut = false
    package var reports = 0
    /// The line of the rule's own file that ran last; nil without a check.
    package var lastLine: Int?
    package var failed = false
  }

  /// Events kept of one visit.
  package static let mostEvents = 400
  /// Visits kept of one document.
  package static let mostVisits = 20_000

  package private(set) var visits: [Visit] = []
  /// Called for each `trace(…)` as it happens.
  package var onTrace: ((Event) -> Void)?
  /// Whether what rules do is noted; else only `trace(…)` is heard, and rules run as fast as they scan.
  let notesVisits: Bool

  private var host: RuleHost?
  private weak var state: LuaState?
  private var current: Visit?
  private var subject: LuaObject?

  package init(notesVisits: Bool = true) { self.notesVisits = notesVisits }

  func attach(host: RuleHost, state: LuaState) {
    self.host = host
    self.state = state
    state.watchLines(notesVisits)
  }

  // MARK: Visits

  /// Forgets the visits of the document before.
  func beginDocument() { visits = [] }

  func begin(_ visit: @autoclosure () -> Visit, subject: LuaObject?) {
    guard notesVisits else { return }
    let visit = visit()
    current = visit
    self.subject = subject
    state?.forgetLastLines()
  }

  /// - Parameter path: the rule's own file.
  func end(path: String, failed: Bool = false) {
    guard var visit = current else { return }
    visit.lastLine = state?.lastLine(of: path)
    visit.failed = failed
    if visits.count < Self.mostVisits { visits.append(visit) }
    current = nil
    subject = nil
  }

  func skip(_ visit: @autoclosure () -> Visit, because flag: ContextFlag) {
    guard notesVisits else { return }
    var visit = visit()
    visit.skipped = flag
    if visits.count < Self.mostVisits { visits.append(visit) }
  }

  func noteReport() { current?.reports += 1 }

  private func note(_ kind: Event.Kind, _ question: String, _ answer: String = "") {
    let place = state?.place.map { Place(path: $0.chunk, line: $0.line) }
    let event = Event(kind: kind, place: place, question: question, answer: answer)
    if kind == .trace { onTrace?(event) }
    guard let current else { return }
    if current.events.count < Self.mostEvents { self.current?.events.append(event) } else { self.current?.isCut = true }
  }

  // MARK: LuaHost

  package func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue {
    guard let host else { return .nil }
    guard notesVisits else { return try host.field(field, of: object) }
    let value = try host.field(field, of: object)
    let name = host.model.types[object.type].fields[field].name
    note(.field, "\(shortName(object)).\(name)", host.summary(value))
    return value
  }

  package func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    guard let host else { return .nil }
    let name = host.model.types[object.type].methods[method].name
    let isReport = name == "report"
    if isReport { note(.report, "\(shortName(object)):report") }
    let value = try host.callMethod(method, of: object, arguments: arguments)
    if isReport {
      noteReport()
    } else {
      note(.call, "\(shortName(object)):\(name)\(host.written(arguments))", host.summary(value))
    }
    return value
  }

  package func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    guard let host else { return .nil }
    if function == ObjectModel.trace {
      note(.trace, arguments.map(host.traced).joined(separator: " "))
    }
    return try host.callFunction(function, arguments: arguments)
  }

  package func callMethod(
    _ method: Int, of object: LuaObject, uncopied arguments: LuaArguments
  ) throws(LuaHostError) -> LuaValue {
    guard let host else { return .nil }
    if !notesVisits { return try host.callMethod(method, of: object, uncopied: arguments) }
    return try callMethod(method, of: object, arguments: arguments.values)
  }

  package func callFunction(_ function: Int, uncopied arguments: LuaArguments) throws(LuaHostError) -> LuaValue {
    guard let host else { return .nil }
    if function == ObjectModel.trace { return try callFunction(function, arguments: arguments.values) }
    return try host.callFunction(function, uncopied: arguments)
  }

  package func isLasting(_ function: Int) -> Bool { host?.isLasting(function) ?? false }

  package func takeCost() -> Int { host?.takeCost() ?? 0 }

  package func describe(_ object: LuaObject) -> String { host?.describe(object) ?? "" }

  /// The type's name, with words where it is not the thing visited.
  private func shortName(_ object: LuaObject) -> String {
    guard let host else { return "" }
    let name = host.model.types[object.type].name.name
    if object == subject || object.type != subject?.type { return name }
    return host.span(of: object).map { "\(name) “\(RuleHost.shortened(host.excerpt($0), to: 24))”" } ?? name
  }
}
