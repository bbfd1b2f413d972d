import ContentModel
import Screening

/// A number as read from tokens, before what it is about is known.
struct ReadNumber {
  var value: Double
  /// Token indices; `end` is behind the last.
  var start: Int
  var end: Int
  /// Letters written onto the digits: `mg` of `50mg`.
  var suffix: String = ""
  /// Byte offset behind the digits, where there is a suffix.
  var digitsEnd: Int
  var isWords = false
  /// How the digits are written: `1,234`, `2020`, `1.2.3`.
  var digits = ""
  var hasScale = false
}

/// Reads numbers in digits and in English words.
struct NumberReader {
  let stream: WordStream
  let limit: Range<Int>
  /// The word classes of each token, where known.
  var classes: [WordClasses] = []

  func text(_ i: Int) -> String { limit.contains(i) ? stream.foldedText(stream.tokens[i]) : "" }

  /// Whether no byte lies between a token and the one before it.
  func touches(_ i: Int) -> Bool {
    limit.contains(i) && limit.contains(i - 1) && stream.tokens[i - 1].end == stream.tokens[i].start
  }

  /// Whether a hyphen alone lies between a token and the one before it.
  func isHyphenated(_ i: Int) -> Bool {
    guard limit.contains(i), limit.contains(i - 1) else { return false }
    let low = Int(stream.tokens[i - 1].end)
    let high = Int(stream.tokens[i].start)
    guard low < high, high - low <= 3 else { return false }
    return !stream.utf8[low..<high].contains { $0 <= 0x20 || $0 == 0xC2 || $0 == 0xA0 || $0 == 0xAF || $0 == 0x89 }
  }

  func startsWithDigit(_ i: Int) -> Bool {
    guard limit.contains(i) else { return false }
    let first = stream.folded[Int(stream.tokens[i].foldedStart)]
    return first >= 0x30 && first <= 0x39
  }

  /// The number that starts at a token.
  func read(_ i: Int) -> ReadNumber? {
    guard limit.contains(i) else { return nil }
    if startsWithDigit(i) { return readDigits(i) }
    if let value = Self.vulgarFractions[text(i)] {
      return ReadNumber(value: value, start: i, end: i + 1, digitsEnd: Int(stream.tokens[i].end))
    }
    return readWords(i)
  }

  static let vulgarFractions: [String: Double] = [
    "½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6, "⅘": 0.8, "⅛": 0.125, "⅜": 0.375,
    "⅝": 0.625, "⅞": 0.875,
  ]

  private func readDigits(_ i: Int) -> ReadNumber? {
    let bytes = Array(stream.foldedBytes(stream.tokens[i]).prefix(80))
    var k = 0
    while k < bytes.count, (bytes[k] >= 0x30 && bytes[k] <= 0x39) || bytes[k] == 0x2E || bytes[k] == 0x2C { k += 1 }
    let digits = String(decoding: bytes[..<k], as: UTF8.self)
    var number = ReadNumber(
      value: Self.value(bytes[..<k]), start: i, end: i + 1, suffix: String(decoding: bytes[k...], as: UTF8.self),
      digitsEnd: Int(stream.tokens[i].start) + k, digits: digits)
    if number.suffix.isEmpty { joinGroups(&number) }
    if number.suffix == "k" || number.suffix == "bn" {
      number.value *= number.suffix == "k" ? 1e3 : 1e9
      number.suffix = ""
      number.digitsEnd = Int(stream.tokens[i].end)
      number.hasScale = true
    }
    guard number.suffix.isEmpty else { return number }
    if let fraction = Self.vulgarFractions[text(number.end)], touches(number.end) || digits.utf8.count <= 2 {
      number.value += fraction
      number.end += 1
    }
    while let scale = Self.scales[text(number.end)], number.value < 1e15 {
      number.value *= scale
      number.end += 1
      number.hasScale = true
    }
    readPower(&number)
    number.digitsEnd = Int(stream.tokens[number.end - 1].end)
    return number
  }

  /// Whether people or studies are counted: "2 439 participants".
  private func countsPeople(_ i: Int) -> Bool {
    guard limit.contains(i), classes.indices.contains(i) else { return false }
    return classes[i].contains(.people) || classes[i].contains(.researched)
  }

