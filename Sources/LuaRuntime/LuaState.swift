// Signatures that the rest of the engine is written against; the implementation replaces this file and may split it.

/// A value that crossed the boundary between Lua and Swift, copied.
package enum LuaValue: Sendable, Equatable {
  case `nil`
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  /// Invalid UTF-8 is repaired with U+FFFD.
  case string(String)
  case object(LuaObject)
  case function(LuaFunction)
  case table(LuaTable)
}

/// A table as plain data. Tables that contain themselves, or are deeper than 16 or larger than 65,536 values, do not cross.
package struct LuaTable: Sendable, Equatable {
  /// Values at 1, 2, 3, … up to the first nil.
  package var array: [LuaValue]
  /// Entries with string keys, ordered by key.
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
  package subscript(key: String) -> LuaValue { fields.first { $0.key == key }?.value ?? .nil }
}

/// A host object as Lua holds it: the number of its type, and which of that type it is. Immutable in Lua.
package struct LuaObject: Sendable, Hashable {
  package var type: Int
  package var index: Int
  package init(type: Int, index: Int) {
    self.type = type
    self.index = index
  }
}

/// A Lua function kept in a state's registry.
package struct LuaFunction: Sendable, Hashable {
  package let id: Int32
  init(id: Int32) { self.id = id }
}

/// The globals that a chunk sees: its own copies of the rule profile's libraries. Unknown names are errors with a suggestion, new globals are errors.
package struct LuaEnvironment: Sendable, Hashable {
  package let id: Int32
  init(id: Int32) { self.id = id }
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

/// What the host does when Lua asks. Called between Lua's frames: must not call into the state.
///
/// Field and method numbers are positions in the ``LuaObjectType``, function numbers positions in the list given to the state.
package protocol LuaHost: AnyObject {
  func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue
  func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue
  func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue
  /// What `tostring(object)` gives.
  func describe(_ object: LuaObject) -> String
}

/// An error that the host wants raised in Lua, at the place of the call.
package struct LuaHostError: Error, Sendable, Equatable {
  package var message: String
  package init(_ message: String) { self.message = message }
}

package struct LuaLimits: Sendable, Equatable {
  /// Bytes of Lua heap.
  package var heap = 64 << 20
  /// Bytes of the largest single block.
  package var block = 8 << 20
  /// Units of fuel for one budget: instructions, bytes allocated (64 a unit), pattern steps, elements moved.
  package var fuel = 50_000_000
  /// Nanoseconds of wall clock for one budget: a net, not a measure.
  package var nanoseconds = 1_000_000_000
  /// Nanoseconds to load one chunk.
  package var loadNanoseconds = 2_000_000_000
  /// Bytes of source of one chunk.
  package var source = 64 << 10
  package init() {}
}

/// What stopped a chunk.
package struct LuaError: Error, Sendable, Equatable {
  package enum Kind: String, Sendable {
    case syntax, runtime, memory
    /// Killed: the fuel, the clock's net or the patience with failed allocations was used up.
    case outOfFuel, outOfTime, outOfMemory
    case sourceTooLarge
    /// The source is not text (a binary chunk) or not UTF-8.
    case notText
  }
  package struct Frame: Sendable, Equatable {
    package var chunk: String
    package var line: Int
    /// `in function 'check'`, `in main chunk`, …
    package var function: String
  }
  package var kind: Kind
  /// One phrase, without position.
  package var message: String
  /// The chunk and line where it happened, if known.
  package var chunk: String?
  package var line: Int?
  /// Innermost first; host frames left out.
  package var traceback: [Frame]
}

/// One Lua 5.4 state with the rule profile. For one thread.
package final class LuaState {
  /// `functions` become globals of every environment.
  package init(limits: LuaLimits = LuaLimits(), types: [LuaObjectType], functions: [String], host: any LuaHost) {}
  package func makeEnvironment() throws(LuaError) -> LuaEnvironment { LuaEnvironment(id: 0) }
  /// Makes `require(name)` in an environment run `function` once and give its result.
  package func addModule(_ name: String, _ function: LuaFunction, to environment: LuaEnvironment) throws(LuaError) {}
  /// Compiles a chunk. `name` is shown in messages.
  package func load(_ source: [UInt8], name: String, in environment: LuaEnvironment) throws(LuaError) -> LuaFunction {
    LuaFunction(id: 0)
  }
  /// Starts a budget that the calls from now on share.
  package func startBudget() {}
  /// Fuel used since ``startBudget()``.
  package var fuelUsed: Int { 0 }
  /// Calls a function and gives its first result.
  package func call(_ function: LuaFunction, _ arguments: [LuaValue] = []) throws(LuaError) -> LuaValue { .nil }
  /// Keeps the heap as it is now, to come back to.
  package func snapshot() {}
  /// Brings the heap back to the snapshot, whatever happened since; also after a kill.
  package func restore() {}
}
