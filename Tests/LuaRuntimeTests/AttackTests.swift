import Glibc
import LuaRuntime
import Testing

/// Code written to hang, crash or starve the host. Each ends in time, whatever the outcome, and a restore makes the
/// state as good as new.
@Suite struct AttackTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var source: String
    var testDescription: String { name }

    init(_ name: String, _ source: String) {
      self.name = name
      self.source = source
    }
  }

  static let loops = [
    Attack("endless loop", "while true do end"),
    Attack("pcall around an endless loop", "while true do pcall(function() while true do end end) end"),
    Attack("nested pcall", "local function f() while true do pcall(f) end end f()"),
    Attack("goto", "::again:: goto again"),
    Attack("tail calls", "local function f() return f() end f()"),
    Attack("error in error", "local function f(e) error({ f, e }) end while true do pcall(f, pcall(f)) end"),
    Attack("recursion", "local function f() return 1 + f() end f()"),
    Attack("recursion in a pcall loop", "local function f() return 1 + f() end while true do pcall(f) end"),
    Attack("growing varargs", "local function f(...) return f(1, ...) end f()"),
    Attack("wide varargs", "local t = {} for i = 1, 8000 do t[i] = i end local function g() end local function f(...) while true do g(...) end end f(table.unpack(t))"),
    Attack("select", "local t = {} for i = 1, 8000 do t[i] = i end local function f(...) while true do select(2, ...) end end f(table.unpack(t))"),
    Attack("host calls", "while true do pcall(refuse) count(1, 'x', { 1, { 2 } }) end"),
    Attack("host calls with large tables", "local t = {} for i = 1, 60000 do t['k' .. i] = i end while true do count(t) end"),
    Attack("tostring of nested errors", "local t = {} for i = 1, 1e6 do t = { t } end while true do tostring(t) pcall(error, t) end"),
    Attack("closures", "local f = function() end for i = 1, 1e9 do local g = f f = function() return g end end"),
    Attack("unknown names", "while true do pcall(function() return trueish end) pcall(function() return string[('y'):rep(40)] end) end"),
    Attack("modules of modules", "while true do pcall(require, 'x') end"),
  ]

  static let strings = [
    Attack("rep of nothing", "return string.rep('', 1 << 62)"),
    Attack("rep of too much", "return string.rep('x', 1 << 40)"),
    Attack("rep with a separator", "return string.rep('', 1 << 40, 'x')"),
    Attack("rep in a pcall loop", "while true do pcall(string.rep, 'x', 8 << 20) end"),
    Attack("concatenation", "local s = 'x' while true do s = s .. s end"),
    Attack("concatenation in a pcall loop", "while true do pcall(function() local s = 'x' while true do s = s .. s end end) end"),
    Attack("upper", "local s = ('a'):rep(7 << 20) while true do s:upper() end"),
    Attack("reverse", "local s = ('a'):rep(7 << 20) while true do s:reverse() end"),
    Attack("byte", "local s = ('a'):rep(400000) while true do pcall(string.byte, s, 1, -1) end"),
    Attack("compare", "local a, b = ('a'):rep(4 << 20), ('a'):rep((4 << 20) - 1) .. 'b' while true do local x = a < b end"),
    Attack("equal", "local a, b = ('a'):rep(4 << 20), ('a'):rep((4 << 20) - 1) .. 'a' while true do local x = a == b end"),
    Attack("long keys", "local t, s = {}, ('a'):rep(1 << 20) while true do t[s .. #s] = 1 t = {} end"),
    Attack("tonumber", "local s = ('0'):rep(7 << 20) while true do tonumber(s) tonumber(s, 10) end"),
    Attack("arithmetic on digits", "local s = ('0'):rep(1 << 20) while true do local x = s + 1 end"),
    Attack("bits of digits", "local s = ('0'):rep(1 << 20) while true do local x = s | 1 end"),
    Attack("format widths", "while true do string.format('%99.99f', 1e300) end"),
    Attack("format many", "while true do pcall(string.format, ('%s'):rep(8000), table.unpack({}, 1, 8000)) end"),
    Attack("format long", "local s = ('x'):rep(1 << 20) while true do string.format('%q%s', s, s) end"),
    Attack("utf8.len", "local s = ('a'):rep(7 << 20) while true do utf8.len(s) end"),
    Attack("utf8.len of continuation bytes", "local s = ('\\xC3\\xA9'):rep(3 << 20) while true do utf8.len(s) end"),
    Attack("utf8.offset", "local s = ('a'):rep(7 << 20) while true do utf8.offset(s, 1 << 40) utf8.offset(s, math.mininteger) end"),
    Attack("utf8.codepoint", "local s = ('a'):rep(7 << 20) while true do pcall(utf8.codepoint, s, 1, -1) end"),
    Attack("utf8.codes", "local s = ('a'):rep(7 << 20) while true do for _ in utf8.codes(s) do end end"),
    Attack("huge error message", "error(('x'):rep(4 << 20))"),
  ]

  static let patterns = [
    Attack("stars", "return (('a'):rep(3000)):find(('a*'):rep(6) .. 'b')"),
    Attack("lazy dots", "return (('very '):rep(8000)):find('.-very.-very.-guarantee')"),
    Attack("optional", "return (('a'):rep(30)):find(('a?'):rep(30) .. ('a'):rep(30) .. 'b')"),
    Attack("gmatch", "for w in (('a'):rep(3000)):gmatch(('a*'):rep(6) .. 'b') do end"),
    Attack("gsub", "return (('a'):rep(3000)):gsub(('a*'):rep(6) .. 'b', 'x')"),
    Attack("pcall loop", "while true do pcall(string.find, ('a'):rep(3000), ('a*'):rep(6) .. 'b') end"),
    Attack("errors in a pcall loop", "local s, p = ('a'):rep(10000), ('a-'):rep(20) .. '%1' while true do pcall(string.find, s, p) end"),
    Attack("balance", "local s = ('('):rep(1 << 20) while true do s:find('%b()') end"),
    Attack("large sets", "local s, p = ('a'):rep(1 << 20), '[' .. ('b'):rep(60000) .. ']' while true do s:find(p) end"),
    Attack("back references", "local s = ('a'):rep(1 << 20) while true do s:find('^(a*)%1b') end"),
    Attack("plain find", "local s = ('a'):rep(4 << 20) while true do s:find('ab', 1, true) end"),
    Attack("captures", "local s, p = ('a'):rep(5000), ('(a)'):rep(32) while true do s:gsub(p, '%1%2%3') end"),
    Attack("huge replacement", "local s = ('a'):rep(1 << 20) return s:gsub('a', ('b'):rep(1 << 20))"),
    Attack("huge replacement in a pcall loop", "local s, r = ('a'):rep(1 << 20), ('%0'):rep(1 << 19) while true do pcall(string.gsub, s, 'a', r) end"),
    Attack("gsub with itself", "local function f(s) return (s:gsub('.', f)) end f('aaaaaaaa')"),
    Attack("deep captures", "return ('a'):rep(300):find(('(a'):rep(31) .. ('a?'):rep(200))"),
  ]

  static let tables = [
    Attack("move", "table.move({}, 1, math.maxinteger - 1, 2)"),
    Attack("move in a loop", "local t = {} while true do table.move(t, 1, 1 << 20, 2) end"),
    Attack("insert in front", "local t = {} for i = 1, 200000 do t[i] = i end while true do table.insert(t, 1, 0) end"),
    Attack("remove in front", "local t = {} for i = 1, 400000 do t[i] = i end while true do table.remove(t, 1) end"),
    Attack("borders without end", "local t = {} for i = 0, 61 do t[1 << i] = 1 end table.insert(t, 1, 'x') "),
    Attack("borders in a pcall loop", "local t = {} for i = 0, 61 do t[1 << i] = 1 end while true do pcall(table.concat, t) pcall(table.remove, t, 1) pcall(table.sort, t) pcall(table.unpack, t) local x = #t end"),
    Attack("concat of nothing", "local t = {} for i = 1, 1 << 18 do t[i] = '' end while true do table.concat(t, '', 1, 1 << 18) end"),
    Attack("concat of much", "local t, s = {}, ('x'):rep(1 << 16) for i = 1, 1000 do t[i] = s end while true do pcall(table.concat, t, s) end"),
    Attack("unpack", "local t = {} for i = 1, 400000 do t[i] = i end while true do pcall(table.unpack, t) end"),
    Attack("pack", "local t = {} for i = 1, 8000 do t[i] = i end while true do table.pack(table.unpack(t)) end"),
    Attack("growth", "local t = {} for i = 1, 1e12 do t[i] = i end"),
    Attack("growth in a pcall loop", "while true do pcall(function() local t = {} for i = 1, 1e12 do t[i] = {} end end) end"),
    Attack("many keys", "local t = {} for i = 1, 1e12 do t['k' .. i] = i end"),
    Attack("next on an emptied table", "local t = {} for i = 1, 200000 do t['k' .. i] = true end for k in pairs(t) do t[k] = nil end while true do next(t) end"),
    Attack("pairs on a large table", "local t = {} for i = 1, 100000 do t['k' .. i] = true end while true do pairs(t) end"),
    Attack("next on a large table", "local t = {} for i = 1, 100000 do t['k' .. i] = true end for k in next, t do end"),
    Attack("delete and insert", "local t = {} for i = 1, 1 << 17 do t['k' .. i] = true end for i = 1, 1e9 do t['k' .. i] = nil t['n' .. i] = true end"),
    Attack("sort", "local t = {} for i = 1, 300000 do t[i] = (i * 7919) % 1000003 end while true do table.sort(t) end"),
    Attack("sort by a liar", "local t = {} for i = 1, 50000 do t[i] = i end while true do table.sort(t, function() return true end) end"),
    Attack("sort in sort", "local function f() table.sort({ 1, 2, 3 }, function(a, b) f() return a < b end) end f()"),
    Attack("sort that empties", "local t = {} for i = 1, 1000 do t[i] = i end table.sort(t, function(a, b) for i = 1, #t do t[i] = nil end return a < b end)"),
  ]

  /// A shorter net than the default, so that what fuel does not see ends soon.
  static var limits: LuaLimits {
    var limits = LuaLimits()
    limits.nanoseconds = 200_000_000
    return limits
  }

  /// Seconds of processor time: the clock's net, and what a single step may run over it.
  static let patience = 1.7

  /// What the calling thread has used, in seconds; other tests run at the same time.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test("an attack is over in time, and a restore makes good", .serialized, arguments: loops + strings + patterns + tables)
  func contained(attack: Attack) async throws {
    let (seconds, after) = try await LuaThread.runAsync { () throws in
      let laboratory = try Laboratory(limits: Self.limits)
      let function = try laboratory.state.load(
        Array(attack.source.utf8), name: "attack.lua", in: laboratory.environment)
      let sane = try laboratory.state.load(
        Array("return ('sane'):upper() .. #{ 1, 2 }".utf8), name: "sane.lua", in: laboratory.environment)
      laboratory.state.snapshot()
      let start = Self.processorTime()
      laboratory.state.startBudget()
      _ = try? laboratory.state.call(function)
      let seconds = Self.processorTime() - start
      laboratory.state.restore()
      laboratory.state.startBudget()
      return (seconds, try laboratory.state.call(sane))
    }
    #expect(seconds < Self.patience)
    #expect(after == .string("SANE2"))
  }

  @Test(
    "hostile source is compiled, or refused, in time and without overflowing the stack", .serialized,
    arguments: [
      Attack("field chain that is called", "local t = {} t.a = t return t" + String(repeating: ".a", count: 6_000) + "()"),
      Attack("field chain, longest", "local t = {} t.a = t return t" + String(repeating: ".a", count: 32_000) + ".b()"),
      Attack("field chain in a pcall loop", "local t = {} t.a = t while true do pcall(function() return t" + String(repeating: ".a", count: 20_000) + ".b() end) end"),
      Attack("a or a or a", "local a return a" + String(repeating: " or a", count: 12_000)),
      Attack("nested brackets", "return " + String(repeating: "(", count: 30_000)),
      Attack("nested tables", "return " + String(repeating: "{", count: 60_000)),
      Attack("nested functions", String(repeating: "return function() ", count: 3_000)),
      Attack("nested blocks", String(repeating: "do ", count: 20_000)),
      Attack("unary operators", "return " + String(repeating: "-", count: 1) + String(repeating: "not ", count: 15_000) + "1"),
      Attack("concatenations", "local a = '' return a" + String(repeating: "..a", count: 20_000)),
      Attack("powers", "local a = 1 return a" + String(repeating: "^a", count: 20_000)),
      Attack("many locals", String(repeating: "local a ", count: 8_000)),
      Attack("many labels", (0..<5_000).map { "::l\($0):: " }.joined()),
      Attack("many gotos", String(repeating: "goto x ", count: 8_000)),
      Attack("many constants", "return {" + (0..<9_000).map { "\($0).5," }.joined() + "}"),
      Attack("one long string", "return '" + String(repeating: "x", count: 65_000) + "'"),
      Attack("long comment", "--[==[" + String(repeating: "]=]", count: 20_000)),
      Attack("zero bytes", String(repeating: "\0", count: 1_000)),
    ])
  func source(attack: Attack) async throws {
    let (seconds, after) = try await LuaThread.runAsync { () throws in
      let laboratory = try Laboratory(limits: Self.limits)
      laboratory.state.snapshot()
      let start = Self.processorTime()
      _ = try? laboratory.run(attack.source)
      let seconds = Self.processorTime() - start
      laboratory.state.restore()
      return (seconds, try laboratory.run("return 1"))
    }
    #expect(seconds < Self.patience)
    #expect(after == .integer(1))
  }

  @Test("a small heap holds against everything that grows")
  func smallHeap() throws {
    var limits = LuaLimits()
    limits.heap = 1 << 20
    limits.fuel = 3_000_000
    let laboratory = try Laboratory(limits: limits)
    laboratory.state.snapshot()
    for attack in Self.strings + Self.tables {
      let error = laboratory.failure(of: attack.source)
      #expect(error?.kind != .syntax, "\(attack.name)")
      laboratory.state.restore()
      #expect(try laboratory.run("return 1") == .integer(1))
    }
  }

  @Test("nothing of the host can be seen")
  func spying() throws {
    let laboratory = try Laboratory()
    for name in [
      "io", "os", "debug", "package", "load", "loadstring", "loadfile", "dofile", "collectgarbage", "setmetatable",
      "getmetatable", "coroutine", "print", "warn", "xpcall", "rawget", "rawset", "rawequal", "rawlen", "_G", "arg",
    ] {
      #expect(laboratory.message(of: "return \(name)")?.hasPrefix("unknown name '\(name)'") == true)
    }
    for name in ["dump", "pack", "unpack", "packsize"] {
      #expect(laboratory.message(of: "return string.\(name)")?.hasPrefix("string has no field '\(name)'") == true)
    }
  }
}
