import ContentModel

/// Finds identifiers of works, well formed or not, and says what is wrong with their form.
///
/// A number alone is none: there must be a label (`DOI`, `PMID`, `ISBN`, …) or a shape that nothing else has (`NCT` and
/// digits). Linear.
enum IdentifierChecker {
  static func mentions(in bytes: [UInt8], _ leaves: [Span]) -> [IdentifierMention] {
    var found: [IdentifierMention] = []
    for leaf in leaves {
      bytes.withUnsafeBufferPointer { buffer in
        var reader = Reader(b: buffer, start: max(0, leaf.start), end: min(leaf.end, buffer.count), i: max(0, leaf.start))
        reader.run()
        found += reader.found
      }
    }
    return found
  }

  private struct Reader {
    let b: UnsafeBufferPointer<UInt8>
    let start: Int
    let end: Int
    var i: Int
    var found: [IdentifierMention] = []

    static let labels: [(label: StaticString, kind: IdentifierMention.Kind)] = [
      ("doi", .doi), ("pmid", .pmid), ("pmcid", .pmcid), ("pmc", .pmcid), ("nct", .nct), ("eudract", .eudraCT), ("isrctn", .isrctn),
      ("isbn", .isbn), ("issn", .issn),
    ]

    mutating func run() {
      while i < end {
        if isWord(i), i == start || !isWord(i - 1) {
          if !mention() { while i < end, isWord(i) { i += 1 } }
        } else {
          i += 1
        }
      }
    }

    func isWord(_ k: Int) -> Bool {
      let byte = b[k]
      return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
    }
    func isDigit(_ k: Int) -> Bool { k < end && b[k] >= 0x30 && b[k] <= 0x39 }

    func has(_ label: StaticString, at low: Int) -> Bool {
      let count = label.utf8CodeUnitCount
      guard low + count <= end else { return false }
      return (0..<count).allSatisfy { k in
        let byte = b[low + k]
        return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == label.utf8Start[k]
      }
    }

    func text(_ low: Int, _ high: Int) -> String { String(decoding: b[low..<high], as: UTF8.self) }

    /// Past spaces and one colon, equals sign, number sign or dash.
    func valueStart(_ low: Int) -> (start: Int, isMarked: Bool) {
      var k = low
      var isMarked = false
      while k < end, b[k] == 0x20 || b[k] == 0x3A || b[k] == 0x3D || b[k] == 0x23 {
        if b[k] != 0x20 { isMarked = true }
        k += 1
      }
      return (k, isMarked)
    }

    /// A run without white space, quotes, brackets at the end and sentence punctuation.
    func runEnd(_ low: Int) -> Int {
      var k = low
      while k < end, b[k] > 0x20, ![0x22, 0x3C, 0x3E, 0x7C, 0x60].contains(b[k]) {
        if b[k] >= 0x80 {
          let (scalar, width) = Folding.decode(b, k, end)
          if Folding.isSpace(scalar) || (0x2018...0x201F).contains(scalar) { break }
          k += width
        } else {
          k += 1
        }
      }
      let opens = b[low..<k].contains(0x28)
      while k > low, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5D, 0x7D].contains(b[k - 1]) || b[k - 1] == 0x29 && !opens { k -= 1 }
      return k
    }

    mutating func add(_ kind: IdentifierMention.Kind, _ low: Int, _ value: Int, _ high: Int, _ problem: String?) -> Bool {
      found.append(IdentifierMention(kind: kind, span: Span(low, high), value: text(value, high), problem: problem))
      i = max(high, i + 1)
      return true
    }

    mutating func mention() -> Bool {
      for (label, kind) in Self.labels where has(label, at: i) {
        let after = i + label.utf8CodeUnitCount
        let isJoined = after < end && isWord(after)
        // "pmcid" is no "pmc", "doing" no "doi".
        if isJoined, !isDigit(after) { continue }
        switch kind {
        case .doi: return doi(after)
        case .pmid: return pmid(after)
        case .pmcid: return pmcid(after, isLabel: label.utf8CodeUnitCount == 5)
        case .nct: return trial(.nct, after, prefix: "NCT", length: 8)
        case .isrctn: return trial(.isrctn, after, prefix: "ISRCTN", length: 8)
        case .eudraCT: return eudraCT(after)
        case .isbn: return isbn(after)
        case .issn: return issn(after)
        }
      }
      return false
    }

