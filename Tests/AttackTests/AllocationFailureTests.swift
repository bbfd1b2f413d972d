import Analysis
import LuaRuntime
import Testing

/// Whatever allocation fails while a rule runs, an error comes of it, and the state is as good as new afterwards.
@Suite struct AllocationFailureTests {
  static let source = """
    local list = {}
    for i = 1, 20 do list[i] = ("item %d of %s"):format(i, node.text .. i) end
    table.sort(list, function(a, b) return a > b end)
    local ok = pcall(function() error({ list }) end)
    local text = table.concat(list, ", "):gsub("item", { item = "thing" }):upper()
    for _, other in ipairs(node.list) do text = text .. tostring(other) end
    for key, value in pairs({ a = 1, b = list, c = node }) do text = text .. key end
    local made = function(...) return select("#", ...), text end
    return { made(1, 2), nested = { text, list, node }, ok = ok }
    """

  /// Gives objects, lists of them and texts.
  final class Host: LuaHost {
    func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue {
      field == 0 ? .string("some words of a node") : .table(LuaTable(array: (0..<8).map { .object(LuaObject(type: 0, index: $0)) }))
    }
    func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue { .nil }
    func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue { .object(LuaObject(type: 0, index: 1)) }
    func describe(_ object: LuaObject) -> String { "node \(object.index)" }
  }

  /// Loads and calls the source, and gives what comes of it.
  private static func run(_ state: LuaState, _ environment: LuaEnvironment) throws(LuaError) -> LuaValue {
    let function = try state.load(Array(("local node = find()\n" + source).utf8), name: "rule.lua", in: environment)
    state.startBudget()
    return try state.call(function)
  }

  @Test("each failed allocation is a clean error", arguments: [1, 2, 3, 50])
  func everyAllocation(inARow: Int) throws {
    let host = Host()
    let state = LuaState(types: [LuaObjectType(name: "node", fields: ["text", "list"], methods: ["report"])], functions: ["find"], host: host)
    let environment = try state.makeEnvironment()
    state.snapshot()
    state.failAllocations(after: 0, count: 0)
    let expected = try Self.run(state, environment)
    let count = state.allocations
    #expect(count > 200)
    var errors = 0
    for number in 0..<count {
      state.restore()
      state.failAllocations(after: number, count: inARow)
      do throws(LuaError) {
        // Lua collects garbage and tries again, so a single failure may go unseen.
        _ = try Self.run(state, environment)
      } catch {
        errors += 1
        #expect([.memory, .outOfMemory, .runtime].contains(error.kind), "allocation \(number): \(error)")
        #expect(!error.message.isEmpty)
      }
      state.failAllocations(after: 0, count: 0)
    }
    state.restore()
    #expect(try Self.run(state, environment) == expected)
    #expect(inARow == 1 || errors > count / 2)
  }
}
