package import RuleEngine

/// The rules that a change of files touches, with the files that these rules need: a fraction of the whole, loaded in a moment.
package struct AffectedRules {
  /// Files to load.
  package var files: [RuleFile]
  /// Names (`pack/rule.lua`) of the rule files to test.
  package var rules: Set<String>

  /// - Parameters:
  ///   - all: every file of the rule folders, with the changes.
  ///   - changed: names of the files that changed, below their rule folder.
  package init(_ all: [RuleFile], changed: Set<String>) {
    var rules: Set<String> = []
    for name in changed {
      let parts = name.split(separator: "/")
      guard let pack = parts.first else { continue }
      if parts.count == 2, parts[1] != "pack.lua" {
        rules.insert(name)
        continue
      }
      // A word list, a module or the pack itself: every rule of the pack, and what names the list from elsewhere.
      let reference = Array("\(pack)/\(parts.last?.split(separator: ".").first ?? "")\"".utf8)
      for file in all {
        let isOwn = file.name.hasPrefix(pack + "/")
        guard isOwn || Self.contains(file.bytes, reference) else { continue }
        if file.isRule {
          rules.insert(file.name)
        } else if !isOwn, file.name.hasSuffix(".lua") {
          let other = file.name.split(separator: "/")[0] + "/"
          rules.formUnion(all.filter { $0.isRule && $0.name.hasPrefix(other) }.map(\.name))
        }
      }
    }
    self.rules = rules
    let packs = Set(rules.compactMap { $0.split(separator: "/").first.map { $0 + "/" } })
    let code = all.filter { file in
      packs.contains { file.name.hasPrefix($0) } && file.name.hasSuffix(".lua") && (!file.isRule || rules.contains(file.name))
    }
    // Lists of the same pack are named without it; those of others with it.
    files = code + all.filter { file in
      guard file.name.hasSuffix(".txt") else { return false }
      if packs.contains(where: { file.name.hasPrefix($0) }) { return true }
      let parts = file.name.split(separator: "/")
      guard parts.count == 3, let stem = parts[2].split(separator: ".").first else { return false }
      let reference = Array("\(parts[0])/\(stem)\"".utf8)
      return code.contains { Self.contains($0.bytes, reference) }
    }
  }

  private static func contains(_ bytes: [UInt8], _ words: [UInt8]) -> Bool {
    guard bytes.count >= words.count, let first = words.first else { return false }
    return (0...(bytes.count - words.count)).contains { bytes[$0] == first && bytes[$0..<($0 + words.count)].elementsEqual(words) }
  }
}

extension RuleFile {
  /// Whether it declares a rule, by its place.
  package var isRule: Bool {
    let parts = name.split(separator: "/")
    return parts.count == 2 && !parts[0].hasPrefix("_") && parts[1].hasSuffix(".lua") && parts[1] != "pack.lua"
  }
}
