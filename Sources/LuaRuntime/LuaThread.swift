import Glibc

/// Threads with a stack that is deep enough for Lua.
///
/// Swift's own threads have 8 MB, or 2 MB where the process has no stack limit; a hostile rule of 64 KB makes Lua
/// recurse through more than 3 MB.
package enum LuaThread {
  /// Runs `body` on a new thread and waits for it, blocking the calling thread.
  ///
  /// For whole workers, not for single calls. Where no thread can be made, `body` runs on the calling one.
  ///
  /// - Parameter stackSize: bytes.
  package static func run<R: Sendable, E: Error>(
    stackSize: Int = 16 << 20, _ body: @escaping @Sendable () throws(E) -> R
  ) throws(E) -> R {
    let job = Job(body)
    guard let thread = start(job, stackSize: stackSize) else { return try body() }
    pthread_join(thread, nil)
    return try job.outcome(orRun: body)
  }

  /// Runs `body` on a new thread and suspends until it is done; blocks no thread of Swift's pool.
  package static func runAsync<R: Sendable, E: Error>(
    stackSize: Int = 16 << 20, _ body: @escaping @Sendable () throws(E) -> R
  ) async throws(E) -> R {
    let outcome: Result<R, E> = await withCheckedContinuation { continuation in
      let job = Job<Void, Never> {
        continuation.resume(returning: Result(catching: body))
      }
      if let thread = start(job, stackSize: stackSize) {
        pthread_detach(thread)
      } else {
        job.perform()
      }
    }
    return try outcome.get()
  }

  /// A thread that was started and must be joined once.
  package struct Handle: Sendable {
    fileprivate let thread: pthread_t

    /// Waits until the thread's work is done.
    package func join() { pthread_join(thread, nil) }
  }

  /// Starts `body` on a new thread; nil where none can be made.
  package static func start(stackSize: Int = 16 << 20, _ body: @escaping @Sendable () -> Void) -> Handle? {
    start(Job<Void, Never>(body), stackSize: stackSize).map(Handle.init(thread:))
  }

  private static func start(_ job: AnyJob, stackSize: Int) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, max(stackSize, 64 << 10)) == 0 else { return nil }
    var thread = pthread_t()
    let handle = Unmanaged.passRetained(job)
    let status = pthread_create(&thread, &attributes, performJob, handle.toOpaque())
    guard status == 0 else {
      handle.release()
      return nil
    }
    return thread
  }
}

/// What a thread is given to do. Written by that thread alone, read after it was joined.
private class AnyJob: @unchecked Sendable {
  func perform() {}
}

private final class Job<R, E: Error>: AnyJob, @unchecked Sendable {
  private let body: () throws(E) -> R
  private var result: Result<R, E>?

  init(_ body: @escaping () throws(E) -> R) { self.body = body }

  override func perform() { result = Result(catching: body) }

  func outcome(orRun body: () throws(E) -> R) throws(E) -> R {
    guard let result else { return try body() }
    return try result.get()
  }
}

private func performJob(_ handle: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let handle { Unmanaged<AnyJob>.fromOpaque(handle).takeRetainedValue().perform() }
  return nil
}
