import LuaRuntime
import Screening

/// From what Lua says about a file that does not compile, or fails while it runs, to a mistake with its place.
extension RuleLoader {
  static func error(_ error: LuaError, in file: RuleFile, of files: [RuleFile]) -> RuleLoadError {
    // A module that fails while a rule requires it is the one to mend.
    let blamed = error.chunk.flatMap { chunk in files.first { $0.path == chunk } } ?? file
    let mistake = LuaMistake(error, source: blamed.bytes)
    var place = error.chunk == blamed.path
      ? error.line.flatMap { RuleLoadError.Place(line: $0, word: mistake.word, in: blamed.bytes) } : nil
    if error.kind == .syntax {
      if place == nil { place = LuaTableOutline.deepestPlace(in: blamed.bytes).map { RuleLoadError.Place(range: $0, in: blamed.bytes) } }
      return RuleLoadError(path: blamed.path, place: place, reason: .syntax(mistake.message, help: mistake.help))
    }
    let line = error.chunk == blamed.path ? error.line ?? 1 : 1
    if let regex = badPattern(error.message, blamed, line) { return regex }
    if let list = unknownLexicon(error.message, blamed, line) { return list }
    if let module = unknownModule(error.message, blamed, place, files) { return module }
    return RuleLoadError(
      path: blamed.path, place: place,
      reason: mistake.isExplained
        ? .mistake(mistake.message, help: mistake.help, guide: .deciding) : .failed(mistake.message, help: mistake.help))
  }

  /// A regular expression that does not compile: the place is the character in it.
  private static func badPattern(_ message: String, _ file: RuleFile, _ line: Int) -> RuleLoadError? {
    guard message.hasPrefix("pattern: "), let mark = message.utf8.lastIndex(of: UInt8(ascii: " ")),
      let character = Int(message[message.index(after: mark)...])
    else { return nil }
    let problem = String(message.dropFirst("pattern: ".count))
    for (text, content) in LuaTableOutline.patterns(in: file.bytes, fromLine: line) {
      guard problemOfPattern(text) == problem else { continue }
      let ahead = text.unicodeScalars.prefix(max(0, character - 1))
      let start = content + String(String.UnicodeScalarView(ahead)).utf8.count
      return RuleLoadError(
        path: file.path, place: RuleLoadError.Place(range: start..<(start + 1), in: file.bytes),
        reason: .badTrigger(RuleHost.clipped(text), problem))
    }
    return RuleLoadError(
      path: file.path, place: RuleLoadError.Place(line: line, word: "pattern", in: file.bytes), reason: .badTrigger("pattern", problem))
  }

  private static func problemOfPattern(_ text: String) -> String? {
    do throws(TriggerError) {
      _ = try Trigger.pattern(text).check()
      return nil
    } catch { return error.message }
  }

  private static func unknownLexicon(_ message: String, _ file: RuleFile, _ line: Int) -> RuleLoadError? {
    guard message.hasPrefix("no word list '") else { return nil }
    let names = LuaMistake.quotedNames(in: message)
    guard let name = names.first else { return nil }
    let place = LuaTableOutline.string(name, in: file.bytes, fromLine: line)
    return RuleLoadError(
      path: file.path, place: place.map { RuleLoadError.Place(range: $0, in: file.bytes) },
      reason: .unknownLexicon(name, suggestion: names.dropFirst().first))
  }

  /// `require` of what the pack does not have, and of what another pack has.
  private static func unknownModule(
    _ message: String, _ file: RuleFile, _ place: RuleLoadError.Place?, _ files: [RuleFile]
  ) -> RuleLoadError? {
    let asksForAny = message.hasPrefix("unknown name 'require'")
    guard asksForAny || message.hasPrefix("no module '") else { return nil }
    let wanted: String
    if asksForAny {
      let line = place?.sourceLine ?? ""
      wanted = line.split(whereSeparator: { $0 == "\"" || $0 == "'" }).dropFirst().first.map(String.init) ?? ""
    } else {
      wanted = LuaMistake.quotedNames(in: message).first ?? ""
    }
    let stem = wanted.split(separator: "/").last.map(String.init) ?? wanted
    let own = files.filter { $0.role == .module && $0.pack == file.pack }.map(\.stem)
    let owners = files.filter { $0.role == .module && $0.stem == stem && $0.pack != file.pack }.map(\.pack)
    var help: String
    if let owner = owners.first {
      help = "pack '\(owner)' has it, but a rule may require only from its own pack: copy what you need to \(file.pack)/lib/\(stem).lua"
    } else if let near = suggestion(for: stem, among: own) {
      help = "did you mean '\(near)'?"
    } else if own.isEmpty {
      help = "helper modules lie in the pack's lib folder: \(file.pack)/lib/\(stem.isEmpty ? "dates" : stem).lua"
    } else {
      help = "this pack has \(own.sorted().map { "'\($0)'" }.joined(separator: ", "))"
    }
    if wanted.contains("/"), owners.isEmpty { help += "; modules are named without a folder" }
    var placed = place
    if let line = place?.line, let range = LuaTableOutline.string(wanted, in: file.bytes, fromLine: line) {
      placed = RuleLoadError.Place(range: range, in: file.bytes)
    }
    return RuleLoadError(
      path: file.path, place: placed, reason: .mistake("no module '\(wanted)' in this pack", help: help, guide: .packs))
  }
}
