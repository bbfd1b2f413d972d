import CLuaSupport

/// Writes values flat, for C to build Lua values of (see `obl_value` for the layout).
///
/// Keeps its memory from use to use, so that most calls allocate nothing, and in place, because C reads an answer
/// after Swift has returned.
final class FlatValueWriter {
  private var values: UnsafeMutablePointer<obl_value>
  private var valueCount = 0
  private var valueCapacity = 64
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCount = 0
  private var byteCapacity = 1024

  init() {
    values = .allocate(capacity: valueCapacity)
    bytes = .allocate(capacity: byteCapacity)
  }

  deinit {
    values.deallocate()
    bytes.deallocate()
  }

  func removeAll() {
    valueCount = 0
    byteCount = 0
  }

  func append(_ value: LuaValue) {
    append(value, depth: 0)
  }

  /// What was appended. Stays as it is until the next call of any method.
  func finish() -> UnsafeBufferPointer<obl_value> {
    for index in 0..<valueCount where values[index].kind == UInt8(OBL_STRING) {
      let start = UnsafeRawPointer(bytes + Int(values[index].integer))
      values[index].bytes = start.assumingMemoryBound(to: CChar.self)
    }
    return UnsafeBufferPointer(start: values, count: valueCount)
  }

  private func append(_ value: LuaValue, depth: Int) {
    var flat = obl_value()
    switch value {
    case .nil:
      flat.kind = UInt8(OBL_NIL)
    case .boolean(let truth):
      flat.kind = UInt8(OBL_BOOLEAN)
      flat.integer = truth ? 1 : 0
    case .integer(let integer):
      flat.kind = UInt8(OBL_INTEGER)
      flat.integer = Int64(integer)
    case .number(let number):
      flat.kind = UInt8(OBL_NUMBER)
      flat.number = number
    case .string(let string):
      appendString(string)
      return
    case .object(let object):
      flat.kind = UInt8(OBL_OBJECT)
      flat.type = UInt16(clamping: object.type)
      flat.integer = Int64(object.index)
    case .function(let function):
      flat.kind = UInt8(OBL_FUNCTION)
      flat.integer = Int64(function.id)
    case .table(let table):
      append(table, depth: depth)
      return
    }
    appendFlat(flat)
  }

  /// C refuses a table below the deepest level allowed, so of such a table only the header is written.
  private func append(_ table: LuaTable, depth: Int) {
    var header = obl_value()
    header.kind = UInt8(OBL_TABLE)
    guard depth < Int(OBL_MAX_DEPTH) else {
      appendFlat(header)
      return
    }
    header.length = UInt32(clamping: table.array.count)
    header.integer = Int64(table.fields.count)
    appendFlat(header)
    for value in table.array { append(value, depth: depth + 1) }
    for field in table.fields {
      appendString(field.key)
      append(field.value, depth: depth + 1)
    }
  }

  /// Until ``finish()``, the value holds the offset of its bytes, which may still move.
  private func appendString(_ string: String) {
    var flat = obl_value()
    flat.kind = UInt8(OBL_STRING)
    flat.integer = Int64(byteCount)
    var string = string
    string.withUTF8 { utf8 in
      guard let start = utf8.baseAddress else { return }
      reserveBytes(utf8.count)
      (bytes + byteCount).update(from: start, count: utf8.count)
      byteCount += utf8.count
    }
    flat.length = UInt32(clamping: byteCount - Int(flat.integer))
    appendFlat(flat)
  }

  private func appendFlat(_ value: obl_value) {
    if valueCount == valueCapacity {
      let grown = UnsafeMutablePointer<obl_value>.allocate(capacity: valueCapacity * 2)
      grown.update(from: values, count: valueCount)
      values.deallocate()
      values = grown
      valueCapacity *= 2
    }
    values[valueCount] = value
    valueCount += 1
  }

  private func reserveBytes(_ count: Int) {
    guard byteCapacity - byteCount < count else { return }
    let capacity = max(byteCapacity * 2, byteCount + count)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = grown
    byteCapacity = capacity
  }
}
