import Screening
import Synchronization

/// The lists of words and patterns that rules have asked for, compiled once for all workers.
final class WordLists: Sendable {
  enum Source: Hashable {
    case phrase(String)
    case pattern(String)
    case lexicon(Int)

    /// By bytes: the standard hash of a string that is not ASCII normalises it first.
    func hash(into hasher: inout Hasher) {
      switch self {
      case .lexicon(let index): hasher.combine(index)
      case .phrase(var text), .pattern(var text):
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(text.utf8.count)
      }
    }

    static func == (a: Self, b: Self) -> Bool {
      switch (a, b) {
      case (.lexicon(let a), .lexicon(let b)): a == b
      case (.phrase(let a), .phrase(let b)), (.pattern(let a), .pattern(let b)): a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
      default: false
      }
    }
  }

  private struct Known {
    var lists: [[Source]: WordList] = [:]
    var cost = 0
  }
  private let lexicons: [LexiconStore.Lexicon]
  private let known = Mutex(Known())
  /// One list for each lexicon.
  private let whole: [WordList]

  /// Units of compile cost that are kept: rules that make up lists must not fill the memory.
  private static let mostCost = 40_000_000

  init(_ lexicons: [LexiconStore.Lexicon]) {
    self.lexicons = lexicons
    whole = lexicons.map { WordList(parts: [WordList.Part(screen: $0.screen, firstTrigger: 0)], triggers: $0.triggers) }
  }

  /// The list of some words; not empty.
  func list(_ sources: [Source]) throws(TriggerError) -> WordList {
    if sources.count == 1, case .lexicon(let index) = sources[0] { return whole[index] }
    if let list = known.withLock({ $0.lists[sources] }) { return list }
    let list = try compile(sources)
    return known.withLock { known in
      // Another worker may have been faster; its list may be in use.
      if let other = known.lists[sources] { return other }
      known.cost += list.compileCost + 1000
      if known.cost > Self.mostCost { known = Known(lists: [:], cost: list.compileCost) }
      known.lists[sources] = list
      return list
    }
  }

  private func compile(_ sources: [Source]) throws(TriggerError) -> WordList {
    var parts: [WordList.Part] = []
    var triggers: [Trigger] = []
    var loose: [Trigger] = []
    func closeLoose() throws(TriggerError) {
      if loose.isEmpty { return }
      parts.append(WordList.Part(screen: try Screen([loose]), firstTrigger: triggers.count - loose.count))
      loose = []
    }
    for source in sources {
      switch source {
      case .phrase(let text):
        loose.append(.phrase(text))
        triggers.append(.phrase(text))
      case .pattern(let text):
        loose.append(.pattern(text))
        triggers.append(.pattern(text))
      case .lexicon(let index):
        try closeLoose()
        parts.append(WordList.Part(screen: lexicons[index].screen, firstTrigger: triggers.count))
        triggers += lexicons[index].triggers
      }
      guard parts.reduce(0, { $0 + $1.screen.size }) <= Screen.maximumSequences else {
        throw TriggerError(
          trigger: triggers.last ?? .phrase(""),
          message: "is one too many: at most \(Screen.maximumSequences) sequences of words can be looked for together")
      }
    }
    try closeLoose()
    return WordList(parts: parts, triggers: triggers)
  }
}
