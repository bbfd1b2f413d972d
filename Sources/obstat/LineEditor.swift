import Glibc

/// Reads lines at a terminal with editing, history and completion; from a pipe, lines as they come.
///
/// A small one of our own: a library would have to be loaded by every command. Keys
/// are those of Emacs, as in other prompts. Width is counted in scalars.
final class LineEditor {
  /// What may stand in place of the typed end of a line; see ``RuleSession/completions(_:)``.
  var complete: (String) -> (typed: Int, candidates: [String]) = { _ in (0, []) }
  private(set) var history: [String] = []
  private static let mostHistory = 1000

  private let isTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
  private var pending: [UInt8] = []

  private var line: [Unicode.Scalar] = []
  private var cursor = 0
  private var prompt = ""
  private var killed: [Unicode.Scalar] = []

  /// Lines of earlier sessions, oldest first.
  func remember(_ lines: [String]) { history = Array((history + lines).suffix(Self.mostHistory)) }

  /// The next line without its end; nil at the end of input, or Ctrl-D on an empty line. Ctrl-C gives an empty line.
  func read(_ prompt: String) -> String? {
    guard isTerminal else { return plainLine() }
    var saved = termios()
    guard tcgetattr(STDIN_FILENO, &saved) == 0 else { return plainLine() }
    var raw = saved
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &saved) }
    self.prompt = prompt
    line = []
    cursor = 0
    let text = edit()
    Output.standard.write("\r\n")
    if let text, !text.isEmpty, text != history.last { remember([text]) }
    return text
  }

  // MARK: Input

  private func byte() -> UInt8? {
    if !pending.isEmpty { return pending.removeFirst() }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let n = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if n < 0, errno == EINTR { continue }
      guard n > 0 else { return nil }
      pending = Array(buffer[1..<n])
      return buffer[0]
    }
  }

  private func plainLine() -> String? {
    var bytes: [UInt8] = []
    while let next = byte() {
      if next == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(next)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The rest of a character that begins with a byte.
  private func scalar(_ first: UInt8) -> Unicode.Scalar? {
    var bytes = [first]
    let more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0
    for _ in 0..<more {
      guard let next = byte() else { return nil }
      bytes.append(next)
    }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first
  }

  // MARK: Editing

  private func edit() -> String? {
    var place = history.count
    var draft: [Unicode.Scalar] = []
    func go(to next: Int) {
      guard next >= 0, next <= history.count, next != place else { return }
      if place == history.count { draft = line }
      place = next
      line = place == history.count ? draft : Array(history[place].unicodeScalars)
      cursor = line.count
    }
    draw()
    while let key = byte() {
      switch key {
      case 0x0D, 0x0A: return text
      case 0x03:
        Output.standard.write("^C")
        return ""
      case 0x04:
        if line.isEmpty { return nil }
        delete(cursor..<min(cursor + 1, line.count), keep: false)
      case 0x01: cursor = 0
      case 0x05: cursor = line.count
      case 0x02: cursor = max(0, cursor - 1)
      case 0x06: cursor = min(line.count, cursor + 1)
      case 0x0B: delete(cursor..<line.count, keep: true)
      case 0x15: delete(0..<cursor, keep: true)
      case 0x17: delete(wordStart..<cursor, keep: true)
      case 0x19: insert(killed)
      case 0x0C: Output.standard.write("\u{1B}[H\u{1B}[2J")
      case 0x10: go(to: place - 1)
      case 0x0E: go(to: place + 1)
      case 0x7F, 0x08: delete(max(0, cursor - 1)..<cursor, keep: false)
      case 0x09: completeWord()
      case 0x1B: escape(up: { go(to: place - 1) }, down: { go(to: place + 1) })
      case 0x00..<0x20: break
      default: if let scalar = scalar(key) { insert([scalar]) }
      }
      draw()
    }
    return nil
  }

  private func escape(up: () -> Void, down: () -> Void) {
    guard let kind = byte() else { return }
    switch kind {
    case UInt8(ascii: "b"): cursor = wordStart
    case UInt8(ascii: "f"): cursor = wordEnd
    case UInt8(ascii: "d"): delete(cursor..<wordEnd, keep: true)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      var parameters: [UInt8] = []
      while let next = byte() {
        if next >= 0x40 {
          switch (next, parameters) {
          case (UInt8(ascii: "A"), _): up()
          case (UInt8(ascii: "B"), _): down()
          case (UInt8(ascii: "C"), []): cursor = min(line.count, cursor + 1)
          case (UInt8(ascii: "D"), []): cursor = max(0, cursor - 1)
          case (UInt8(ascii: "C"), _): cursor = wordEnd
          case (UInt8(ascii: "D"), _): cursor = wordStart
          case (UInt8(ascii: "H"), _): cursor = 0
          case (UInt8(ascii: "F"), _): cursor = line.count
          case (UInt8(ascii: "~"), let digits) where digits.first == UInt8(ascii: "3"):
            delete(cursor..<min(cursor + 1, line.count), keep: false)
          case (UInt8(ascii: "~"), let digits) where digits.first == UInt8(ascii: "1"): cursor = 0
          case (UInt8(ascii: "~"), let digits) where digits.first == UInt8(ascii: "4"): cursor = line.count
          default: break
          }
          return
        }
        parameters.append(next)
      }
    default: break
    }
  }

  private var text: String { String(String.UnicodeScalarView(line)) }

  private func isWord(_ index: Int) -> Bool {
    let scalar = line[index]
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0, !isWord(start - 1) { start -= 1 }
    while start > 0, isWord(start - 1) { start -= 1 }
    return start
  }

  private var wordEnd: Int {
    var end = cursor
    while end < line.count, !isWord(end) { end += 1 }
    while end < line.count, isWord(end) { end += 1 }
    return end
  }

  private func insert(_ scalars: [Unicode.Scalar]) {
    line.insert(contentsOf: scalars, at: cursor)
    cursor += scalars.count
  }

  private func delete(_ range: Range<Int>, keep: Bool) {
    if range.isEmpty { return }
    if keep { killed = Array(line[range]) }
    line.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Puts in what all candidates share, else shows them.
  private func completeWord() {
    let before = String(String.UnicodeScalarView(line[..<cursor]))
    let (typed, candidates) = complete(before)
    guard let first = candidates.first else { return }
    var shared = Array(first.unicodeScalars)
    for candidate in candidates.dropFirst() {
      let other = Array(candidate.unicodeScalars)
      shared = Array(zip(shared, other).prefix { $0 == $1 }.map(\.0))
    }
    if shared.count > typed {
      insert(Array(shared[typed...]))
    } else if candidates.count > 1 {
      Output.standard.write("\r\n" + candidates.joined(separator: "  ") + "\r\n")
    }
  }

  /// The prompt and the part of the line around the cursor that fits.
  private func draw() {
    let width = max(20, (Output.standard.width ?? 80) - prompt.unicodeScalars.count - 1)
    let start = cursor > width ? cursor - width : 0
    let shown = line[start..<min(line.count, start + width)].map { $0.value < 0x20 ? " " : $0 }
    let back = shown.count - (cursor - start)
    Output.standard.write(
      "\r" + prompt + String(String.UnicodeScalarView(shown)) + "\u{1B}[K" + (back > 0 ? "\u{1B}[\(back)D" : ""))
  }
}