  /// Joins groups of three that a no-break or thin space separates: "41 000".
  private func joinGroups(_ number: inout ReadNumber) {
    guard number.digits.utf8.count <= 3 else { return }
    while limit.contains(number.end), number.value < 1e12 {
      let next = text(number.end)
      guard next.utf8.count == 3, next.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return }
      let gap = stream.utf8[Int(stream.tokens[number.end - 1].end)..<Int(stream.tokens[number.end].start)]
      let isNarrow = gap.elementsEqual([0xC2, 0xA0]) || gap.elementsEqual([0xE2, 0x80, 0x89]) || gap.elementsEqual([0xE2, 0x80, 0xAF])
      guard isNarrow || (gap.elementsEqual([0x20]) && (next == "000" || countsPeople(number.end + 1))) else { return }
      number.value = number.value * 1_000 + (Double(next) ?? 0)
      number.digits += next
      number.end += 1
    }
  }

  /// Reads `× 10⁶`, `x 10^6` and the exponent of a bare `10⁶`.
  private func readPower(_ number: inout ReadNumber) {
    if number.value == 10, limit.contains(number.end), touches(number.end), let power = Self.superscript(text(number.end)) {
      number.value = Self.power(power)
      number.end += 1
      return
    }
    guard ["×", "x", "·", "*"].contains(text(number.end)), text(number.end + 1) == "10" else { return }
    if let power = Self.superscript(text(number.end + 2)) {
      number.value *= Self.power(power)
      number.end += 3
    } else if text(number.end + 2) == "^", let power = Double(text(number.end + 3)) {
      number.value *= Self.power(power)
      number.end += 4
    }
    number.hasScale = true
  }

  private static func power(_ exponent: Double) -> Double {
    var value = 1.0
    for _ in 0..<Int(min(max(exponent, 0), 30)) { value *= 10 }
    return value
  }

  private static func superscript(_ text: String) -> Double? {
    var value = 0.0
    guard !text.isEmpty, text.utf8.count <= 9 else { return nil }
    for scalar in text.unicodeScalars {
      guard let digit = "⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars.enumerated().first(where: { $0.element == scalar })?.offset else { return nil }
      value = value * 10 + Double(digit)
    }
    return value
  }

  /// The value of digits with points and commas: groups of three are thousands, one comma before other than three digits a decimal point.
  static func value(_ bytes: ArraySlice<UInt8>) -> Double {
    let parts = bytes.split(separator: 0x2C, omittingEmptySubsequences: false)
    var plain = bytes.filter { $0 != 0x2C }
    if parts.count == 2, parts[1].count != 3, !parts[1].contains(0x2E) {
      plain = Array(parts[0]) + [0x2E] + Array(parts[1])
    } else if plain.count(where: { $0 == 0x2E }) > 1 {
      plain = plain.filter { $0 != 0x2E }
    }
    return Double(String(decoding: plain, as: UTF8.self)) ?? 0
  }

  static let units: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
  ]
  static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  static let scales: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "millions": 1e6, "mn": 1e6, "billion": 1e9, "billions": 1e9, "bn": 1e9, "trillion": 1e12,
    "dozen": 12,
  ]

  /// Reads a cardinal in words: "ninety-three", "two hundred and fifty thousand", "a dozen".
  private func readWords(_ i: Int) -> ReadNumber? {
    var total = 0.0
    var current = 0.0
    var k = i
    var any = false
    var lastWasUnit = false
    if (text(i) == "a" || text(i) == "an") && ["hundred", "thousand", "million", "billion", "dozen"].contains(text(i + 1)) {
      current = 1
      k += 1
    }
    while limit.contains(k), k - i < 16 {
      let word = text(k)
      if let ten = Self.tens[word], current.truncatingRemainder(dividingBy: 100) == 0, !lastWasUnit {
        current += ten
        any = true
      } else if let unit = Self.units[word], !lastWasUnit {
        let isAfterTen = current.truncatingRemainder(dividingBy: 100) != 0
        if isAfterTen, unit > 9 || unit == 0 { break }
        current += unit
        any = true
        lastWasUnit = true
      } else if let scale = Self.scales[word], current > 0 {
        if scale == 100 || scale == 12 {
          current *= scale
        } else {
          total += current * scale
          current = 0
        }
        any = true
        lastWasUnit = false
      } else if word == "and", any, total + current >= 100, Self.units[text(k + 1)] != nil || Self.tens[text(k + 1)] != nil {
        k += 1
        continue
      } else {
        break
      }
      k += 1
    }
    guard any, total < 1e15 else { return nil }
    return ReadNumber(value: total + current, start: i, end: k, digitsEnd: Int(stream.tokens[k - 1].end), isWords: true, hasScale: total > 0)
  }
}
