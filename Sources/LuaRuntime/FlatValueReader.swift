import CLuaSupport

/// Reads values that C has laid out flat (see `obl_value`), copying them.
struct FlatValueReader {
  private let values: UnsafeBufferPointer<obl_value>
  private var position = 0

  init(_ values: UnsafePointer<obl_value>?, count: Int) {
    self.values = UnsafeBufferPointer(start: values, count: values == nil ? 0 : count)
  }

  /// The next value, or nil behind the last. Recursion is bounded by C's limit on depth.
  mutating func read() -> LuaValue {
    guard position < values.count else { return .nil }
    let flat = values[position]
    position += 1
    switch Int32(flat.kind) {
    case Int32(OBL_BOOLEAN): return .boolean(flat.integer != 0)
    case Int32(OBL_INTEGER): return .integer(Int(flat.integer))
    case Int32(OBL_NUMBER): return .number(flat.number)
    case Int32(OBL_STRING): return .string(Self.string(flat))
    case Int32(OBL_OBJECT): return .object(LuaObject(type: Int(flat.type), index: Int(flat.integer)))
    case Int32(OBL_FUNCTION): return .function(LuaFunction(id: Int32(truncatingIfNeeded: flat.integer)))
    case Int32(OBL_TABLE): return .table(readTable(flat))
    default: return .nil
    }
  }

  mutating func read(_ count: Int) -> [LuaValue] {
    guard count > 0 else { return [] }
    var all: [LuaValue] = []
    all.reserveCapacity(count)
    for _ in 0..<count { all.append(read()) }
    return all
  }

  private mutating func readTable(_ header: obl_value) -> LuaTable {
    var table = LuaTable(array: read(Int(header.length)), hasOtherKeys: header.flag != 0)
    table.fields.reserveCapacity(Int(header.integer))
    for _ in 0..<Int(header.integer) where position < values.count {
      let key = Self.string(values[position])
      position += 1
      table.fields.append(LuaTable.Field(key: key, value: read()))
    }
    return table
  }

  private static func string(_ flat: obl_value) -> String {
    String(decoding: UnsafeRawBufferPointer(start: flat.bytes, count: Int(flat.length)), as: UTF8.self)
  }
}
