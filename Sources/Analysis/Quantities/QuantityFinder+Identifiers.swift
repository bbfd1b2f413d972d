import ContentModel
import Screening

/// Numbers that name instead of counting: identifiers, names, dates.
extension QuantityFinder {
  typealias Read = (Quantity, Int)

  private func plain(_ start: Int, _ end: Int, _ kind: Quantity.Kind, value: Double? = nil) -> Read {
    (Quantity(span: span(start, end), form: .plain, kind: kind, value: value), end)
  }

  /// DOIs, addresses, phone numbers, volume and page, versions, numbers after "PMID", "ISO", "No.".
  func identifier(_ number: ReadNumber) -> Read? {
    if let day = isoDate(number) { return day }
    if let address = address(number) { return address }
    if let phone = phone(number) { return phone }
    let i = number.start
    if let law = lawNumber(number) { return law }
    if before(number) == "§" { return plain(i, number.end, .ordinal, value: number.value) }
    if ["©", "copyright"].contains(text(i - 1)) || text(i - 1) == ")" && text(i - 2) == "c" && text(i - 3) == "(", isYear(number) {
      return plain(i, number.end, .date, value: number.value)
    }
    if number.digits.split(separator: ".").count > 2 || number.suffix.hasPrefix(".") {
      return plain(i, number.end, .identifier)
    }
    // "15:2201" and "18:518–522" are volume and page, "10:30" a time of day.
    if text(number.end) == ":", reader.touches(number.end), reader.touches(number.end + 1), let second = reader.read(number.end + 1) {
      if second.digits.utf8.count == 2, number.value <= 24, second.value < 60 {
        var end = second.end
        if ["am", "pm"].contains(text(end)) { end += 1 }
        return plain(i, end, .date)
      }
      var end = second.end
      if reader.isHyphenated(end), let last = reader.read(end) { end = last.end }
      return plain(i, end, .identifier)
    }
    let before = text(i - 1)
    // "[3]" points to a note, "1)" and "2." at the start number an item.
    if before == "[", text(number.end) == "]" { return plain(i, number.end, .identifier) }
    if i == limit.lowerBound, !number.isWords, [")", "."].contains(text(number.end)), number.digits.utf8.count <= 2, number.end + 1 < limit.upperBound {
      return plain(i, number.end, .ordinal, value: number.value)
    }
    if before == "#" { return plain(i, number.end, number.value <= 20 ? .ordinal : .identifier, value: number.value) }
    if before == "." && reader.touches(i - 1) && ["no", "nos", "nr"].contains(text(i - 2)) || before == "number" || before == "no" && !number.isWords && number.suffix.isEmpty && !has(number.end, .people) && !has(number.end, .durationUnit) {
      return plain(i, number.end, number.value <= 20 && number.digits.utf8.count <= 2 ? .ordinal : .identifier, value: number.value)
    }
    let isAbbreviated = before == "." || before == ":"
    let word = isAbbreviated ? i - 2 : i - 1
    if number.isWords || isMeasuredNext(number) { return nil }
    // "step 2 of 5" is read as a whole.
    if text(number.end) == "of", reader.read(number.end + 1) != nil { return nil }
    if has(word, .ordinalWord), !isYear(number), !(isAbbreviated && before == "." && !reader.touches(i - 1)), !["point", "points", "study", "trial", "group", "line", "lines", "session", "day", "week", "month", "year", "top", "season"].contains(text(word)) || number.end >= limit.upperBound || ["(", ")", ",", ".", ":"].contains(text(number.end)) || text(word) == "top" {
      if before == ":", !reader.touches(i - 1) { return nil }
      return plain(i, number.end, .ordinal, value: number.value)
    }
    if has(word, .identifierWord), !(before == "." && !reader.touches(i - 1)) {
      if ["call", "text", "p", "act", "unit", "class", "art", "in", "sec", "no", "page", "v", "account", "extension", "floor", "route", "box"].contains(text(word)), isAbbreviated == false, text(word) == "in" || number.value < 10 && text(word) == "call" { return nil }
      var end = number.end
      while limit.contains(end), reader.touches(end) || reader.isHyphenated(end), reader.startsWithDigit(end) || text(end) == "/" || text(end) == ":" || text(end) == "-" { end += 1 }
      if text(end - 1) == ":" || text(end - 1) == "/" { end -= 1 }
      return plain(i, end, .identifier)
    }
    return nil
  }

  private func before(_ number: ReadNumber) -> String { text(number.start - 1) }

  /// "2017/745", "1924/2006": the number of a law; "2023/24" is a time.
  private func lawNumber(_ number: ReadNumber) -> Read? {
    guard !number.isWords, number.suffix.isEmpty, text(number.end) == "/", reader.touches(number.end), reader.touches(number.end + 1),
      let second = reader.read(number.end + 1), second.suffix.isEmpty, text(second.end) != "/", !second.digits.contains(".")
    else { return nil }
    let isLaw = isYear(number) && second.digits.utf8.count >= 3 && !isYear(second) || isYear(second) && number.value > 31 && !isYear(number)
    return isLaw ? plain(number.start, second.end, .identifier) : nil
  }

