import Analysis
import Foundation
import Testing

@testable import Evidence

@Suite("The record store")
struct StoreTests {
  static func key(_ kind: WorkKey.Kind, _ text: String) throws -> WorkKey { try #require(WorkKey(kind, text)) }

  @Test("gives back what was imported, by any identifier and by author and year")
  func roundTrip() throws {
    let scratch = try EvidenceScratch()
    let store = scratch.path("s.sqlite")
    let importer = try EvidenceImporter(store: store)
    let summary = try importer.add(try scratch.file("a.nbib", ImportTests.medline))
    #expect(summary.records == 2 && summary.malformed == 2 && !summary.wasKnown)
    let source = try SQLiteEvidence(store).open()
    let expected = try ImportTests.read(ImportTests.medline).records[0]
    for key in [try Self.key(.pmid, "99000010"), try Self.key(.doi, "10.5555/milk.1"), try Self.key(.registration, "NCT09990001")] {
      var found = try #require(try source.record(key))
      #expect(Set(found.keys) == Set(expected.keys))
      found.keys = expected.keys
      #expect(found == expected)
    }
    #expect(try source.records(author: WorkKey.authorKey("Roe"), year: 2021).count == 1)
    #expect(try source.records(author: WorkKey.authorKey("Roe"), year: 2020).isEmpty)
    #expect(try source.record(try Self.key(.pmid, "1")) == nil)
  }

  @Test("joins what different sources tell of one work")
  func merging() throws {
    let scratch = try EvidenceScratch()
    let store = scratch.path("s.sqlite")
    let importer = try EvidenceImporter(store: store)
    // First by DOI, then by PMID, then by both.
    _ = try importer.add(try scratch.file("a.json", #"{"DOI":"10.5555/milk.1","title":["Milk"],"volume":"99","page":"7"}"#))
    _ = try importer.add(try scratch.file("a.csv", ImportTests.header + "1,Milk,J,B Roe,1/2/2024,1/1/2021,,99000010,Retraction,+Error;\n"))
    #expect(try importer.count == 2)
    _ = try importer.add(try scratch.file("a.nbib", ImportTests.medline))
    #expect(try importer.count == 2)
    _ = try importer.add(try scratch.file("t.json", ImportTests.trial))
    let source = try SQLiteEvidence(store).open()
    let record = try #require(try source.record(try Self.key(.doi, "10.5555/milk.1")))
    #expect(record.title == "Warm milk before bed: a phase II randomized trial in 60 adults")
    #expect(record.volume == "12")
    #expect(record.retraction?.date == "2024-01-02")
    #expect(record.keys.count == 3)
    // The trial's number leads to the register's own entry.
    #expect(try source.record(try Self.key(.registration, "NCT09990001"))?.kind == .registration)
    #expect(try source.record(try Self.key(.pmid, "99000010")) == record)
  }

  @Test("goes on where an import stopped, and knows a file that is in")
  func resuming() throws {
    let scratch = try EvidenceScratch()
    let store = scratch.path("s.sqlite")
    let file = try scratch.file("a.xml", ImportTests.xml((1...25).map { ImportTests.article($0, "Title \($0)") }.joined()))
    do {
      let importer = try EvidenceImporter(store: store)
      importer.batch = 10
      #expect(try importer.add(file, limit: 1).records == 10)
      #expect(try importer.count == 10)
    }
    let importer = try EvidenceImporter(store: store)
    importer.batch = 10
    var parts: [Double] = []
    #expect(try importer.add(file) { parts.append($0) }.records == 15)
    #expect(try importer.count == 25)
    #expect(parts.last == 1 && parts == parts.sorted())
    let again = try importer.add(file)
    #expect(again.wasKnown && again.records == 0)
  }

  @Test("changes its stamp with every import, and only then")
  func stamp() throws {
    let scratch = try EvidenceScratch()
    let store = scratch.path("s.sqlite")
    let importer = try EvidenceImporter(store: store)
    let empty = try SQLiteEvidence(store).stamp
    let file = try scratch.file("a.nbib", ImportTests.medline)
    _ = try importer.add(file)
    let full = try SQLiteEvidence(store).stamp
    _ = try importer.add(file)
    #expect(empty != full)
    #expect(try SQLiteEvidence(store).stamp == full)
  }

  @Test("is read by several threads, each over its own connection")
  func threads() async throws {
    let scratch = try EvidenceScratch()
    let path = scratch.path("s.sqlite")
    _ = try EvidenceImporter(store: path).add(try scratch.file("a.nbib", ImportTests.medline))
    let store = try SQLiteEvidence(path)
    let key = try Self.key(.pmid, "99000010")
    let found = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let source = store.open()
          return try (0..<50).count { _ in try source.record(key)?.year == 2021 }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(found == 200)
  }

  @Test("refuses what is no store, of another version, or damaged")
  func refusals() throws {
    let scratch = try EvidenceScratch()
    let store = scratch.path("s.sqlite")
    _ = try EvidenceImporter(store: store)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store)))
    func problem(_ bytes: [UInt8]) throws -> String? {
      let path = scratch.path("x.sqlite")
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do throws(EvidenceFileErrors) {
        _ = try SQLiteEvidence(path)
        return nil
      } catch { return error.errors.first?.message }
    }
    #expect(try problem(bytes) == nil)
    // The header's user version and application id (file format, 1.3.14 and 1.3.16).
    bytes[63] = 9
    #expect(try problem(bytes) == "has the schema version 9, and this program reads version 1")
    bytes[68] = 0
    #expect(try problem(bytes) == "is a database, but no store of evidence records")
    #expect(try problem(Array(bytes.prefix(200))) != nil)
    #expect(try problem(Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0xFF, count: 4096)) != nil)
    #expect(!SQLiteEvidence.isDatabase(try scratch.file("a.yaml", "records: []")))
  }

