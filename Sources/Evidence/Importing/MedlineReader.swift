import Analysis

/// Reads PubMed's MEDLINE display format (`.nbib`): `TAG - value` lines, continued by six spaces, records parted by blank lines.
///
/// Tags after "MEDLINE/PubMed Data Element (Field) Descriptions" of the US National Library of Medicine.
struct MedlineReader: RecordReader {
  private let bytes: [UInt8]
  private(set) var position = 0
  private var line = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private mutating func nextLine() -> String? {
    guard position < bytes.count else { return nil }
    var end = position
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    var text = bytes[position..<end]
    if text.last == 0x0D { text = text.dropLast() }
    position = min(bytes.count, end + 1)
    line += 1
    return String(decoding: text.prefix(1 << 20), as: UTF8.self)
  }

  mutating func next() -> ImportItem? {
    var fields: [(tag: String, value: String)] = []
    var first = 0
    var broken: String?
    while let text = nextLine() {
      if text.utf8.allSatisfy({ $0 <= 0x20 || $0 >= 0xBB && fields.isEmpty && text.utf8.count <= 3 }) {
        if fields.isEmpty && broken == nil { continue }
        break
      }
      if fields.isEmpty && broken == nil { first = line }
      if text.hasPrefix("      ") {
        if fields.isEmpty { broken = broken ?? "a continued line without a field before it" } else { fields[fields.count - 1].value += " " + text.dropFirst(6) }
        continue
      }
      let utf8 = Array(text.utf8)
      let start = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      guard utf8.count >= start + 5, utf8[start + 4] == 0x2D else {
        broken = broken ?? "line \(line) is no field"
        continue
      }
      let tag = String(decoding: utf8[start..<start + 4].filter { $0 > 0x20 }, as: UTF8.self)
      if fields.count < 20_000 { fields.append((tag, String(decoding: utf8[(start + 5)...].drop { $0 == 0x20 }, as: UTF8.self))) }
    }
    guard !fields.isEmpty || broken != nil else { return nil }
    if let broken { return .malformed(place: "line \(first)", reason: broken) }
    let record = Self.record(fields)
    if let problem = ImportText.problem(record) { return .malformed(place: "line \(first)", reason: problem) }
    return .record(record)
  }

  private static func record(_ fields: [(tag: String, value: String)]) -> EvidenceRecord {
    var record = EvidenceRecord(source: "PubMed")
    var authors: [String] = []
    var types: [String] = []
    func add(_ kind: WorkKey.Kind, _ text: String) {
      if let key = WorkKey(kind, text), !record.keys.contains(key) { record.keys.append(key) }
    }
    for (tag, value) in fields {
      switch tag {
      case "PMID": add(.pmid, value)
      case "PMC": add(.pmcid, value)
      case "LID", "AID": if value.hasSuffix("[doi]") { add(.doi, String(value.dropLast(5))) }
      case "TI": record.title = ImportText.title(value)
      // "Satti HS": the last word is the initials.
      case "AU": authors.append(surname(value))
      case "CN": if authors.isEmpty { authors.append(value) }
      case "DP": record.year = ImportText.year(value)
      case "JT": record.journal = ImportText.title(value)
      case "TA": record.journalAbbreviation = ImportText.title(value)
      case "VI": record.volume = value
      case "PG": record.pages = value
      case "SI":
        let number = value.split(separator: "/", maxSplits: 1).last.map(String.init) ?? value
        if ImportText.isRegistration(number) { add(.registration, number) }
      case "PT": types.append(value)
      case "RIN": record.retraction = EvidenceRecord.Retraction(date: nil, source: value)
      case "ECIN": if record.retraction == nil { record.retraction = EvidenceRecord.Retraction(kind: .concern, source: value) }
      case "LR":
        let digits = Array(value.utf8.prefix(8))
        if digits.count == 8 {
          func number(_ range: Range<Int>) -> Int? { Int(String(decoding: digits[range], as: UTF8.self)) }
          record.checked = ImportText.date(number(0..<4), number(4..<6), number(6..<8))
        }
      default: break
      }
    }
    record.authors = authors
    for type in types { ImportText.apply(publicationType: type, to: &record) }
    record.readTitle()
    return record
  }

  private static func surname(_ author: String) -> String {
    let words = author.split(separator: " ")
    guard words.count > 1, let last = words.last, last.utf8.allSatisfy({ $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 }) else { return author }
    return words.dropLast().joined(separator: " ")
  }
}
