import Analysis
import ArgumentParser
import ContentModel
import FileSystem
import Glibc
import LuaRuntime
import Readers
import RuleEngine
import RuleTesting
import Scanning

/// A prompt at which a document can be asked what rules can ask it.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Asks a document what rules can ask it, at a prompt.")

  @Argument(help: "The document; without one, type :text followed by a sentence.")
  var path: String?

  @OptionGroup var ruleOptions: RuleOptions

  @OptionGroup var knowledge: KnowledgeOptions

  func run() throws {
    var loaded = try ruleOptions.loadOrExit()
    do { loaded.knowledge = try knowledge.load() } catch { throw ExitCode(ObstatExit.impossible.rawValue) }
    let rules = loaded
    let document = try path.map(readDocument)
    do throws(LuaError) {
      try LuaThread.run { () throws(LuaError) in try Prompt(rules, document).run() }
    } catch {
      Output.errors.write("error: the prompt cannot be opened: \(error.message)\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }
}

/// One session at the prompt. Mistakes are told and never end it.
private final class Prompt {
  private let rules: RuleSet
  private let session: RuleSession
  private let editor = LineEditor()
  private var analysis: DocumentAnalysis
  private let historyFile = HistoryFile()

  private static let commands = [":help", ":load", ":pack", ":quit", ":rules", ":text", ":why"]
  private static let help = """
    an expression        shows its value: doc.sentences[1], doc:find { "guarantee~" }, #doc.citations
    name = expression    keeps the value under a name
    :why RULE LINE       what a rule did on a line of the document, step by step
    :rules [WORD]        the rules, or those that have a word in their id or title
    :text SENTENCE       shows a sentence of your own in place of the document
    :load FILE           shows another document
    :pack NAME           puts a pack's word lists and modules at hand
    :quit                ends, as Ctrl-D does
    Tab completes names, fields after a dot, methods after a colon; the arrow up brings earlier lines back.

    """

  init(_ rules: RuleSet, _ document: Document?) throws(LuaError) {
    self.rules = rules
    session = try RuleSession(rules) { Output.standard.write("trace \($0)\n") }
    guard let shown = document.map({ DocumentAnalysis($0, lexicons: rules.analysisLexicons) }) ?? Self.analysed("Nothing is on show yet.", rules) else {
      throw LuaError(kind: .runtime, message: "there is nothing to show")
    }
    self.analysis = shown
    session.show(self.analysis)
  }

  private static func analysed(_ text: String, _ rules: RuleSet) -> DocumentAnalysis? {
    (try? DocumentReader().read(Array(text.utf8), path: "text", format: .text))
      .map { DocumentAnalysis($0, lexicons: rules.analysisLexicons) }
  }

  func run() {
    editor.remember(historyFile.lines)
    editor.complete = { [self] line in completions(line) }
    Output.standard.write("\(describe()) is doc; :help tells what can be typed\n")
    while let line = editor.read("obstat> ") {
      let line = line.trimmingSpaces
      if line.isEmpty { continue }
      historyFile.append(line)
      if line == ":quit" || line == ":q" { break }
      if line.hasPrefix(":") { command(line) } else { answer(session.evaluate(line)) }
    }
  }

  private func describe() -> String {
    "\(analysis.document.path) (\(analysis.sentences.count) sentence\(analysis.sentences.count == 1 ? "" : "s"))"
  }

  private func answer(_ answer: RuleSession.Answer) {
    switch answer {
    case .value(.nil): Output.standard.write("nil\n")
    case .value(let value): Output.standard.write(session.lines(value).map { $0 + "\n" }.joined())
    case .kept(let name, let value): Output.standard.write("\(name) is \(session.lines(value, most: 1).first ?? "nil")\n")
    case .mistake(let failure): Output.standard.write(failure.mistake.rendered)
    }
  }

  private func command(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let argument = parts.count > 1 ? parts[1].trimmingSpaces : ""
    switch parts[0] {
    case ":help": Output.standard.write(Self.help)
    case ":rules": listRules(argument)
    case ":text":
      guard !argument.isEmpty, let shown = Self.analysed(argument, rules) else { return complain("write a sentence behind :text") }
      show(shown)
    case ":load":
      guard !argument.isEmpty else { return complain("write a file behind :load") }
      if let document = try? readDocument(argument) { show(DocumentAnalysis(document, lexicons: rules.analysisLexicons)) }
    case ":pack":
      do throws(LuaError) {
        if try session.use(pack: argument) {
          Output.standard.write("word lists and modules of \(argument) are at hand\n")
        } else {
          complain("there is no pack '\(argument)'; there are \(rules.packs.map(\.name).joined(separator: ", "))")
        }
      } catch { complain(error.message) }
    case ":why": why(argument)
    default: complain("no command '\(parts[0])'; there are \(Self.commands.joined(separator: ", "))")
    }
  }

  private func complain(_ words: String) { Output.standard.write("error: \(words)\n") }

  private func show(_ analysis: DocumentAnalysis) {
    self.analysis = analysis
    session.show(analysis)
    Output.standard.write("\(describe()) is doc\n")
  }

  private func listRules(_ word: String) {
    let found = rules.rules.filter { word.isEmpty || $0.id.contains(word) || $0.title.lowercased().contains(word.lowercased()) }
    if found.isEmpty { return complain("no rule has '\(word)' in its id or title") }
    let width = found.map(\.id.count).max() ?? 0
    Output.standard.write(found.map { "\($0.id)\(String(repeating: " ", count: width - $0.id.count))  \($0.title)\n" }.joined())
  }

  private func why(_ argument: String) {
    let parts = argument.split(separator: " ").map(String.init)
    guard parts.count == 2, let line = Int(parts[1]), line > 0 else { return complain("write :why RULE LINE, such as :why health/guaranteed-outcome 3") }
    guard let index = rules.index(ofRule: parts[0]) else {
      return complain("no rule '\(parts[0])'" + (rules.suggestion(forRule: parts[0]).map { " (did you mean '\($0)'?)" } ?? ""))
    }
    do throws(LuaError) {
      Output.standard.write(try TryCommand.text(index, rules, analysis, line: line))
    } catch { complain(error.message) }
  }

  private func completions(_ line: String) -> (typed: Int, candidates: [String]) {
    guard line.hasPrefix(":") else { return session.completions(line) }
    let word = String(line.reversed().prefix { $0 != " " }.reversed())
    if !line.contains(" ") { return (word.count, Self.commands.filter { $0.hasPrefix(word) }) }
    if line.hasPrefix(":why ") { return (word.count, rules.rules.map(\.id).filter { $0.hasPrefix(word) }) }
    if line.hasPrefix(":pack ") { return (word.count, rules.packs.map(\.name).filter { $0.hasPrefix(word) }) }
    return (word.count, [])
  }
}

/// Lines typed at earlier prompts: `$XDG_STATE_HOME/obstat/history`, else below `~/.local/state`. Readable by its owner alone.
private struct HistoryFile {
  private let path: String?

  init() {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } }
    guard isatty(STDIN_FILENO) == 1, let state = variable("XDG_STATE_HOME") ?? variable("HOME").map({ $0 + "/.local/state" }) else {
      path = nil
      return
    }
    var folder = ""
    for part in (state + "/obstat").split(separator: "/") {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
    path = folder + "/history"
  }

  var lines: [String] {
    guard let path, let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return [] }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }

  func append(_ line: String) {
    guard let path else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    // History is a comfort: where it cannot be kept, nothing is lost that matters.
    let bytes = Array((line + "\n").utf8)
    _ = write(descriptor, bytes, bytes.count)
    close(descriptor)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var part = self[...]
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part.drop(while: \.isWhitespace))
  }
}
