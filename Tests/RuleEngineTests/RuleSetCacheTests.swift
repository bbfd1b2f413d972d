import FileSystem
import Foundation
import LuaRuntime
import RuleEngine
import Testing

@Suite("The cache of loaded rules")
struct RuleSetCacheTests {
  private static let files = [
    "pack/thing.lua": ruleText(
      #"find = { "sea view*", pattern [[\bport(?:s|hole)?\b]], lexicon "ships" }, check = function(hit) if hit.text ~= "ship" then hit:report() end end,"#),
    "pack/other.lua": ruleText(#"on = "sentence", skip = { "negated" }, check = function(s) if s:has { "moor~" } then s:report() end end,"#, id: "pack/other"),
    "pack/lexicons/ships.txt": "ship\nrowing boat~\n",
  ]
  private static let text = "A sea view. Two rowing boats and a ship in port. We moored."

  private func load(_ rules: TemporaryRules, _ cache: PrivateCache?) throws -> RuleSet {
    let loader = RuleLoader(
      defaultLexicons: TemporaryRules.repository.appendingPathComponent("Rules/_lexicons").path, cache: cache.map(RuleSetCache.init))
    let path = rules.folder.path
    return try LuaThread.run { () throws(RuleSetError) -> RuleSet in try loader.load(folders: [path]) }
  }

  private func withCache(_ body: (PrivateCache, URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("obstat-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(PrivateCache(folder: folder.path + "/below"), folder.appendingPathComponent("below"))
  }

  private func mode(_ url: URL) throws -> Int {
    (try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int) ?? -1
  }

  private func keptFile(_ folder: URL) throws -> URL {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 1)
    return folder.appendingPathComponent(try #require(names.first))
  }

  @Test("gives back what was loaded, closed to other users")
  func roundTrip() throws {
    let rules = try TemporaryRules(Self.files)
    try withCache { cache, folder in
      let plain = try load(rules, nil)
      let first = try load(rules, cache)
      let file = try keptFile(folder)
      #expect(try mode(folder) == 0o700)
      #expect(try mode(file) == 0o600)
      let second = try load(rules, cache)
      for loaded in [first, second] {
        #expect("\(loaded.rules)" == "\(plain.rules)")
        #expect("\(loaded.packs)" == "\(plain.packs)")
        #expect(loaded.files.map(\.path) == plain.files.map(\.path))
        #expect(loaded.notes == [])
        #expect(try rules.findings(in: Self.text, loaded) == (try rules.findings(in: Self.text, plain)))
      }
      #expect(try rules.findings(in: Self.text, plain).count == 4)
    }
  }

  @Test("is not used for rules that were changed")
  func change() throws {
    let rules = try TemporaryRules(Self.files)
    try withCache { cache, _ in
      _ = try load(rules, cache)
      try Data("boat\n".utf8).write(to: rules.folder.appendingPathComponent("pack/lexicons/ships.txt"))
      let changed = try load(rules, cache)
      #expect(changed.notes == [])
      #expect(try rules.findings(in: "One boat.", changed) == ["pack/thing “boat”: “boat” found"])
    }
  }

  @Test("that is damaged is said so, not used, and made anew", arguments: [0, 12, 40, 1_000, -1])
  func damage(place: Int) throws {
    let rules = try TemporaryRules(Self.files)
    try withCache { cache, folder in
      _ = try load(rules, cache)
      let file = try keptFile(folder)
      var bytes = try Data(contentsOf: file)
      if place < 0 { bytes.removeLast(7) } else { bytes[place] ^= 0x41 }
      let handle = try FileHandle(forWritingTo: file)
      try handle.truncate(atOffset: 0)
      try handle.write(contentsOf: bytes)
      try handle.close()
      let loaded = try load(rules, cache)
      #expect(loaded.notes == ["the cache file \(file.path) is damaged and was not used"])
      #expect(try rules.findings(in: Self.text, loaded).count == 4)
      #expect(try load(rules, cache).notes == [])
    }
  }

  @Test("that others may write to is not used, and said so")
  func openToOthers() throws {
    let rules = try TemporaryRules(Self.files)
    try withCache { cache, folder in
      _ = try load(rules, cache)
      let file = try keptFile(folder)
      try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: file.path)
      #expect(try load(rules, cache).notes == ["the cache \(file.path) is open to other users and is not used"])
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
      #expect(try load(rules, cache).notes == ["the cache \(folder.path) is open to other users and is not used"])
    }
  }

  @Test("that is a link is not followed")
  func link() throws {
    let rules = try TemporaryRules(Self.files)
    try withCache { cache, folder in
      let elsewhere = folder.deletingLastPathComponent().appendingPathComponent("elsewhere")
      try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(at: folder, withDestinationURL: elsewhere)
      #expect(try load(rules, cache).notes == ["the cache \(folder.path) is not a folder and is not used"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == [])
    }
  }

  @Test("bears several processes at a time")
  func concurrent() throws {
    let rules = try TemporaryRules(Self.files)
    try withCache { cache, folder in
      let path = rules.folder.path
      let lexicons = TemporaryRules.repository.appendingPathComponent("Rules/_lexicons").path
      DispatchQueue.concurrentPerform(iterations: 6) { _ in
        for _ in 0..<3 {
          let loader = RuleLoader(defaultLexicons: lexicons, cache: RuleSetCache(cache))
          let notes = try? LuaThread.run { () throws(RuleSetError) -> [String] in try loader.load(folders: [path]).notes }
          #expect(notes == [])
        }
      }
      _ = try keptFile(folder)
    }
  }
}
