import LuaRuntime
import Testing

@Suite struct ObjectTests {
  static let hit = LuaValue.object(LuaObject(type: 0, index: 12))

  /// Calls `function(hit, other)` with hit 12 and sentence 1.
  func run(_ body: String, in laboratory: Laboratory) throws(LuaError) -> LuaValue {
    guard case .function(let check) = try laboratory.run("return function(hit, sentence) \(body) end") else {
      return .nil
    }
    return try laboratory.state.call(check, [Self.hit, .object(LuaObject(type: 1, index: 1))])
  }

  @Test(
    "fields are read from the host",
    arguments: [
      ("return hit.text", .string("hit 12")), ("return hit.negated", .boolean(true)),
      ("return hit.sentence", .object(LuaObject(type: 1, index: 1))), ("return hit.sentence.text", .string("Sentence 1.")),
      ("return #hit.siblings", .integer(3)), ("return hit.siblings[2].text", .string("hit 1")),
      ("return hit.sentence == sentence", .boolean(true)), ("return hit.sentence ~= hit", .boolean(true)),
      ("local seen = { [hit.sentence] = 'yes' } return seen[sentence]", .string("yes")),
      ("return type(hit)", .string("userdata")), ("return tostring(hit)", .string("hit #12")),
      ("return ('%s'):format(sentence)", .string("sentence #1")),
    ] as [(String, LuaValue)])
  func fields(body: String, expected: LuaValue) throws {
    #expect(try run(body, in: Laboratory()) == expected)
  }

  @Test("methods get their arguments without the object")
  func methods() throws {
    let laboratory = try Laboratory()
    #expect(try run("return hit:report(1, 'two', { three = 3 })", in: laboratory) == .integer(3))
    #expect(
      laboratory.host.reported == [
        [.integer(1), .string("two"), .table(LuaTable(fields: [.init(key: "three", value: .integer(3))]))]
      ])
    #expect(try run("return hit:followed_by { 'a' }", in: laboratory) == .integer(1))
  }

  @Test(
    "misuse is explained",
    arguments: [
      ("return hit.negatd", "hit has no field or method 'negatd' (did you mean 'negated'?)"),
      ("return hit:reprot()", "hit has no field or method 'reprot' (did you mean 'report'?)"),
      ("return hit.zebra", "hit has no field or method 'zebra'"),
      ("return hit[1]", "hit has no field or method '1'"), ("return hit[{}]", "hit has no field or method 'table'"),
      ("hit.text = 'x'", "hit is read-only"), ("sentence[1] = 'x'", "sentence is read-only"),
      ("hit.report('x')", "call it with a colon: hit:report(...)"), ("hit.report()", "call it with a colon: hit:report(...)"),
      ("hit.report(sentence)", "'report' is a method of hit, not of sentence"),
      ("return #hit", "hit has no length: '#' works on strings and lists"),
      ("return 'x' .. hit", "cannot join a hit with '..': use tostring(...) or one of its fields"),
      ("return hit .. 'x'", "cannot join a hit with '..': use tostring(...) or one of its fields"),
      ("return hit + 1", "attempt to perform arithmetic on a hit value (local 'hit')"),
      ("return hit < sentence", "attempt to compare hit with sentence"),
      ("return hit()", "attempt to call a hit value (local 'hit')"),
      ("for _ in pairs(hit) do end", "cannot iterate over a hit"), ("for _ in ipairs(sentence) do end", "cannot iterate over a sentence"),
      ("return hit.broken", "broken cannot be read"),
      ("return table.concat({ hit })", "invalid value (at index 1) in table for 'concat'"),
    ])
  func misuse(body: String, message: String) throws {
    let laboratory = try Laboratory()
    let error = #expect(throws: LuaError.self) { try run(body, in: laboratory) }
    #expect(error?.message == message)
    #expect(error?.line == 1)
  }

  @Test("an object of no known type is refused")
  func unknownType() throws {
    let laboratory = try Laboratory()
    laboratory.host.answer = .object(LuaObject(type: 9, index: 0))
    #expect(laboratory.message(of: "echo()") == "the host gave an object of an unknown type")
    laboratory.host.answer = .function(.notKept)
    #expect(laboratory.message(of: "echo()") == "no such function: it was never kept, or came after the snapshot")
  }

  @Test("objects that Lua has dropped can be collected")
  func collection() throws {
    var limits = Laboratory.unhurried
    limits.heap = 4 << 20
    let laboratory = try Laboratory(limits: limits)
    guard case .function(let look) = try laboratory.run("return function(hit) return hit.text end") else {
      return #expect(Bool(false))
    }
    laboratory.state.startBudget()
    for index in 0..<50_000 {
      let text = try laboratory.state.call(look, [.object(LuaObject(type: 0, index: index))])
      guard text == .string("hit \(index)") else { return #expect(text == .string("hit \(index)")) }
    }
  }
}
