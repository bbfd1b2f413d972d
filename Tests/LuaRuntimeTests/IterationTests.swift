import LuaRuntime
import Testing

@Suite struct IterationTests {
  static let walk = """
    local function show(key) return type(key) == 'number' and ('%.14g'):format(key) or tostring(key) end
    local function byPairs(t) local o = {} for k in pairs(t) do o[#o + 1] = show(k) end return table.concat(o, ' ') end
    local function byNext(t) local o = {} for k in next, t do o[#o + 1] = show(k) end return table.concat(o, ' ') end

    """

  @Test(
    "pairs and next visit keys in one order",
    arguments: [
      ("{}", ""), ("{ 'a', 'b', 'c' }", "1 2 3"), ("{ b = 1, a = 1, B = 1, ab = 1, [''] = 1 }", " B a ab b"),
      ("{ 1, 2, x = 1, [-1] = 1, [0.5] = 1, [7] = 1, [0] = 1 }", "1 2 7 -1 0 0.5 x"),
      ("{ [true] = 1, [false] = 1, z = 1, [3] = 1 }", "3 z false true"),
      ("{ [math.huge] = 1, [-math.huge] = 1, [math.mininteger] = 1 }", "-inf -9.2233720368548e+18 inf"),
      ("{ 1, nil, 3 }", "1 3"), ("{ [2] = 1, [3] = 1 }", "2 3"),
    ])
  func order(table: String, expected: String) throws {
    let laboratory = try Laboratory()
    #expect(try laboratory.run(Self.walk + "return byPairs(\(table))") == .string(expected))
    #expect(try laboratory.run(Self.walk + "return byNext(\(table))") == .string(expected))
  }

  @Test("other keys come in the same order in every state")
  func otherKeys() throws {
    let source = """
      local t, names = {}, {}
      for i = 1, 50 do
        local key = { }
        names[key] = i
        t[key] = true
        t[function() return i end] = i
      end
      local o = {}
      for key in pairs(t) do o[#o + 1] = names[key] or t[key] end
      return table.concat(o, ' ')
      """
    let first = try Laboratory().run(source)
    for _ in 1...3 { #expect(try Laboratory().run(source) == first) }
  }

  @Test("fields may be removed and changed on the way")
  func removal() throws {
    let laboratory = try Laboratory()
    let clear = "local t = { 1, 2, 3, a = 1, b = 2, [-4] = 3 } local n = 0 for k in ITERATOR do t[k] = nil n = n + 1 end return n .. ' ' .. tostring(next(t))"
    for way in ["pairs(t)", "next, t"] {
      let source = clear.split(separator: "ITERATOR", omittingEmptySubsequences: false).joined(separator: way)
      #expect(try laboratory.run(source) == .string("6 nil"))
    }
    let ahead = "local t = { a = 1, b = 2, c = 3 } local o = '' for k in pairs(t) do t.b = nil o = o .. k end return o"
    #expect(try laboratory.run(ahead) == .string("ac"))
    #expect(
      try laboratory.run("local t = { 1, 2 } for i in pairs(t) do t[#t + 1] = i if #t > 9 then break end end return #t")
        == .integer(4))
  }

  @Test("iterators may be called with anything")
  func misuse() throws {
    let laboratory = try Laboratory()
    #expect(laboratory.message(of: "return (ipairs({}))(5, 1)") == "bad argument #1 to '?' (table expected, got number)")
    #expect(laboratory.message(of: "local f = pairs({}) return f()") == "bad argument #1 to 'f' (table expected, got no value)")
    #expect(laboratory.message(of: "for x in pairs(nil) do end") == "bad argument #1 to 'pairs' (table expected, got nil)")
    #expect(laboratory.message(of: "return next('x')") == "bad argument #1 to 'next' (table expected, got string)")
    #expect(try laboratory.run("return next({}, 'never a key')") == .nil)
    #expect(try laboratory.run("return next({ 1 }, 0/0)") == .nil)
    #expect(try laboratory.run("local f, t = ipairs({ 7 }) return select(2, f(t, math.maxinteger))") == .nil)
    #expect(try laboratory.run("local n = 0 for _ in pairs(string) do n = n + 1 end return n") == .integer(13))
  }
}
