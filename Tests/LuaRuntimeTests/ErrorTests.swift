import LuaRuntime
import Testing

@Suite struct ErrorTests {
  @Test("a runtime error has message, chunk, line and the frames that led to it")
  func runtime() throws {
    let source = """
      local function inner(text)
        return text.length + 1
      end
      local function check(n)
        local sum = inner({})
        return sum
      end
      local result = check(1)
      return result
      """
    let error = try Laboratory().failure(of: source, name: "pack/rule.lua")
    #expect(
      error
        == LuaError(
          kind: .runtime, message: "attempt to perform arithmetic on a nil value (field 'length')",
          chunk: "pack/rule.lua", line: 2,
          traceback: [
            .init(chunk: "pack/rule.lua", line: 2, function: "in function 'inner'"),
            .init(chunk: "pack/rule.lua", line: 5, function: "in function 'check'"),
            .init(chunk: "pack/rule.lua", line: 8, function: "in main chunk"),
          ]))
  }

  @Test("a function called by the host is named by its place")
  func unnamed() throws {
    let laboratory = try Laboratory()
    guard case .function(let check) = try laboratory.run("\n\nreturn function()\n error('bad') end") else {
      return #expect(Bool(false))
    }
    let error = #expect(throws: LuaError.self) { try laboratory.state.call(check) }
    #expect(error?.message == "bad")
    #expect(error?.traceback == [.init(chunk: "test.lua", line: 4, function: "in function <test.lua:3>")])
  }

  @Test(
    "messages are without position",
    arguments: [
      ("error('plain')", "plain", 1), ("error('no position', 0)", "no position", 1),
      ("\nlocal function f() error('blame', 2) end\n\nf() return 1", "blame", 4),
      ("error()", "error object is a nil value", 1), ("error({ code = 1 })", "error object is a table value", 1),
      ("error(42)", "42", 1), ("error(true)", "error object is a boolean value", 1),
      ("\n\nassert(false, 'said')", "said", 3), ("assert(nil)", "assertion failed!", 1),
      ("local ok, e = pcall(error, 'inner') error(e)", "inner", 1),
      ("local ok, e = pcall(function()\n error('again') end) error(e, 0)", "again", 2),
      ("error('test.lua:x: kept')", "test.lua:x: kept", 1),
      ("return ('x'):rep()", "bad argument #1 to 'rep' (number expected, got no value)", 1),
      ("return tostring()", "bad argument #1 to 'tostring' (value expected)", 1),
      ("error(select(2, pcall(string.rep)))", "bad argument #1 to 'string.rep' (string expected, got no value)", 1),
    ])
  func messages(source: String, message: String, line: Int) throws {
    let error = try Laboratory().failure(of: source)
    #expect(error?.kind == .runtime)
    #expect(error?.message == message)
    #expect(error?.chunk == "test.lua")
    #expect(error?.line == line)
  }

  @Test(
    "syntax errors are cleaned and placed",
    arguments: [
      ("local t = {\n  a = 1\n  b = 2 }", "'}' expected (to close '{' at line 1) near 'b'", 3),
      ("x y", "syntax error near 'y'", 1), ("return 'abc", "unfinished string near <eof>", 1), ("return 'a\n'", "unfinished string near ''a'", 1),
      ("if true then", "'end' expected near <eof>", 1), ("\n\nlocal x = = 2", "unexpected symbol near '='", 3),
      ("goto nowhere", "no visible label 'nowhere' for <goto> at line 1", 1),
      ("break", "break outside loop at line 1", 1),
      ("local x <const> = 1\nx = 2", "attempt to assign to const variable 'x'", 2),
    ])
  func syntax(source: String, message: String, line: Int) throws {
    let error = try Laboratory().failure(of: source)
    #expect(error == LuaError(kind: .syntax, message: message, chunk: "test.lua", line: line))
  }

  @Test("long chunk names are whole in errors")
  func longName() throws {
    let name = String(repeating: "folder/", count: 20) + "rule.lua"
    let syntax = try Laboratory().failure(of: "\nx y", name: name)
    #expect(syntax == LuaError(kind: .syntax, message: "syntax error near 'y'", chunk: name, line: 2))
    let runtime = try Laboratory().failure(of: "\nerror('here')", name: name)
    #expect(runtime?.message == "here")
    #expect(runtime?.chunk == name)
    #expect(runtime?.line == 2)
  }

  @Test("source must be text, valid UTF-8 and not too large")
  func source() throws {
    let laboratory = try Laboratory()
    func kind(_ bytes: [UInt8]) -> LuaError.Kind? {
      do {
        _ = try laboratory.state.load(bytes, name: "x.lua", in: laboratory.environment)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(kind([0x1B, 0x4C, 0x75, 0x61, 0x54]) == .notText)
    #expect(kind(Array("return '".utf8) + [0xC3] + Array("'".utf8)) == .notText)
    #expect(kind([UInt8](repeating: 0x20, count: 64 << 10)) == nil)
    #expect(kind([UInt8](repeating: 0x20, count: 64 << 10 + 1)) == .sourceTooLarge)
    #expect(kind([0xEF, 0xBB, 0xBF] + Array("return 1".utf8)) == nil)
    #expect(kind(Array("return 1\0".utf8)) == .syntax)
    let tooLarge = laboratory.failure(of: String(repeating: " ", count: 70_000))
    #expect(tooLarge == LuaError(kind: .sourceTooLarge, message: "source is larger than 64 KB", chunk: "test.lua"))
  }

  @Test("an error of the host is raised at the place of the call, and can be caught")
  func host() throws {
    let laboratory = try Laboratory()
    let error = laboratory.failure(of: "local x\n x = refuse(1)")
    #expect(error?.message == "refused: the café is closed")
    #expect(error?.line == 2)
    #expect(
      try laboratory.run("local ok, e = pcall(refuse)  return e .. tostring(ok)")
        == .string("refused: the café is closedfalse"))
    #expect(
      try laboratory.run("local ok, e = pcall(function() refuse() end)  return e")
        == .string("test.lua:1: refused: the café is closed"))
  }

  @Test("a host that calls the state that calls it gets an error")
  func reentrance() throws {
    let laboratory = try Laboratory()
    let other = try laboratory.state.load(Array("return 1".utf8), name: "other.lua", in: laboratory.environment)
    var caught: LuaError?
    laboratory.host.onRefuse = { [state = laboratory.state] in
      do { _ = try state.call(other) } catch { caught = error as? LuaError }
      state.snapshot()
      state.restore()
    }
    #expect(laboratory.message(of: "refuse()") == "refused: the café is closed")
    #expect(caught?.message == "the host called into the state that was calling it")
    laboratory.host.onRefuse = nil
    #expect(try laboratory.run("return 5") == .integer(5))
  }

  @Test("stack overflow says so")
  func stackOverflow() throws {
    let error = try Laboratory().failure(of: "local function f(n) return 1 + f(n + 1) end\nreturn f(1)")
    #expect(error?.kind == .runtime)
    #expect(error?.message == "stack overflow: functions call each other without end")
    #expect(error?.line == 1)
    #expect(error?.traceback.count == 24)
  }

  @Test("recursion through C functions says so")
  func cStackOverflow() throws {
    let error = try Laboratory().failure(of: "local function f(s) return (s:gsub('.', f)) end\nreturn f('aaa')")
    #expect(error?.kind == .runtime)
    #expect(error?.message == "C stack overflow")
    #expect(error?.line == 1)
  }

  @Test("an error for want of memory says where and how much there was")
  func memory() throws {
    let error = try Laboratory().failure(of: "\nlocal s = ('x'):rep(5 << 20)\nreturn s .. s")
    #expect(error?.kind == .memory)
    #expect(error?.message == "not enough memory (heap limit 64 MB, largest block 8 MB)")
    #expect(error?.line == 3)
  }

  @Test("a state without memory gives errors")
  func noMemory() throws {
    var limits = LuaLimits()
    limits.heap = 1000
    let state = LuaState(limits: limits, types: [], functions: [], host: InventedHost())
    let error = #expect(throws: LuaError.self) { try state.makeEnvironment() }
    #expect(error?.kind == .memory)
    #expect(error?.message == "no memory for a Lua heap of 1,000 bytes")
    state.startBudget()
    state.snapshot()
    state.restore()
    #expect(state.fuelUsed == 0)
  }
}
