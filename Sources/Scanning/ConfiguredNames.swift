package import Configuration
package import RuleEngine
import Spelling

extension RuleSet {
  /// Packs, rules and word lists that a configuration names and these rules do not have, each as its mistake.
  package func unknownNames(in settings: Settings) -> [ConfigurationError] {
    var errors: [ConfigurationError] = []
    func note(_ name: String, _ kind: String, _ suggestion: String?, _ origin: Origin, _ place: ConfigurationError.Place?) {
      let path = if case .file(let path, _) = origin { path } else { "obstat.yaml" }
      let error = ConfigurationError(path: path, place: place, reason: .unknownName(name, kind: kind, suggestion: suggestion))
      if !errors.contains(error) { errors.append(error) }
    }
    for change in settings.changes {
      switch change.effect {
      case .pack(let name, _) where !packs.contains { $0.name == name }:
        note(name, "pack", nearestWord(to: name, among: packs.map(\.name)), change.origin, change.place)
      case .rule(let id, _) where index(ofRule: id) == nil:
        note(id, "rule", suggestion(forRule: id), change.origin, change.place)
      default: break
      }
    }
    for addition in settings.lexicons where !lexicons.has(addition.lexicon) {
      note(
        addition.lexicon, "word list", nearestWord(to: addition.lexicon, among: lexicons.lexicons.map(\.name)), addition.origin,
        addition.place)
    }
    return errors
  }
}
