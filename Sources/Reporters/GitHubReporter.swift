package import ContentModel

/// A scan as workflow commands, from which GitHub Actions makes annotations beside the lines of a change.
///
/// Actions shows ten errors, ten warnings and ten notices of a step; print the
/// text report as well. Columns count Unicode scalars, and are given only where
/// the words stand on one line, as Actions demands.
package struct GitHubReporter: ReportWriter {
  package init() {}

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    var text = ""
    for reported in document.findings where reported.counts {
      let finding = reported.finding
      let place = reported.location
      var properties = [
        ("file", PlainWords.path(document.path)), ("line", String(place.startLine)), ("endLine", String(place.endLine)),
      ]
      if place.startLine == place.endLine {
        properties += [("col", String(place.startColumn)), ("endColumn", String(place.endColumn))]
      }
      properties.append(("title", "obstat \(finding.rule)"))
      text += Self.command(finding.severity == .note ? "notice" : finding.severity.rawValue, properties, finding.explanation)
    }
    return Array(text.utf8)
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    let properties = [("file", PlainWords.path(error.path)), ("title", "obstat \(DocumentError.rule)")]
    return Array(Self.command("error", properties, error.finding).utf8)
  }

  private static func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
    "::\(name) \(properties.map { "\($0)=\(property($1))" }.joined(separator: ","))::\(data(message))\n"
  }

  /// As the runner takes it apart: percent, carriage return and line feed are escaped, in properties also `:` and `,`.
  private static func data(_ text: String) -> String { escape(text) { _ in nil } }

  private static func property(_ text: String) -> String {
    escape(PlainWords.line(text)) { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : nil }
  }

  private static func escape(_ text: String, _ further: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: if let escaped = further(scalar) { result += escaped } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
