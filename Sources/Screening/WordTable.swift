import Glibc

/// Folded words with dense ids, found by hash and compared byte by byte.
struct WordTable: Sendable {
  private var slots: [Int32] = []
  private(set) var hashes: [UInt64] = []
  private var starts: [Int32] = [0]
  private var bytes: [UInt8] = []

  var count: Int { hashes.count }

  @inline(__always)
  static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = WordStream.hashStart
    for byte in word { hash = WordStream.hash(hash, byte) }
    return hash
  }

  /// The id of a word; a new one gets the next.
  mutating func intern(_ word: [UInt8]) -> Int32 { word.withUnsafeBufferPointer { intern($0) } }

  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = Self.hash(word)
    if slots.isEmpty { slots = [Int32](repeating: -1, count: 8) }
    let found = find(hash, word)
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
  static func mix(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF) }

  /// The id of a word with this hash, or -1.
  @inline(__always)
  func find(_ hash: UInt64, _ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    if slots.isEmpty { return -1 }
    return slots.withUnsafeBufferPointer { slots in
      var slot = Self.mix(hash) & (slots.count - 1)
      while slots[slot] >= 0 {
        let id = slots[slot]
        if hashes[Int(id)] == hash, withBytes(of: id, { same($0, word) }) { return id }
        slot = (slot + 1) & (slots.count - 1)
      }
      return -1
    }
  }

  func pack(into writer: inout PackedWriter) {
    writer.write(slots)
    writer.write(hashes)
    writer.write(starts)
    writer.write(bytes)
  }

  init() {}

  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    slots = try reader.array(of: Int32.self)
    hashes = try reader.array(of: UInt64.self)
    starts = try reader.array(of: Int32.self)
    bytes = try reader.array(of: UInt8.self)
    // A table without an empty slot would be searched for ever.
    guard starts.count == hashes.count + 1, starts.first == 0, starts.last.map(Int.init) == bytes.count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), slots.count & (slots.count - 1) == 0 || slots.isEmpty,
      hashes.isEmpty || hashes.count * 2 <= slots.count, slots.allSatisfy({ $0 >= -1 && Int($0) < hashes.count }),
      slots.count(where: { $0 >= 0 }) == hashes.count
    else { throw PackedReader.Nonsense() }
  }

  @inline(__always)
  func withBytes<R>(of id: Int32, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])])) }
  }
}

/// Whether two runs of bytes are equal.
@inline(__always)
func same(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  guard let first = a.baseAddress, let second = b.baseAddress else { return true }
  return memcmp(first, second, a.count) == 0
}