  /// "2021-04-12"
  private func isoDate(_ number: ReadNumber) -> Read? {
    guard isYear(number), reader.isHyphenated(number.end), let month = reader.read(number.end), month.digits.utf8.count == 2, month.value <= 12,
      reader.isHyphenated(month.end), let day = reader.read(month.end), day.digits.utf8.count == 2, day.value <= 31
    else { return nil }
    return plain(number.start, day.end, .date)
  }

  /// A number inside a run of visible characters that is a link, an e-mail address or a DOI.
  private func address(_ number: ReadNumber) -> Read? {
    let bytes = stream.utf8
    let start = Int(token(number.start).start)
    let behind = Int(token(number.start).end)
    let isAlone = (start == sentence.start || bytes[start - 1] <= 0x20) && (behind >= sentence.end || bytes[behind] <= 0x20)
    if isAlone, !bytes[start..<behind].contains(0x2E) { return nil }
    var low = start
    while low > sentence.start, start - low < 200, bytes[low - 1] > 0x20, bytes[low - 1] != 0x28 { low -= 1 }
    var high = start
    while high < sentence.end, high - start < 400, bytes[high] > 0x20, bytes[high] != 0x29 { high += 1 }
    guard high - low > 6 else { return nil }
    let chunk = bytes[low..<high]
    let isDOI = high - start > 8 && bytes[start] == 0x31 && bytes[start + 1] == 0x30 && bytes[start + 2] == 0x2E
      && chunk[start...].dropFirst(3).prefix(4).allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && chunk[start...].contains(0x2F)
    guard isDOI || Self.hasAddressSign(bytes, low, high) else { return nil }
    while high > start, [0x2E, 0x2C, 0x3B, 0x5D, 0x3A, 0x2F].contains(bytes[high - 1]) { high -= 1 }
    var end = number.start
    while limit.contains(end), Int(token(end).end) <= high { end += 1 }
    guard end > number.start else { return nil }
    return (Quantity(span: span(number.start, end), form: .plain, kind: .identifier), end)
  }

  /// Whether "@", "://" or "www." stands between two offsets.
  private static func hasAddressSign(_ bytes: [UInt8], _ low: Int, _ high: Int) -> Bool {
    bytes.withUnsafeBufferPointer { b in
      var k = low
      while k < high {
        switch b[k] {
        case 0x40: return true
        case 0x3A where k + 2 < high && b[k + 1] == 0x2F && b[k + 2] == 0x2F: return true
        case 0x77 where k + 3 < high && b[k + 1] == 0x77 && b[k + 2] == 0x77 && b[k + 3] == 0x2E: return true
        default: k += 1
        }
      }
      return false
    }
  }

