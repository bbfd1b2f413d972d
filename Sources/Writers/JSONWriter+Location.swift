package import ContentModel

/// A place in a file, as reports give it.
extension JSONWriter {
  package mutating func location(_ name: StaticString, _ location: Location) { object(name) { $0.members(of: location) } }

  package mutating func members(of location: Location) {
    member("startByte", location.startByte)
    member("endByte", location.endByte)
    member("startLine", location.startLine)
    member("startColumn", location.startColumn)
    member("endLine", location.endLine)
    member("endColumn", location.endColumn)
  }
}
