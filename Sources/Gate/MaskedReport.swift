package import ContentModel

/// Reports that keep a document's words to themselves, for logs that many can read.
extension DocumentReport {
  /// The report with every word of the document masked, and each message replaced by its rule's title. Positions stay as they are.
  package func hidingWords(_ rules: RuleCatalogue) -> DocumentReport {
    var report = self
    report.hidesWords = true
    report.document = document.masked
    report.findings = findings.map { reported in
      var reported = reported
      let finding = reported.finding
      reported.text = ""
      reported.finding.message = rules.title(of: finding.rule) ?? GateFinding.titles[finding.rule] ?? finding.rule
      // Help that a rule made up may hold the document's words, as what the engine says of a failure may.
      if !finding.isOfGate, finding.help != rules.help(of: finding.rule) { reported.finding.help = nil }
      reported.finding.fix = nil
      // The author's reason is part of the document, the approver's is not.
      if reported.disposition?.kind == .suppressed { reported.disposition?.justification = nil }
      reported.finding.related = finding.related.map { Finding.Related(message: "see here", span: $0.span) }
      reported.finding.folded = finding.folded.map {
        Finding.Folded(rule: $0.rule, category: $0.category, message: rules.title(of: $0.rule) ?? $0.rule)
      }
      return reported
    }
    return report
  }
}

extension Document {
  fileprivate var masked: Document {
    let source = sourceMap.source
    let masked = SourceText(
      utf8: Self.masked(source.utf8), encoding: source.encoding, segments: source.segments, originalStart: source.originalStart)
    return Document(
      path: path, format: format, utf8: Self.masked(utf8),
      blocks: blocks.map { block in
        var block = block
        block.label = nil
        return block
      },
      marks: [], sourceMap: SourceMap(source: masked, segments: sourceMap.segments))
  }

  /// Every character but white space as one of the same length in UTF-8 and UTF-16, so that lines and columns stay.
  private static func masked(_ utf8: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var i = 0
    while i < utf8.count {
      let byte = utf8[i]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      switch length {
      case 1: result.append(byte <= 0x20 ? byte : 0x78)
      case 2: result += [0xC3, 0x97]
      case 3: result += [0xE2, 0x96, 0xA1]
      default: result += [0xF0, 0x9F, 0x9E, 0x8E]
      }
      i += length
    }
    return result
  }
}
