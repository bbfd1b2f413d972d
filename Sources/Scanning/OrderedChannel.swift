internal import Glibc

/// Hands numbered results from many workers to one consumer in the order of their numbers.
///
/// At most `capacity` results wait, so that memory stays bounded whatever the
/// number of documents: a worker that is far ahead waits.
final class OrderedChannel<Element>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  // Guarded by `lock`.
  private var waiting: [Int: Element] = [:]
  private var nextToTake = 0
  private var nextToWork = 0
  private var count: Int
  private let capacity: Int

  init(count: Int, capacity: Int) {
    self.count = count
    self.capacity = capacity
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    lock.deallocate()
    changed.deallocate()
  }

  /// The next number to work on, from 0; nil when all are given out.
  func claim() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    guard nextToWork < count else { return nil }
    nextToWork += 1
    return nextToWork - 1
  }

  /// Gives out no more numbers: what has been claimed is the end.
  func close() {
    pthread_mutex_lock(lock)
    count = nextToWork
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// Gives a result; waits while too many lie before it.
  func put(_ element: sending Element, number: Int) {
    pthread_mutex_lock(lock)
    while number >= nextToTake + capacity { pthread_cond_wait(changed, lock) }
    waiting[number] = element
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// The next result in order; nil after the last.
  func take() -> Element? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while nextToTake < count {
      if let element = waiting.removeValue(forKey: nextToTake) {
        nextToTake += 1
        pthread_cond_broadcast(changed)
        return element
      }
      pthread_cond_wait(changed, lock)
    }
    return nil
  }
}
