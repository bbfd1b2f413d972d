import CFuzzer
import Fuzzing
import Glibc

/// Fuzzing that follows coverage: libFuzzer keeps each input that reaches code no other did, and changes it further.
///
/// Only in a program that was built with `-sanitize=fuzzer`; see `make fuzz-guided`.
enum GuidedFuzzing {
  /// Called by libFuzzer on the thread that runs it, and on no other.
  nonisolated(unsafe) private static var probe: FuzzProbe?

  /// - Parameters:
  ///   - folder: where inputs are kept; gets the first ones from the mutator where it is empty.
  ///   - options: libFuzzer's own, such as `-runs=1000000`.
  /// - Returns: an exit status. libFuzzer ends the process itself when an input fails.
  static func run(_ probe: FuzzProbe, _ mutator: Mutator, folder: String, options: [String]) -> Int32 {
    guard fuzz_is_guided() != 0 else {
      complain("obstat-fuzz was built without libFuzzer: run 'make fuzz-guided'")
      return 2
    }
    seed(folder, mutator)
    Self.probe = probe
    let limits = ["-max_len=\(mutator.limit)", "-timeout=20", "-rss_limit_mb=4096"]
    var arguments = (["obstat-fuzz"] + limits + options + [folder]).map { strdup($0) }
    arguments.append(nil)
    return fuzz_guided(Int32(arguments.count - 1), &arguments) { bytes, count in
      let input = Array(UnsafeBufferPointer(start: bytes, count: count))
      guard let problem = GuidedFuzzing.probe?.problem(with: input, seed: UInt64(count)) else { return 0 }
      GuidedFuzzing.complain("broken promise: \(problem)")
      abort()
    }
  }

  private static func complain(_ message: String) {
    let line = Array((message + "\n").utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }

  private static func seed(_ folder: String, _ mutator: Mutator) {
    guard mkdir(folder, 0o777) == 0 else { return }
    for seed: UInt64 in 1...500 {
      let descriptor = open("\(folder)/seed-\(seed)", O_WRONLY | O_CREAT | O_TRUNC, 0o666)
      guard descriptor >= 0 else { continue }
      let input = mutator.input(seed: seed)
      _ = input.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      close(descriptor)
    }
  }
}
