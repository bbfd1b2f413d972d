import LuaRuntime
import Testing

/// The manual's section 6.4.1 by example. The expected results are those of stock Lua 5.4.4.
@Suite struct PatternTests {
  /// Shows results one after the other, strings in quotes; of an error, the message without its position.
  static let show = #"""
    local function show(...)
      local t = table.pack(...)
      for i = 1, t.n do
        t[i] = type(t[i]) == 'string' and '"' .. t[i]:gsub('%z', '\\0') .. '"' or tostring(t[i])
      end
      return table.concat(t, ' ')
    end
    local function gather(...)
      local o = {}
      for a, b in string.gmatch(...) do o[#o + 1] = b and a .. ':' .. b or a end
      return table.unpack(o)
    end
    local function try(f)
      local r = table.pack(pcall(f))
      if r[1] then return show(table.unpack(r, 2, r.n)) end
      return (r[2]:gsub('^[^:]*:%d+: ', ''))
    end
    return try(function() return 
    """#

  static let find: [(String, String)] = [
    (#"("hello world"):find("wor")"#, #"7 9"#),
    (#"("hello"):find("l")"#, #"3 3"#),
    (#"("hello"):find("xyz")"#, #"nil"#),
    (#"("hello"):find("")"#, #"1 0"#),
    (#"("hello"):find("", 6)"#, #"6 5"#),
    (#"("hello"):find("", 7)"#, #"nil"#),
    (#"(""):find("")"#, #"1 0"#),
    (#"("hello"):find("l", -2)"#, #"4 4"#),
    (#"("hello"):find("h", -100)"#, #"1 1"#),
    (#"("a.b"):find(".", 2)"#, #"2 2"#),
    (#"("a.b"):find(".", 1, true)"#, #"2 2"#),
    (#"("a+b"):find("+", 1, true)"#, #"2 2"#),
    (#"("a\0b"):find("\0b")"#, #"2 3"#),
    (#"("a\0b"):find("%z")"#, #"2 2"#),
    (#"("hello"):find("(l)(l)")"#, #"3 4 "l" "l""#),
    (#"("hello"):find("()ll()")"#, #"3 4 3 5"#),
    (#"("  x"):find("^%s*")"#, #"1 2"#),
    (#"("key = value"):find("^(%w+)%s*=%s*(%w+)$")"#, #"1 11 "key" "value""#),
    (#"("abc"):find("b", 0)"#, #"2 2"#),
    (#"("abc"):find("^b", 2)"#, #"2 2"#),
  ]

  static let match: [(String, String)] = [
    (#"("2024-05-17"):match("(%d+)-(%d+)-(%d+)")"#, #""2024" "05" "17""#),
    (#"("abc"):match(".")"#, #""a""#),
    (#"("abc"):match("^b")"#, #"nil"#),
    (#"("abc"):match("c$")"#, #""c""#),
    (#"("a$"):match("a$$")"#, #""a$""#),
    (#"("a$b"):match("a$b")"#, #""a$b""#),
    (#"("abc"):match("a.-c")"#, #""abc""#),
    (#"("aXbXc"):match("a(.-)X")"#, #""""#),
    (#"("aXbXc"):match("a(.*)X")"#, #""Xb""#),
    (#"("aaa"):match("a-")"#, #""""#),
    (#"("aaa"):match("a-$")"#, #""aaa""#),
    (#"("aaab"):match("a*ab")"#, #""aaab""#),
    (#"("color colour"):match("colou?r", 2)"#, #""colour""#),
    (#"("x"):match("y*")"#, #""""#),
    (#"("[[x]]"):match("%[%[(.-)%]%]")"#, #""x""#),
    (#"("f(a(b)c)d"):match("%b()")"#, #""(a(b)c)""#),
    (#"("f(a(b c"):match("%b()")"#, #"nil"#),
    (#"("<<>>"):match("%b<>")"#, #""<<>>""#),
    (#"("aab"):match("%bab")"#, #""ab""#),
    (#"("THE (quick) fox"):match("%f[%a]%a+", 5)"#, #""quick""#),
    (#"("THE (quick) fox"):gsub("%f[%a]%a+", "<%0>")"#, #""<THE> (<quick>) <fox>" 3"#),
    (#"("hello"):match("%f[%z]")"#, #""""#),
    (#"("hello"):find("%f[\0]")"#, #"6 5"#),
    (#"("one1two"):match("%f[%d]%d")"#, #""1""#),
    (#"("abcabc"):match("(abc)%1")"#, #""abc""#),
    (#"("abcabd"):match("(abc)%1")"#, #"nil"#),
    (#"("'x\" y'"):match("(['\"])(.-)%1")"#, #""'" "x" y""#),
    (#"("aa"):match("()%1")"#, #"nil"#),
    (#"("a-z"):match("[a-]+")"#, #""a-""#),
    (#"("a-z"):match("[-a]+")"#, #""a-""#),
    (#"("]x"):match("[]x]+")"#, #""]x""#),
    (#"("^x"):match("[x^]+")"#, #""^x""#),
    (#"("x]"):match("[^]]")"#, #""x""#),
    (#"("a%b"):match("[%%]")"#, #""%""#),
    (#"("tab\there"):find("[%s]")"#, #"4 4"#),
    (#"("0x1F"):match("%x+", 3)"#, #""1F""#),
    (#"("é"):match("[\xC3][\xA9]")"#, #""é""#),
    (#"("naïve café"):match("caf[\xC3][\xA9]")"#, #""café""#),
    (#"("A1_b"):match("[%w_]+")"#, #""A1_b""#),
    (#"("a,b"):match("%p")"#, #"",""#),
    (#"("ABC"):match("%L+")"#, #""ABC""#),
    (#"("abc"):match("%U+")"#, #""abc""#),
    (#"("\1"):find("%c")"#, #"1 1"#),
    (#"("~"):match("%g")"#, #""~""#),
    (#"("abc"):match("((a)(b)(c))")"#, #""abc" "a" "b" "c""#),
    (#"("abc"):match("()")"#, #"1"#),
    (#"("abc"):match("", 10)"#, #"nil"#),
    (#"("abc"):match("b()")"#, #"3"#),
  ]

  static let gsub: [(String, String)] = [
    (#"("hello"):gsub("l", "L")"#, #""heLLo" 2"#),
    (#"("hello"):gsub("l", "L", 1)"#, #""heLlo" 1"#),
    (#"("hello"):gsub("l", "L", 0)"#, #""hello" 0"#),
    (#"("hello"):gsub("", "-")"#, #""-h-e-l-l-o-" 6"#),
    (#"("hello world"):gsub("%w+", "%0 %0", 1)"#, #""hello hello world" 1"#),
    (#"("hello world"):gsub("(%w+) (%w+)", "%2 %1")"#, #""world hello" 1"#),
    (#"("abc"):gsub("%w", "%%%0")"#, #""%a%b%c" 3"#),
    (#"("abc"):gsub("%w", {a = "1", b = true and 2, c = false})"#, #""12c" 3"#),
    (#"("abc"):gsub("%w", function(c) if c == "b" then return nil end return c:upper() end)"#, #""AbC" 3"#),
    (#"("abc"):gsub("(a)(b)", function(x, y) return y .. x end)"#, #""bac" 1"#),
    (#"("abc"):gsub("()b", "%1")"#, #""a2c" 1"#),
    (#"("abc"):gsub("b*", "x")"#, #""xaxcx" 3"#),
    (#"("abc"):gsub("^a", "x")"#, #""xbc" 1"#),
    (#"("aaa"):gsub("^a", "x")"#, #""xaa" 1"#),
    (#"("abc"):gsub("$", "!")"#, #""abc!" 1"#),
    (#"("$name is $age"):gsub("%$(%w+)", {name = "Ada", age = 36})"#, #""Ada is 36" 2"#),
    (#"("abc"):gsub("b", "%1")"#, #""abc" 1"#),
    (#"("abc"):gsub("b", "\0")"#, #""a\0c" 1"#),
    (#"("abc d"):gsub("%s", 7)"#, #""abc7d" 1"#),
    (#"("xyz"):gsub("y", "%0%0")"#, #""xyyz" 1"#),
    (#"("  trim  "):gsub("^%s+", "")"#, #""trim  " 1"#),
    (#"("a.b.c"):gsub("%.", "%%")"#, #""a%b%c" 2"#),
  ]

  static let gmatch: [(String, String)] = [
    (#"gather("one two  three", "%a+")"#, #""one" "two" "three""#),
    (#"gather("k1=v1, k2=v2", "(%w+)=(%w+)")"#, #""k1:v1" "k2:v2""#),
    (#"gather("abc", "")"#, #""" "" "" """#),
    (#"gather("abc", "()")"#, #"1 2 3 4"#),
    (#"gather("aXbX", "(.-)X")"#, #""a" "b""#),
    (#"gather("hello", "l", 4)"#, #""l""#),
    (#"gather("hello", "l", -1)"#, #""#),
    (#"gather("hello", ".", 9)"#, #""#),
    (#"gather("^a^a", "^a")"#, #""^a" "^a""#),
    (#"gather("", "x*")"#, #""""#),
    (#"gather("aabb", "a*")"#, #""aa" "" """#),
  ]

  static let malformed: [(String, String)] = [
    (#"("x"):find("[a")"#, #"malformed pattern (missing ']')"#),
    (#"("x"):find("[]")"#, #"malformed pattern (missing ']')"#),
    (#"("x"):find("[^")"#, #"malformed pattern (missing ']')"#),
    (#"("x"):find("[a%")"#, #"malformed pattern (missing ']')"#),
    (#"("x"):find("%")"#, #"malformed pattern (ends with '%')"#),
    (#"("x"):find("x%")"#, #"malformed pattern (ends with '%')"#),
    (#"("x"):find("(x")"#, #"unfinished capture"#),
    (#"("x"):match("x)")"#, #"invalid pattern capture"#),
    (#"("x"):find("(()")"#, #"unfinished capture"#),
    (#"("x"):find("%1")"#, #"invalid capture index %1"#),
    (#"("x"):find("(x)%2")"#, #"invalid capture index %2"#),
    (#"("x"):find("(%1)")"#, #"invalid capture index %1"#),
    (#"("x"):find("%0")"#, #"invalid capture index %0"#),
    (#"("x"):find("%b")"#, #"malformed pattern (missing arguments to '%b')"#),
    (#"("x"):find("%bx")"#, #"malformed pattern (missing arguments to '%b')"#),
    (#"("x"):find("x%f")"#, #"missing '[' after '%f' in pattern"#),
    (#"("x"):find("x%fa")"#, #"missing '[' after '%f' in pattern"#),
    (#"("x"):gsub("x", "%2")"#, #"invalid capture index %2"#),
    (#"("x"):gsub("x", "%")"#, #"invalid use of '%' in replacement string"#),
    (#"("x"):gsub("x", "%a")"#, #"invalid use of '%' in replacement string"#),
    (#"("x"):gsub("x", function() return {} end)"#, #"invalid replacement value (a table)"#),
    (#"("x"):gsub("x", {x = math.huge == 0 or {}})"#, #"invalid replacement value (a table)"#),
    (#"("x"):gsub("x")"#, #"bad argument #2 to 'gsub' (string/function/table expected, got no value)"#),
    (#"("x"):gsub("x", true)"#, #"bad argument #2 to 'gsub' (string/function/table expected, got boolean)"#),
    (#"("x"):rep(40):match(("(x"):rep(33))"#, #"too many captures"#),
    (#"("x"):rep(300):find(("x?"):rep(300) .. "y")"#, #"pattern too complex"#),
    (#"("x"):find({})"#, #"bad argument #1 to 'find' (string expected, got table)"#),
    (#"string.find()"#, #"bad argument #1 to 'find' (string expected, got no value)"#),
  ]

  @Test("find gives positions and captures", arguments: Self.find)
  func findSemantics(expression: String, expected: String) throws {
    #expect(try Laboratory().run(Self.show + expression + " end)") == .string(expected))
  }

  @Test("match gives captures or the whole match", arguments: Self.match)
  func matchSemantics(expression: String, expected: String) throws {
    #expect(try Laboratory().run(Self.show + expression + " end)") == .string(expected))
  }

  @Test("gsub replaces by templates, tables and functions", arguments: Self.gsub)
  func gsubSemantics(expression: String, expected: String) throws {
    #expect(try Laboratory().run(Self.show + expression + " end)") == .string(expected))
  }

  @Test("gmatch visits all matches", arguments: Self.gmatch)
  func gmatchSemantics(expression: String, expected: String) throws {
    #expect(try Laboratory().run(Self.show + expression + " end)") == .string(expected))
  }

  @Test("malformed patterns and arguments have the messages of stock Lua", arguments: Self.malformed)
  func malformedSemantics(expression: String, expected: String) throws {
    #expect(try Laboratory().run(Self.show + expression + " end)") == .string(expected))
  }
}