    /// `10.` and a registrant's digits, a slash, a suffix (DOI Handbook 3.2).
    mutating func doi(_ after: Int) -> Bool {
      let low = i
      var (value, isMarked) = valueStart(after)
      // "doi.org/…" is an address.
      if after < end, b[after] == 0x2E || b[after] == 0x2F { return false }
      guard value < end else { return false }
      let high = runEnd(value)
      guard high > value else { return false }
      let isAddress = has("http", at: value) || has("www.", at: value)
      if isAddress {
        let isResolver = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "https://www.doi.org/"].contains { has($0, at: value) }
        if isResolver {
          let address = value
          while value < high, !(b[value] == 0x2F && value + 1 < high && has("10.", at: value + 1)) { value += 1 }
          if value >= high { return add(.doi, low, address, high, "the address of the DOI resolver without a DOI") }
          return add(.doi, low, value + 1, high, doiProblem(value + 1, high))
        }
        return isMarked ? add(.doi, low, value, high, "labelled DOI, but another kind of address; write the DOI itself") : false
      }
      // "/ DOI:" at a line's end, or "the DOI of a paper": no value at all.
      guard has("10", at: value) else {
        let looksLikeOne = isMarked && b[value..<high].contains(0x2F) && (isDigit(value) || has("o.", at: value))
        return looksLikeOne ? add(.doi, low, value, high, "a DOI begins with 10. and a number of four digits or more") : false
      }
      return add(.doi, low, value, high, doiProblem(value, high))
    }

    private func doiProblem(_ low: Int, _ high: Int) -> String? {
      var k = low + 2
      guard k < high, b[k] == 0x2E else { return "a DOI begins with 10. and a number of four digits or more" }
      k += 1
      let registrant = k
      while k < high, isDigit(k) || b[k] == 0x2E && k + 1 < high && isDigit(k + 1) { k += 1 }
      let digits = b[registrant..<k].prefix { $0 != 0x2E }.count
      if !(4...9).contains(digits) { return "the number behind 10. in a DOI has four to nine digits" }
      if k >= high {
        // The suffix may have been broken off: "10.1016 j.jcyt.2016".
        return "a DOI has a slash and a suffix behind its number"
      }
      if b[k] != 0x2F { return "a DOI has a slash behind its number" }
      if k + 1 >= high { return "a DOI has a suffix behind its slash" }
      return nil
    }

    /// The end of a run of digits, and whether letters cling to it.
    func digits(_ low: Int) -> (end: Int, isClean: Bool) {
      var k = low
      while isDigit(k) { k += 1 }
      return (k, k >= end || !isWord(k))
    }

    mutating func pmid(_ after: Int) -> Bool {
      let low = i
      let (value, isMarked) = valueStart(after)
      guard value < end else { return false }
      let (stop, isClean) = digits(value)
      if stop == value {
        let high = runEnd(value)
        // "PMID: PMC123" and "PMID: 10.1000/x" are of another kind.
        let isOther = isMarked && high > value && (has("pmc", at: value) || has("10.", at: value) || has("http", at: value) && !has("https://pubmed", at: value) && !has("https://www.ncbi", at: value))
        return isOther ? add(.pmid, low, value, high, "a PMID has digits alone") : false
      }
      if !isClean || stop < end && b[stop] == 0x2E && isDigit(stop + 1) && has("10.", at: value) {
        return add(.pmid, low, value, runEnd(value), "a PMID has digits alone")
      }
      if b[value] == 0x30 { return add(.pmid, low, value, stop, "a PMID does not begin with 0") }
      return add(.pmid, low, value, stop, stop - value > 8 ? "a PMID has at most eight digits" : nil)
    }

    mutating func pmcid(_ after: Int, isLabel: Bool) -> Bool {
      let low = i
      var (value, isMarked) = valueStart(after)
      guard value < end else { return false }
      if !isLabel {
        // "PMC 123" without a mark may be anything.
        guard value == after || isMarked else { return false }
      } else if has("pmc", at: value) {
        value += 3
      } else if isDigit(value) {
        let (stop, _) = digits(value)
        return add(.pmcid, low, value, stop, "a PMCID begins with PMC")
      }
      let (stop, isClean) = digits(value)
      guard stop > value else { return false }
      let count = stop - value
      return add(.pmcid, low, value, isClean ? stop : runEnd(value), isClean && (4...9).contains(count) ? nil : "a PMCID is PMC and up to nine digits")
    }

    /// A register's prefix and a fixed number of digits.
    mutating func trial(_ kind: IdentifierMention.Kind, _ after: Int, prefix: String, length: Int) -> Bool {
      let low = i
      var (value, isMarked) = valueStart(after)
      if value < end, b[value] == 0x2D, isDigit(value + 1) {
        value += 1
        isMarked = true
      }
      // "NCT: NCT01234567"
      if has(kind == .nct ? "nct" : "isrctn", at: value), isDigit(value + prefix.utf8.count) {
        value += prefix.utf8.count
      }
      let (stop, isClean) = digits(value)
      guard stop > value else { return false }
      let count = stop - value
      if value > after, !isMarked, count < length - 2 { return false }
      let high = isClean ? stop : runEnd(value)
      return add(kind, low, value, high, count == length && isClean ? nil : "\(prefix) is followed by \(length == 8 ? "eight" : "\(length)") digits, here by \(isClean ? String(count) : "other characters")")
    }

    /// `2015-001234-12`: year, six digits, two digits.
    mutating func eudraCT(_ after: Int) -> Bool {
      let low = i
      var k = after
      while k < end, k - after < 16, !isDigit(k), b[k] != 0x0A, b[k] != 0x2E, b[k] != 0x2C { k += 1 }
      guard isDigit(k) else { return false }
      let value = k
      var parts: [Int] = []
      while isDigit(k), parts.count < 4 {
        let (stop, _) = digits(k)
        parts.append(stop - k)
        k = stop
        if k < end, b[k] == 0x2D, isDigit(k + 1) { k += 1 } else { break }
      }
      guard parts.count > 1 || parts[0] > 4 else { return false }
      let isGood = parts == [4, 6, 2] || parts == [4, 6, 2, 2]
      return add(.eudraCT, low, value, k, isGood ? nil : "a EudraCT number has the form 2015-001234-12")
    }

    /// Digits and a final X of a book's or a serial's number, hyphens and spaces between them left out.
    private func checkDigits(_ low: Int, most: Int) -> (digits: [Int], end: Int) {
      var digits: [Int] = []
      var k = low
      var stop = low
      while k < end, digits.count < most {
        if isDigit(k) {
          digits.append(Int(b[k] - 0x30))
          k += 1
          stop = k
        } else if b[k] | 0x20 == 0x78, !digits.isEmpty, k + 1 >= end || !isWord(k + 1) {
          digits.append(10)
          stop = k + 1
          break
        } else if b[k] == 0x2D || b[k] == 0x20, isDigit(k + 1) || k + 1 < end && b[k + 1] | 0x20 == 0x78 {
          k += 1
        } else if k + 2 < end, b[k] == 0xE2, b[k + 1] == 0x80, [0x90, 0x91, 0x93].contains(b[k + 2]) {
          k += 3
        } else {
          break
        }
      }
      return (digits, stop)
    }

    /// ISO 2108: weights 10 to 1 modulo 11, or 1 and 3 modulo 10.
    mutating func isbn(_ after: Int) -> Bool {
      let low = i
      var k = after
      if k < end, b[k] == 0x2D || b[k] == 0x20 {
        let (stop, _) = digits(k + 1)
        let size = text(k + 1, stop)
        if (size == "10" || size == "13"), stop < end, b[stop] == 0x3A || b[stop] == 0x20 { k = stop }
      }
      let (value, _) = valueStart(k)
      let (number, stop) = checkDigits(value, most: 14)
      guard number.count >= 5 else { return false }
      var problem: String?
      if number.count == 10 {
        let sum = number.enumerated().reduce(0) { $0 + $1.element * (10 - $1.offset) }
        if sum % 11 != 0 || number.dropLast().contains(10) { problem = "the check digit of this ISBN does not fit" }
      } else if number.count == 13 {
        let sum = number.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
        if sum % 10 != 0 || number.contains(10) { problem = "the check digit of this ISBN does not fit" }
      } else {
        problem = "an ISBN has 10 or 13 digits, this \(number.count == 14 ? "more" : String(number.count))"
      }
      return add(.isbn, low, value, stop, problem)
    }

    /// ISO 3297: weights 8 to 1 modulo 11.
    mutating func issn(_ after: Int) -> Bool {
      let low = i
      let (value, _) = valueStart(after)
      let (number, stop) = checkDigits(value, most: 8)
      guard number.count >= 5 else { return false }
      var problem: String?
      if number.count != 8 || isDigit(stop) {
        problem = "an ISSN has eight digits"
      } else if number.enumerated().reduce(0, { $0 + $1.element * (8 - $1.offset) }) % 11 != 0 || number.dropLast().contains(10) {
        problem = "the check digit of this ISSN does not fit"
      }
      return add(.issn, low, value, stop, problem)
    }
  }
}
