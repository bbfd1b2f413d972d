import LuaRuntime
import Testing

/// Rules written to hang, crash or starve the host, to change what other rules find, or to learn what they must not.
@Suite(.serialized) struct RuleAttackTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var parts: String
    var top: String
    /// Words of the one finding about the failed rule, or of the one load error.
    var words: String
    var testDescription: String { name }

    /// A hostile check.
    init(check name: String, _ body: String, _ words: String, top: String = "") {
      self.name = name
      self.top = top
      self.words = words
      parts = "find = { \"sea\" },\n  check = function(hit)\n    \(body)\n  end,"
    }

    /// A hostile file.
    init(file name: String, _ parts: String, _ words: String, top: String = "") {
      self.name = name
      self.top = top
      self.words = words
      self.parts = parts
    }
  }

  static let fuel = "stopped after 3,000,000 units of fuel"
  static let stopped = "stopped"

  static let checks = [
    Attack(check: "endless loop", "while true do end", fuel),
    Attack(check: "endless pcall loop", "while true do pcall(function() while true do end end) end", fuel),
    Attack(check: "endless reports", "while true do hit:report() end", stopped),
    Attack(check: "reports in a pcall loop", "local n = 0 while true do n = n + 1 pcall(hit.report, hit, { message = 'x' .. n }) end", stopped),
    Attack(check: "memory", "local t = {} while true do t[#t + 1] = ('x'):rep(1 << 20) .. #t end", stopped),
    Attack(check: "strings", "local s = 'x' while true do s = s .. s end", "not enough memory"),
    Attack(check: "patterns", "return hit.text:rep(2000):find('.-very.-very.-x')", stopped),
    Attack(check: "recursion", "local function f() return 1 + f() end f()", "functions call each other without end"),
    Attack(check: "an error object", "error({ hit })", "error object is a table value"),
    Attack(check: "an error in pieces", "error('bad \\0 \\xff end')", "bad \0 \u{FFFD} end"),
    Attack(check: "an unknown field", "return hit.tekst", "hit has no field or method 'tekst' (did you mean 'text'?)"),
    Attack(check: "a table as field", "return hit[{}]", "hit has no field or method"),
    Attack(check: "NaN as field", "return hit[0/0]", "hit has no field or method"),
    Attack(check: "writing a field", "hit.text = 'x'", "hit is read-only"),
    Attack(check: "a method of another type", "hit.report(hit.sentence)", "'report' is a method of hit, not of sentence"),
    Attack(check: "a method of nothing", "hit.has()", "call it with a colon: hit:has(...)"),
    Attack(check: "a method of a number", "hit.has(1, 'sea')", "call it with a colon: hit:has(...)"),
    Attack(check: "a method of a string", "hit.has('hit', 'sea')", "call it with a colon: hit:has(...)"),
    Attack(check: "raw access", "rawset(hit, 'text', 1)", "rawset"),
    Attack(check: "metatables", "getmetatable(hit).__index = nil", "unknown name 'getmetatable'"),
    Attack(check: "the string library", "string.rep = nil", "cannot change 'string.rep'"),
    Attack(check: "the string metatable", "local s = ('').rep hit.text.upper = s", "'text' is a string here"),
    Attack(check: "globals", "leak = hit", "cannot create global 'leak'"),
    Attack(check: "_ENV", "local _ENV = {} return hit.text .. x", "'x' is nil here"),
    Attack(check: "files", "return io.open('/etc/passwd')", "unknown name 'io'"),
    Attack(check: "the system", "return os.execute('id')", "unknown name 'os'"),
    Attack(check: "loading", "return load('return 1')()", "unknown name 'load'"),
    Attack(check: "debug", "return debug.getregistry()", "unknown name 'debug'"),
    Attack(check: "coroutines", "return coroutine.wrap(function() end)()", "unknown name 'coroutine'"),
    Attack(check: "garbage", "collectgarbage('stop')", "unknown name 'collectgarbage'"),
    Attack(check: "bytecode", "return string.dump(function() end)", "has no field 'dump'"),
    Attack(check: "requiring a path", "return require '../../etc/passwd'", "require"),
    Attack(check: "a list that holds itself", "local t = {} t[1] = t hit:has(t)", "nested deeper than 16 levels"),
    Attack(check: "deep lists", "local t = {} for i = 1, 1000 do t = { t } end hit:has(t)", "nested deeper than 16 levels"),
    Attack(check: "a huge list", "local t = {} for i = 1, 70000 do t[i] = 'w' .. i end hit:has(t)", "table holds more than 65,536 values"),
    Attack(check: "one long string many times", "local s, t = ('x'):rep(1 << 20), {} for i = 1, 60000 do t[i] = s end hit:has(t)", "strings of more than 16 MB"),
    Attack(check: "a long phrase", "hit:has(('x '):rep(1 << 19))", "is longer than 4096 bytes"),
    Attack(check: "a phrase with NUL", "hit:has('\\0')", "hit:has"),
    Attack(check: "a list with holes and names", "hit:has { 'a', nil, 'c', x = 1 }", "must be a list"),
    Attack(check: "numbers for words", "hit:has(0/0)", "must be a phrase, a pattern, a lexicon or a list of them, got a number"),
    Attack(check: "NaN words away", "hit:near('sea', 0/0)", "argument 2 must be a whole number"),
    Attack(check: "infinitely many words away", "hit:near('sea', math.huge)", "argument 2 must be a whole number"),
    Attack(check: "new words in each call", "local n = 0 while true do n = n + 1 hit:has('word' .. n) end", stopped),
    Attack(check: "new lists in each call", "local n = 0 while true do n = n + 1 local t = {} for i = 1, 500 do t[i] = 'w' .. n .. 'x' .. i end hit:has(t) end", stopped),
    Attack(check: "new patterns in each call", "local n = 0 while true do n = n + 1 hit:has(pattern('x' .. n)) end", stopped),
    Attack(check: "large patterns in each call", "local n = 0 while true do n = n + 1 hit:has(pattern(n .. ('[a-z]{1,50}x'):rep(300))) end", stopped),
    Attack(check: "phrase bombs in each call", "local n = 0 while true do n = n + 1 hit:has('w' .. n .. ('x{a|b}y'):rep(8)) end", stopped),
    Attack(check: "inflection bombs", "local n = 0 while true do n = n + 1 hit:has('{a' .. n .. '~|b~|c~|d~|e~} {f~|g~|h~}') end", stopped),
    Attack(check: "hits without end", "while true do hit.sentence:find { 'sea', '*' } end", "only '*'"),
    Attack(check: "hits of everything", "while true do hit.sentence:find { 's*', 't*', 'h*' } end", stopped),
    Attack(check: "lists of objects", "local d = hit.section local all = {} while true do all[#all + 1] = d.sentences end", stopped),
    Attack(check: "texts", "local all = {} while true do all[#all + 1] = hit.sentence.text .. #all end", stopped),
    Attack(check: "bad patterns in a loop", "while true do pcall(pattern, '(') pcall(lexicon, 'x') end", stopped),
    Attack(check: "a bad pattern", "hit:has(pattern '(a')", "pattern: missing closing parenthesis"),
    Attack(check: "a pattern bomb", "hit.section:has(pattern [[(?:[\\w\\s.,]+)+[^\\w\\s.,]{9}]])", "narrow its repetitions"),
    Attack(check: "a long message", "hit:report { message = ('x'):rep(1 << 20) }", "the message is longer than 4096 bytes"),
    Attack(check: "a message that grows", "hit.section:report { message = ('{text}'):rep(600) }", "the message is longer than 4096 bytes"),
    Attack(check: "a long help", "hit:report { help = ('x'):rep(1 << 20) }", "the help is longer than 4096 bytes"),
    Attack(check: "a list for a message", "hit:report { message = {} }", "'message' must be a string, got a table"),
    Attack(check: "places without end", "local t = {} for i = 1, 5000 do t[i] = hit end hit:report { see = t }", "at most 100 can be shown"),
    Attack(check: "a place without words", "hit:report { at = pattern 'x' }", "'at' must be an object with words of its own"),
    Attack(check: "unknown keys", "hit:report { massage = 'x' }", "unknown key 'massage' (did you mean 'message'?)"),
    Attack(check: "a severity of its own", "hit:report { severity = 'blocker' }", "severity 'blocker' is not one of error, warning, note"),
    Attack(check: "a field chain that is called", "local t = {} t.a = t return t" + String(repeating: ".a", count: 25_000) + "()", "'a' is a table here, so it cannot be called"),
    Attack(check: "too many arguments", "hit:has(table.unpack({}, 1, 200))", "too many arguments"),
    Attack(check: "closing a value", "local x <close> = hit", "non-closable value"),
    Attack(check: "goto", "::a:: goto a", fuel),
  ]

  @Test("a hostile check fails alone, in time and with words", arguments: checks)
  func check(attack: Attack) throws {
    let outcome = try AttackRange.run(["pack/attack.lua": Array(AttackRange.rule(attack.parts, top: attack.top).utf8)])
    #expect(outcome.loadErrors == [])
    for findings in outcome.findings {
      let failures = findings.filter { $0.hasPrefix("engine/rule-failed: rule pack/attack failed and did not check the whole document: ") }
      #expect(failures.count == 1)
      #expect(failures.first?.contains(attack.words) == true, "\(failures.first ?? "none")")
      // A pattern or a memory that is used up is known by the rule alone; all else by its line.
      #expect(failures.first?.contains("attack.lua:") == true || attack.words == Self.stopped, "\(failures.first ?? "none")")
    }
    #expect(outcome.harmless == [["harbour"], ["harbour"]])
    #expect(outcome.seconds < AttackRange.patience)
  }

  static let words = #"find = { "sea" },"#

  static let files = [
    Attack(file: "endless loop", words, fuel, top: "while true do end"),
    Attack(file: "memory", words, stopped, top: "local t = {} while true do t[#t + 1] = ('x'):rep(1 << 20) .. #t end"),
    Attack(file: "an error", words, "no", top: "error 'no'"),
    Attack(file: "many parentheses", words, "is nested too deep", top: "local x = " + String(repeating: "(", count: 30_000)),
    Attack(file: "many braces", words, "is nested too deep", top: "local x = " + String(repeating: "{", count: 30_000)),
    Attack(file: "many functions", words, "is nested too deep", top: String(repeating: "local f = function() ", count: 3_000)),
    Attack(file: "many operators", words, "", top: "local a = 1 local x = " + String(repeating: "a or ", count: 12_000) + "a)"),
    Attack(file: "an unfinished comment", words, "unfinished long comment", top: "--[[" + String(repeating: "[=[", count: 10_000)),
    Attack(file: "too much", words, "larger than 64 KB", top: "--" + String(repeating: "x", count: 64 << 10)),
    Attack(file: "a cyclic result", "find = loop,", "nested deeper than 16 levels", top: "local loop = {} loop[1] = loop"),
    Attack(file: "too many words", "find = list,", "more than 65,536 values", top: "local list = {} for i = 1, 70000 do list[i] = 'w' .. i end"),
    Attack(file: "too many sequences", "find = list,", "more than 100000 sequences", top: "local list = {} for i = 1, 3000 do list[i] = 'w' .. i .. ('x{a|b}y'):rep(8) end"),
    Attack(file: "a pattern bomb that is too large", "find = { pattern [[((a{1,1000}){1,1000}){1,1000}]] },", "regular expression is too large"),
    Attack(file: "a pattern without end", "find = { pattern [[(?R)]] },", "pattern"),
    Attack(file: "single bytes", "find = { pattern [[a\\C]] },", "\\C"),
    Attack(file: "a long pattern", "find = { pattern(('a|'):rep(5000)) },", "longer than 4096 bytes"),
    Attack(file: "a pattern that matches nothing", "find = { pattern [[(a?)*]] },", "matches the empty string"),
    Attack(file: "a look behind without end", "find = { pattern [[(?<=a+)b]] },", "lookbehind"),
    Attack(file: "nested alternatives", "find = { \"{a|{b|c}}\" },", "cannot be nested"),
    Attack(file: "a phrase bomb", "find = { (\"x{a|b}\"):rep(12) },", "more than 256 combinations"),
    Attack(file: "a list of the dead", "find = { 0/0 },", "wants"),
    Attack(file: "a result that is a function", words, "must return a table", top: "do return function() end end"),
  ]

  @Test("a hostile file is refused in time and with words", arguments: files)
  func file(attack: Attack) throws {
    let outcome = try AttackRange.run(["pack/attack.lua": Array(AttackRange.rule(attack.parts, top: attack.top).utf8)])
    #expect(outcome.loadErrors.count == 1, "\(outcome.loadErrors)")
    #expect(outcome.loadErrors.first?.hasPrefix("pack/attack.lua: ") == true)
    #expect(outcome.loadErrors.first?.contains(attack.words) == true || attack.words == "wants", "\(outcome.loadErrors)")
    #expect(outcome.seconds < AttackRange.patience)
  }

  @Test("bytes that are no Lua text are refused", arguments: [
    [0x1B, 0x4C, 0x75, 0x61, 0x54, 0x00], [0xFF, 0xFE, 0x72, 0x00], [0x2D, 0x2D, 0xC0, 0xAF], [0xEF, 0xBB, 0xBF, 0x1B, 0x4C, 0x75, 0x61], [], [0],
  ] as [[UInt8]])
  func noText(bytes: [UInt8]) throws {
    let outcome = try AttackRange.run(["pack/attack.lua": bytes])
    #expect(outcome.loadErrors.count == 1, "\(outcome.loadErrors)")
  }

  @Test("mistakes without number are listed in part, in time")
  func manyMistakes() throws {
    let keys = "local t = { id = 'pack/attack' } for i = 1, 60000 do t['severit' .. i] = i end do return t end"
    let values = "local list = {} for i = 1, 60000 do list[i] = {} end"
    for (top, parts) in [(keys, ""), (values, "find = list,")] {
      let outcome = try AttackRange.run(["pack/attack.lua": Array(AttackRange.rule(parts, top: top).utf8)])
      #expect(outcome.loadErrors.count == 50)
      #expect(outcome.seconds < AttackRange.patience)
    }
  }

  @Test("no object outlives its document, its rule, or the loading of the file")
  func staleObjects() throws {
    let rule = AttackRange.rule(
      """
      find = { "sea" },
      check = function(hit)
        kept[#kept + 1] = hit
        hit:report { message = #kept .. " " .. kept[1].text .. " " .. tostring(made) .. " " .. tostring(hit:has(made)) }
      end,
      """, top: "local kept = {} local made = pattern [[se.]]")
    let outcome = try AttackRange.run(["pack/attack.lua": Array(rule.utf8)])
    let one = "1 sea pattern true"
    #expect(outcome.findings == [["pack/attack: \(one)", "pack/attack: 2 sea pattern true", "pack/attack: 3 sea pattern true"], ["pack/attack: \(one)"]])
    #expect(outcome.harmless == [["harbour"], ["harbour"]])
  }

  @Test("a module is no way from one rule to another")
  func modules() throws {
    func spy(_ id: String) -> String {
      AttackRange.rule(
        """
        find = { "sea" },
        check = function(hit)
          local mail = require "mail"
          hit.block:report { message = "letters: " .. #mail.box() }
          mail.box()[#mail.box() + 1] = hit
        end,
        """, id: id)
    }
    let outcome = try AttackRange.run([
      "pack/lib/mail.lua": Array("local box = {} return { box = function() return box end }".utf8),
      "pack/a.lua": Array(spy("pack/a").utf8), "pack/b.lua": Array(spy("pack/b").utf8),
    ])
    #expect(outcome.findings == [["pack/a: letters: 0", "pack/b: letters: 0"], ["pack/a: letters: 0", "pack/b: letters: 0"]])
  }

  @Test("garbage of one rule is no burden for the next")
  func garbage() throws {
    let greedy = AttackRange.rule(
      #"find = { "sea" }, check = function(hit) local t = {} for i = 1, 200000 do t[i] = { i } end end,"#, id: "pack/a")
    let modest = AttackRange.rule(
      #"find = { "sea" }, check = function(hit) local s = ("x"):rep(7 << 20) hit:report { message = "fits " .. #s } end,"#, id: "pack/b")
    var limits = AttackRange.limits
    limits.heap = 40 << 20
    limits.fuel = 50_000_000
    limits.nanoseconds = 4_000_000_000
    let outcome = try AttackRange.run(["pack/a.lua": Array(greedy.utf8), "pack/b.lua": Array(modest.utf8)], limits: limits)
    #expect(outcome.findings[1] == ["pack/b: fits 7340032"])
  }

  @Test("two rules that fail make two findings")
  func twoFailures() throws {
    let rules = ["a", "b"].map { AttackRange.rule("find = { \"sea\" }, check = function(hit) error('no') end,", id: "pack/\($0)") }
    let outcome = try AttackRange.run(["pack/a.lua": Array(rules[0].utf8), "pack/b.lua": Array(rules[1].utf8)])
    #expect(outcome.findings.map(\.count) == [2, 2])
  }

  @Test("a rule that reports more than it may takes nothing from the others")
  func findingLimit() throws {
    let rule = AttackRange.rule(
      #"on = "document", check = function(d) for i = 1, 1001 do d:report { message = "x" .. i } end end,"#, id: "pack/attack")
    let outcome = try AttackRange.run(["pack/attack.lua": Array(rule.utf8)])
    #expect(outcome.findings[0].contains { $0.contains("found more than 1000 things (limits.findings-per-rule)") })
    #expect(outcome.harmless == [["harbour"], ["harbour"]])
  }

  @Test("the same work costs the same fuel, whatever ran before")
  func equalCost() throws {
    // Compiling is paid once a document, also where the words are known from another one: the second document fails as the first does.
    let rule = AttackRange.rule(
      """
      find = { "sea" },
      check = function(hit)
        for i = 1, 1000 do hit:has("word" .. i) end
        hit:report { message = "through" }
      end,
      """)
    var limits = AttackRange.limits
    limits.nanoseconds = 20_000_000_000
    limits.fuel = 200_000
    let outcome = try AttackRange.run(["pack/attack.lua": Array(rule.utf8)], limits: limits)
    #expect(outcome.findings[0].count == 1)
    #expect(outcome.findings[0].first?.contains("stopped after 200,000 units of fuel") == true)
    #expect(outcome.findings[0] == outcome.findings[1])
  }

  @Test("a word list of a million lines is refused in time")
  func hugeLexicon() throws {
    let lines = (0..<1_000_000).map { "w\($0)\n" }.joined()
    let outcome = try AttackRange.run([
      "pack/lexicons/big.txt": Array(lines.utf8), "pack/attack.lua": Array(AttackRange.rule("find = { lexicon \"big\" },").utf8),
    ])
    #expect(outcome.loadErrors.contains { $0.hasPrefix("pack/lexicons/big.txt: ") }, "\(outcome.loadErrors)")
    #expect(outcome.seconds < AttackRange.patience)
  }
}
