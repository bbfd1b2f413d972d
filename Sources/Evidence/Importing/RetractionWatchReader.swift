import Analysis

/// Reads the Retraction Watch database as Crossref publishes it: CSV with quoted fields, some over several lines.
struct RetractionWatchReader: RecordReader {
  private var rows: CSVReader
  private var columns: [String: Int] = [:]
  private var hasHeader = false

  init(_ bytes: [UInt8]) { rows = CSVReader(bytes) }

  var position: Int { rows.position }

  mutating func next() -> ImportItem? {
    if !hasHeader {
      hasHeader = true
      guard case .fields(let names)? = rows.next() else { return .malformed(place: "line 1", reason: "no header") }
      for (index, name) in names.enumerated() { columns[name.trimmed] = index }
    }
    while true {
      let line = rows.line
      switch rows.next() {
      case nil: return nil
      case .broken(let reason): return .malformed(place: "line \(line)", reason: reason)
      case .fields(let fields):
        if fields.count == 1, fields[0].trimmed.isEmpty { continue }
        guard fields.count >= columns.count else { return .malformed(place: "line \(line)", reason: "\(fields.count) fields instead of \(columns.count)") }
        switch record(fields) {
        case .success(let record?): return .record(record)
        case .success(nil): continue
        case .failure(let problem): return .malformed(place: "line \(line)", reason: problem.message)
        }
      }
    }
  }

  /// - Returns: nil inside for notices that withdraw nothing: corrections and reinstatements.
  private func record(_ fields: [String]) -> Result<EvidenceRecord?, XMLScanner.Problem> {
    func field(_ name: String) -> String { columns[name].flatMap { $0 < fields.count ? fields[$0].trimmed : nil } ?? "" }
    let kind: EvidenceRecord.Retraction.Kind
    switch field("RetractionNature").lowercased() {
    case "retraction": kind = .retraction
    case "expression of concern": kind = .concern
    case "correction", "reinstatement": return .success(nil)
    case let other: return .failure(XMLScanner.Problem(message: "'\(other)' is no nature of a retraction"))
    }
    var record = EvidenceRecord(source: "Retraction Watch")
    if let key = WorkKey(.doi, field("OriginalPaperDOI")) { record.keys.append(key) }
    if let key = WorkKey(.pmid, field("OriginalPaperPubMedID")) { record.keys.append(key) }
    if record.keys.isEmpty { return .failure(XMLScanner.Problem(message: "no DOI or PMID of the original paper")) }
    record.title = ImportText.title(field("Title"))
    record.journal = ImportText.title(field("Journal"))
    record.year = ImportText.year(field("OriginalPaperDate"))
    record.authors = field("Author").split(separator: ";").compactMap { $0.split(separator: " ").last.map(String.init) }
    let reasons = field("Reason").split(separator: ";").map { String($0.drop { $0 == "+" || $0 == " " }).trimmed }.filter { !$0.isEmpty }
    record.retraction = EvidenceRecord.Retraction(
      kind: kind, date: date(field("RetractionDate")), reason: reasons.isEmpty ? nil : reasons.joined(separator: "; "), source: "Retraction Watch")
    record.readTitle()
    return .success(record)
  }

  /// From `1/24/2023 0:00`, month first, or `2023-01-24`.
  private func date(_ text: String) -> String? {
    let day = text.prefix { $0 != " " }
    let parts = day.split(separator: "/").map { Int($0) }
    if parts.count == 3 { return ImportText.date(parts[2], parts[0], parts[1]) }
    let dashes = day.split(separator: "-").map { Int($0) }
    return dashes.count == 3 ? ImportText.date(dashes[0], dashes[1], dashes[2]) : nil
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// Reads comma-separated values row by row (RFC 4180).
struct CSVReader {
  enum Row: Equatable {
    case fields([String])
    case broken(String)
  }

  private let bytes: [UInt8]
  private(set) var position = 0
  private var given = 0
  /// 1-based line on which the next row begins.
  private(set) var line = 1

  /// A quotation mark left open must not swallow the rest of a large file.
  static let maximumField = 1 << 20
  static let maximumBroken = 20

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func next() -> Row? {
    guard position < bytes.count else { return nil }
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    let start = position
    let startLine = line
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte == 0x22 {
          if position < bytes.count, bytes[position] == 0x22 {
            field.append(0x22)
            position += 1
          } else {
            isQuoted = false
          }
        } else {
          if byte == 0x0A { line += 1 }
          field.append(byte)
          if field.count > Self.maximumField { return skipLine(from: start, startLine) }
        }
        continue
      }
      switch byte {
      case 0x22 where field.isEmpty: isQuoted = true
      case 0x2C:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      case 0x0A:
        line += 1
        if field.last == 0x0D { field.removeLast() }
        fields.append(String(decoding: field, as: UTF8.self))
        return .fields(fields)
      default: field.append(byte)
      }
    }
    if isQuoted { return skipLine(from: start, startLine) }
    fields.append(String(decoding: field, as: UTF8.self))
    return .fields(fields)
  }

  /// Gives a row up and goes on at the line behind its first.
  private mutating func skipLine(from start: Int, _ startLine: Int) -> Row {
    given += 1
    if given >= Self.maximumBroken {
      position = bytes.count
      return .broken("a quotation mark that is not closed, as often before; the rest is not read")
    }
    position = start
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    position = min(bytes.count, position + 1)
    line = startLine + 1
    return .broken("a quotation mark that is not closed")
  }
}
