import LuaRuntime
import Testing

@Suite struct ThreadTests {
  struct Refusal: Error, Equatable { var code: Int }

  @Test("a body's result and its typed error come back")
  func outcome() async throws {
    #expect(LuaThread.run { 41 + 1 } == 42)
    let refuse: @Sendable () throws(Refusal) -> Int = { () throws(Refusal) in throw Refusal(code: 7) }
    #expect(throws: Refusal(code: 7)) { try LuaThread.run(refuse) }
    #expect(await LuaThread.runAsync { "done" } == "done")
    await #expect(throws: Refusal(code: 7)) { try await LuaThread.runAsync(refuse) }
  }

  @Test("the stack is as deep as asked for")
  func stack() {
    @Sendable func dive(_ levels: Int) -> Int {
      withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 16) { room in
        room[0] = UInt8(truncatingIfNeeded: levels)
        return levels == 0 ? 0 : dive(levels - 1) + Int(room[0]) - Int(UInt8(truncatingIfNeeded: levels)) + 1
      }
    }
    #expect(LuaThread.run(stackSize: 64 << 20) { dive(8_000) } == 8_000)
  }

  @Test("workers with states of their own run side by side")
  func workers() async throws {
    let sums = try await withThrowingTaskGroup(of: LuaValue.self) { group in
      for _ in 1...4 {
        group.addTask {
          try await LuaThread.runAsync { () throws in
            let laboratory = try Laboratory()
            laboratory.state.snapshot()
            var last = LuaValue.nil
            for _ in 1...20 {
              laboratory.state.restore()
              last = try laboratory.run("local n = 0 for i = 1, 1000 do n = n + #tostring(i) end return n")
            }
            return last
          }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sums == Array(repeating: .integer(2893), count: 4))
  }
}
