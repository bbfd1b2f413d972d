import ContentModel

/// An identifier or address of a work in the text: a DOI, a PMID, a trial registration number, a web address.
struct WorkIdentifier: Equatable {
  enum Kind { case doi, pmid, pmcid, registration, url }

  var kind: Kind
  /// The identifier with its label or address: `PMID: 26971680`, `https://doi.org/10.5555/x.1`.
  var span: Span
  /// The identifier alone, as written.
  var value: String
  /// Whether it was read out of a web address.
  var isInAddress = false

  /// Every identifier of a span in text order. An address that holds a DOI or PMID gives both, the address first.
  ///
  /// Linear in the span's length.
  static func all(in bytes: [UInt8], _ span: Span) -> [WorkIdentifier] {
    bytes.withUnsafeBufferPointer { b in
      var scanner = Scanner(b: b, end: min(span.end, b.count), i: max(0, span.start), start: max(0, span.start))
      scanner.run()
      return scanner.found
    }
  }

  /// The DOI, PMID or PMCID that a web address names.
  static func inAddress(_ address: String) -> [WorkIdentifier] {
    let bytes = Array(address.utf8)
    return all(in: bytes, Span(0, bytes.count)).filter { $0.kind != .url }
  }

  private struct Scanner {
    let b: UnsafeBufferPointer<UInt8>
    let end: Int
    var i: Int
    let start: Int
    var found: [WorkIdentifier] = []

