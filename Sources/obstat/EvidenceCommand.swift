import Analysis
import ArgumentParser
import Evidence
import Scanning

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence", abstract: "Keeps records of published works and trials, to compare entries with.",
    subcommands: [Import.self, Show.self, List.self])

  static let defaultStore = "evidence.sqlite"

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes files of records into a store.",
      discussion: """
        Reads PubMed MEDLINE text (.nbib) and XML, ClinicalTrials.gov JSON (API version 2), Crossref JSON and the Retraction \
        Watch CSV, told by their content. What is malformed is named and left out. An interrupted import goes on where it \
        stopped. Exit status: 0, or 3 when something was left out, or 2 when the store cannot be written.
        """)

    @Argument(help: "Files of records.")
    var files: [String]

    @Option(help: ArgumentHelp("The store; made if it is missing.", valueName: "file"))
    var store = EvidenceCommand.defaultStore

    func run() throws {
      let importer = try EvidenceCommand.orExit { () throws(EvidenceError) in try EvidenceImporter(store: store) }
      var isIncomplete = false
      for file in files {
        let shows = Output.errors.isTerminal
        do throws(EvidenceError) {
          let summary = try importer.add(file) { part in
            if shows { Output.errors.write("\r\(file): \(Int(part * 100)) %") }
          }
          if shows { Output.errors.write("\r\u{1B}[K") }
          if summary.malformed > 0 { isIncomplete = true }
          tell(summary)
        } catch {
          Output.errors.write((shows ? "\r\u{1B}[K" : "") + "error: \(error.path): \(error.message)\n")
          if error.path == store { throw ExitCode(ObstatExit.impossible.rawValue) }
          isIncomplete = true
        }
      }
      let count = try EvidenceCommand.orExit { () throws(EvidenceError) in try importer.count }
      Output.standard.write("\(store) holds \(count) record\(count == 1 ? "" : "s"); scan with --evidence \(store)\n")
      if isIncomplete { throw ExitCode(ObstatExit.incomplete.rawValue) }
    }

    private func tell(_ summary: EvidenceImporter.Summary) {
      for problem in summary.problems { Output.errors.write("warning: \(summary.path): \(problem.place): left out: \(problem.reason)\n") }
      let more = summary.malformed - summary.problems.count
      if more > 0 { Output.errors.write("warning: \(summary.path): \(more) more left out\n") }
      var text = "\(summary.path): \(summary.format.rawValue): "
      if summary.wasKnown {
        text += "in the store already\n"
      } else {
        text += "\(summary.records) record\(summary.records == 1 ? "" : "s")"
        text += summary.malformed > 0 ? ", \(summary.malformed) left out\n" : "\n"
      }
      Output.standard.write(text)
    }
  }

  /// Which records a look-up asks.
  struct Sources: ParsableArguments {
    @Option(
      name: .customLong("evidence"),
      help: ArgumentHelp("A store or a YAML file of records; may be repeated. The shipped records are asked last.", valueName: "file"))
    var files: [String] = []

    func stores() throws -> [any EvidenceStore] {
      do throws(EvidenceFileErrors) {
        var stores: [any EvidenceStore] = []
        for path in files { stores.append(try KnowledgeOptions.store(path)) }
        if let shipped = RuleFolders.shipped(), let starter = try EvidenceFolder(shipped + "/_evidence").starter() { stores.append(starter) }
        return stores
      } catch {
        for problem in error.errors { Output.errors.write(problem.rendered) }
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows what is on record about a work.")

    @Argument(help: "A DOI, PMID, PMCID or trial registration number.")
    var key: String

    @OptionGroup var sources: Sources

    func run() throws {
      guard let key = WorkKey(guessing: key) else {
        Output.errors.write("error: '\(key)' is no DOI, PMID, PMCID or registration number\n")
        throw ExitCode(ObstatExit.impossible.rawValue)
      }
      let source = CombinedEvidence(try sources.stores()).open()
      guard let record = try EvidenceCommand.orExit({ () throws(EvidenceError) in try source.record(key) }) else {
        Output.errors.write("error: no record of \(key)\n")
        throw ExitCode(ObstatExit.findings.rawValue)
      }
      Output.standard.write(record.lines)
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the records, one a line.")

    @OptionGroup var sources: Sources

    func run() throws {
      for store in try sources.stores() {
        switch store {
        case let store as SQLiteEvidence:
          try EvidenceCommand.orExit { () throws(EvidenceError) in try store.forEach { Output.standard.write($0.line) } }
        case let store as MemoryEvidence: for record in store.records { Output.standard.write(record.line) }
        default: break
        }
      }
    }
  }

  static func orExit<Value>(_ body: () throws(EvidenceError) -> Value) throws -> Value {
    do throws(EvidenceError) { return try body() } catch {
      Output.errors.write("error: \(error.path): \(error.message)\n")
      throw ExitCode(ObstatExit.impossible.rawValue)
    }
  }
}

extension EvidenceRecord {
  /// Key, year, first author, title, and what is wrong with the work.
  fileprivate var line: String {
    let parts = [keys.first?.description ?? "-", year.map(String.init) ?? "-", authors.first ?? "-", title ?? "-"]
    let mark = retraction.map { $0.kind == .retraction ? "  [retracted]" : "  [expression of concern]" } ?? ""
    return parts.joined(separator: "  ") + mark + "\n"
  }

  /// One field a line.
  fileprivate var lines: String {
    let fields: [(String, String?)] = [
      ("title", title), ("authors", authors.isEmpty ? nil : authors.joined(separator: ", ")), ("year", year.map(String.init)),
      ("journal", journal), ("volume", volume), ("pages", pages), ("keys", keys.map(\.description).joined(separator: ", ")),
      ("kind", kind.rawValue), ("study", study?.description), ("conclusion", conclusion), ("harms", harms),
      ("retraction", retraction.map { [$0.kind.rawValue, $0.date, $0.reason, $0.source].compactMap { $0 }.joined(separator: "; ") }),
      ("source", source), ("checked", checked),
    ]
    return fields.compactMap { name, value in value.map { "\(name): \($0)\n" } }.joined()
  }
}
