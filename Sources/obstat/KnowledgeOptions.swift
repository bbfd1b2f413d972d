import Analysis
import ArgumentParser
import Configuration
import Evidence
import FileSystem
import Glibc
import Scanning

/// What a command may know beside rules and documents.
struct KnowledgeOptions: ParsableArguments {
  @Option(
    name: .customLong("evidence"),
    help: ArgumentHelp(
      "Records of works: a store made by `obstat evidence import`, or a YAML file; may be repeated. The shipped records are asked last.",
      valueName: "file"))
  var evidence: [String] = []

  @Option(help: ArgumentHelp("A library of approved claims (YAML).", valueName: "file"))
  var claims: String?

  @Option(help: ArgumentHelp("The day on which approvals are judged; by default the system's, in UTC.", valueName: "YYYY-MM-DD"))
  var today: String?

  func validate() throws {
    if let today, Day(today) == nil { throw ValidationError("--today takes a day as YYYY-MM-DD, such as 2026-03-31") }
  }

  /// These options with the configuration's files where the command line names none.
  func completed(by settings: Settings) -> KnowledgeOptions {
    var options = self
    if evidence.isEmpty { options.evidence = settings.evidence.value }
    if claims == nil { options.claims = settings.claims.value }
    return options
  }

  /// Opens everything, or says on standard error what is wrong and throws ``EvidenceFileErrors``.
  ///
  /// - Parameter isShutIn: whether the process gives up its files afterwards.
  func load(isShutIn: Bool = false) throws -> Knowledge {
    do throws(EvidenceFileErrors) {
      var stores: [any EvidenceStore] = []
      for path in evidence { stores.append(try Self.store(path, isShutIn: isShutIn)) }
      if let shipped = RuleFolders.shipped(), let starter = try EvidenceFolder(shipped + "/_evidence").starter() {
        stores.append(starter)
      }
      var knowledge = Knowledge(today: today.flatMap(Day.init) ?? Self.systemDay)
      if !stores.isEmpty { knowledge.records = CombinedEvidence(stores) }
      if let claims { knowledge.claims = try ClaimFile.read(claims) }
      return knowledge
    } catch {
      for problem in error.errors { Output.errors.write(problem.rendered) }
      throw error
    }
  }

  /// The same for another process, with the day decided.
  func arguments(_ knowledge: Knowledge) -> [String] {
    evidence.flatMap { ["--evidence", $0] } + (claims.map { ["--claims", $0] } ?? [])
      + (knowledge.today.map { ["--today", $0.description] } ?? [])
  }

  static func store(_ path: String, isShutIn: Bool = false) throws(EvidenceFileErrors) -> any EvidenceStore {
    if SQLiteEvidence.isDatabase(path) { return try SQLiteEvidence(path, isMapped: isShutIn) }
    return try RecordFile.read(path)
  }

  static var systemDay: Day? {
    var now = time(nil)
    var parts = tm()
    guard gmtime_r(&now, &parts) != nil else { return nil }
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
