package import ContentModel

/// A convention of file names that tells what a document is for: `{market}/{product}.{language}.md`.
///
/// Parts between `/` are compared with a path's, from the configuration file's
/// folder; a pattern without `/` with a file's name in any folder. `*` and `?`
/// stand for characters, `**` as a whole part for any number of folders, and
/// `{market}`, `{audience}`, `{product}`, `{language}` for letters, digits, `-`
/// and `_`, as few as the rest allows.
package struct NamePattern: Sendable, Equatable {
  package let text: String
  package let origin: Origin
  private let parts: [Part]
  private let isAnchored: Bool
  private let folder: String

  private enum Part: Equatable, Sendable {
    case anyFolders
    case name([Piece])
  }
  private enum Piece: Equatable, Sendable {
    case byte(UInt8), any, one
    case fact(DocumentFact)
  }

  package struct Mistake: Error, Sendable, Equatable {
    package let words: String
  }

  /// - Parameter folder: the absolute path that the pattern counts from.
  package init(_ text: String, folder: String, origin: Origin = .standard) throws(Mistake) {
    guard !text.isEmpty else { throw Mistake(words: "is empty") }
    guard text.utf8.count <= 1000 else { throw Mistake(words: "is longer than 1000 bytes") }
    var parts: [Part] = []
    var facts: [DocumentFact] = []
    for name in text.utf8.split(separator: 0x2F) {
      if name.elementsEqual("**".utf8) {
        parts.append(.anyFolders)
      } else {
        parts.append(.name(try Self.pieces(Array(name), &facts)))
      }
    }
    guard !facts.isEmpty else { throw Mistake(words: "names none of {market}, {audience}, {product}, {language}") }
    guard parts.count(where: { $0 == .anyFolders }) <= 2 else { throw Mistake(words: "holds ** more than twice") }
    guard Set(facts).count == facts.count else { throw Mistake(words: "names the same thing twice") }
    self.text = text
    self.origin = origin
    self.parts = parts
    self.folder = folder
    isAnchored = text.utf8.contains(0x2F)
  }

  private static func pieces(_ name: [UInt8], _ facts: inout [DocumentFact]) throws(Mistake) -> [Piece] {
    var pieces: [Piece] = []
    var i = 0
    while i < name.count {
      switch name[i] {
      case 0x2A: pieces.append(.any)
      case 0x3F: pieces.append(.one)
      case 0x7B:
        guard let end = name[i...].firstIndex(of: 0x7D) else { throw Mistake(words: "opens { and does not close it") }
        let word = String(decoding: name[(i + 1)..<end], as: UTF8.self)
        guard let fact = DocumentFact(rawValue: word) else {
          throw Mistake(words: "names {\(word)}; known are {market}, {audience}, {product}, {language}")
        }
        facts.append(fact)
        pieces.append(.fact(fact))
        i = end
      case let byte: pieces.append(.byte(byte))
      }
      i += 1
    }
    return pieces
  }

  /// What a path says; nil where the pattern does not fit it.
  ///
  /// - Parameter path: absolute, without `.` and `..`.
  package func facts(of path: String) -> [DocumentFact: String]? {
    let base = folder == "/" ? "/" : folder + "/"
    guard path.hasPrefix(base) else { return nil }
    let names = path.dropFirst(base.count).utf8.split(separator: 0x2F).map(Array.init)
    guard !names.isEmpty, names.count <= 200 else { return nil }
    if !isAnchored {
      guard let last = names.last, case .name(let pieces) = parts[0] else { return nil }
      return Self.match(pieces, last)
    }
    return match(parts[...], names[...])
  }

  private func match(_ parts: ArraySlice<Part>, _ names: ArraySlice<[UInt8]>) -> [DocumentFact: String]? {
    // `**` at most a few: what follows one decides, tried at each depth from the nearest.
    guard let part = parts.first else { return names.isEmpty ? [:] : nil }
    switch part {
    case .anyFolders:
      let rest = parts.dropFirst().drop { $0 == .anyFolders }
      let least = rest.count(where: { $0 != .anyFolders })
      guard !rest.isEmpty else { return names.isEmpty ? nil : [:] }
      var tail = names
      while tail.count >= least {
        if let facts = match(rest, tail) { return facts }
        tail = tail.dropFirst()
      }
      return nil
    case .name(let pieces):
      guard let name = names.first, let own = Self.match(pieces, name), let more = match(parts.dropFirst(), names.dropFirst()) else { return nil }
      return own.merging(more) { first, _ in first }
    }
  }

  /// Tries each place of each piece once: time and memory are the product of both lengths.
  private static func match(_ pieces: [Piece], _ name: [UInt8]) -> [DocumentFact: String]? {
    // fits[p][n]: whether the pieces from p on fit the bytes from n on.
    var fits = [[Bool]](repeating: [Bool](repeating: false, count: name.count + 1), count: pieces.count + 1)
    fits[pieces.count][name.count] = true
    for p in stride(from: pieces.count - 1, through: 0, by: -1) {
      for n in stride(from: name.count, through: 0, by: -1) {
        switch pieces[p] {
        case .byte(let byte): fits[p][n] = n < name.count && name[n] == byte && fits[p + 1][n + 1]
        case .one:
          let end = n < name.count ? characterEnd(name, n) : n
          fits[p][n] = end > n && fits[p + 1][end]
        case .any: fits[p][n] = fits[p + 1][n] || n < name.count && fits[p][n + 1]
        // One byte at least: further on the piece may end, or go on.
        case .fact: fits[p][n] = n < name.count && isFactByte(name[n]) && (fits[p + 1][n + 1] || fits[p][n + 1])
        }
      }
    }
    guard fits[0][0] else { return nil }
    var facts: [DocumentFact: String] = [:]
    var n = 0
    for (p, piece) in pieces.enumerated() {
      switch piece {
      case .byte: n += 1
      case .one: n = characterEnd(name, n)
      case .any: while !fits[p + 1][n] { n += 1 }
      case .fact(let fact):
        let start = n
        repeat { n += 1 } while !fits[p + 1][n]
        facts[fact] = String(decoding: name[start..<n], as: UTF8.self)
      }
    }
    return facts
  }

  private static func characterEnd(_ name: [UInt8], _ start: Int) -> Int {
    var end = start + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func isFactByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x5F || byte >= 0x80
  }
}
