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
    list(finding.folded) { writer, folded in
      writer.text(folded.rule)
      writer.text(folded.category)
      writer.text(folded.message)
    }
    optional(finding.fix) { writer, fix in
      writer.list(fix.replacements) { $0.text($1) }
      writer.flag(fix.isSafe)
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
    let folded = try list { reader throws(Nonsense) in
      Finding.Folded(rule: try reader.text(), category: try reader.text(), message: try reader.text())
    }
    let fix = try optional { reader throws(Nonsense) in
      Finding.Fix(
        replacements: try reader.list { reader throws(Nonsense) in try reader.text() }, isSafe: try reader.flag())
    }
    var finding = Finding(
      rule: rule, category: category, severity: severity, scope: scope, message: message, help: help, basis: basis,
      span: span, related: related, fix: fix)
    finding.folded = folded
    return finding
  }
}
