import LuaRuntime
import Testing

@Suite struct BudgetTests {
  /// Uses instructions, memory, patterns, sorting, iteration and host objects.
  static let work = """
    local words = {}
    for i = 1, 300 do words[i] = ("word" .. i * 7919 % 1009):upper():lower() end
    table.sort(words)
    local counts = {}
    for _, word in ipairs(words) do
      for letter in word:gmatch("%a") do counts[letter] = (counts[letter] or 0) + 1 end
    end
    for key, count in pairs(counts) do if count % 2 == 0 then counts[key] = nil end end
    local text = table.concat(words, " ")
    local found = select(2, text:gsub("(%w+) (%w+)", "%2 %1"))
    local long = {}
    for i = 1, 200 do long[i] = text:rep(3) .. i end
    return found + #long + count(1, { 2, 3 }, { a = { b = "c" } })
    """

  @Test("the same work costs exactly the same fuel, in every run and state")
  func exactFuel() throws {
    var costs: Set<Int> = []
    for _ in 1...2 {
      let laboratory = try Laboratory()
      let function = try laboratory.state.load(Array(Self.work.utf8), name: "work.lua", in: laboratory.environment)
      laboratory.state.snapshot()
      for _ in 1...20 {
        laboratory.state.restore()
        laboratory.state.startBudget()
        #expect(try laboratory.state.call(function) == .integer(353))
        costs.insert(laboratory.state.fuelUsed)
      }
    }
    #expect(costs.count == 1)
    #expect(costs.allSatisfy { $0 > 10_000 })
  }

  @Test("calls share a budget until the next is started")
  func sharing() throws {
    var limits = LuaLimits()
    limits.fuel = 1_000_000
    let laboratory = try Laboratory(limits: limits)
    let source = Array("for i = 1, 100000 do end".utf8)
    let function = try laboratory.state.load(source, name: "loop.lua", in: laboratory.environment)
    laboratory.state.snapshot()
    laboratory.state.startBudget()
    #expect(laboratory.state.fuelUsed == 0)
    var calls = 0
    let error = #expect(throws: LuaError.self) {
      while calls < 1000 {
        _ = try laboratory.state.call(function)
        calls += 1
      }
    }
    #expect(error?.kind == .outOfFuel)
    #expect(error?.message == "stopped after 1,000,000 units of fuel")
    #expect(error?.chunk == "loop.lua")
    #expect(error?.line == 1)
    #expect(error?.traceback == [.init(chunk: "loop.lua", line: 1, function: "in main chunk")])
    #expect(calls == 9)
    #expect(laboratory.state.fuelUsed >= 1_000_000)

    laboratory.state.restore()
    #expect(throws: LuaError.self) { try laboratory.state.call(function) }
    laboratory.state.restore()
    laboratory.state.startBudget()
    #expect(try laboratory.state.call(function) == .nil)
  }

  @Test("without a started budget each call has its own")
  func ownBudget() throws {
    var limits = LuaLimits()
    limits.fuel = 1_000_000
    let laboratory = try Laboratory(limits: limits)
    let source = Array("for i = 1, 400000 do end return 1".utf8)
    let function = try laboratory.state.load(source, name: "loop.lua", in: laboratory.environment)
    for _ in 1...5 { #expect(try laboratory.state.call(function) == .integer(1)) }
  }

  @Test("loading leaves the running budget alone")
  func loading() throws {
    let laboratory = try Laboratory()
    _ = try laboratory.run("for i = 1, 1000 do end")
    let used = laboratory.state.fuelUsed
    _ = try laboratory.state.load(Array(Self.work.utf8), name: "work.lua", in: laboratory.environment)
    #expect(laboratory.state.fuelUsed == used)
    #expect(used > 900)
  }

  @Test("the clock is a net")
  func clock() throws {
    var limits = LuaLimits()
    limits.fuel = .max
    limits.nanoseconds = 50_000_000
    let laboratory = try Laboratory(limits: limits)
    laboratory.state.snapshot()
    let error = laboratory.failure(of: "local function spin()\n while true do end\n end\n spin()")
    #expect(error?.kind == .outOfTime)
    #expect(error?.message == "stopped after 50 ms")
    #expect(error?.line == 2)
    #expect(
      error?.traceback == [
        .init(chunk: "test.lua", line: 2, function: "in function 'spin'"),
        .init(chunk: "test.lua", line: 4, function: "in main chunk"),
      ])
  }

  @Test("memory that is asked for again and again ends in a kill")
  func patience() throws {
    let laboratory = try Laboratory()
    laboratory.state.snapshot()
    let source = "local s = ('x'):rep(5 << 20)\nwhile true do\n pcall(function() return s .. s end) end"
    let error = laboratory.failure(of: source)
    #expect(error?.kind == .outOfMemory)
    #expect(error?.message == "stopped: too many failed allocations (heap limit 64 MB)")
    #expect(error?.line == 3)
  }

  @Test("a stopped state without a snapshot refuses calls, and does nothing worse")
  func poisoned() throws {
    var limits = LuaLimits()
    limits.fuel = 10_000
    let laboratory = try Laboratory(limits: limits)
    #expect(laboratory.failure(of: "while true do end")?.kind == .outOfFuel)
    let refusal = "the state was stopped and not restored"
    #expect(laboratory.message(of: "return 1") == refusal)
    laboratory.state.restore()
    laboratory.state.snapshot()
    laboratory.state.startBudget()
    let error = #expect(throws: LuaError.self) { try laboratory.state.makeEnvironment() }
    #expect(error?.message == refusal)
  }

  @Test("a restore takes back everything that a document left behind")
  func restore() throws {
    let laboratory = try Laboratory()
    let source = """
      local kept = {}
      local module = {}
      return {
        put = function(text) kept[#kept + 1] = text return #kept end,
        spoil = function() for i = 1, 10000 do kept[i] = { i } end while true do kept[#kept + 1] = ("x"):rep(#kept) end end,
      }
      """
    guard case .table(let functions) = try laboratory.run(source), case .function(let put) = functions["put"],
      case .function(let spoil) = functions["spoil"]
    else { return #expect(Bool(false)) }
    laboratory.state.snapshot()
    for _ in 1...5 {
      laboratory.state.startBudget()
      #expect(try laboratory.state.call(put, [.string("a")]) == .integer(1))
      #expect(try laboratory.state.call(put, [.string("b")]) == .integer(2))
      let error = #expect(throws: LuaError.self) { try laboratory.state.call(spoil) }
      #expect([.memory, .outOfFuel, .outOfTime].contains(error?.kind))
      laboratory.state.restore()
    }
    laboratory.state.startBudget()
    #expect(try laboratory.state.call(put, [.string("c")]) == .integer(1))
  }
}
