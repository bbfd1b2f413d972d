/// One line of a `.gitignore` file (gitignore(5)).
struct IgnorePattern: Sendable {
  /// Whether the line takes back what an earlier one ignores.
  let isNegated: Bool
  private let isFolderOnly: Bool
  private let isAnchored: Bool
  private let pattern: [UInt8]

  /// nil for blank lines, comments, and lines that name nothing.
  init?(line: some Collection<UInt8>) {
    var bytes = Array(line)
    if bytes.last == 0x0D { bytes.removeLast() }
    if bytes.first == UInt8(ascii: "#") { return nil }
    // Spaces at the end count only behind a backslash.
    while bytes.last == 0x20, !(bytes.count > 1 && bytes[bytes.count - 2] == 0x5C) { bytes.removeLast() }
    isNegated = bytes.first == UInt8(ascii: "!")
    if isNegated { bytes.removeFirst() }
    isFolderOnly = bytes.last == 0x2F
    if isFolderOnly { bytes.removeLast() }
    isAnchored = bytes.contains(0x2F)
    if bytes.first == 0x2F { bytes.removeFirst() }
    guard !bytes.isEmpty, bytes.count <= 4096 else { return nil }
    pattern = bytes
  }

  /// - Parameter path: from the folder of the file that holds the line.
  func matches(_ path: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    if isFolderOnly, !isFolder { return false }
    if isAnchored { return Wildcard.fits(path, pattern[...]) }
    let name = path.lastIndex(of: 0x2F).map { path[($0 + 1)...] } ?? path
    return Wildcard.fits(name, pattern[...])
  }
}

/// Git's wildcards: `*` and `?` stop at `/`, `**` between slashes is any number of folders, `[a-z]` and `[!a-z]` are sets.
enum Wildcard {
  /// States of the pattern that may come next are kept for each byte, so that the time is the product of both lengths.
  static func fits(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    let items = parse(pattern)
    guard let items else { return false }
    var states = Set<Int>()
    add(0, items, &states, atStart: true)
    for (index, byte) in zip(text.indices, text) {
      var next = Set<Int>()
      let afterSlash = byte == 0x2F
      for state in states where state < items.count {
        switch items[state] {
        case .byte(let wanted): if wanted == byte { add(state + 1, items, &next, atStart: afterSlash) }
        case .any: if byte != 0x2F { add(state + 1, items, &next, atStart: false) }
        case .set(let set, let isNegated):
          if byte != 0x2F, set.contains(where: { $0.contains(byte) }) != isNegated { add(state + 1, items, &next, atStart: false) }
        case .star: if byte != 0x2F { add(state, items, &next, atStart: false) }
        case .folders:
          // Stays inside a name until its slash, and may end there.
          next.insert(state)
          if afterSlash { add(state + 1, items, &next, atStart: true) }
        case .everything: next.insert(state)
        }
      }
      if next.isEmpty { return false }
      states = next
      _ = index
    }
    return states.contains { isEnd($0, items) }
  }

  private enum Item {
    case byte(UInt8)
    case any
    case set([ClosedRange<UInt8>], isNegated: Bool)
    case star
    /// `**/`: nothing, or folders each with its slash.
    case folders
    /// `/**` at the end: everything inside.
    case everything
  }

  private static func isEnd(_ state: Int, _ items: [Item]) -> Bool {
    state >= items.count || items[state...].allSatisfy { if case .star = $0 { true } else { false } }
      || (state == items.count - 1 && { if case .everything = items[state] { true } else { false } }())
  }

  private static func add(_ state: Int, _ items: [Item], _ states: inout Set<Int>, atStart: Bool) {
    var state = state
    while states.insert(state).inserted, state < items.count {
      switch items[state] {
      case .star: state += 1
      case .folders where atStart: state += 1
      default: return
      }
    }
  }

  /// nil for a set that is not closed: such a line fits nothing.
  private static func parse(_ pattern: ArraySlice<UInt8>) -> [Item]? {
    let bytes = Array(pattern)
    var items: [Item] = []
    var i = 0
    while i < bytes.count {
      let isStart = i == 0 || bytes[i - 1] == 0x2F
      switch bytes[i] {
      case UInt8(ascii: "*"):
        let run = bytes[i...].prefix { $0 == UInt8(ascii: "*") }.count
        let after = i + run
        if run == 2, isStart, after < bytes.count, bytes[after] == 0x2F {
          items.append(.folders)
          i = after + 1
        } else if run == 2, isStart, i > 0, after == bytes.count {
          items.append(.everything)
          i = after
        } else {
          items.append(.star)
          i = after
        }
      case UInt8(ascii: "?"):
        items.append(.any)
        i += 1
      case UInt8(ascii: "["):
        guard let (set, end) = set(bytes, i + 1) else { return nil }
        items.append(set)
        i = end
      case UInt8(ascii: "\\") where i + 1 < bytes.count:
        items.append(.byte(bytes[i + 1]))
        i += 2
      default:
        items.append(.byte(bytes[i]))
        i += 1
      }
    }
    return items
  }

  private static func set(_ bytes: [UInt8], _ start: Int) -> (Item, Int)? {
    var i = start
    var isNegated = false
    if i < bytes.count, bytes[i] == UInt8(ascii: "!") || bytes[i] == UInt8(ascii: "^") {
      isNegated = true
      i += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    var isFirst = true
    while i < bytes.count, isFirst || bytes[i] != UInt8(ascii: "]") {
      isFirst = false
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count { i += 1 }
      let low = bytes[i]
      if i + 2 < bytes.count, bytes[i + 1] == UInt8(ascii: "-"), bytes[i + 2] != UInt8(ascii: "]") {
        if low <= bytes[i + 2] { ranges.append(low...bytes[i + 2]) }
        i += 3
      } else {
        ranges.append(low...low)
        i += 1
      }
    }
    guard i < bytes.count else { return nil }
    return (.set(ranges, isNegated: isNegated), i + 1)
  }
}
