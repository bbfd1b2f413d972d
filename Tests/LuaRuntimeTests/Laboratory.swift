import LuaRuntime

/// A state with one environment and an invented host: what these tests try Lua code in.
struct Laboratory {
  let host = InventedHost()
  let state: LuaState
  let environment: LuaEnvironment

  /// The default limits, with a clock that a busy machine does not reach.
  static var unhurried: LuaLimits {
    var limits = LuaLimits()
    limits.nanoseconds = 60_000_000_000
    limits.loadNanoseconds = 60_000_000_000
    return limits
  }

  init(limits: LuaLimits = Self.unhurried) throws {
    state = LuaState(limits: limits, types: InventedHost.types, functions: InventedHost.functions, host: host)
    environment = try state.makeEnvironment()
  }

  /// Runs a chunk named `test.lua` on a budget of its own.
  func run(_ source: String, name: String = "test.lua") throws(LuaError) -> LuaValue {
    let function = try state.load(Array(source.utf8), name: name, in: environment)
    state.startBudget()
    return try state.call(function)
  }

  /// The error that a chunk ends with.
  func failure(of source: String, name: String = "test.lua") -> LuaError? {
    do {
      _ = try run(source, name: name)
      return nil
    } catch {
      return error
    }
  }

  /// `message` of the error that a chunk ends with.
  func message(of source: String) -> String? { failure(of: source)?.message }
}

/// Hits and sentences, and functions that hand back, count and refuse.
final class InventedHost: LuaHost {
  static let types = [
    LuaObjectType(name: "hit", fields: ["text", "negated", "sentence", "broken", "siblings"], methods: ["report", "followed_by"]),
    LuaObjectType(name: "sentence", fields: ["text", "number"], methods: ["words"]),
  ]
  static let functions = ["echo", "count", "refuse", "nest"]

  var reported: [[LuaValue]] = []
  var received: [LuaValue] = []
  /// What `echo` gives instead of its argument.
  var answer: LuaValue?
  /// What runs inside `refuse`.
  var onRefuse: (() -> Void)?

  func field(_ field: Int, of object: LuaObject) throws(LuaHostError) -> LuaValue {
    if object.type == 1 {
      return field == 0 ? .string("Sentence \(object.index).") : .integer(object.index)
    }
    switch field {
    case 0: return .string("hit \(object.index)")
    case 1: return .boolean(object.index.isMultiple(of: 2))
    case 2: return .object(LuaObject(type: 1, index: object.index / 10))
    case 4: return .table(LuaTable(array: (0..<3).map { .object(LuaObject(type: 0, index: $0)) }))
    default: throw LuaHostError("broken cannot be read")
    }
  }

  func callMethod(_ method: Int, of object: LuaObject, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    if method == 0, object.type == 0 { reported.append(arguments) }
    return .integer(arguments.count)
  }

  func callFunction(_ function: Int, arguments: [LuaValue]) throws(LuaHostError) -> LuaValue {
    received = arguments
    switch function {
    case 0: return answer ?? arguments.first ?? .nil
    case 1: return .integer(arguments.count)
    case 2:
      onRefuse?()
      throw LuaHostError("refused: the café is closed")
    default:
      guard case .integer(let depth)? = arguments.first else { return .nil }
      return (0..<depth).reduce(.integer(0)) { inner, _ in .table(LuaTable(array: [inner])) }
    }
  }

  func describe(_ object: LuaObject) -> String { "\(Self.types[object.type].name) #\(object.index)" }
}
