import LuaRuntime
import Testing

@Suite struct EnvironmentTests {
  /// Every name that rules can reach, with its type, in the form that ``allowedGlobals`` records.
  static let listing = """
    local lines = {}
    for name, value in pairs(_ENV) do
      if type(value) == "table" then
        for field, inner in pairs(value) do
          lines[#lines + 1] = name .. "." .. field .. ": " .. type(inner)
        end
      else
        lines[#lines + 1] = name .. ": " .. type(value)
      end
    end
    return table.concat(lines, "\\n")
    """

  /// The reviewed allow-list. A new name needs a test that it cannot hang, crash or spy.
  static let allowedGlobals = """
    _VERSION: string
    assert: function
    count: function
    echo: function
    error: function
    ipairs: function
    math.abs: function
    math.acos: function
    math.asin: function
    math.atan: function
    math.ceil: function
    math.cos: function
    math.deg: function
    math.exp: function
    math.floor: function
    math.fmod: function
    math.huge: number
    math.log: function
    math.max: function
    math.maxinteger: number
    math.min: function
    math.mininteger: number
    math.modf: function
    math.pi: number
    math.rad: function
    math.sin: function
    math.sqrt: function
    math.tan: function
    math.tointeger: function
    math.type: function
    math.ult: function
    nest: function
    next: function
    pairs: function
    pcall: function
    refuse: function
    select: function
    string.byte: function
    string.char: function
    string.find: function
    string.format: function
    string.gmatch: function
    string.gsub: function
    string.len: function
    string.lower: function
    string.match: function
    string.rep: function
    string.reverse: function
    string.sub: function
    string.upper: function
    table.concat: function
    table.insert: function
    table.move: function
    table.pack: function
    table.remove: function
    table.sort: function
    table.unpack: function
    tonumber: function
    tostring: function
    type: function
    utf8.char: function
    utf8.charpattern: string
    utf8.codepoint: function
    utf8.codes: function
    utf8.len: function
    utf8.offset: function
    """

  @Test("the globals are the reviewed allow-list")
  func globals() throws {
    #expect(try Laboratory().run(Self.listing) == .string(Self.allowedGlobals))
  }

  @Test("the methods of strings are the string library")
  func stringMethods() throws {
    let source = """
      for name in pairs(string) do
        local method = ("").byte and (""):len() == 0 and ("x")[name]
        if type(method) ~= "function" then error(name) end
      end
      return "same"
      """
    #expect(try Laboratory().run(source) == .string("same"))
  }

  @Test(
    "unknown names and attempts to change globals are explained",
    arguments: [
      ("return ture", "unknown name 'ture' (did you mean 'true'?)"),
      ("return strng.rep", "unknown name 'strng' (did you mean 'string'?)"),
      ("return ecko(1)", "unknown name 'ecko' (did you mean 'echo'?)"),
      ("return print", "unknown name 'print'"), ("return require('x')", "unknown name 'require'"),
      ("return os.time()", "unknown name 'os' (did you mean 'or'?)"),
      ("return setmetatable({}, {})", "unknown name 'setmetatable'"),
      ("x = 1", "cannot create global 'x': write 'local x = …'"),
      ("function helper() end", "cannot create global 'helper': write 'local helper = …'"),
      ("_ENV['a b'] = 1", "cannot create global 'a b': write 'local a b = …'"),
      ("string = nil", "cannot change global 'string': it is read-only"),
      ("echo = 1", "cannot change global 'echo': it is read-only"),
      ("string.x = 1", "cannot change 'string.x': library tables are read-only"),
      ("string.rep = nil", "cannot change 'string.rep': library tables are read-only"),
      ("math.pi = 3", "cannot change 'math.pi': library tables are read-only"),
      ("table.insert(string, 1)", "bad argument #1 to 'insert' (table is read-only)"),
      ("table.remove(table)", "bad argument #1 to 'remove' (table is read-only)"),
      ("table.sort(utf8)", "bad argument #1 to 'sort' (table is read-only)"),
      ("table.move({1}, 1, 1, 1, math)", "bad argument #5 to 'move' (table is read-only)"),
      ("table.insert(_ENV, 1)", "bad argument #1 to 'insert' (table is read-only)"),
      ("return string.uper('x')", "string has no field 'uper' (did you mean 'upper'?)"),
      ("return math.random()", "math has no field 'random'"),
      ("return ('x'):uper()", "a string has no method 'uper' (did you mean 'upper'?)"),
      ("return ('x')[1]", "cannot index a string with a number: use text:sub(i, j)"),
      ("('x').y = 1", "attempt to index a string value (constant 'x')"),
    ])
  func misuse(source: String, message: String) throws {
    let error = try Laboratory().failure(of: source)
    #expect(error?.message == message)
    #expect(error?.line == 1)
  }

