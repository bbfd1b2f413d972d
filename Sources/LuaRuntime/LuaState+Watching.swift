import CLuaSupport

/// For tools that show authors what their rules do: which lines run, and from where the host is called.
extension LuaState {
  /// Notes from the next ``startBudget()`` on which lines run. Watched code runs slower, and costs the same fuel.
  package func watchLines(_ isOn: Bool) {
    if let state { obl_watch_lines(state, isOn) }
  }

  /// The line of a chunk that ran last since ``forgetLastLines()``, 1-based.
  package func lastLine(of chunk: String) -> Int? {
    guard let state else { return nil }
    let line = Int(obl_last_line(state, chunk))
    return line > 0 ? line : nil
  }

  package func forgetLastLines() {
    if let state { obl_forget_last_lines(state) }
  }

  /// Whether a line of a chunk has run since watching began.
  package func hasRun(line: Int, of chunk: String) -> Bool {
    guard let state, let line = Int32(exactly: line) else { return false }
    return obl_has_run(state, chunk, line)
  }

  /// The lines of a function that hold code, ascending; those of functions inside it are not among them.
  package func activeLines(of function: LuaFunction) throws(LuaError) -> [Int] {
    guard let state else { return [] }
    var count = 0
    var status = OBL_OK
    let lines = [Int32](unsafeUninitializedCapacity: 1 << 16) { buffer, used in
      status = obl_active_lines(state, function.id, buffer.baseAddress, buffer.count, &count)
      used = status == OBL_OK ? count : 0
    }
    try check(status)
    return lines.map(Int.init)
  }

  /// Where the Lua code stands that has called the host. Nil outside a host call.
  package var place: (chunk: String, line: Int)? {
    guard let state else { return nil }
    var line: Int32 = 0
    var isKnown = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 512) { buffer, used in
      buffer.withMemoryRebound(to: CChar.self) { isKnown = obl_place(state, $0.baseAddress, $0.count, &line) }
      used = isKnown ? buffer.firstIndex(of: 0) ?? 0 : 0
    }
    return isKnown ? (String(decoding: bytes, as: UTF8.self), Int(line)) : nil
  }
}