    mutating func run() {
      while i < end {
        let byte = b[i]
        let isBoundary = i == start || !endsWord(i - 1)
        guard isBoundary else {
          i += 1
          continue
        }
        switch byte {
        case UInt8(ascii: "1") where has("10."): if !doi(from: i) { i += 1 }
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "w"), UInt8(ascii: "W"), UInt8(ascii: "d"), UInt8(ascii: "D"),
          UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "c"):
          if !address() && !labelledDOI() && !pubmed() && !registration() { skipWord() }
        case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "E"), UInt8(ascii: "I"), UInt8(ascii: "C"), UInt8(ascii: "A"),
          UInt8(ascii: "U"), UInt8(ascii: "j"), UInt8(ascii: "T"), UInt8(ascii: "K"), UInt8(ascii: "R"):
          if !registration() { skipWord() }
        case UInt8(ascii: "2") where has("20"): if !eudraCT(at: i, from: i) { i += 1 }
        default: i += 1
        }
      }
    }

    func isWordByte(_ byte: UInt8) -> Bool {
      (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
    }

    /// Whether the character that ends at a byte is a letter or digit.
    func endsWord(_ last: Int) -> Bool {
      guard b[last] >= 0x80 else { return isWordByte(b[last]) }
      var low = last
      while low > start, b[low] & 0xC0 == 0x80, last - low < 3 { low -= 1 }
      return Folding.isLetter(Folding.decode(b, low, end).0)
    }

    func isDigit(_ k: Int) -> Bool { k < end && b[k] >= 0x30 && b[k] <= 0x39 }

    mutating func skipWord() {
      while i < end, isWordByte(b[i]) { i += 1 }
    }

    /// Whether the text goes on with a lower-case ASCII prefix, in any case.
    func has(_ prefix: StaticString, at offset: Int? = nil) -> Bool {
      let at = offset ?? i
      let length = prefix.utf8CodeUnitCount
      guard at + length <= end else { return false }
      for k in 0..<length {
        let own = b[at + k]
        let folded = own >= 0x41 && own <= 0x5A ? own | 0x20 : own
        if folded != prefix.utf8Start[k] { return false }
      }
      return true
    }

    func text(_ low: Int, _ high: Int) -> String { String(decoding: b[low..<high], as: UTF8.self) }

    /// The end of a run without white space, quotes and angle brackets, less the punctuation that belongs to the sentence.
    func runEnd(from low: Int) -> Int {
      var k = low
      while k < end {
        let byte = b[k]
        if byte <= 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0x7C || byte == 0x60 { break }
        if byte >= 0x80 {
          let (scalar, width) = Folding.decode(b, k, end)
          if Folding.isSpace(scalar) || (0x2018...0x201F).contains(scalar) || scalar == 0xAB || scalar == 0xBB { break }
          k += width
        } else {
          k += 1
        }
      }
      var opens = 0
      var closes = 0
      var squareOpens = 0
      var squareCloses = 0
      for m in low..<k {
        if b[m] == 0x28 { opens += 1 } else if b[m] == 0x29 { closes += 1 }
        if b[m] == 0x5B { squareOpens += 1 } else if b[m] == 0x5D { squareCloses += 1 }
      }
      while k > low {
        let last = b[k - 1]
        if last == 0x29, closes > opens {
          closes -= 1
        } else if last == 0x5D, squareCloses > squareOpens {
          squareCloses -= 1
        } else if last == 0x2E || last == 0x2C || last == 0x3B || last == 0x3A || last == 0x21 || last == 0x3F
          || last == 0x27 || last == 0x2A || last == 0x7D
        {
          // sentence punctuation
        } else {
          break
        }
        k -= 1
      }
      return k
    }

    /// `10.` and four to nine digits, a slash, a suffix (the DOI Handbook's syntax, as Crossref recommends to match it).
    func doiRange(at low: Int) -> Range<Int>? {
      guard has("10.", at: low) else { return nil }
      var k = low + 3
      while isDigit(k), k - low < 13 { k += 1 }
      guard k - low - 3 >= 4, k < end, b[k] == 0x2F else { return nil }
      let high = runEnd(from: low)
      return high > k + 1 ? low..<high : nil
    }

    mutating func doi(from low: Int) -> Bool {
      guard let range = doiRange(at: i) else { return false }
      found.append(
        WorkIdentifier(kind: .doi, span: Span(low, range.upperBound), value: text(range.lowerBound, range.upperBound)))
      i = range.upperBound
      return true
    }

    mutating func labelledDOI() -> Bool {
      guard has("doi") else { return false }
      var k = i + 3
      while k < end, b[k] == 0x3A || b[k] == 0x20 { k += 1 }
      guard let range = doiRange(at: k) else { return false }
      found.append(
        WorkIdentifier(kind: .doi, span: Span(i, range.upperBound), value: text(range.lowerBound, range.upperBound)))
      i = range.upperBound
      return true
    }

    mutating func address() -> Bool {
      guard has("http://") || has("https://") || has("www.") || has("doi.org/") || has("pubmed.ncbi") || has("clinicaltrials.gov/")
      else { return false }
      let high = runEnd(from: i)
      guard high > i + 7 else { return false }
      let span = Span(i, high)
      found.append(WorkIdentifier(kind: .url, span: span, value: text(i, high)))
      var k = i
      while k < high {
        if b[k] == UInt8(ascii: "1"), k > i, b[k - 1] == 0x2F || b[k - 1] == 0x3D || b[k - 1] == 0x3A,
          let range = doiRange(at: k)
        {
          var upper = min(range.upperBound, high)
          for m in range.lowerBound..<upper where b[m] == 0x3F || b[m] == 0x23 || b[m] == 0x26 {
            upper = m
            break
          }
          found.append(
            WorkIdentifier(kind: .doi, span: span, value: text(range.lowerBound, upper), isInAddress: true))
          break
        }
        if has("pubmed", at: k) {
          var m = k + 6
          if has(".ncbi.nlm.nih.gov", at: m) { m += 17 }
          if m < high, b[m] == 0x2F {
            m += 1
            let low = m
            while isDigit(m), m < high { m += 1 }
            if m > low, m - low <= 8 {
              found.append(WorkIdentifier(kind: .pmid, span: span, value: text(low, m), isInAddress: true))
              break
            }
          }
        }
        if b[k] == 0x50, has("pmc", at: k), isDigit(k + 3) {
          var m = k + 3
          while isDigit(m), m < high { m += 1 }
          if m - k >= 7 {
            found.append(WorkIdentifier(kind: .pmcid, span: span, value: text(k, m), isInAddress: true))
            break
          }
        }
        if b[k] == 0x4E, has("nct", at: k), digits(from: k + 3) == 8 {
          found.append(WorkIdentifier(kind: .registration, span: span, value: text(k, k + 11), isInAddress: true))
          break
        }
        k += 1
      }
      i = high
      return true
    }

    func digits(from low: Int) -> Int {
      var k = low
      while isDigit(k) { k += 1 }
      return k - low
    }

    mutating func pubmed() -> Bool {
      if has("pmc"), isDigit(i + 3) {
        let count = digits(from: i + 3)
        guard count >= 4, count <= 9 else { return false }
        found.append(
          WorkIdentifier(kind: .pmcid, span: Span(i, i + 3 + count), value: text(i, i + 3 + count)))
        i += 3 + count
        return true
      }
      var k = i
      if has("pmid") {
        k += 4
      } else if has("pubmed") {
        k += 6
        if has(" id", at: k) { k += 3 }
      } else {
        return false
      }
      while k < end, b[k] == 0x3A || b[k] == 0x20 || b[k] == 0x23 { k += 1 }
      let count = digits(from: k)
      guard count >= 4, count <= 8, k + count >= end || !isWordByte(b[k + count]) else { return false }
      found.append(WorkIdentifier(kind: .pmid, span: Span(i, k + count), value: text(k, k + count)))
      i = k + count
      return true
    }

    /// `2015-001234-12`, with an optional label before it.
    mutating func eudraCT(at low: Int, from labelStart: Int) -> Bool {
      guard digits(from: low) == 4, low + 4 < end, b[low + 4] == 0x2D else { return false }
      let middle = digits(from: low + 5)
      let dash = low + 5 + middle
      guard middle == 6, dash < end, b[dash] == 0x2D, digits(from: dash + 1) == 2 else { return false }
      var high = dash + 3
      if high + 2 < end, b[high] == 0x2D, digits(from: high + 1) == 2 { high += 3 }
      found.append(WorkIdentifier(kind: .registration, span: Span(labelStart, high), value: text(low, high)))
      i = high
      return true
    }

    /// Prefixes of the registers of the WHO network and how many digits follow at least and at most.
    static let registers: [(prefix: StaticString, least: Int, most: Int)] = [
      ("nct", 8, 8), ("isrctn", 8, 8), ("drks", 8, 8), ("actrn", 14, 14), ("umin", 9, 9), ("jrcts", 9, 12),
      ("jrct", 9, 12), ("pactr", 15, 16), ("tctr", 11, 11), ("kct", 7, 7), ("rbr-", 0, 0), ("nl-omon", 4, 6),
      ("ntr", 3, 5), ("irct", 10, 16), ("euctr", 4, 4), ("ctis", 4, 4),
    ]

    mutating func registration() -> Bool {
      let low = i
      if has("eudract") || has("eu ct") {
        var k = i + (has("eudract") ? 7 : 5)
        while k < end, k - i < 24, !isDigit(k), b[k] != 0x0A, b[k] != 0x2E { k += 1 }
        return eudraCT(at: k, from: k)
      }
      if has("chictr") {
        var k = i + 6
        while k < end, k - i < 14, b[k] == 0x2D || (b[k] | 0x20) >= 0x61 && (b[k] | 0x20) <= 0x7A { k += 1 }
        let count = digits(from: k)
        guard count >= 7, count <= 12 else { return false }
        return append(low, k + count)
      }
      if has("ctri/") {
        let high = runEnd(from: i)
        guard high - low >= 15 else { return false }
        return append(low, high)
      }
      for (prefix, least, most) in Self.registers where has(prefix) {
        var k = i + prefix.utf8CodeUnitCount
        while k < end, k - i < 10, b[k] == 0x20 || b[k] == 0x2D || b[k] == 0x3A || b[k] == 0x23 { k += 1 }
        let count = digits(from: k)
        guard least > 0, count >= least, count <= most else { continue }
        return append(low, k + count)
      }
      return false
    }

    private mutating func append(_ low: Int, _ high: Int) -> Bool {
      found.append(WorkIdentifier(kind: .registration, span: Span(low, high), value: text(low, high)))
      i = high
      return true
    }
  }
}
