import ContentModel

/// The values of a report in the order of the output contract, which may grow and never change.
extension JSONWriter {
  mutating func identity(toolVersion: String, rulesDigest: String, first: Bool) {
    name("version", first: first)
    integer(1)
    name("tool")
    beginObject()
    name("name", first: true)
    string("obstat")
    name("version")
    string(toolVersion)
    endObject()
    name("rulesDigest")
    string(rulesDigest)
  }

  /// A document's members without the braces, so that a stream can add its own.
  mutating func members(of document: DocumentReport) {
    name("path", first: true)
    string(document.path)
    name("sha256")
    string(document.sha256)
    name("verdict")
    string(document.verdict.rawValue)
    name("reason")
    string(document.reason)
    separator(first: false)
    lineBreak(3)
    memberName("findings")
    beginArray()
    for (i, reported) in document.findings.enumerated() {
      separator(first: i == 0)
      lineBreak(4)
      finding(reported, hidesWords: document.hidesWords)
    }
    endArray()
  }

  mutating func finding(_ reported: ReportedFinding, hidesWords: Bool) {
    let finding = reported.finding
    beginObject()
    name("rule", first: true)
    string(finding.rule)
    name("category")
    string(finding.category)
    name("severity")
    string(finding.severity.rawValue)
    name("scope")
    string(finding.scope.rawValue)
    name("message")
    string(finding.message)
    name("help")
    string(finding.help)
    name("basis")
    beginArray()
    for (i, basis) in finding.basis.enumerated() {
      separator(first: i == 0)
      self.basis(basis)
    }
    endArray()
    name("text")
    if hidesWords { null() } else { string(reported.text) }
    name("location")
    location(reported.location)
    if reported.ranges.count > 1 {
      name("ranges")
      beginArray()
      for (i, range) in reported.ranges.enumerated() {
        separator(first: i == 0)
        location(range)
      }
      endArray()
    }
    name("related")
    beginArray()
    for (i, (related, place)) in zip(finding.related, reported.related).enumerated() {
      separator(first: i == 0)
      beginObject()
      name("message", first: true)
      string(related.message)
      name("location")
      location(place)
      endObject()
    }
    endArray()
    if !finding.folded.isEmpty {
      name("folded")
      beginArray()
      for (i, folded) in finding.folded.enumerated() {
        separator(first: i == 0)
        beginObject()
        name("rule", first: true)
        string(folded.rule)
        name("category")
        string(folded.category)
        name("message")
        string(folded.message)
        endObject()
      }
      endArray()
    }
    name("fingerprint")
    string(reported.fingerprint)
    if let fix = finding.fix {
      name("fix")
      beginObject()
      name("safe", first: true)
      boolean(fix.isSafe)
      name("replacements")
      beginArray()
      for (i, replacement) in fix.replacements.enumerated() {
        separator(first: i == 0)
        string(replacement)
      }
      endArray()
      endObject()
    }
    name("disposition")
    disposition(reported.disposition)
    endObject()
  }

  private mutating func disposition(_ disposition: FindingDisposition?) {
    guard let disposition else { return null() }
    beginObject()
    name("kind", first: true)
    string(disposition.kind.rawValue)
    name("justification")
    string(disposition.justification)
    if disposition.kind == .waived {
      name("approver")
      string(disposition.approver)
      name("granted")
      string(disposition.granted)
      name("expires")
      string(disposition.expires)
      name("ticket")
      string(disposition.ticket)
    }
    if let place = disposition.location {
      name("location")
      location(place)
    }
    endObject()
  }

  private mutating func basis(_ basis: Finding.Basis) {
    beginObject()
    name("key", first: true)
    string(basis.key)
    name("citation")
    string(basis.citation)
    if !basis.says.isEmpty {
      name("says")
      string(basis.says)
    }
    if let url = basis.url {
      name("url")
      string(url)
    }
    endObject()
  }

  mutating func location(_ location: Location) {
    beginObject()
    name("startByte", first: true)
    integer(location.startByte)
    name("endByte")
    integer(location.endByte)
    name("startLine")
    integer(location.startLine)
    name("startColumn")
    integer(location.startColumn)
    name("endLine")
    integer(location.endLine)
    name("endColumn")
    integer(location.endColumn)
    endObject()
  }

  mutating func members(of error: DocumentError) {
    name("path", first: true)
    string(error.path)
    name("code")
    string(error.code.rawValue)
    name("message")
    string(error.message)
  }
}
