package import Analysis
internal import CSandbox
import Configuration
import ContentModel
internal import Glibc
import LuaRuntime
import RuleEngine

/// The program in its hidden mode: loads the rules, gives up everything else, and checks one document after the other.
///
/// Talks through its standard input, a socket. Ends when that is closed, and on
/// anything unexpected: the parent sees it and starts another.
package struct WorkerProcess: Sendable {
  /// Whether documents may make the worker misbehave, for tests; see ``WorkerFault``.
  private let obeysFaults: Bool

  /// What rules may know beside the document; read before files are given up.
  private let knowledge: Knowledge

  package init(obeysFaults: Bool = false, knowledge: Knowledge = Knowledge()) {
    self.obeysFaults = obeysFaults
    self.knowledge = knowledge
  }

  /// - Returns: the exit status.
  package func run() -> Int32 {
    guard obs_tie_to_parent(getppid()) == 0, let setup = Self.receive().flatMap({ try? WorkerSetup(decoding: $0) }) else {
      return 70
    }
    var rules: RuleSet
    do throws(RuleSetError) {
      rules = try LuaThread.run { () throws(RuleSetError) -> RuleSet in
        var loader = RuleLoader(defaultLexicons: setup.defaultLexicons, limits: LuaLimits(setup.limits))
        loader.additions = setup.additions
        return try loader.load(folders: setup.ruleFolders)
      }
    } catch { return Self.fail("the rules have mistakes") }
    rules.knowledge = knowledge
    let loaded = rules
    // Before the thread starts: a thread is bound by what its parent thread was bound by at that moment.
    let failure = obs_deny_files()
    guard failure == 0 else { return Self.fail("files could not be denied: \(String(cString: strerror(failure)))") }
    return LuaThread.run { work(loaded, setup.limits) }
  }

  private func work(_ rules: RuleSet, _ limits: Limits) -> Int32 {
    let checker: LocalChecker
    do throws(LuaError) {
      checker = try LocalChecker(rules, limits: limits)
    } catch { return Self.fail("the rules could not be loaded: \(error.message)") }
    let failure = Self.shutIn(megabytes: limits.workerMegabytes.value + (knowledge.records?.mappedBytes ?? 0) >> 20)
    guard failure == 0 else { return Self.fail("the process could not be shut in: \(String(cString: strerror(failure)))") }
    guard Self.send(WorkerGreeting.ready(rulesDigest: Scanner.digest(of: rules)).encoded) else { return 70 }
    while let message = Self.receive() {
      guard let request = try? WorkerRequest(decoding: message) else { return 70 }
      if obeysFaults, let fault = WorkerFault(in: request) { fault.happen() }
      let reply: WorkerReply
      do throws(DocumentError) {
        reply = .checked(try checker.examine(request.bytes, path: request.path, format: request.format, under: request.treatment))
      } catch { reply = .refused(error.code, message: error.message) }
      guard Self.send(reply.encoded(for: request)) else { return 70 }
    }
    return 0
  }

  /// The last steps, after which no thread can be started: 0 or an error number.
  private static func shutIn(megabytes: Int) -> Int32 {
    let failure = obs_limit_resources(UInt64(megabytes) << 20)
    return failure != 0 ? failure : obs_deny_calls()
  }

  private static func fail(_ why: String) -> Int32 {
    _ = send(WorkerGreeting.unable(why: why).encoded)
    return 71
  }

  /// What a shut-in process can still do, one line for each attempt: its name and the system's answer.
  ///
  /// - Parameter filtersCalls: false to leave the filter of system calls out, and see what the rest is worth.
  package func test(filtersCalls: Bool) -> [String] {
    guard obs_tie_to_parent(getppid()) == 0, obs_deny_files() == 0 else { return ["the process could not be shut in"] }
    return LuaThread.run {
      let failure = filtersCalls ? Self.shutIn(megabytes: 1024) : obs_limit_resources(1 << 30)
      guard failure == 0 else { return ["the process could not be shut in: \(String(cString: strerror(failure)))"] }
      return (0..<obs_probe_count()).map { probe in
        let answer = obs_probe(probe)
        return "\(String(cString: obs_probe_name(probe))): \(answer == 0 ? "possible" : String(cString: strerror(answer)))"
      }
    }
  }

  // MARK: Messages

  private static func receive() -> [UInt8]? {
    guard let header = read(8) else { return nil }
    var length = 0
    for (index, byte) in header.enumerated() where index < 7 { length |= Int(byte) << (8 * index) }
    return read(length)
  }

  private static func read(_ count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let n = Glibc.read(STDIN_FILENO, buffer.baseAddress.map { $0 + filled }, count - filled)
        if n < 0, errno == EINTR { continue }
        guard n > 0 else {
          isWhole = false
          return
        }
        filled += n
      }
    }
    return isWhole ? bytes : nil
  }

  private static func send(_ message: [UInt8]) -> Bool { write(Worker.header(message.count)) && write(message) }

  static func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let n = Glibc.write(STDIN_FILENO, buffer.baseAddress.map { $0 + written }, buffer.count - written)
        if n < 0, errno == EINTR { continue }
        guard n > 0 else { return false }
        written += n
      }
      return true
    }
  }
}
