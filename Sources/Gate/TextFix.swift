package import ContentModel
import Writers

/// Replaces words in the source of a text document where a rule has said with what, and that it is safe.
package struct TextFix: Sendable {
  package struct Edit: Sendable, Equatable {
    /// Bytes of the file.
    package var range: Range<Int>
    package var replacement: [UInt8]
  }

  /// Ordered by place, none overlapping another.
  package private(set) var edits: [Edit] = []
  /// Safe fixes that are not made, and why.
  package private(set) var skipped: [(reported: ReportedFinding, why: String)] = []

  /// - Parameter report: with dispositions; what somebody answers for is left as it is.
  package init(_ report: DocumentReport) {
    let document = report.document
    let map = document.sourceMap
    var end = 0
    for reported in report.findings where reported.disposition == nil && reported.finding.scope == .span {
      guard let fix = reported.finding.fix, fix.isSafe, let replacement = fix.replacements.first else { continue }
      guard map.source.encoding == "utf-8", map.source.segments.isEmpty else {
        skipped.append((reported, "the file is \(map.source.encoding), and only UTF-8 is fixed"))
        continue
      }
      let ranges = map.decodedRanges(of: reported.finding.span)
      guard ranges.count == 1, let range = ranges.first, Self.isVerbatim(map.source.utf8[range], reported.text) else {
        skipped.append((reported, "markup stands between the words"))
        continue
      }
      guard let bytes = Self.encoded(replacement, document.format) else {
        skipped.append((reported, "the new words would be markup"))
        continue
      }
      let start = map.source.originalStart + range.lowerBound
      // An overlapping one has its turn when the document is checked anew.
      guard start >= end else { continue }
      end = map.source.originalStart + range.upperBound
      edits.append(Edit(range: start..<end, replacement: bytes))
    }
  }

  /// The file with the edits made.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits where edit.range.upperBound <= bytes.count {
      result += bytes[position..<edit.range.lowerBound] + edit.replacement
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }

  /// Whether the source holds the extracted words and nothing else, white space aside.
  private static func isVerbatim(_ source: ArraySlice<UInt8>, _ text: String) -> Bool {
    func words(_ bytes: some Sequence<UInt8>) -> [ArraySlice<UInt8>] {
      Array(bytes).split { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    }
    return words(source) == words(text.utf8)
  }

  /// The words as the format writes them; nil where they could mean something else to it.
  private static func encoded(_ replacement: String, _ format: DocumentFormat) -> [UInt8]? {
    switch format {
    case .text: return Array(replacement.utf8)
    case .html:
      return Array(MarkupEntity.escaped(replacement).utf8)
    case .markdown: return replacement.utf8.contains(where: "\\`*_{}[]<>#|~!&$".utf8.contains) ? nil : Array(replacement.utf8)
    }
  }

  /// Whether a document lost findings by its fixes and gained none, by rule.
  ///
  /// By rule, because words around a fix belong to longer findings, whose fingerprints change with it.
  ///
  /// - Returns: a rule that has more findings than before; nil where none has.
  package static func gained(_ old: DocumentReport, _ new: DocumentReport) -> String? {
    func counts(_ report: DocumentReport) -> [String: Int] {
      report.findings.reduce(into: [:]) { $0[$1.finding.rule, default: 0] += 1 }
    }
    let before = counts(old)
    return counts(new).sorted { $0.key < $1.key }.first { $0.value > before[$0.key] ?? 0 }?.key
  }
}
