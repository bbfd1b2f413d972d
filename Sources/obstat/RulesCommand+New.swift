import Analysis
import ArgumentParser
import ContentModel
import FileSystem
import Glibc
import LuaRuntime
import RuleEngine
import RuleTesting
import Scanning

extension RulesCommand {
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a rule that runs and passes, from a sentence to flag and one to leave.",
      discussion: """
        Asks on a terminal for what the options do not say. The file is <folder>/<pack>/<name>.lua; nothing is overwritten. \
        A pack that does not exist yet gets its pack.lua.
        """)

    @Argument(help: "The rule's id: pack/thing-flagged.")
    var id: String

    @Option(help: "A few words for lists.")
    var title: String?

    @Option(help: "What reports group by, such as guarantee.")
    var category: String?

    @Option(help: "error, warning or note.")
    var severity: String?

    @Option(help: ArgumentHelp("A key of the pack's instruments, such as eu-2001-83/art-90-b; may be repeated.", valueName: "key"))
    var basis: [String] = []

    @Option(help: "For a basis that a new pack does not have yet: the law, as a lawyer cites it.")
    var citation: String?

    @Option(help: "For such a basis: what it demands, in one line.")
    var says: String?

    @Option(help: "What the finding says; {text} stands for the words found.")
    var message: String?

    @Option(help: ArgumentHelp("A sentence to flag, with [[…]] around the words if only they are meant; may be repeated.", valueName: "sentence"))
    var flag: [String] = []

    @Option(help: ArgumentHelp("A sentence to leave alone; may be repeated.", valueName: "sentence"))
    var leave: [String] = []

    @Option(help: ArgumentHelp("A phrase to look for; may be repeated. By default one is proposed from the sentences.", valueName: "phrase"))
    var find: [String] = []

    @Option(help: ArgumentHelp("As --flag, and says which phrases could be looked for, and why.", valueName: "sentence"))
    var from: String?

    @Option(name: .customLong("rules"), help: ArgumentHelp("The folder of rule packs; by default the working directory.", valueName: "folder"))
    var folder: String = "."

    func run() throws {
      let parts = id.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts.allSatisfy(Self.isName), !["pack"].contains(parts[1]) else {
        throw fail("'\(id)' is not an id", help: "ids are pack/thing-flagged, in small letters, digits and hyphens: house/miracle-cure")
      }
      let (pack, name) = (parts[0], parts[1])
      let path = "\(folder)/\(pack)/\(name).lua"
      guard (try? FileSystem.kind(of: path)) == nil else {
        throw fail("\(path) exists already, and nothing is overwritten", help: "open it in an editor, or choose another name")
      }
      guard let shipped = RuleFolders.shipped(), let lexicons = try? AnalysisLexicons(folder: shipped + "/_lexicons") else {
        throw fail("no word lists found beside the program", help: nil)
      }
      let packPath = "\(folder)/\(pack)/pack.lua"
      let packExists = (try? FileSystem.kind(of: packPath)) != nil
      let questions = Questions()

      let plain = name.split(separator: "-").joined(separator: " ")
      let title = try self.title ?? questions.ask("Title, a few words for lists", default: plain.prefix(1).uppercased() + plain.dropFirst(), option: "--title")
      let category = try self.category ?? questions.ask("Category, what reports group by", default: name, option: "--category")
      let severity = try questions.choose("Severity: error, warning or note", given: self.severity, default: "warning", option: "--severity", among: Severity.allCases.map(\.rawValue))
      var basis = self.basis
      if basis.isEmpty, questions.canAsk {
        let answer = try questions.ask("Basis, a key of the pack's instruments; empty for none", default: "", option: "--basis")
        if !answer.isEmpty { basis = [answer] }
      }
      var instruments: [(key: String, citation: String, says: String)] = []
      if !packExists {
        for key in basis {
          let citation = try self.citation ?? questions.ask("\(key): the law, as a lawyer cites it", default: nil, option: "--citation")
          let says = try self.says ?? questions.ask("\(key): what it demands, in one line", default: nil, option: "--says")
          instruments.append((key, citation, says))
        }
      }
      var flagged = (flag + [from].compactMap { $0 }).map(Self.marked)
      if flagged.isEmpty {
        flagged = [Self.marked(try questions.ask("A sentence to flag; [[ ]] around the words if only they are meant", default: nil, option: "--flag"))]
      }
      var clean = leave.map(Self.marked)
      if clean.isEmpty { clean = [try questions.ask("A sentence to leave: best a near miss", default: nil, option: "--leave")] }
      if clean.count == 1, questions.canAsk {
        let second = try questions.ask("Another one to leave", default: Self.neutral, option: "--leave")
        clean.append(second)
      } else if clean.count == 1 {
        clean.append(Self.neutral)
      }

      var draft = RuleDraft(
        id: id, category: category, title: title, severity: severity, basis: basis, message: "", triggers: find,
        flagged: flagged, clean: clean)
      try complete(&draft, lexicons, questions)
      draft.message = try message ?? questions.ask("What the finding says; {text} stands for the words", default: "“{text}”: \(title.prefix(1).lowercased() + title.dropFirst())", option: "--message")

      // The rule is tried before anything is written.
      let packText = packExists ? nil : RuleDraft.packFile(title: Self.packTitle(pack), owner: nil, instruments: instruments)
      guard let report = try tried(draft, pack: pack, packText: packText, path: path, packPath: packPath, lexicons) else {
        throw fail("the rule cannot be run, and was not written", help: nil)
      }
      guard report.failed == 0 else {
        Output.standard.write(report.text)
        throw fail("the rule does not pass its examples, and was not written", help: "give the phrase to look for with --find, or mark the words in the sentence with [[ ]]")
      }
      try write(draft.file, packText: packText, path: path, packPath: packPath)
      if packText != nil { Output.standard.write("wrote \(Self.shown(packPath))\n") }
      Output.standard.write("wrote \(Self.shown(path))\n\(report.text)")
      Output.standard.write("next: add near misses to its clean examples, and run: obstat rules test \(Self.shown(path)) --watch\n")
    }

    /// Finds phrases where none are given, and marks what they hit.
    private func complete(_ draft: inout RuleDraft, _ lexicons: AnalysisLexicons, _ questions: Questions) throws {
      let examples = draft.flagged.compactMap { Rule.Example($0, format: .text) }
      guard examples.count == draft.flagged.count else {
        throw fail("the marks [[ and ]] of a sentence do not pair up", help: "[[ begins the words that should be flagged, ]] ends them")
      }
      for (index, example) in examples.enumerated() {
        let bytes = Array(example.text.utf8)
        let marks = example.marks.map { String(decoding: bytes[$0.utf8Offsets], as: UTF8.self) }
        let isWhole = example.marks.count == 1 && example.marks[0].count >= bytes.count - 1
        if !marks.isEmpty, !isWhole {
          if find.isEmpty { draft.triggers += marks.compactMap(TriggerProposal.marked) }
          continue
        }
        let proposals = TriggerProposal.proposals(from: example.text, clean: draft.clean, lexicons: lexicons)
        if from != nil || questions.canAsk { tell(proposals, of: example.text) }
        if find.isEmpty {
          guard let best = proposals.first else {
            throw fail("no phrase of “\(example.text)” tells it from the sentences to leave", help: "give one with --find, or leave other sentences")
          }
          var phrase = best.phrase
          if questions.canAsk { phrase = try questions.ask("Look for", default: best.phrase, option: "--find") }
          draft.triggers.append(phrase)
          if isWhole {
            draft.reportsSentence = true
          } else if phrase == best.phrase {
            draft.flagged[index] = Self.marking(best.span, in: bytes)
          }
        } else if isWhole {
          draft.reportsSentence = true
        }
      }
      var seen: Set<String> = []
      draft.triggers = draft.triggers.filter { seen.insert($0).inserted }
    }

    private func tell(_ proposals: [TriggerProposal], of sentence: String) {
      Output.standard.write("Phrases that hit “\(sentence)” and leave the others:\n")
      let width = proposals.map(\.phrase.count).max() ?? 0
      for proposal in proposals {
        Output.standard.write("  \(proposal.phrase)\(String(repeating: " ", count: width - proposal.phrase.count))  \(proposal.reason)\n")
      }
    }

    private func tried(
      _ draft: RuleDraft, pack: String, packText: String?, path: String, packPath: String, _ lexicons: AnalysisLexicons
    ) throws -> TestReport? {
      let loader = RuleLoader()
      let (folder, id, text) = (folder, id, draft.file)
      do throws(RuleSetError) {
        let rules = try LuaThread.run { () throws(RuleSetError) -> RuleSet in
          var files = packText == nil ? try loader.files(in: [folder]).filter { $0.name == "\(pack)/pack.lua" } : []
          if let packText { files.append(RuleFile(path: packPath, name: "\(pack)/pack.lua", bytes: Array(packText.utf8))) }
          files.append(RuleFile(path: path, name: "\(id).lua", bytes: Array(text.utf8)))
          return try loader.load(files: files, lexicons: lexicons)
        }
        guard let outcomes = try? LuaThread.run({ () throws(LuaError) -> [RuleOutcome] in try RuleTester(rules).outcomes(rules.rules.indices) }) else {
          return nil
        }
        return TestReport(outcomes) { $0.rendered }
      } catch {
        for problem in error.errors { Output.errors.write(problem.rendered) }
      }
      throw fail("the rule was not written", help: nil)
    }

    private func write(_ text: String, packText: String?, path: String, packPath: String) throws {
      let packFolder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      mkdir(folder, 0o777)
      mkdir(packFolder, 0o777)
      for (path, text) in [(packPath, packText), (path, text)] {
        guard let text else { continue }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw fail("\(path): \(FileError(path: path, number: errno).reason)", help: nil) }
        defer { close(descriptor) }
        Output(descriptor: descriptor).write(text)
      }
    }

    // MARK: Words

    private static let neutral = "Our office opens at nine."

    private static func isName(_ text: String) -> Bool {
      guard let first = text.utf8.first, first &- 0x61 < 26 else { return false }
      return text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D } && !text.hasSuffix("-")
    }

    private static func packTitle(_ pack: String) -> String {
      let words = pack.split(separator: "-").joined(separator: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `[[` and `]]` are typed more easily than the marks themselves.
    private static func marked(_ text: String) -> String { text.replacing("[[", with: "⟦").replacing("]]", with: "⟧") }

    private static func marking(_ span: Span, in bytes: [UInt8]) -> String {
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      return text(0..<span.start) + "⟦" + text(span.utf8Offsets) + "⟧" + text(span.end..<bytes.count)
    }

    private static func shown(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }

    private func fail(_ message: String, help: String?) -> ExitCode {
      Output.errors.write("error: \(message)\n" + (help.map { "  help: \($0)\n" } ?? ""))
      return ExitCode(ObstatExit.impossible.rawValue)
    }
  }
}

