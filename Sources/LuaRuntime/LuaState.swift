import CLuaSupport

/// One Lua 5.4 state with the rule profile. For one thread.
///
/// Lua code in it cannot harm the host: its heap is capped, its work is counted, and it is stopped from outside where
/// it overruns. Run it on a thread with a stack of 16 MB (see ``LuaThread``), because Lua's parser and its search for
/// variable names recurse on hostile text.
///
/// Take a first ``snapshot()`` as soon as there is something to come back to: a state that was stopped and has no
/// snapshot refuses every later call.
package final class LuaState {
  let limits: LuaLimits
  let host: any LuaHost
  private let arguments = FlatValueWriter()
  private let answer = FlatValueWriter()
  /// Nil where there is no memory for a state: every call is an error then.
  private(set) var state: OpaquePointer?

  /// Makes a state whose environments have `functions` as globals. At most 65,535 types.
  ///
  /// Where there is no memory for the heap, every later call throws.
  package init(limits: LuaLimits = LuaLimits(), types: [LuaObjectType], functions: [String], host: any LuaHost) {
    self.limits = limits
    self.host = host
    var config = obl_config()
    config.heap_bytes = max(limits.heap, 0)
    config.block_bytes = max(limits.block, 0)
    config.fuel = Int64(limits.fuel)
    config.nanoseconds = Int64(limits.nanoseconds)
    config.load_nanoseconds = Int64(limits.loadNanoseconds)
    config.host = answerLua
    config.context = Unmanaged.passUnretained(self).toOpaque()
    state = obl_new(&config)
    guard let state, !register(types, functions, in: state) else { return }
    obl_free(state)
    self.state = nil
  }

  deinit { obl_free(state) }

  private func register(_ types: [LuaObjectType], _ functions: [String], in state: OpaquePointer) -> Bool {
    for (number, type) in types.enumerated() {
      guard obl_add_type(state, type.name) == OBL_OK else { return false }
      for field in type.fields {
        guard obl_add_field(state, Int32(number), field) == OBL_OK else { return false }
      }
      for method in type.methods {
        guard obl_add_method(state, Int32(number), method) == OBL_OK else { return false }
      }
    }
    return functions.allSatisfy { obl_add_function(state, $0) == OBL_OK }
  }

  package func makeEnvironment() throws(LuaError) -> LuaEnvironment {
    let state = try usableState()
    var id: Int32 = 0
    try check(obl_add_environment(state, &id))
    return LuaEnvironment(id: id)
  }

  /// Makes `require(name)` in an environment run `function` once, with the name as argument, and give its result.
  ///
  /// `require` is a global only where a module was added. Modules may require each other, but not in a circle.
  package func addModule(
    _ name: String, _ function: LuaFunction, to environment: LuaEnvironment
  ) throws(LuaError) {
    let state = try usableState()
    try check(obl_add_module(state, environment.id, name, name.utf8.count, function.id))
  }

  /// Compiles a chunk. `name` is shown in messages. A byte order mark at the start is skipped.
  package func load(
    _ source: [UInt8], name: String, in environment: LuaEnvironment
  ) throws(LuaError) -> LuaFunction {
    let state = try usableState()
    guard source.count <= limits.source else {
      throw LuaError(kind: .sourceTooLarge, message: limits.sourceMessage, chunk: name)
    }
    guard source.first != 0x1B else {
      throw LuaError(kind: .notText, message: "source is a binary chunk, not text", chunk: name)
    }
    guard String(validating: source, as: UTF8.self) != nil else {
      throw LuaError(kind: .notText, message: "source is not valid UTF-8", chunk: name)
    }
    let mark = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var id: Int32 = 0
    let status = source.withUnsafeBytes { bytes in
      let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(mark))
      let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
      return obl_load(state, environment.id, start, text.count, "@" + name, &id)
    }
    try check(status, budget: limits.loadNanoseconds, chunk: name)
    return LuaFunction(id: id)
  }

  /// Lets go of a function that is not needed any more; calling it is an error from then on.
  ///
  /// What only it refers to, the constants of a chunk among it, leaves the heap with the next ``snapshot()``.
  package func forget(_ function: LuaFunction) {
    if let state { obl_forget(state, function.id) }
  }

  /// Starts a budget that the calls from now on share. Without any, each call has its own. No effect in a host call.
  package func startBudget() {
    if let state { obl_start_budget(state) }
  }

  /// Fuel used since ``startBudget()``.
  package var fuelUsed: Int { state.map { Int(obl_fuel_used($0)) } ?? 0 }

  /// Calls a function and gives its first result.
  ///
  /// A result that cannot cross (see ``LuaTable``) is an error of kind `runtime` without a place.
  package func call(_ function: LuaFunction, _ arguments: [LuaValue] = []) throws(LuaError) -> LuaValue {
    let state = try usableState()
    self.arguments.removeAll()
    for argument in arguments { self.arguments.append(argument) }
    let flat = self.arguments.finish()
    var result: UnsafePointer<obl_value>?
    var count = 0
    let status = obl_call(
      state, function.id, flat.baseAddress, flat.count, Int32(clamping: arguments.count), &result, &count)
    try check(status)
    var reader = FlatValueReader(result, count: count)
    return reader.read()
  }

  /// Whether there was memory for it.
  package var isUsable: Bool { state != nil }

  /// Keeps the heap as it is now, to come back to. Without effect in a stopped state.
  package func snapshot() {
    if let state { _ = obl_snapshot(state) }
  }

  /// Brings the heap back to the snapshot, whatever happened since; also after a kill. Some microseconds.
  ///
  /// Without a snapshot nothing happens.
  package func restore() {
    if let state { _ = obl_restore(state) }
  }

  /// For tests: refuses `count` allocations after the next `after` of them, as if the heap were full.
  package func failAllocations(after: Int, count: Int) {
    if let state { obl_fail_allocations(state, Int64(after), Int64(count)) }
  }

  /// Allocations asked for since ``failAllocations(after:count:)``.
  package var allocations: Int { state.map { Int(obl_allocations($0)) } ?? 0 }

  private func usableState() throws(LuaError) -> OpaquePointer {
    guard let state else {
      throw LuaError(kind: .memory, message: "no memory for a Lua heap of \(LuaLimits.size(limits.heap))")
    }
    return state
  }
}

