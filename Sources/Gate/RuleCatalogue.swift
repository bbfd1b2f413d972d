import Spelling

/// What the gate must know of the rules in force: names, former names, titles.
package struct RuleCatalogue: Sendable {
  package struct Entry: Sendable {
    package var id: String
    package var category: String
    package var title: String
    /// The help of every finding for which the rule does not make one up.
    package var help: String?
    /// Ids under which the rule was known before.
    package var formerly: [String]

    package init(id: String, category: String, title: String, help: String? = nil, formerly: [String] = []) {
      self.id = id
      self.category = category
      self.title = title
      self.help = help
      self.formerly = formerly
    }
  }

  private let entries: [String: Entry]
  private let currentIDs: [String: String]
  private let categories: Set<String>

  package init(_ entries: [Entry]) {
    self.entries = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    categories = Set(entries.map(\.category))
    var ids: [String: String] = [:]
    for entry in entries { for old in entry.formerly { ids[old] = entry.id } }
    for entry in entries { ids[entry.id] = entry.id }
    currentIDs = ids
  }

  /// The id under which a rule is in force; nil for a rule that is not.
  package func currentID(of id: String) -> String? { currentIDs[id] }

  /// The rule's id and those under which it was known before.
  package func names(of id: String) -> [String] { [id] + (entries[id]?.formerly ?? []) }

  package func help(of id: String) -> String? { entries[id]?.help }

  package func title(of id: String) -> String? { entries[id]?.title }

  package func isCategory(_ name: String) -> Bool { categories.contains(name) }

  /// Whether a rule, now or formerly, or a category is called so.
  package func knows(_ name: String) -> Bool { currentIDs[name] != nil || categories.contains(name) }

  /// The rule or category most like a name that is unknown.
  package func suggestion(for name: String) -> String? {
    if let id = entries.keys.sorted().first(where: { $0.split(separator: "/").last.map(String.init) == name }) { return id }
    return nearestWord(to: name, among: entries.keys.sorted() + categories.sorted())
  }
}
