extension RequiredText {
  /// Reads a pattern once, from left to right.
  struct Reader {
    private let p: [UInt8]
    private var i = 0
    /// Whether something was met that this reading does not know.
    private var isLost = false

    private static let deepest = 40

    init(_ pattern: [UInt8]) { p = pattern }

    mutating func read() -> Requirement? {
      let found = choice(depth: 0)
      return isLost || i < p.count ? nil : found
    }

    /// One part of a sequence.
    private enum Part {
      case letter(UInt8)
      case required(Requirement?)
    }

    /// Alternatives up to the closing parenthesis, which is not read, or the end.
    private mutating func choice(depth: Int) -> Requirement? {
      guard depth < Self.deepest else {
        isLost = true
        return nil
      }
      var all = sequence(depth: depth)
      while i < p.count, p[i] == 0x7C, !isLost {
        i += 1
        let next = sequence(depth: depth)
        if let one = all, let next { all = one.or(next) } else { all = nil }
      }
      return all
    }

    private mutating func sequence(depth: Int) -> Requirement? {
      var best: Requirement?
      var run: [UInt8] = []
      func consider(_ found: Requirement?) {
        guard let found else { return }
        if let known = best, known.weight <= found.weight { return }
        best = found
      }
      func finishRun() {
        if run.count >= RequiredText.shortestRun {
          consider(Requirement(letters: [run], weight: Commonness.weight(of: run)))
        }
        run = []
      }
      while i < p.count, p[i] != 0x7C, p[i] != 0x29, !isLost {
        let part = part(depth: depth)
        let repetition = quantifier()
        switch part {
        case .letter(let letter):
          if repetition.least > 0 { run.append(letter) }
          if repetition.isGiven { finishRun() }
        case .required(let found):
          finishRun()
          if repetition.least > 0 { consider(found) }
        }
      }
      finishRun()
      return best
    }

    /// The repetition that follows a part: whether there is one, and how often the part occurs at least (1 stands for more).
    private mutating func quantifier() -> (isGiven: Bool, least: Int) {
      guard i < p.count else { return (false, 1) }
      var least = 1
      switch p[i] {
      case 0x2A, 0x3F:
        least = 0
        i += 1
      case 0x2B: i += 1
      case 0x7B:
        var k = i + 1
        var digits: [UInt8] = []
        while k < p.count, p[k] >= 0x30, p[k] <= 0x39 {
          digits.append(p[k])
          k += 1
        }
        // Not a repetition in every version of PCRE2: the brace stands for itself, or the part is optional.
        let isPlain = k < p.count && (p[k] == 0x7D || p[k] == 0x2C) && !digits.isEmpty
        if !isPlain || digits.allSatisfy({ $0 == 0x30 }) { least = 0 }
        guard let end = p[i...].firstIndex(of: 0x7D) else {
          isLost = true
          return (true, 0)
        }
        i = end + 1
      default: return (false, 1)
      }
      if i < p.count, p[i] == 0x3F || p[i] == 0x2B { i += 1 }
      return (true, least)
    }

    private mutating func part(depth: Int) -> Part {
      let b = p[i]
      switch b {
      case 0x5C: return escape()
      case 0x5B: return .required(characterClass())
      case 0x28: return .required(group(depth: depth))
      case 0x41...0x5A, 0x61...0x7A:
        i += 1
        return .letter(b | 0x20)
      case 0x2E, 0x5E, 0x24, 0x00...0x20:  // any character, the edges, white space
        i += 1
        return .required(nil)
      default:
        return .required(sign())
      }
    }

    /// A character that stands for itself.
    private mutating func sign() -> Requirement? {
      var signs = SignClass()
      let sign = scalar()
      guard Self.hasNoCase(sign) else { return nil }
      signs.insert(sign)
      return Requirement(signs: signs, weight: signs.weight)
    }

    /// Whether a character that is no ASCII letter matches itself alone.
    private static func hasNoCase(_ scalar: UInt32) -> Bool {
      if scalar < 0x80 { return true }
      if scalar == 0xFFFD || (0x24B6...0x24E9).contains(scalar) { return false }
      switch Folding.classOf(scalar) {
      case .other, .apostrophe, .hyphen, .superscript: return true
      case .space, .letter, .digit, .ignorable, .combining: return false
      }
    }

    private mutating func scalar() -> UInt32 {
      let (scalar, length) = p.withUnsafeBufferPointer { Folding.decode($0, i, $0.count) }
      i += length
      return scalar
    }

    private mutating func escape() -> Part {
      i += 1
      guard i < p.count else { return lost() }
      let e = p[i]
      switch e {
      case 0x64:  // \d
        i += 1
        var digits = SignClass()
        digits.insertDigits()
        return .required(Requirement(signs: digits, weight: digits.weight))
      case 0x45, 0x51, 0x67, 0x6B, 0x4E, 0x6F, 0x63: return lost()  // \E \Q \g \k \N \o \c
      case 0x30...0x39:
        while i < p.count, p[i] >= 0x30, p[i] <= 0x39 { i += 1 }
        return .required(nil)
      case 0x78:  // \x41, \x{41}
        i += 1
        if i < p.count, p[i] == 0x7B { return skipBraces() }
        var digits = 0
        while i < p.count, digits < 2, Self.isHex(p[i]) {
          i += 1
          digits += 1
        }
        return .required(nil)
      case 0x70, 0x50:  // \p{L}, \pL
        i += 1
        guard i < p.count else { return lost() }
        if p[i] == 0x7B { return skipBraces() }
        i += 1
        return .required(nil)
      case 0x41...0x5A, 0x61...0x7A:
        i += 1
        return .required(nil)
      default: return .required(sign())
      }
    }