/// Questions at a terminal; elsewhere a question is an error that names the option.
private struct Questions {
  let canAsk = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  private let editor = LineEditor()

  /// - Parameter default: what an empty answer means; nil where an answer is needed.
  func ask(_ question: String, default standard: String?, option: String) throws -> String {
    guard canAsk else {
      if let standard { return standard }
      Output.errors.write("error: \(question.prefix { $0 != ";" && $0 != ":" }) is needed\n  help: give it with \(option)\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    while true {
      let hint = standard.flatMap { $0.isEmpty ? nil : " [\($0)]" } ?? ""
      Output.standard.write("\(question)\(hint)\n")
      guard let line = editor.read("> ") else { throw ExitCode(ObstatExit.impossible.rawValue) }
      let answer = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      if !answer.isEmpty { return answer }
      if let standard { return standard }
      Output.standard.write("an answer is needed\n")
    }
  }

  func choose(_ question: String, given: String?, default standard: String, option: String, among choices: [String]) throws -> String {
    if let given {
      if choices.contains(given) { return given }
      Output.errors.write("error: \(option) '\(given)' is not one of \(choices.joined(separator: ", "))\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
    while true {
      let answer = try ask(question, default: standard, option: option)
      if choices.contains(answer) { return answer }
      Output.standard.write("'\(answer)' is not one of \(choices.joined(separator: ", "))\n")
    }
  }
}
