package import ContentModel

/// A scan as a table for spreadsheets and data frames (RFC 4180): one finding a row, and one row for each document without any.
///
/// Every cell is quoted. A cell that a spreadsheet could take for a formula gets
/// an apostrophe in front, whatever it holds; controls become their pictures.
package struct CSVReporter: ReportWriter {
  private static let columns = [
    "path", "verdict", "severity", "rule", "category", "line", "column", "end_line", "end_column", "start_byte", "end_byte",
    "scope", "message", "text", "help", "basis", "disposition", "fingerprint", "market", "product", "reason", "sha256",
  ]

  package init() {}

  package mutating func head() -> [UInt8] { Self.row(Self.columns) }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    let about = [
      document.document.metadataValue("market") ?? "", document.document.metadataValue("product") ?? "", document.reason, document.sha256,
    ]
    let verdict = document.verdict.rawValue
    if document.findings.isEmpty {
      let blanks = [String](repeating: "", count: Self.columns.count - 2 - about.count)
      return Self.row([document.path, verdict] + blanks + about)
    }
    return document.findings.flatMap { reported in
      let finding = reported.finding
      let place = reported.location
      let numbers = [place.startLine, place.startColumn, place.endLine, place.endColumn, place.startByte, place.endByte].map { String($0) }
      let named = [document.path, verdict, finding.severity.rawValue, finding.rule, finding.category]
      let words = [finding.scope.rawValue, finding.message, reported.text, finding.help ?? "", finding.basis.map(\.citation).joined(separator: "; ")]
      return Self.row(named + numbers + words + [reported.disposition?.sentence ?? "", reported.fingerprint] + about)
    }
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    var cells = [String](repeating: "", count: Self.columns.count)
    cells[0] = error.path
    cells[1] = "not checked"
    cells[2] = "error"
    cells[3] = DocumentError.rule
    cells[12] = error.finding
    return Self.row(cells)
  }

  private static func row(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (i, cell) in cells.enumerated() {
      if i > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
    return bytes
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if isFormula(cell) { bytes.append(UInt8(ascii: "'")) }
    var previous: Unicode.Scalar?
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\"": bytes += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
      case "\t", "\n": if !(scalar == "\n" && previous == "\r") { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) }
      case "\r": bytes.append(0x0A)
      default: TerminalText.append(scalar, to: &bytes)
      }
      previous = scalar
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether the first thing that shows is a sign with which a formula may begin (OWASP, CSV Injection), in its wide form as well.
  private static func isFormula(_ cell: String) -> Bool {
    if let first = cell.unicodeScalars.first, first == "\t" || first == "\r" || first == "\n" { return true }
    guard let first = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 0x20 })
    else { return false }
    return ["=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%"].contains(first)
  }
}
