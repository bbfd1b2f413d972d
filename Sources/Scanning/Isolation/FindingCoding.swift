import ContentModel

extension WireWriter {
  mutating func finding(_ finding: Finding) {
    text(finding.rule)
    text(finding.category)
    choice(finding.severity)
    flag(finding.scope == .document)
    text(finding.message)
    optional(finding.help) { $0.text($1) }
    list(finding.basis) { writer, basis in
      writer.text(basis.key)
      writer.text(basis.citation)
      writer.text(basis.says)
      writer.optional(basis.url) { $0.text($1) }
    }
    span(finding.span)
    list(finding.related) { writer, related in
      writer.text(related.message)
      writer.span(related.span)
    }
  }
}

extension WireReader {
  /// A finding whose spans lie within a text of `length` bytes.
  mutating func finding(in length: Int) throws(Nonsense) -> Finding {
    let (rule, category) = (try text(), try text())
    let severity = try choice(Severity.self)
    let scope: Finding.Scope = try flag() ? .document : .span
    let message = try text()
    let help = try optional { reader throws(Nonsense) in try reader.text() }
    let basis = try list { reader throws(Nonsense) in
      Finding.Basis(
        key: try reader.text(), citation: try reader.text(), says: try reader.text(),
        url: try reader.optional { reader throws(Nonsense) in try reader.text() })
    }
    let span = try span(in: length)
    let related = try list { reader throws(Nonsense) in
      Finding.Related(message: try reader.text(), span: try reader.span(in: length))
    }
    return Finding(
      rule: rule, category: category, severity: severity, scope: scope, message: message, help: help, basis: basis,
      span: span, related: related)
  }
}
