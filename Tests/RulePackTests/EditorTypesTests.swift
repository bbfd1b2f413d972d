import Foundation
import RuleEngine
import Testing

@Suite("The types for editors")
struct EditorTypesTests {
  @Test("are those of the bindings")
  func fresh() throws {
    let file = URL(fileURLWithPath: ShippedRulesTests.folder).appendingPathComponent("_meta/obstat.lua")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try Data(EditorTypes.text.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == EditorTypes.text, "run: obstat rules meta > Rules/_meta/obstat.lua")
  }
}
