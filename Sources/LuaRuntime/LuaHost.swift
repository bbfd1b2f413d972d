/// What the host does when Lua asks. Called between Lua's frames: must not call into the state.
///
/// Field and method numbers are positions in the ``LuaObjectType``, function numbers positions in the list given to
/// the state. The state holds its host; a host that holds its state should do so weakly.
package protocol LuaHost: AnyObject {
  func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue
  func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue
  /// The same with arguments that were not copied yet.
  func callMethod(_ method: Int, of object: LuaObject, uncopied arguments: LuaArguments) throws(LuaHostError) -> LuaValue
  func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue
  func callFunction(_ function: Int, uncopied arguments: LuaArguments) throws(LuaHostError) -> LuaValue
  /// Whether a function that is given one string answers the same whenever it is asked from one environment: Lua keeps such answers.
  func isLasting(_ function: Int) -> Bool
  /// Units of fuel for the work that the host has done since this was last asked; asked after each of the calls here.
  ///
  /// One unit stands for some ten nanoseconds. Work that Lua's own count does not see must be charged here, and no
  /// single call may take long: Lua is stopped only once the host has returned.
  func takeCost() -> Int
  /// What `tostring(object)` gives.
  func describe(_ object: LuaObject) -> String
}

extension LuaHost {
  package func takeCost() -> Int { 0 }

  package func isLasting(_ function: Int) -> Bool { false }

  package func callMethod(_ method: Int, of object: LuaObject, uncopied arguments: LuaArguments) throws(LuaHostError) -> LuaValue {
    try callMethod(method, of: object, arguments: arguments.values)
  }

  package func callFunction(_ function: Int, uncopied arguments: LuaArguments) throws(LuaHostError) -> LuaValue {
    try callFunction(function, arguments: arguments.values)
  }
}

/// An error that the host wants raised in Lua, at the place of the call.
package struct LuaHostError: Error, Sendable, Equatable {
  package var message: String

  package init(_ message: String) { self.message = message }
}
