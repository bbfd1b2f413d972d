/// Members whose values are at hand.
extension JSONWriter {
  mutating func member(_ name: StaticString, _ value: String, first: Bool = false) {
    self.name(name, first: first)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: Int, first: Bool = false) {
    self.name(name, first: first)
    integer(value)
  }

  mutating func member(_ name: StaticString, _ value: Bool, first: Bool = false) {
    self.name(name, first: first)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// An object as a member.
  mutating func object(_ name: StaticString, first: Bool = false, _ members: (inout JSONWriter) -> Void) {
    self.name(name, first: first)
    beginObject()
    members(&self)
    endObject()
  }

  /// An array of objects as a member.
  mutating func objects<Values: Sequence>(
    _ name: StaticString, _ values: Values, first: Bool = false, _ members: (inout JSONWriter, Values.Element) -> Void
  ) {
    self.name(name, first: first)
    beginArray()
    var isFirst = true
    for value in values {
      separator(first: isFirst)
      isFirst = false
      beginObject()
      members(&self, value)
      endObject()
    }
    endArray()
  }

  /// An array of texts as a member.
  mutating func strings(_ name: StaticString, _ values: [String], first: Bool = false) {
    self.name(name, first: first)
    beginArray()
    for (i, value) in values.enumerated() {
      separator(first: i == 0)
      string(value)
    }
    endArray()
  }
}