  @Test("shipped records load, and each names its source")
  func shipped() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Rules/_evidence").path
    let starter = try #require(try EvidenceFolder(folder).starter())
    #expect(starter.records.count >= 7)
    #expect(starter.records.allSatisfy { $0.source != nil && $0.title != nil && !$0.keys.isEmpty })
    let record = try #require(try starter.open().record(try Self.key(.doi, "10.1186/S12916-022-02482-2")))
    #expect(record.study?.supports(.efficacy) == false)
    #expect(try EvidenceFolder(folder).exampleKnowledge().claims?.claims.count == 3)
  }

  @Test(
    "mistakes in hand-written files are shown with their places",
    arguments: [
      ("records:\n  - doi: 10.5555/x\n    titel: T\n    source: s\n", ["2:5: lacks 'title'", "3:5: unknown key 'titel'"]),
      ("records:\n  - title: T\n    source: s\n", ["2:5: lacks a doi, pmid, pmcid or registration"]),
      ("records:\n  - doi: 12\n    title: T\n    source: s\n", ["2:5: lacks a doi, pmid, pmcid or registration", "2:10: '12' is no DOI"]),
      ("records:\n  - pmid: 5\n    title: T\n    source: s\n    designs: [guess]\n", ["5:14: 'guess' is not one of meta-analysis, systematic review, randomised trial, controlled trial, cohort study, registry, survey, open-label study, single-arm study, uncontrolled study, pilot study, feasibility study, case report, case series, post-hoc subgroup analysis, animal study, in-vitro study"]),
      ("records:\n  - pmid: 5\n    title: T\n    source: s\n    year: soon\n", ["5:11: 'year' should be a whole number from 1600 to 2200"]),
      ("record: []\n", ["1:1: unknown key 'record'; known keys: records"]),
      ("", ["is empty; it should hold a list under 'records'"]),
      ("records: [" + String(repeating: "[", count: 5000), ["is nested more deeply than such a file can be, or uses anchors"]),
      ("a: &x [1]\nrecords: *x\n", ["is nested more deeply than such a file can be, or uses anchors"]),
    ])
  func mistakes(text: String, expected: [String]) throws {
    let scratch = try EvidenceScratch()
    let path = try scratch.file("r.yaml", text)
    do throws(EvidenceFileErrors) {
      _ = try RecordFile.read(path)
      Issue.record("no mistake was found")
    } catch {
      let found = error.errors.map { [$0.line, $0.column].compactMap { $0.map { "\($0):" } }.joined() + ($0.line == nil ? "" : " ") + $0.message }
      #expect(found.sorted() == expected.sorted())
    }
  }

  @Test("the register completes a paper, and a record what an entry says")
  func completing() {
    let paper = EvidenceRecord(title: "T", designs: [.pilot], size: 9)
    let trial = EvidenceRecord(kind: .registration, title: "R", designs: [.openLabel], phase: 1, size: 20, harms: "Headache.")
    let both = paper.completed(by: trial)
    #expect(both.title == "T" && both.designs == [.pilot, .openLabel] && both.phase == 1 && both.size == 9 && both.harms == "Headache.")
    // An entry cannot make a single-arm study controlled.
    let entry = Study(designs: [.randomised, .metaAnalysis], size: 100)
    let study = entry.completed(by: EvidenceRecord(designs: [.singleArm], size: 62))
    #expect(study.designs == [.metaAnalysis, .singleArm] && study.size == 62)
    #expect(study.description == "a single-arm meta-analysis of 62 people (by its evidence record)")
    #expect(study.supports(.efficacy) == false)
    // A record that knows no more than a title says nothing.
    #expect(entry.completed(by: EvidenceRecord(title: "T")) == entry)
  }
}
