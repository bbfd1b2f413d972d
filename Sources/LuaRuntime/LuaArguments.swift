import CLuaSupport
import Glibc

/// The arguments of one host call as C has laid them out, read when they are asked for.
///
/// Valid only during the call. Most calls repeat the arguments of an earlier one; ``fingerprint`` and ``isEqual(to:)``
/// tell so without making a single string.
package struct LuaArguments {
  private let flat: UnsafeBufferPointer<obl_value>
  private let count: Int

  init(_ request: obl_request) {
    flat = UnsafeBufferPointer(start: request.values, count: request.values == nil ? 0 : request.value_count)
    count = Int(request.argument_count)
  }

  /// How many there are.
  package var total: Int { count }

  /// All of them, copied.
  package var values: [LuaValue] {
    if count == 0 { return [] }
    var reader = FlatValueReader(flat.baseAddress, count: flat.count)
    return reader.read(count)
  }

  package subscript(position: Int) -> LuaValue {
    guard position >= 0, position < count else { return .nil }
    var start = 0
    for _ in 0..<position { start = end(from: start) }
    guard let base = flat.baseAddress, start < flat.count else { return .nil }
    var reader = FlatValueReader(base + start, count: flat.count - start)
    return reader.read()
  }

  /// Where the flat values of the value that starts at `start` end; tables are followed by what they hold.
  private func end(from start: Int) -> Int {
    var pending = 1
    var position = start
    while pending > 0, position < flat.count {
      let value = flat[position]
      position += 1
      pending -= 1
      if value.kind == UInt8(OBL_TABLE) { pending += Int(value.length) + 2 * Int(value.integer) }
    }
    return position
  }

  /// The number of flat values that make up the first argument.
  private var extent: Int { count <= 1 ? flat.count : end(from: 0) }

  private static func head(_ value: obl_value) -> UInt64 {
    UInt64(value.kind) << 56 | UInt64(value.flag) << 48 | UInt64(value.type) << 32 | UInt64(value.length)
  }

  /// The first argument where it is an object.
  package var object: LuaObject? {
    guard count > 0, let first = flat.first, first.kind == UInt8(OBL_OBJECT) else { return nil }
    return LuaObject(type: Int(first.type), index: Int(first.integer))
  }

  /// A number that equal first arguments share.
  package var fingerprint: UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    @inline(__always) func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    for value in flat[..<extent] {
      mix(Self.head(value))
      if value.kind == UInt8(OBL_STRING) {
        let bytes = UnsafeRawBufferPointer(start: value.bytes, count: Int(value.length))
        var i = 0
        while i + 8 <= bytes.count {
          mix(bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
          i += 8
        }
        var rest: UInt64 = 0
        while i < bytes.count {
          rest = rest << 8 | UInt64(bytes[i])
          i += 1
        }
        mix(rest)
      } else {
        mix(UInt64(bitPattern: value.integer))
      }
    }
    return hash
  }

  /// The first argument in bytes, for ``isEqual(to:)``.
  package var key: [UInt8] {
    var key: [UInt8] = []
    forEachPiece { key.append(contentsOf: $0); return true }
    return key
  }

  /// Whether the first argument is the one that a ``key`` was made of.
  package func isEqual(to key: [UInt8]) -> Bool {
    key.withUnsafeBytes { key in
      var position = 0
      var isSame = true
      forEachPiece { piece in
        guard position + piece.count <= key.count, let base = key.baseAddress,
          piece.isEmpty || piece.baseAddress.map({ memcmp($0, base + position, piece.count) }) == 0
        else {
          isSame = false
          return false
        }
        position += piece.count
        return true
      }
      return isSame && position == key.count
    }
  }

  private func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Bool) {
    for value in flat[..<extent] {
      let isString = value.kind == UInt8(OBL_STRING)
      var head = (Self.head(value), isString ? 0 : value.integer)
      guard withUnsafeBytes(of: &head, { body($0) }) else { return }
      if isString, !body(UnsafeRawBufferPointer(start: value.bytes, count: Int(value.length))) { return }
    }
  }
}
