import LuaRuntime

/// The rule files of a rule set, loaded into one Lua state.
///
/// Loading runs each file once, to get its table; the functions in the tables
/// stay in the state. The state belongs to one thread.
final class RuleProgram {
  let state: LuaState
  let host: RuleHost
  private var environments: [String: LuaEnvironment] = [:]
  private var modules: [String: [RuleFile]] = [:]
  /// Whether the last file that was run was killed, which brought the heap back to its last snapshot.
  private(set) var wasRestored = false

  init(lexicons: LexiconStore, limits: LuaLimits, watch: RuleWatch? = nil) {
    host = RuleHost(lexicons: lexicons)
    state = LuaState(
      limits: limits, types: ObjectModel.shared.luaTypes, functions: ObjectModel.functions, host: watch ?? host)
    watch?.attach(host: host, state: state)
    // A file that is killed while loading leaves the heap in pieces; there must be something to go back to.
    state.snapshot()
  }

  /// Makes the environment of a pack, with its helper modules (`lib/<name>.lua`, asked for with `require "name"`).
  ///
  /// - Returns: the mistakes in modules, by file.
  @discardableResult
  func open(pack: String, modules files: [RuleFile]) throws(LuaError) -> [(RuleFile, LuaError)] {
    modules[pack] = files
    let environment = try state.makeEnvironment()
    environments[pack] = environment
    var failures: [(RuleFile, LuaError)] = []
    for file in files {
      do throws(LuaError) {
        try state.addModule(file.stem, try state.load(file.bytes, name: file.path, in: environment), to: environment)
      } catch { failures.append((file, error)) }
    }
    return failures
  }

  /// What the files of an open pack see as their globals.
  func environment(of pack: String) -> LuaEnvironment? { environments[pack] }

  /// Runs a rule or pack file and gives what it returns.
  ///
  /// A file that is killed takes every function loaded before with it: fit for finding mistakes in the files that
  /// follow, not for running what was loaded.
  func run(_ file: RuleFile, pack: String) throws(LuaError) -> LuaValue {
    host.currentPack = pack
    wasRestored = false
    if environments[pack] == nil { try open(pack: pack, modules: modules[pack] ?? []) }
    guard let environment = environments[pack] else { return .nil }
    do throws(LuaError) {
      let chunk = try state.load(file.bytes, name: file.path, in: environment)
      state.startBudget()
      // The chunk runs once; its constants, the examples among them, are not needed again.
      defer { state.forget(chunk) }
      return try state.call(chunk)
    } catch {
      if error.kind.isKill {
        state.restore()
        state.startBudget()
        environments = [:]
        wasRestored = true
      }
      throw error
    }
  }
}

extension LuaError.Kind {
  /// Whether the state must be restored before it can be used again.
  fileprivate var isKill: Bool {
    switch self {
    case .outOfFuel, .outOfTime, .outOfMemory: true
    case .syntax, .runtime, .memory, .sourceTooLarge, .notText: false
    }
  }
}

extension RuleFile {
  /// The pack's folder name.
  var pack: String { name.utf8.firstIndex(of: 0x2F).map { String(name[..<$0]) } ?? name }

  /// The file's name without folders and extension.
  var stem: String {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return base.split(separator: ".").first.map(String.init) ?? base
  }

  enum Role: Sendable { case pack, rule, module, lexicon, analysisLexicon }

  /// What a file is by its place below the rule folder; nil for files that are not part of the rules.
  static func role(of name: String) -> Role? {
    let parts = name.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    func isNamed(_ part: Substring.UTF8View, _ text: StaticString) -> Bool {
      text.withUTF8Buffer { part.elementsEqual($0) }
    }
    func ends(_ part: Substring.UTF8View, _ text: StaticString) -> Bool {
      text.withUTF8Buffer { part.count > $0.count && part.suffix($0.count).elementsEqual($0) }
    }
    let isPack = parts[0].first != 0x5F
    switch parts.count {
    case 2 where isNamed(parts[0], "_lexicons") && ends(parts[1], ".txt"): return .analysisLexicon
    case 2 where isPack && isNamed(parts[1], "pack.lua"): return .pack
    case 2 where isPack && ends(parts[1], ".lua"): return .rule
    case 3 where isPack && isNamed(parts[1], "lib") && ends(parts[2], ".lua"): return .module
    case 3 where isPack && isNamed(parts[1], "lexicons") && ends(parts[2], ".txt"): return .lexicon
    default: return nil
    }
  }
}
