/// Folded words with dense ids, found by hash and compared byte by byte.
struct WordTable: Sendable {
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)
  private var hashes: [UInt64] = []
  private var starts: [Int32] = [0]
  private var bytes: [UInt8] = []

  var count: Int { hashes.count }

  static func hash(_ word: some Swift.Sequence<UInt8>) -> UInt64 {
    word.reduce(WordStream.hashStart) { WordStream.hash($0, $1) }
  }

  /// The id of a word; a new one gets the next.
  mutating func intern(_ word: [UInt8]) -> Int32 {
    let hash = Self.hash(word)
    let found = word.withUnsafeBufferPointer { find(hash, $0) }
    if found >= 0 { return found }
    let id = Int32(hashes.count)
    hashes.append(hash)
    bytes.append(contentsOf: word)
    starts.append(Int32(bytes.count))
    if hashes.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for i in hashes.indices { place(Int32(i)) }
    } else {
      place(id)
    }
    return id
  }

  private mutating func place(_ id: Int32) {
    var slot = Self.mix(hashes[Int(id)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = id
  }

  @inline(__always)
  private static func mix(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF) }

  /// The id of a word with this hash, or -1.
  @inline(__always)
  func find(_ hash: UInt64, _ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    var slot = Self.mix(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash {
        let start = Int(starts[id])
        if Int(starts[id + 1]) - start == word.count, (0..<word.count).allSatisfy({ bytes[start + $0] == word[$0] }) {
          return Int32(id)
        }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  func bytes(of id: Int32) -> ArraySlice<UInt8> { bytes[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])] }
}
