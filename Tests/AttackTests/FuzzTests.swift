import Fuzzing
import LuaRuntime
import Testing

/// A short run of each fuzz target; `make fuzz` runs long.
@Suite(.serialized) struct FuzzTests {
  private static let corpus = Result { try LuaThread.run { () throws in try FuzzCorpus(repository: AttackRange.repository) } }

  @Test("random input breaks no promise", arguments: FuzzTarget.allCases)
  func fuzz(target: FuzzTarget) throws {
    let executions: UInt64 =
      switch target {
      case .findings: 8
      case .analysis: 30
      default: 200
      }
    let corpus = try Self.corpus.get()
    let problems = try LuaThread.run { () throws -> [String] in
      let mutator = corpus.mutator(for: target)
      let probe = try FuzzProbe(target, rules: corpus.rules)
      var problems: [String] = []
      for seed in 1...executions {
        if let problem = probe.problem(with: mutator.input(seed: seed), seed: seed) { problems.append("seed \(seed): \(problem)") }
      }
      return problems
    }
    #expect(problems == [])
  }
}
