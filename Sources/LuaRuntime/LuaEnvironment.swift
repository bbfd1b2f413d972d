/// The globals that a chunk sees: the rule profile's libraries, host functions and the modules added to it.
///
/// Unknown names are errors with a suggestion, new globals are errors, and nothing in it can be changed by Lua.
package struct LuaEnvironment: Sendable, Hashable {
  package let id: Int32

  init(id: Int32) { self.id = id }
}