// MARK: - Answering Lua

extension LuaState {
  /// Lets the host answer, and lays the answer out so that it stays in place until the next one.
  fileprivate func respond(to request: obl_request, _ reply: inout obl_reply) -> Int32 {
    defer { reply.cost = Int64(host.takeCost()) }
    do {
      answer.removeAll()
      answer.append(try ask(request))
      let flat = answer.finish()
      reply.values = flat.baseAddress
      reply.value_count = flat.count
      if request.kind == Int32(OBL_ASK_FUNCTION), host.isLasting(Int(request.number)) { reply.lasting = 1 }
      return 0
    } catch {
      answer.removeAll()
      answer.append(.string(error.message))
      let text = answer.finish()[0]
      reply.message = text.bytes
      reply.message_length = Int(text.length)
      return 1
    }
  }

  private func ask(_ request: obl_request) throws(LuaHostError) -> LuaValue {
    let object = LuaObject(type: Int(request.type), index: Int(request.index))
    let number = Int(request.number)
    switch Int32(request.kind) {
    case Int32(OBL_ASK_FIELD):
      return try host.field(number, of: object)
    case Int32(OBL_ASK_DESCRIBE):
      return .string(host.describe(object))
    default:
      let arguments = LuaArguments(request)
      if request.kind == Int32(OBL_ASK_METHOD) { return try host.callMethod(number, of: object, uncopied: arguments) }
      return try host.callFunction(number, uncopied: arguments)
    }
  }
}

/// Where C calls Swift. Returns before C raises anything in Lua, so that no Swift frame is ever jumped over.
private func answerLua(
  context: UnsafeMutableRawPointer?, request: UnsafePointer<obl_request>?, reply: UnsafeMutablePointer<obl_reply>?
) -> Int32 {
  guard let context, let request, let reply else { return 1 }
  let state = Unmanaged<LuaState>.fromOpaque(context).takeUnretainedValue()
  return state.respond(to: request.pointee, &reply.pointee)
}
