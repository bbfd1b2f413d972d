import Glibc
import LuaRuntime
import StockLua

/// What safety costs: the same Lua code in a state of ours and in the library as it ships, in one run.
///
/// Each figure is the best of several runs on the thread's own clock; only the ratios mean something elsewhere.
@main struct SafetyBenchmark {
  static func main() throws {
    try LuaThread.run { () throws in
      print("what                                              stock    stock+hook      ours   ours/stock")
      for work in Work.all { try compare(work) }
      print("")
      try costs()
    }
  }

  private static let runs = 7

  private static func compare(_ work: Work) throws {
    var stock = Double.infinity
    var hooked = Double.infinity
    var ours = Double.infinity
    // In turns, so that a busy moment of the machine hits all alike.
    for _ in 0..<runs {
      stock = min(stock, stock_lua_seconds(work.source, 0))
      hooked = min(hooked, stock_lua_seconds(work.source, 100))
      ours = min(ours, try seconds(work.source))
    }
    guard stock > 0, hooked > 0 else {
      print(column(work.name, 46), "the library as it ships cannot run this")
      return
    }
    print(column(work.name, 46), milliseconds(stock), milliseconds(hooked), milliseconds(ours), column(ratio(ours / stock), -11))
  }

  private static func seconds(_ source: String) throws -> Double {
    let laboratory = try BenchState()
    let chunk = try laboratory.state.load(Array(source.utf8), name: "work", in: laboratory.environment)
    laboratory.state.startBudget()
    let start = now()
    _ = try laboratory.state.call(chunk)
    return now() - start
  }

  /// What has no counterpart in the library, in nanoseconds.
  private static func costs() throws {
    let laboratory = try BenchState()
    let state = laboratory.state
    let empty = try state.load(Array("local n = node() for i = 1, 1000000 do end".utf8), name: "w", in: laboratory.environment)
    let field = try state.load(Array("local n = node() for i = 1, 1000000 do local x = n.number end".utf8), name: "w", in: laboratory.environment)
    let text = try state.load(Array("local n = node() for i = 1, 1000000 do local x = n.text end".utf8), name: "w", in: laboratory.environment)
    let method = try state.load(Array("local n = node() for i = 1, 1000000 do n:has('sea') end".utf8), name: "w", in: laboratory.environment)
    let list = try state.load(Array("local n, t = node(), { 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h' } for i = 1, 100000 do n:has(t) end".utf8), name: "w", in: laboratory.environment)
    let nothing = try state.load(Array("return nil".utf8), name: "w", in: laboratory.environment)
    let many = try state.load(Array("local t = {} for i = 1, 3000 do t[i] = { i } end local keep = function() return t end return keep".utf8), name: "w", in: laboratory.environment)
    _ = try state.call(many)
    state.snapshot()

    func best(_ count: Double, _ body: () throws -> Void) rethrows -> Double {
      var best = Double.infinity
      for _ in 0..<runs {
        let start = now()
        try body()
        best = min(best, now() - start)
      }
      return best / count * 1e9
    }
    func call(_ function: LuaFunction, _ count: Double) throws -> Double {
      try best(count) {
        state.startBudget()
        _ = try state.call(function)
      }
    }
    let loop = try call(empty, 1_000_000)
    let one = try best(10_000) { for _ in 0..<10_000 { _ = try state.call(nothing) } }
    func row(_ name: String, _ nanoseconds: Double) {
      print(column(name, 46), column("\(Int(nanoseconds.rounded())) ns", -12), column(ratio(nanoseconds / one) + " calls", -14))
    }
    row("call from the host into Lua", one)
    row("field of an object, a number", try call(field, 1_000_000) - loop)
    row("field of an object, a text", try call(text, 1_000_000) - loop)
    row("method with one text", try call(method, 1_000_000) - loop)
    row("method with a list of eight texts", try call(list, 100_000) - loop)
    row("budget for a rule", best(10_000) { for _ in 0..<10_000 { state.startBudget() } })
    row("restore, clean heap", best(1_000) { for _ in 0..<1_000 { state.restore() } })
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Filled up to a width; to the right of it where it is negative.
  private static func column(_ text: String, _ width: Int) -> String {
    let fill = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? fill + text : text + fill
  }

  private static func milliseconds(_ seconds: Double) -> String { column("\(Double(Int(seconds * 100_000)) / 100) ms", -11) }
  private static func ratio(_ value: Double) -> String { "\(Double(Int((value * 100).rounded())) / 100)" }
}

/// Code that runs in both.
struct Work {
  var name: String
  var source: String

  static let all = [
    Work(name: "a realistic rule: words, tables, patterns", source: """
      local text = ("We guarantee that you will walk again in three weeks, up to 48.9% of patients did. "):rep(20)
      for round = 1, 40 do
        local seen, list = {}, {}
        for word in text:gmatch("%a+") do
          local low = word:lower()
          if not seen[low] then seen[low] = 0 list[#list + 1] = low end
          seen[low] = seen[low] + 1
        end
        table.sort(list)
        for _, word in ipairs(list) do
          if word:find("guarant", 1, true) and seen[word] > 2 then list.found = (list.found or "") .. word end
        end
        for number in text:gmatch("(%d+%.%d+)%%") do list.sum = (list.sum or 0) + tonumber(number) end
      end
      """),
    Work(name: "arithmetic in a loop", source: "local x = 0 for i = 1, 2000000 do x = x + i end"),
    Work(name: "fields and calls", source: "local t = { f = function(a) return a end } for i = 1, 500000 do t.x = t.f(i) end"),
    Work(name: "small tables", source: "for i = 1, 200000 do local t = { i, x = i } end"),
    Work(name: "strings", source: "for i = 1, 200000 do local s = 'item ' .. i end"),
    Work(name: "string.find, plain", source: "local s = ('a'):rep(4000) .. 'guarantee' for i = 1, 2000 do s:find('guarantee', 1, true) end"),
    Work(name: "string.find, a pattern", source: "local s = ('some words '):rep(300) .. 'guarantee' for i = 1, 200 do s:find('g%a+e$') end"),
    Work(name: "string.gmatch", source: "local s = ('some words '):rep(300) for i = 1, 60 do for w in s:gmatch('%a+') do end end"),
    Work(name: "string.gsub", source: "local s = ('some words '):rep(300) for i = 1, 60 do s:gsub('%s+', ' ') end"),
  ]
}

/// A state of ours with an object to ask.
private struct BenchState {
  final class Host: LuaHost {
    func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue {
      field == 0 ? .integer(object.index) : .string("We guarantee that you will walk again.")
    }
    func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue { .boolean(true) }
    func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue { .object(LuaObject(type: 0, index: 7)) }
    func describe(_ object: LuaObject) -> String { "node" }
  }

  let host = Host()
  let state: LuaState
  let environment: LuaEnvironment

  init() throws {
    var limits = LuaLimits()
    limits.fuel = 2_000_000_000
    limits.nanoseconds = 60_000_000_000
    state = LuaState(
      limits: limits, types: [LuaObjectType(name: "node", fields: ["number", "text"], methods: ["has"])], functions: ["node"], host: host)
    environment = try state.makeEnvironment()
  }
}
