/// A Lua function kept in a state's registry.
///
/// Functions are kept where they cross for good: chunks that were loaded, and functions in the result of a call, at
/// any depth. The same function has the same id each time, so that repeated calls keep nothing twice. A function
/// that is an argument of a host call is *not* kept; it crosses as ``notKept``, which says as much as an error
/// "expected …, got function" needs, and cannot be called.
///
/// A function that was kept after the snapshot is gone once the state is restored. Using it then is an error, or
/// calls the function that was given the id anew.
package struct LuaFunction: Sendable, Hashable {
  /// Positive, or 0 for a function that was not kept.
  package let id: Int32

  /// The placeholder for functions that a host call got as arguments.
  package static let notKept = LuaFunction(id: 0)

  init(id: Int32) { self.id = id }
}
