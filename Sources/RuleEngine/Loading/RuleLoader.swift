package import Analysis
import FileSystem
package import LuaRuntime
import Screening

/// Loads rule folders into a ``RuleSet``.
package struct RuleLoader {
  /// Where the word lists of the analysis come from if no rule folder has a `_lexicons`.
  package var defaultLexicons: String?
  package var limits: LuaLimits
  /// Words that the operator adds to word lists: `pack/name` with phrases. A list that no pack has is left out; see ``RuleSet/lexicons``.
  package var additions: [(lexicon: String, words: [String])] = []
  /// Where rule sets that were loaded before are kept; nil to load from the sources.
  package var cache: RuleSetCache?

  package init(defaultLexicons: String? = nil, limits: LuaLimits = LuaLimits(), cache: RuleSetCache? = nil) {
    self.defaultLexicons = defaultLexicons
    self.limits = limits
    self.cache = cache
  }

  /// Reads and checks every pack of the folders.
  ///
  /// Runs the rule files, so it needs a thread with a deep stack; see ``LuaThread``.
  ///
  /// - Throws: every mistake found, not just the first.
  package func load(folders: [String]) throws(RuleSetError) -> RuleSet {
    var errors: [RuleLoadError] = []
    var files: [RuleFile] = []
    var lexiconFolder = defaultLexicons
    for folder in folders.reversed() where FileSystem.isFolder(folder + "/_lexicons") { lexiconFolder = folder + "/_lexicons" }
    for folder in folders { files += read(folder, errors: &errors) }
    guard errors.isEmpty else { throw RuleSetError(errors: errors) }
    for index in files.indices where files[index].role == .lexicon {
      let own = additions.filter { $0.lexicon == files[index].pack + "/" + files[index].stem }.flatMap(\.words)
      // Into the file's bytes, so that the digest of the rules tells of them.
      if !own.isEmpty { files[index].bytes += Array(("\n" + own.joined(separator: "\n") + "\n").utf8) }
    }
    guard files.contains(where: { $0.role == .pack || $0.role == .rule }) else {
      throw RuleSetError(errors: folders.map { RuleLoadError(path: $0, place: nil, reason: .noRules) })
    }
    let folder = lexiconFolder
    // A folder of word lists that cannot be read is reported with the other mistakes.
    guard let cache, let folder, let texts = try? AnalysisLexicons.texts(in: folder), let key = cache.key(files, texts, limits) else {
      return try check(files) { () throws(RuleSetError) in try Self.analysisLexicons(folder) }
    }
    var notes: [String] = []
    if let lexicons = try? AnalysisLexicons(texts, place: folder, isChecked: true),
      let known = cache.ruleSet(key, files: files.sorted { $0.name < $1.name }, analysisLexicons: lexicons, notes: &notes)
    {
      return known
    }
    var rules = try check(files) { () throws(RuleSetError) in try Self.analysisLexicons(folder) }
    rules.notes = notes
    cache.keep(rules, key)
    return rules
  }

  /// Checks rule files that were read already.
  package func load(files: [RuleFile], lexicons: AnalysisLexicons) throws(RuleSetError) -> RuleSet {
    try check(files) { lexicons }
  }

  /// Every file that the rules of some folders consist of, read and not looked at.
  package func files(in folders: [String]) throws(RuleSetError) -> [RuleFile] {
    var errors: [RuleLoadError] = []
    let files = folders.flatMap { read($0, errors: &errors) }
    guard errors.isEmpty else { throw RuleSetError(errors: errors) }
    return files
  }

  private func read(_ folder: String, errors: inout [RuleLoadError]) -> [RuleFile] {
    var files: [RuleFile] = []
    func note(_ path: String, _ error: FileError) {
      errors.append(RuleLoadError(path: path, place: nil, reason: .unreadable(error.reason)))
    }
    func visit(_ relative: String, depth: Int) {
      let path = relative.isEmpty ? folder : folder + "/" + relative
      do throws(FileError) {
        for name in try FileSystem.names(inFolder: path) where !name.hasPrefix(".") {
          let below = relative.isEmpty ? name : relative + "/" + name
          let kind = try FileSystem.kind(of: folder + "/" + below)
          if kind == .folder, depth < 2 { visit(below, depth: depth + 1) }
          var file = RuleFile(path: folder + "/" + below, name: below, bytes: [])
          guard kind == .file, file.role != nil else { continue }
          do throws(FileError) {
            file.bytes = try FileSystem.read(file.path, limit: 16 << 20)
            files.append(file)
          } catch { note(file.path, error) }
        }
      } catch { note(path, error) }
    }
    guard FileSystem.isFolder(folder) else {
      errors.append(RuleLoadError(path: folder, place: nil, reason: .notAFolder))
      return []
    }
    visit("", depth: 0)
    return files
  }

  private func check(
    _ files: [RuleFile], analysisLexicons: () throws(RuleSetError) -> AnalysisLexicons
  ) throws(RuleSetError) -> RuleSet {
    var errors: [RuleLoadError] = []
    let lexicons = readLexicons(files, errors: &errors)
    let program = RuleProgram(lexicons: lexicons, limits: limits)
    let decoder = RuleDecoder(triggers: { program.host.triggers(of: $0) })
    var packs: [Pack] = []
    var rules: [Rule] = []
    for name in orderedPacks(files) {
      let own = files.filter { $0.pack == name }
      do throws(LuaError) {
        let failures = try program.open(pack: name, modules: own.filter { $0.role == .module })
        errors += failures.map { Self.error($0.1, in: $0.0, of: files) }
      } catch { errors.append(RuleLoadError(path: name, place: nil, reason: .failed(error.message))) }
      guard let packFile = own.first(where: { $0.role == .pack }) else {
        let folder = own.first.map { String($0.path.dropLast($0.name.utf8.count - name.utf8.count)) } ?? name
        errors.append(RuleLoadError(path: folder, place: nil, reason: .noPackFile))
        continue
      }
      let source = TableReader.SourceFile(packFile)
      guard let table = table(packFile, kind: "pack", program, files, &errors) else { continue }
      let pack = decoder.pack(table, name: name, file: source)
      errors += source.errors
      packs.append(pack)
      for file in own where file.role == .rule {
        guard let table = self.table(file, kind: "rule", program, files, &errors) else { continue }
        let source = TableReader.SourceFile(file)
        let rule = decoder.rule(table, pack: pack, stem: file.stem, file: source)
        errors += source.errors
        if let rule { rules.append(rule) }
      }
    }
    rules.sort { $0.id < $1.id }
    for (rule, next) in zip(rules, rules.dropFirst()) where rule.id == next.id {
      let source = files.first { $0.path == next.path }.map(TableReader.SourceFile.init)
      let place = source.flatMap { file in file.outline?.entry([.name("id")]).map { file.place($0.valueRange) } }
      errors.append(RuleLoadError(path: next.path, place: place, reason: .duplicateID(next.id, other: rule.path)))
    }
    guard errors.isEmpty else { throw RuleSetError(errors: errors) }
    return RuleSet(
      packs: packs, rules: rules, files: files.sorted { $0.name < $1.name }, screen: try compile(rules),
      lexicons: lexicons, analysisLexicons: try analysisLexicons(), patterns: program.host.patterns)
  }

  private func orderedPacks(_ files: [RuleFile]) -> [String] {
    Set(files.filter { $0.role == .pack || $0.role == .rule }.map(\.pack)).sorted()
  }

  private func table(
    _ file: RuleFile, kind: String, _ program: RuleProgram, _ files: [RuleFile], _ errors: inout [RuleLoadError]
  ) -> LuaTable? {
    guard String(validating: file.bytes, as: UTF8.self) != nil else {
      errors.append(RuleLoadError(path: file.path, place: nil, reason: .notUTF8))
      return nil
    }
    do throws(LuaError) {
      switch try program.run(file, pack: file.pack) {
      case .table(let table): return table
      case let other:
        errors.append(RuleLoadError(path: file.path, place: nil, reason: .notATable(expected: kind, got: other.typeName)))
      }
    } catch { errors.append(Self.error(error, in: file, of: files)) }
    return nil
  }

  private func readLexicons(_ files: [RuleFile], errors: inout [RuleLoadError]) -> LexiconStore {
    var lexicons: [LexiconStore.Lexicon] = []
    for file in files where file.role == .lexicon {
      let triggers = LexiconStore.parse(file.bytes)
      do throws(TriggerError) {
        let screen = try Screen([triggers])
        lexicons.append(
          LexiconStore.Lexicon(name: file.pack + "/" + file.stem, triggers: triggers, path: file.path, screen: screen))
      } catch {
        errors.append(
          RuleLoadError(path: file.path, place: nil, reason: .badLexicon("'\(error.trigger.text)': \(error.message)")))
      }
    }
    return LexiconStore(lexicons.sorted { $0.name < $1.name })
  }

  private func compile(_ rules: [Rule]) throws(RuleSetError) -> Screen {
    do throws(TriggerError) {
      return try Screen(
        rules.map { if case .triggers(let triggers) = $0.subject { triggers } else { [] } })
    } catch {
      // Each trigger was compiled alone before, so this names a limit of the whole.
      throw RuleSetError(errors: [RuleLoadError(path: "rules", place: nil, reason: .badTrigger(error.trigger.text, error.message))])
    }
  }

  private static func analysisLexicons(_ folder: String?) throws(RuleSetError) -> AnalysisLexicons {
    guard let folder else {
      throw RuleSetError(errors: [RuleLoadError(path: "_lexicons", place: nil, reason: .unreadable("no word lists for the analysis"))])
    }
    do throws(LexiconError) {
      return try AnalysisLexicons(folder: folder)
    } catch {
      let place = error.line.map { RuleLoadError.Place(line: $0, column: 1, sourceLine: "", length: 1) }
      throw RuleSetError(errors: [RuleLoadError(path: error.path, place: place, reason: .badLexicon(error.message))])
    }
  }
}