    private mutating func skipBraces() -> Part {
      guard let end = p[i...].firstIndex(of: 0x7D) else { return lost() }
      i = end + 1
      return .required(nil)
    }

    private mutating func lost() -> Part {
      isLost = true
      return .required(nil)
    }

    private static func isHex(_ b: UInt8) -> Bool { (b >= 0x30 && b <= 0x39) || (b | 0x20 >= 0x61 && b | 0x20 <= 0x66) }

    private mutating func characterClass() -> Requirement? {
      i += 1
      var signs = SignClass()
      var isWide = false
      if i < p.count, p[i] == 0x5E {
        isWide = true
        i += 1
      }
      var isFirst = true
      while i < p.count, isFirst || p[i] != 0x5D {
        isFirst = false
        switch p[i] {
        case 0x5B:
          // [:alpha:] and its like.
          if i + 1 < p.count, [0x3A, 0x2E, 0x3D].contains(p[i + 1]) {
            guard let end = p[(i + 2)...].firstIndex(of: 0x5D) else {
              isLost = true
              return nil
            }
            isWide = true
            i = end + 1
          } else {
            signs.insert(0x5B)
            i += 1
          }
        case 0x5C:
          i += 1
          guard i < p.count else {
            isLost = true
            return nil
          }
          let e = p[i]
          if e == 0x64 {
            signs.insertDigits()
            i += 1
          } else if (e | 0x20 >= 0x61 && e | 0x20 <= 0x7A) || (e >= 0x30 && e <= 0x39) {
            if e == 0x51 || e == 0x45 || e == 0x63 {
              isLost = true
              return nil
            }
            isWide = true
            i += 1
            if i < p.count, p[i] == 0x7B { _ = skipBraces() }
          } else {
            signs.insert(scalar())
          }
        default:
          let first = scalar()
          if (first | 0x20 >= 0x61 && first | 0x20 <= 0x7A) || first <= 0x20 || !Self.hasNoCase(first) { isWide = true }
          if i + 1 < p.count, p[i] == 0x2D, p[i + 1] != 0x5D {
            i += 1
            guard i < p.count, p[i] != 0x5C, p[i] != 0x5B else {
              isWide = true
              continue
            }
            let last = scalar()
            if first >= 0x21, last < 0x7F, last > first, last - first < 16 {
              for s in first...last { signs.insert(s) }
              if last >= 0x41 { isWide = true }
            } else {
              isWide = true
            }
          } else {
            signs.insert(first)
          }
        }
      }
      guard i < p.count else {
        isLost = true
        return nil
      }
      i += 1
      return isWide || signs.isEmpty ? nil : Requirement(signs: signs, weight: signs.weight)
    }

    private mutating func group(depth: Int) -> Requirement? {
      i += 1
      var isLookaround = false
      if i < p.count, p[i] == 0x2A {
        isLost = true
        return nil
      }
      if i < p.count, p[i] == 0x3F {
        i += 1
        guard i < p.count else {
          isLost = true
          return nil
        }
        switch p[i] {
        case 0x3A, 0x3E, 0x7C: i += 1  // (?: (?> (?|
        case 0x3D, 0x21:  // (?= (?!
          isLookaround = true
          i += 1
        case 0x23:  // (?#
          while i < p.count, p[i] != 0x29 { i += 1 }
          i = min(i + 1, p.count)
          return nil
        case 0x3C where i + 1 < p.count && (p[i + 1] == 0x3D || p[i + 1] == 0x21):  // (?<= (?<!
          isLookaround = true
          i += 2
        case 0x3C where i + 1 < p.count && (p[i + 1] | 0x20 >= 0x61 && p[i + 1] | 0x20 <= 0x7A || p[i + 1] == 0x5F):
          guard let end = p[i...].firstIndex(of: 0x3E) else {
            isLost = true
            return nil
          }
          i = end + 1
        default:
          // Options: (?-i) for the rest of the group, (?-i:…) for a group of its own.
          var isOff = false
          while i < p.count, p[i] != 0x29, p[i] != 0x3A {
            switch p[i] {
            case 0x2D: isOff = true
            case 0x69, 0x6D, 0x73: break
            case 0x78 where isOff: break
            default: isLost = true
            }
            i += 1
          }
          guard i < p.count, !isLost else {
            isLost = true
            return nil
          }
          i += 1
          if p[i - 1] == 0x29 { return nil }
        }
      }
      let found = choice(depth: depth + 1)
      guard i < p.count, p[i] == 0x29, !isLost else {
        isLost = true
        return nil
      }
      i += 1
      return isLookaround ? nil : found
    }
  }

  /// How common runs of letters are.
  enum Commonness {
    /// How often a run stands in a thousand words of copy, roughly.
    static func weight(of run: [UInt8]) -> Int {
      let text = String(decoding: run, as: UTF8.self)
      if common.contains(text) { return 150 }
      switch run.count {
      case 3: return 12
      case 4: return 5
      case 5: return 3
      default: return 2
      }
    }

    private static let common: Set<String> = Set(
      """
      the and ing ion ent for you her hat tha all ith with this that your have from are not can our was one out res com con pro per \
      int ate ess men nce sta ted str tio ive ect will has but his they more who its ers ter est ere ver ill any use how new may ons \
      than been when what their which there about other into time over most also some then them able ment
      """.split(separator: " ").map(String.init))
  }
}
