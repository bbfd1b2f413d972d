/// Members whose values are at hand. A nil value leaves its member out.
extension JSONWriter {
  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    self.name(name)
    string(value)
  }

  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    self.name(name)
    integer(value)
  }

  /// A value that is not finite leaves its member out as well.
  package mutating func member(_ name: StaticString, _ value: Double?) {
    guard let value, value.isFinite else { return }
    self.name(name)
    number(value)
  }

  package mutating func member(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    self.name(name)
    boolean(value)
  }

  package mutating func member(_ name: StaticString, _ values: [String]) {
    array(name, values) { $0.string($1) }
  }

  package mutating func member(_ name: StaticString, _ values: [Int]) {
    array(name, values) { $0.integer($1) }
  }

  /// A member that is there even without a value.
  package mutating func member(_ name: StaticString, orNull value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }

  /// A member that is there even without a value.
  package mutating func member(_ name: StaticString, orNull value: Int?) {
    self.name(name)
    if let value { integer(value) } else { null() }
  }

  /// An object as a member.
  package mutating func object(_ name: StaticString, line: Int? = nil, _ members: (inout JSONWriter) -> Void) {
    self.name(name, line: line)
    object(members)
  }

  /// An object as an element of the array that is open.
  package mutating func element(line: Int? = nil, _ members: (inout JSONWriter) -> Void) {
    next(line: line)
    object(members)
  }

  /// An array of objects as a member.
  ///
  /// - Parameters:
  ///   - line: as of ``next(line:)``.
  ///   - elements: the same for each element.
  package mutating func objects<Values: Sequence>(
    _ name: StaticString, line: Int? = nil, _ values: Values, elements: Int? = nil, _ members: (inout JSONWriter, Values.Element) -> Void
  ) {
    array(name, line: line, values, elements: elements) { json, value in json.object { members(&$0, value) } }
  }

  private mutating func array<Values: Sequence>(
    _ name: StaticString, line: Int? = nil, _ values: Values, elements: Int? = nil, _ write: (inout JSONWriter, Values.Element) -> Void
  ) {
    self.name(name, line: line)
    beginArray()
    for value in values {
      next(line: elements)
      write(&self, value)
    }
    endArray()
  }
}
