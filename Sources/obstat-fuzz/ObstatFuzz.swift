import Fuzzing
import Glibc
import LuaRuntime

/// Feeds a target with random inputs.
///
/// Each execution has a seed of its own, which is printed when the target breaks a promise, crashes or takes too
/// long; `obstat-fuzz TARGET 1 SEED` does it again, and `obstat-fuzz TARGET show SEED` writes the input out.
@main struct ObstatFuzz {
  private static let usage = """
    usage: obstat-fuzz TARGET EXECUTIONS SEED [REPOSITORY]
           obstat-fuzz TARGET show SEED [REPOSITORY]
           obstat-fuzz TARGET guided FOLDER [OPTION OF LIBFUZZER…]
    targets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))
    """

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let target = FuzzTarget(rawValue: arguments[1]) else { misused() }
    if arguments[2] == "guided" { exit(try guided(target, folder: arguments[3], options: Array(arguments[4...]))) }
    guard let seed = UInt64(arguments[3]) else { misused() }
    let repository = arguments.count > 4 ? arguments[4] : "."
    let executions = Int(arguments[2])
    guard executions != nil || arguments[2] == "show" else { misused() }
    let failures = try LuaThread.run { () throws -> Int in
      let corpus = try FuzzCorpus(repository: repository)
      let mutator = corpus.mutator(for: target)
      guard let executions else {
        let input = mutator.input(seed: seed)
        _ = input.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        return 0
      }
      return try fuzz(FuzzProbe(target, rules: corpus.rules), target, mutator, executions, seed)
    }
    exit(failures == 0 ? 0 : 1)
  }

  private static func misused() -> Never {
    print(usage)
    exit(2)
  }

  private static func guided(_ target: FuzzTarget, folder: String, options: [String]) throws -> Int32 {
    try LuaThread.run { () throws -> Int32 in
      let corpus = try FuzzCorpus(repository: ".")
      let probe = try FuzzProbe(target, rules: corpus.rules)
      return GuidedFuzzing.run(probe, corpus.mutator(for: target), folder: folder, options: options)
    }
  }

  private static func fuzz(
    _ probe: FuzzProbe, _ target: FuzzTarget, _ mutator: Mutator, _ executions: Int, _ seed: UInt64
  ) throws -> Int {
    Watch.install()
    var failures = 0
    var slowest = (seconds: 0.0, seed: seed)
    let start = Watch.seconds()
    for number in 0..<UInt64(max(0, executions)) {
      let own = seed &+ number
      Watch.begin(own)
      let input = mutator.input(seed: own)
      let before = Watch.processorSeconds()
      if let problem = probe.problem(with: input, seed: own) {
        failures += 1
        print("\(target.rawValue): seed \(own): \(problem)")
        if failures >= 20 { break }
      }
      let taken = Watch.processorSeconds() - before
      if taken > slowest.seconds { slowest = (taken, own) }
    }
    alarm(0)
    let seconds = Watch.seconds() - start
    print(
      "\(target.rawValue): \(executions) executions from seed \(seed), \(Int(seconds)) s, \(failures) failures; the slowest took \(Int(slowest.seconds * 1000)) ms (seed \(slowest.seed))")
    return failures
  }
}

/// Tells which input was at work when the process dies or stands still.
private enum Watch {
  /// Written before each execution, read in a signal handler.
  nonisolated(unsafe) private static var current: UInt64 = 0
  private static let patience: UInt32 = 20

  static func install() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM] {
      signal(number) { number in
        Watch.write(number == SIGALRM ? "took longer than 20 s: seed " : "crashed: seed ")
        Watch.write(Watch.current)
        Watch.write("\n")
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  static func begin(_ seed: UInt64) {
    current = seed
    if seed % 64 == 0 { alarm(patience) }
  }

  private static func write(_ text: StaticString) { _ = Glibc.write(2, text.utf8Start, text.utf8CodeUnitCount) }

  /// Without allocating: a crash may have left the heap in pieces.
  private static func write(_ number: UInt64) {
    var divisor: UInt64 = 10_000_000_000_000_000_000
    var isLeading = true
    while divisor > 0 {
      var digit = UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10)
      isLeading = isLeading && digit == 0x30 && divisor > 1
      if !isLeading { _ = Glibc.write(2, &digit, 1) }
      divisor /= 10
    }
  }

  static func seconds() -> Double { time(CLOCK_MONOTONIC) }
  static func processorSeconds() -> Double { time(CLOCK_THREAD_CPUTIME_ID) }

  private static func time(_ clock: clockid_t) -> Double {
    var now = timespec()
    clock_gettime(clock, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