  @Test("environments see nothing of each other")
  func isolation() throws {
    let laboratory = try Laboratory()
    let other = try laboratory.state.makeEnvironment()
    let module = try laboratory.state.load(Array("return { n = 1 }".utf8), name: "m.lua", in: other)
    try laboratory.state.addModule("m", module, to: other)
    let use = Array("local m = require 'm' m.n = m.n + 1 return m.n".utf8)
    let function = try laboratory.state.load(use, name: "use.lua", in: other)
    #expect(try laboratory.state.call(function) == .integer(2))
    #expect(try laboratory.state.call(function) == .integer(3))
    #expect(laboratory.message(of: "return require 'm'") == "unknown name 'require'")

    let local = try laboratory.state.load(Array("return { n = 10 }".utf8), name: "m.lua", in: laboratory.environment)
    try laboratory.state.addModule("m", local, to: laboratory.environment)
    #expect(try laboratory.run("return require('m').n") == .integer(10))
    #expect(try laboratory.state.call(function) == .integer(4))
  }

  /// A laboratory with modules a to f.
  func modules() throws -> Laboratory {
    let laboratory = try Laboratory()
    let sources = [
      "a": "echo('ran a') return { name = ..., b = require 'b' }", "b": "return 'b'",
      "c": "return require 'd'", "d": "return { require 'c' }", "e": "return nil", "f": "\nerror('f is broken')",
    ]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      let function = try laboratory.state.load(Array(source.utf8), name: "\(name).lua", in: laboratory.environment)
      try laboratory.state.addModule(name, function, to: laboratory.environment)
    }
    return laboratory
  }

  @Test("a module runs once and gives its value")
  func require() throws {
    let laboratory = try modules()
    #expect(try laboratory.run("return require('a').name .. require('a').b") == .string("ab"))
    #expect(laboratory.host.received == [.string("ran a")])
    laboratory.host.received = []
    #expect(try laboratory.run("return require('a') == require 'a'") == .boolean(true))
    #expect(laboratory.host.received == [])
    #expect(try laboratory.run("return require 'e'") == .boolean(true))
  }

  @Test("what goes wrong with modules is explained, and can be tried again")
  func requireErrors() throws {
    let laboratory = try modules()
    let missing = "no module 'g'; there are 'a', 'b', 'c', 'd', 'e', 'f'"
    #expect(laboratory.message(of: "require 'g'") == missing)
    #expect(laboratory.message(of: "require(1)") == "bad argument #1 to 'require' (string expected, got number)")
    let circle = laboratory.failure(of: "require 'c'")
    #expect(circle?.message == "module 'c' requires itself, directly or through another module")
    #expect(circle?.chunk == "d.lua")
    for _ in 1...2 {
      let broken = laboratory.failure(of: "pcall(require, 'f') return require 'f'")
      #expect(broken?.message == "f is broken")
      #expect(broken?.chunk == "f.lua")
      #expect(broken?.line == 2)
    }
    #expect(laboratory.message(of: "pcall(require, 'c') require 'c'") == circle?.message)
  }

  @Test("nothing shows an address")
  func addresses() throws {
    let laboratory = try Laboratory()
    let shown = "return tostring({}) .. tostring(echo) .. ('%s'):format({}) .. ('%10s'):format(echo) .. tostring(string)"
    #expect(try laboratory.run(shown) == .string("tablefunctiontable  functiontable"))
    #expect(laboratory.message(of: "return ('%p'):format({})") == "'%p' is not available in formats")
    let q = "return ('%5.2f %% %q %s'):format(1, 'x', {})"
    #expect(try laboratory.run(q) == .string(" 1.00 % \"x\" table"))
  }

  @Test("the host's limits on types and environments hold")
  func foreignIds() throws {
    let laboratory = try Laboratory()
    laboratory.state.snapshot()
    let later = try laboratory.state.makeEnvironment()
    laboratory.state.restore()
    let error = #expect(throws: LuaError.self) { try laboratory.state.load([], name: "x.lua", in: later) }
    #expect(error?.message == "no such environment")
  }
}
