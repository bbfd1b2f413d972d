import ContentModel

extension WireWriter {
  mutating func treatment(_ treatment: Treatment) {
    flag(treatment.heedsDocument)
    list(treatment.facts) { writer, entry in
      writer.text(entry.key)
      writer.text(entry.value)
    }
    list(treatment.changes) { writer, change in
      switch change.target {
      case .pack(let name):
        writer.flag(false)
        writer.text(name)
      case .rule(let id):
        writer.flag(true)
        writer.text(id)
      }
      switch change.choice {
      case .on: writer.number(0)
      case .off: writer.number(1)
      case .severity(let severity):
        writer.number(2)
        writer.choice(severity)
      }
      writer.list(change.conditions) { writer, condition in
        writer.choice(condition.fact)
        writer.list(condition.values) { $0.text($1) }
      }
    }
  }
}

extension WireReader {
  mutating func treatment() throws(Nonsense) -> Treatment {
    let heedsDocument = try flag()
    return Treatment(
      facts: try list { reader throws(Nonsense) in MetadataEntry(key: try reader.text(), value: try reader.text()) },
      changes: try list { reader throws(Nonsense) in try reader.change() },
      heedsDocument: heedsDocument)
  }

  private mutating func change() throws(Nonsense) -> Treatment.Change {
    let isRule = try flag()
    let name = try text()
    let choice: Treatment.Change.Choice
    switch try number(most: 2) {
    case 0: choice = .on
    case 1: choice = .off
    default: choice = .severity(try self.choice(Severity.self))
    }
    let conditions = try list { reader throws(Nonsense) in
      Treatment.Condition(
        try reader.choice(DocumentFact.self), try reader.list { reader throws(WireReader.Nonsense) in try reader.text() })
    }
    return Treatment.Change(isRule ? .rule(name) : .pack(name), choice, conditions: conditions)
  }
}
