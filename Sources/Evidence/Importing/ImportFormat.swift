import Analysis

/// A format that libraries and registers give records in, told by a file's content.
package enum ImportFormat: String, Sendable, CaseIterable {
  case medline = "PubMed MEDLINE text"
  case pubmedXML = "PubMed XML"
  case clinicalTrials = "ClinicalTrials.gov JSON"
  case crossref = "Crossref JSON"
  case retractionWatch = "Retraction Watch CSV"

  /// - Returns: nil where the first 64 KiB show no known format.
  static func detect(_ bytes: [UInt8]) -> ImportFormat? {
    var head = bytes.prefix(1 << 16)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { $0 <= 0x20 }
    let text = String(decoding: head, as: UTF8.self)
    switch head.first {
    case UInt8(ascii: "<"): return text.contains("PubmedArticle") || text.contains("PubmedBookArticle") ? .pubmedXML : nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if text.contains("\"protocolSection\"") || text.contains("\"studies\"") { return .clinicalTrials }
      return text.contains("\"DOI\"") || text.contains("\"message-type\"") ? .crossref : nil
    default:
      if text.hasPrefix("PMID- ") { return .medline }
      let header = text.prefix { $0 != "\n" && $0 != "\r" && $0 != "\r\n" }
      return header.contains("OriginalPaperDOI") && header.contains("RetractionNature") ? .retractionWatch : nil
    }
  }

  /// A reader at the beginning of a file.
  func reader(_ bytes: [UInt8]) -> any RecordReader {
    switch self {
    case .medline: MedlineReader(bytes)
    case .pubmedXML: PubMedXMLReader(bytes)
    case .clinicalTrials: JSONRecordReader(bytes, ClinicalTrialsRecord.records)
    case .crossref: JSONRecordReader(bytes, CrossrefRecord.records)
    case .retractionWatch: RetractionWatchReader(bytes)
    }
  }
}

/// Gives a file's records one after the other.
protocol RecordReader {
  /// The next record or mistake; nil at the end.
  mutating func next() -> ImportItem?
  /// Bytes read so far, for progress.
  var position: Int { get }
}

enum ImportItem {
  case record(EvidenceRecord)
  /// What cannot be used: where it stands (`line 12`, `study 3`), and why.
  case malformed(place: String, reason: String)
}

/// Letters for dates, names and publication types that formats share.
enum ImportText {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The first number of four digits that can be a year of publication.
  static func year(_ text: String) -> Int? {
    for part in text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }) where part.utf8.count == 4 {
      if let year = Int(part), (1600...2200).contains(year) { return year }
    }
    return nil
  }

  /// `YYYY-MM-DD` from numbers, as far as they make sense.
  static func date(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
    guard let year, (1600...2200).contains(year) else { return nil }
    guard let month, (1...12).contains(month) else { return String(year) }
    let start = "\(year)-\(month < 10 ? "0" : "")\(month)"
    guard let day, Day(year: year, month: month, day: day) != nil else { return start }
    return "\(start)-\(day < 10 ? "0" : "")\(day)"
  }

  /// What a name of MeSH's publication types, or one like it, says of a record.
  static func apply(publicationType text: String, to record: inout EvidenceRecord) {
    func add(_ design: Study.Design) { if !record.designs.contains(design) { record.designs.append(design) } }
    switch text.lowercased() {
    case "randomized controlled trial", "pragmatic clinical trial", "equivalence trial": add(.randomised)
    case "controlled clinical trial": add(.controlled)
    case "meta-analysis", "network meta-analysis": add(.metaAnalysis)
    case "systematic review": add(.systematicReview)
    case "case reports": add(.caseReport)
    case "clinical trial, phase i": record.phase = min(record.phase ?? 1, 1)
    case "clinical trial, phase ii": record.phase = record.phase == 1 ? 1.5 : min(record.phase ?? 2, 2)
    case "clinical trial, phase iii": record.phase = record.phase == 2 ? 2.5 : min(record.phase ?? 3, 3)
    case "clinical trial, phase iv": record.phase = min(record.phase ?? 4, 4)
    case "retracted publication": record.retraction = record.retraction ?? EvidenceRecord.Retraction()
    default: break
    }
  }

  /// A title without the full stop that indexers put, and without the brackets of a translated one.
  static func title(_ text: String) -> String? {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")[...]
    if words.hasSuffix("."), !words.hasSuffix("...") { words = words.dropLast() }
    if words.hasPrefix("["), words.hasSuffix("]") { words = words.dropFirst().dropLast() }
    return words.isEmpty ? nil : String(words)
  }

  /// Whether an accession number is one of a trial register; databanks also hold genes and molecules.
  static func isRegistration(_ text: String) -> Bool {
    let folded = text.uppercased()
    if ["NCT", "ISRCTN", "EUCTR", "CHICTR", "ACTRN", "DRKS", "JPRN", "UMIN", "JRCT", "CTRI", "IRCT", "NTR", "KCT", "PACTR", "TCTR", "RBR-", "EUDRACT"].contains(where: { folded.hasPrefix($0) }) { return true }
    let parts = text.split(separator: "-")
    return parts.count >= 3 && parts[0].utf8.count == 4 && parts[1].utf8.count == 6 && parts.allSatisfy { Int($0) != nil }
  }

  /// What keeps a record from being stored; nil where it can be.
  static func problem(_ record: EvidenceRecord) -> String? {
    if record.keys.isEmpty { return "no DOI, PMID or registration number" }
    if record.title == nil, record.retraction == nil { return "no title" }
    return nil
  }
}
