/// A host object as Lua holds it: the number of its type, and which of that type it is. Immutable in Lua.
///
/// Equal objects are the same value in Lua: they compare with `==` and serve as table keys.
package struct LuaObject: Sendable, Hashable {
  /// Position in the types given to the state; at most 65,535.
  package var type: Int
  package var index: Int

  package init(type: Int, index: Int) {
    self.type = type
    self.index = index
  }
}

/// The names that one type of host object answers to. Fields are read with a dot, methods called with a colon.
package struct LuaObjectType: Sendable {
  package var name: String
  package var fields: [String]
  package var methods: [String]

  package init(name: String, fields: [String], methods: [String]) {
    self.name = name
    self.fields = fields
    self.methods = methods
  }
}
