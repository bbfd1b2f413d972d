import LuaRuntime
import Testing

@Suite struct ValueTests {
  static let plain: [LuaValue] = [
    .nil, .boolean(true), .boolean(false), .integer(0), .integer(.min), .integer(.max), .number(0.5),
    .number(-.infinity), .string(""), .string("naïve ⟦café⟧ 👩‍🔬"), .string("a\0b"),
    .object(LuaObject(type: 1, index: 7)), .table(LuaTable()),
    .table(
      LuaTable(
        array: [.integer(1), .table(LuaTable(array: [.string("x")])), .boolean(false)],
        fields: [
          .init(key: "", value: .integer(3)), .init(key: "Z", value: .number(1.5)), .init(key: "a", value: .string("é")),
          .init(key: "é", value: .object(LuaObject(type: 0, index: 3))),
        ])),
  ]

  @Test("a value that goes through Lua and the host comes back the same", arguments: plain)
  func roundTrip(value: LuaValue) throws {
    let laboratory = try Laboratory()
    let echo = try laboratory.run("return function(...) return echo(...) end")
    guard case .function(let function) = echo else { return #expect(Bool(false), "\(echo)") }
    #expect(try laboratory.state.call(function, [value]) == value)
    #expect(laboratory.host.received == [value])
  }

  @Test("integers and floats stay what they are")
  func numbers() throws {
    let laboratory = try Laboratory()
    #expect(try laboratory.run("return echo(3)") == .integer(3))
    #expect(try laboratory.run("return echo(3.0)") == .number(3))
    #expect(try laboratory.run("return 7 // 2") == .integer(3))
    #expect(try laboratory.run("return 'x' .. 3.0") == .string("x3.0"))
  }

  @Test("invalid UTF-8 is repaired")
  func repair() throws {
    let laboratory = try Laboratory()
    #expect(try laboratory.run(#"return "a\xFFb""#) == .string("a\u{FFFD}b"))
    #expect(try laboratory.run(#"return #echo("a\xFFb")"#) == .integer(5))
  }

  @Test("fields cross in the order of their bytes, the list up to its first hole")
  func tableShape() throws {
    let laboratory = try Laboratory()
    let table = try laboratory.run("return { 10, 20, nil, 40, b = 1, a = 2, B = 3, ab = 4 }")
    guard case .table(let table) = table else { return #expect(Bool(false)) }
    #expect(table.array == [.integer(10), .integer(20)])
    #expect(table.fields.map(\.key) == ["B", "a", "ab", "b"])
    #expect(table.hasOtherKeys)
    #expect(table["ab"] == .integer(4))
    #expect(table["none"] == .nil)
  }

  @Test(
    "keys that do not cross are flagged",
    arguments: [
      ("{}", false), ("{1,2}", false), ("{x=1}", false), ("{[true]=1}", true), ("{[0]=1}", true), ("{[1.5]=1}", true),
      ("{1,[3]=3}", true), ("{[2^53]=1}", true),
    ])
  func otherKeys(source: String, expected: Bool) throws {
    let laboratory = try Laboratory()
    guard case .table(let table) = try laboratory.run("return \(source)") else { return #expect(Bool(false)) }
    #expect(table.hasOtherKeys == expected)
  }

  @Test("tables cross down to 16 levels")
  func depth() throws {
    let laboratory = try Laboratory()
    func source(_ levels: Int, _ end: String) -> String {
      "local t = 0 for i = 1, \(levels) do t = { t } end \(end)"
    }
    #expect(laboratory.message(of: source(16, "return t")) == nil)
    #expect(laboratory.message(of: source(16, "return echo(t)")) == nil)
    let tooDeep = "table is nested deeper than 16 levels"
    #expect(laboratory.message(of: source(17, "return t")) == tooDeep)
    #expect(laboratory.message(of: source(17, "echo(t)")) == tooDeep)
    #expect(laboratory.message(of: "local t = {} t.t = t return t") == tooDeep)
    #expect(laboratory.failure(of: "\n local t = {} t[1] = t echo(t)")?.line == 2)
    #expect(laboratory.message(of: "nest(16)") == nil)
    #expect(laboratory.message(of: "nest(17)") == tooDeep)
    #expect(laboratory.message(of: "nest(40)") == tooDeep)
  }

  @Test("no more than 65,536 values cross at once")
  func size() throws {
    let laboratory = try Laboratory()
    func source(_ count: Int) -> String {
      "local t = {} for i = 1, \(count) do t[i] = i end return echo(t) and #t"
    }
    #expect(try laboratory.run(source(65_535)) == .integer(65_535))
    #expect(laboratory.message(of: source(65_536)) == "table holds more than 65,536 values")
    let wide = "local t = {} for i = 1, 300 do t[i] = {} for j = 1, 300 do t[i][j] = j end end return t"
    #expect(laboratory.message(of: wide) == "table holds more than 65,536 values")
  }

  @Test("up to 64 arguments")
  func arguments() throws {
    let laboratory = try Laboratory()
    func source(_ count: Int) -> String {
      "local t = {} for i = 1, \(count) do t[i] = i end return count(table.unpack(t))"
    }
    #expect(try laboratory.run(source(64)) == .integer(64))
    #expect(try laboratory.run("return count(nil, nil)") == .integer(2))
    #expect(laboratory.message(of: source(65)) == "too many arguments (65; at most 64)")
  }

  @Test("functions in results can be called and keep their id; as arguments they are placeholders")
  func functions() throws {
    let laboratory = try Laboratory()
    let chunk = "local rule = { id = 'x', check = function(a, b) return a + b end } return rule"
    guard case .table(let rule) = try laboratory.run(chunk),
      case .function(let check) = rule["check"]
    else { return #expect(Bool(false)) }
    #expect(try laboratory.state.call(check, [.integer(2), .integer(3)]) == .integer(5))

    let source = "local f = function() end return function(give) if give then count(f, {f}) end return f end"
    guard case .function(let giver) = try laboratory.run(source),
      case .function(let first) = try laboratory.state.call(giver)
    else { return #expect(Bool(false)) }
    #expect(try laboratory.state.call(giver, [.boolean(true)]) == .function(first))
    let placeholder = LuaValue.function(.notKept)
    #expect(laboratory.host.received == [placeholder, .table(LuaTable(array: [placeholder]))])
    #expect(throws: LuaError.self) { try laboratory.state.call(.notKept) }
  }
}
