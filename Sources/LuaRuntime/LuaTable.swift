/// A table as plain data, without metatable and without identity.
///
/// Tables that are nested deeper than 16 levels (also because they contain themselves) or hold more than 65,536
/// values do not cross: the call is an error.
package struct LuaTable: Sendable, Equatable {
  /// Values at 1, 2, 3, … up to the first nil.
  package var array: [LuaValue]
  /// Entries with string keys, ordered by the bytes of the key.
  package var fields: [Field]
  /// Whether there are entries with other keys (sparse integers, booleans, …); they do not cross.
  package var hasOtherKeys: Bool

  package struct Field: Sendable, Equatable {
    package var key: String
    package var value: LuaValue

    package init(key: String, value: LuaValue) {
      self.key = key
      self.value = value
    }
  }

  package init(array: [LuaValue] = [], fields: [Field] = [], hasOtherKeys: Bool = false) {
    self.array = array
    self.fields = fields
    self.hasOtherKeys = hasOtherKeys
  }

  /// The value of a field, or nil. Looks through all fields.
  package subscript(key: String) -> LuaValue {
    fields.first { $0.key == key }?.value ?? .nil
  }
}
