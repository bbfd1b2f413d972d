/// Values by a 64-bit fingerprint, which several may share; grows only.
struct FingerprintTable<Value> {
  private var slots: [(fingerprint: UInt64, value: Value)?] = []
  private var count = 0

  /// The first value with a fingerprint that is the wanted one.
  @inline(__always)
  func first(_ fingerprint: UInt64, where isWanted: (Value) -> Bool) -> Value? {
    if slots.isEmpty { return nil }
    var slot = Int(truncatingIfNeeded: fingerprint & UInt64(slots.count - 1))
    while let held = slots[slot] {
      if held.fingerprint == fingerprint, isWanted(held.value) { return held.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(_ fingerprint: UInt64, _ value: Value) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: nil, count: max(64, old.count * 2))
      for held in old { if let held { place(held.fingerprint, held.value) } }
    }
    place(fingerprint, value)
  }

  private mutating func place(_ fingerprint: UInt64, _ value: Value) {
    var slot = Int(truncatingIfNeeded: fingerprint & UInt64(slots.count - 1))
    while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = (fingerprint, value)
  }
}