  /// Three groups of digits or more, seven digits or more, as telephone numbers are written.
  private func phone(_ number: ReadNumber) -> Read? {
    let isInternational = text(number.start - 1) == "+"
    guard !number.isWords, number.suffix.isEmpty, !number.hasScale, !number.digits.contains(","), !number.digits.contains(".") || isInternational else { return nil }
    var groups = 1
    var digits = number.digits.utf8.count
    var end = number.start + 1
    var hyphens = 0
    var k = end
    while limit.contains(k), k - number.start < 16 {
      if ["(", ")", "-"].contains(text(k)) || (isInternational && text(k) == ".") {
        k += 1
        continue
      }
      let word = text(k)
      guard word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), !word.isEmpty else { break }
      guard Int(token(k).start) - Int(token(end - 1).end) <= 3 else { break }
      if reader.isHyphenated(k) { hyphens += 1 }
      groups += 1
      digits += word.utf8.count
      end = k + 1
      k = end
    }
    let isCalled = isInternational || ["call", "tel", "phone", "telephone", "fax", "hotline", "helpline", "text", "whatsapp"].contains(text(number.start - 1))
      || (text(number.start - 1) == ":" && has(number.start - 2, .identifierWord)) || number.digits.hasPrefix("0")
    guard digits >= 7, groups >= 3 || (groups >= 2 && (hyphens > 0 || isCalled)) || isCalled, groups > 1 || isCalled else { return nil }
    if groups == 2, hyphens == 1, digits == 8 { return nil }  // 2020-2024
    return plain(number.start, end, .identifier)
  }

  /// "COVID-19", "omega-3", "vitamin B 12": a number that a hyphen joins to a word before it.
  func nameWithNumber(_ number: ReadNumber) -> Read? {
    let i = number.start
    guard !number.isWords, reader.isHyphenated(i), token(i - 1).isWord, !reader.startsWithDigit(i - 1),
      NumberReader.units[text(i - 1)] == nil, NumberReader.tens[text(i - 1)] == nil, NumberReader.scales[text(i - 1)] == nil
    else { return nil }
    if ["top", "under", "over", "pre", "post", "mid", "since", "age", "plus", "sub", "about"].contains(text(i - 1)) || has(i - 1, .month) { return nil }
    if has(i - 1, .ordinalWord) { return plain(i, number.end, .ordinal, value: number.value) }
    return plain(i, number.end, .identifier)
  }

  private func isMeasuredNext(_ number: ReadNumber) -> Bool {
    let k = number.end
    return !number.suffix.isEmpty || text(k) == "%" || has(k, .durationUnit) || has(k, .doseUnit) || (has(k, .measureUnit) && text(k).utf8.count > 1)
      || has(k, .people)
  }

  /// Years, months, days and times of day.
  func date(_ number: ReadNumber) -> Read? {
    if let date = dayAndMonth(number) { return date }
    let i = number.start
    let next = text(number.end)
    if number.suffix == "s" || number.suffix == "'s", number.digits.utf8.count == 4 || number.digits.utf8.count == 2, number.value.truncatingRemainder(dividingBy: 10) == 0, number.value > 0, !["over", "under", "the over", "the under"].contains(text(i - 1)) {
      return plain(i, number.end, .date)
    }
    if number.value <= 24 {
      if ["am", "pm"].contains(number.suffix) { return plain(i, number.end, .date) }
      if next == "am" || next == "pm" || next == "o'clock" { return plain(i, number.end + 1, .date) }
      if (next == "a" || next == "p"), text(number.end + 1) == ".", text(number.end + 2) == "m" { return plain(i, number.end + 3, .date) }
      if ["half", "quarter"].contains(text(i - 2)), ["past", "to"].contains(text(i - 1)) { return plain(i, number.end, .date) }
    }
    guard isYear(number) else { return nil }
    var end = number.end
    let followed = text(end)
    if reader.isHyphenated(end), ["today", "present", "now", "date"].contains(followed) { return plain(i, end, .date, value: number.value) }
    if followed == "/", reader.touches(end), let next = reader.read(end + 1), next.value == number.value + 1 || next.value == (number.value + 1).truncatingRemainder(dividingBy: 100) {
      return (Quantity(span: span(i, next.end), form: .plain, kind: .date, value: number.value, upper: number.value + 1), next.end)
    }
    if has(i - 1, .currency) || ["$", "€", "£", "¥", "%"].contains(text(i - 1)) || followed == "%" { return nil }
    if has(end, .people) || has(end, .researched) || has(end, .doseUnit) || has(end, .measureUnit) && followed.utf8.count > 1 || has(end, .durationUnit) {
      return nil
    }
    let isFiscal = reader.isHyphenated(end)
    if isFiscal, let last = reader.read(end), last.digits.utf8.count == 4 || last.digits.utf8.count == 2 {
      end = last.end
      return (
        Quantity(span: span(i, end), form: .plain, kind: .date, value: number.value, upper: last.value), end
      )
    }
    if has(i - 1, .month) { return plain(i - 1, end, .date, value: number.value) }
    if text(i - 1) == "al" || text(i - 1) == "." && text(i - 2) == "al" { return plain(i, end, .date, value: number.value) }
    let before = text(i - 1)
    let isCued = has(i - 1, .dateCue) || ["(", "[", ",", ";", "."].contains(before) || i == limit.lowerBound || before == "al" || [")", "]", ".", ",", ";", ":"].contains(followed) || end >= limit.upperBound
    let isCounted = !followed.isEmpty && token(end).isWord && !["and", "to", "or", "the", "we", "our", "was", "is", "has", "with", "by", "in", "for", "a", "as", "at", "on", "that", "when"].contains(followed) && before != "in" && before != "since" && before != "("
    return isCued && !isCounted || before == "in" || before == "since" || (1_900...2_099).contains(number.value) && !isCounted
      ? plain(i, end, .date, value: number.value) : nil
  }

  /// "12 March 2020", "March 12, 2020", "3rd of May".
  func dayAndMonth(_ number: ReadNumber) -> Read? {
    let i = number.start
    let isDay = number.value >= 1 && number.value <= 31 && !number.digits.contains(".") && (number.suffix.isEmpty || ["st", "nd", "rd", "th"].contains(number.suffix))
    guard isDay, !number.isWords else { return nil }
    let month = text(number.end) == "of" ? number.end + 1 : number.end
    if has(month, .month), isMonthName(month) {
      var end = month + 1
      if text(end) == "." { end += 1 }
      if text(end) == "," { end += 1 }
      if let year = reader.read(end), isYear(year) { end = year.end } else { end = month + 1 }
      return plain(i, end, .date)
    }
    if has(i - 1, .month), isMonthName(i - 1) {
      var end = number.end
      if text(end) == ",", let year = reader.read(end + 1), isYear(year) { end = year.end }
      return plain(i, end, .date)
    }
    return nil
  }

  /// "May" and "March" count as months only with a capital.
  private func isMonthName(_ i: Int) -> Bool {
    let first = stream.utf8[Int(token(i).start)]
    return first >= 0x41 && first <= 0x5A
  }
}
