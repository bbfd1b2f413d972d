/// Letters and signs of which every match of a regular expression must touch at least one, found by a cautious reading of its text.
///
/// The reading knows the parts of PCRE2's syntax that reviewers write; at anything else it gives up, and the pattern is
/// tried everywhere. Letter runs are those outside classes and repetitions; of each group of alternatives all must have
/// one. Among the parts of a sequence the one is taken that is likely to be rarest in English copy.
final class RequiredText: Sendable {
  /// Runs of three lower-case ASCII letters or more.
  let letters: [[UInt8]]
  let signs: SignClass
  /// How often something of it stands in a thousand words, roughly; screening is worth little above ``weak``.
  let weight: Int

  static let weak = 400
  static let shortestRun = 3

  /// Nil where nothing is known to be required.
  init?(pattern: String) {
    var reader = Reader(Array(pattern.utf8))
    guard let found = reader.read() else { return nil }
    letters = found.letters
    signs = found.signs
    weight = found.weight
  }

  init(letters: [[UInt8]], signs: SignClass, weight: Int) {
    self.letters = letters
    self.signs = signs
    self.weight = weight
  }

  /// What one part of a pattern requires.
  struct Requirement {
    var letters: [[UInt8]] = []
    var signs = SignClass()
    var weight = 0

    static let mostParts = 256

    /// What a choice between two parts requires.
    func or(_ other: Requirement) -> Requirement? {
      guard letters.count + other.letters.count <= Self.mostParts else { return nil }
      var both = self
      for run in other.letters where !both.letters.contains(run) { both.letters.append(run) }
      both.signs.formUnion(other.signs)
      both.weight += other.weight
      return both
    }
  }
}

/// Some of ASCII's signs and digits, and single characters beyond.
struct SignClass: Sendable, Equatable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var scalars: [UInt32] = []
  /// Whether it has the decimal digits of every script.
  private(set) var hasDigits = false

  init() {}

  func pack(into writer: inout PackedWriter) {
    writer.write([low, high])
    writer.write(scalars)
    writer.write(hasDigits)
  }

  init(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    let bits = try reader.array(of: UInt64.self)
    guard bits.count == 2 else { throw PackedReader.Nonsense() }
    (low, high) = (bits[0], bits[1])
    scalars = try reader.array(of: UInt32.self)
    hasDigits = try reader.bool()
  }

  var isEmpty: Bool { low == 0 && high == 0 && scalars.isEmpty && !hasDigits }

  mutating func insert(_ scalar: UInt32) {
    switch scalar {
    case ..<64: low |= 1 << UInt64(scalar)
    case ..<128: high |= 1 << UInt64(scalar - 64)
    default: if !scalars.contains(scalar) { scalars.append(scalar) }
    }
  }

  mutating func insertDigits() {
    hasDigits = true
    for digit in UInt32(0x30)...0x39 { insert(digit) }
  }

  mutating func formUnion(_ other: SignClass) {
    low |= other.low
    high |= other.high
    hasDigits = hasDigits || other.hasDigits
    for scalar in other.scalars { insert(scalar) }
  }

  /// Each as a text; digits together as `0-9`.
  var texts: [String] {
    var texts = scalars.compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
    for scalar in UInt32(0)..<128 where (scalar < 64 ? low >> UInt64(scalar) : high >> UInt64(scalar - 64)) & 1 == 1 {
      if hasDigits, (0x30...0x39).contains(scalar) { continue }
      if let scalar = Unicode.Scalar(scalar) { texts.append(String(Character(scalar))) }
    }
    return hasDigits ? texts + ["0-9"] : texts
  }

  /// How often one of them stands in a thousand words of copy, roughly.
  var weight: Int {
    var sum = hasDigits ? 40 : 0
    for scalar in UInt32(0)..<128 where (scalar < 64 ? low >> UInt64(scalar) : high >> UInt64(scalar - 64)) & 1 == 1 {
      switch scalar {
      case 0x2C, 0x2E: sum += 900
      case 0x2D: sum += 250
      case 0x27: sum += 200
      case 0x22, 0x28, 0x29, 0x3A, 0x3F, 0x2F: sum += 80
      case 0x30...0x39: sum += 25
      case 0x21: sum += 50
      default: sum += 10
      }
    }
    for scalar in scalars { sum += (0x2018...0x201D).contains(scalar) ? 100 : 10 }
    return sum
  }

  /// Calls `body` with the start and end of each in a text; of digits beyond ASCII also with characters that may be some.
  func forEach(in utf8: [UInt8], _ body: (Int, Int) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let b = bytes[i]
        if b < 0x80 {
          if (b < 64 ? low >> UInt64(b) : high >> UInt64(b - 64)) & 1 == 1 { body(i, i + 1) }
          i += 1
          continue
        }
        if scalars.isEmpty, !hasDigits {
          i += 1
          continue
        }
        let (scalar, length) = Folding.decode(bytes, i, bytes.count)
        if scalars.contains(scalar) || (hasDigits && Folding.classOf(scalar) == .digit) { body(i, i + length) }
        i += length
      }
    }
  }
}
