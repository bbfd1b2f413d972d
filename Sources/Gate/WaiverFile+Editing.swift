import Analysis

/// Changes that leave every other byte of the file as it is.
extension WaiverFile {
  private static let opening = """
    # Findings that a responsible person lets stand: each for the words named, and until the day named.
    # Entries are made by `obstat waivers add`; see `obstat waivers list` and `obstat waivers check`.
    waivers:

    """

  /// The file's bytes with an entry behind the last.
  package func adding(_ waiver: Waiver) throws(WaiverFileErrors) -> [UInt8] {
    var lines = lines
    switch style {
    case .none:
      var start = bytes
      if let last = start.last, last != 0x0A { start.append(0x0A) }
      return try verified(start + Array(Self.opening.utf8) + Self.entry(waiver, indentation: 2).utf8, [waiver])
    case .empty(let line):
      let comment = lines[line].split(separator: 0x23, maxSplits: 1).dropFirst().first.map { Array(" #".utf8) + $0 } ?? []
      lines[line] = Array("waivers:".utf8) + comment
      lines.insert(Array(Self.entry(waiver, indentation: 2).utf8.dropLast()), at: line + 1)
    case .block(let column):
      guard let last = entryLines.last else { throw cannotEdit }
      lines.insert(Array(Self.entry(waiver, indentation: column).utf8.dropLast()), at: last.upperBound)
    case .flow: throw cannotEdit
    }
    return try verified(Self.joined(lines), waivers + [waiver])
  }

  /// The file's bytes without some entries, comments between entries kept.
  package func removing(_ indices: Set<Int>) throws(WaiverFileErrors) -> [UInt8] {
    guard !indices.isEmpty else { return bytes }
    guard case .block = style, entryLines.count == waivers.count else { throw cannotEdit }
    var lines = lines
    for index in indices.sorted(by: >) { lines.removeSubrange(entryLines[index]) }
    return try verified(Self.joined(lines), waivers.indices.filter { !indices.contains($0) }.map { waivers[$0] })
  }

  private var lines: [[UInt8]] { bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init) }

  private static func joined(_ lines: [[UInt8]]) -> [UInt8] {
    var bytes = Array(lines.joined(separator: [0x0A]))
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    return bytes
  }

  private var cannotEdit: WaiverFileErrors {
    WaiverFileErrors(errors: [
      WaiverFileError(
        path: path, message: "is written in a way that cannot be changed line by line",
        help: "write the list as one entry behind a dash, and so on, or change the file by hand")
    ])
  }

  /// Reads the changed file, which must hold the entries that are wanted and nothing else.
  private func verified(_ bytes: [UInt8], _ wanted: [Waiver]) throws(WaiverFileErrors) -> [UInt8] {
    let file = try WaiverFile(bytes, path: path, folder: folder)
    guard file.waivers.map(\.identity) == wanted.map(\.identity) else { throw cannotEdit }
    return bytes
  }

  private static func entry(_ waiver: Waiver, indentation: Int) -> String {
    let margin = String(repeating: " ", count: indentation)
    var fields: [(String, String)] = []
    switch waiver.subject {
    case .rule(let id): fields.append(("rule", quoted(id)))
    case .category(let name): fields.append(("category", quoted(name)))
    }
    fields += [
      ("document", quoted(waiver.document)), ("fingerprint", "\"\(waiver.fingerprint)\""), ("words", quoted(waiver.words)),
      ("reason", quoted(waiver.reason)), ("approver", quoted(waiver.approver)), ("granted", waiver.granted.description),
      ("expires", waiver.expires.description),
    ]
    if let ticket = waiver.ticket { fields.append(("ticket", quoted(ticket))) }
    return fields.enumerated().map { "\(margin)\($0.offset == 0 ? "- " : "  ")\($0.element.0): \($0.element.1)\n" }.joined()
  }

  /// A YAML scalar: plain where every reader takes it as text, else in double quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "/-_.".unicodeScalars.contains($0) }
      && text.unicodeScalars.first?.properties.isAlphabetic == true
      && !["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
    if isPlain { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Waiver {
  /// Everything that an entry says.
  fileprivate var identity: [String] {
    let kind = if case .rule = subject { "rule" } else { "category" }
    return [kind, subject.name, document, fingerprint, words, reason, approver, granted.description, expires.description, ticket ?? ""]
  }
}
