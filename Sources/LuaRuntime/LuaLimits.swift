/// What a state may use before Lua code in it is stopped.
package struct LuaLimits: Sendable, Equatable {
  /// Bytes of Lua heap.
  package var heap = 64 << 20
  /// Bytes of the largest single block: a string, the array of a table.
  package var block = 8 << 20
  /// Units of fuel for one budget: instructions, bytes allocated (64 a unit; small blocks that an instruction pays
  /// for are free), pattern steps, elements moved.
  ///
  /// The same work costs the same in every run and state. Exempt is code that deletes from tables of more than about
  /// a hundred entries and inserts anew: when Lua rebuilds such a table depends on its hash seed, and the fuel that
  /// the rebuilding costs may differ between states.
  package var fuel = 50_000_000
  /// Nanoseconds of wall clock for one budget: a net, not a measure. A chunk may overrun it by up to a second of
  /// work that is one step to Lua.
  /// The fuel lasts for about a second; the net leaves room for a busy machine, so that what is found does not depend
  /// on its load.
  package var nanoseconds = 5_000_000_000
  /// Nanoseconds to load one chunk.
  package var loadNanoseconds = 2_000_000_000
  /// Bytes of source of one chunk.
  package var source = 64 << 10

  package init() {}
}
