import CLuaSupport

/// From C's record of the last error to ``LuaError``.
extension LuaState {
  /// Throws what a call into C reported. `budget` is the time it had, `chunk` what it was compiling.
  func check(_ status: obl_status, budget: Int? = nil, chunk: String? = nil) throws(LuaError) {
    guard status != OBL_OK, let state else { return }
    if status == OBL_BUSY {
      throw LuaError(kind: .runtime, message: "the host called into the state that was calling it")
    }

    var length = 0
    let bytes = obl_error_message(state, &length)
    let message = String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    var error = LuaError(kind: .runtime, message: message, chunk: chunk)
    switch status {
    case OBL_SYNTAX:
      error.kind = .syntax
    case OBL_MEMORY:
      error.kind = .memory
      error.message = limits.memoryMessage
    case OBL_OUT_OF_FUEL:
      error.kind = .outOfFuel
      error.message = limits.fuelMessage
    case OBL_OUT_OF_TIME:
      error.kind = .outOfTime
      error.message = LuaLimits.timeMessage(nanoseconds: budget ?? limits.nanoseconds)
    case OBL_OUT_OF_MEMORY:
      error.kind = .outOfMemory
      error.message = limits.patienceMessage
    default:
      break
    }
    let line = Int(obl_error_line(state))
    if line > 0 {
      error.chunk = String(cString: obl_error_chunk(state))
      error.line = line
    }
    error.traceback = (0..<obl_error_frame_count(state)).map { frame in
      LuaError.Frame(
        chunk: String(cString: obl_error_frame_chunk(state, frame)),
        line: Int(obl_error_frame_line(state, frame)),
        function: String(cString: obl_error_frame_function(state, frame)))
    }
    throw error
  }
}
