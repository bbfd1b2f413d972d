/// What stopped a chunk: what kind of error, why, and where.
package struct LuaError: Error, Sendable, Equatable {
  package enum Kind: String, Sendable {
    case syntax, runtime, memory
    /// Killed: the fuel, the clock's net or the patience with failed allocations was used up. The state refuses
    /// calls until it is restored.
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

    package init(chunk: String, line: Int, function: String) {
      self.chunk = chunk
      self.line = line
      self.function = function
    }
  }

  package var kind: Kind
  /// One phrase, without position.
  package var message: String
  /// The chunk and line where it happened, if known: the innermost Lua frame, or the one that `error(message, 2)`
  /// blames.
  package var chunk: String?
  package var line: Int?
  /// Innermost first, at most 24; host frames left out.
  package var traceback: [Frame]

  package init(kind: Kind, message: String, chunk: String? = nil, line: Int? = nil, traceback: [Frame] = []) {
    self.kind = kind
    self.message = message
    self.chunk = chunk
    self.line = line
    self.traceback = traceback
  }
}
