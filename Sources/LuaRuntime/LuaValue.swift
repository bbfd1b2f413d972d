/// A value that crossed the boundary between Lua and Swift, copied.
package enum LuaValue: Sendable, Equatable {
  case `nil`
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  /// Invalid UTF-8 is repaired with U+FFFD.
  case string(String)
  case object(LuaObject)
  /// See ``LuaFunction`` for which functions can be called.
  case function(LuaFunction)
  case table(LuaTable)
}
