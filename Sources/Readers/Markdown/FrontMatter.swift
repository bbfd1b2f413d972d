import ContentModel
import Yams

/// The block of settings at the head of a Markdown file.
struct FrontMatter {
  /// The settings, without the fences.
  let content: Range<Int>
  /// Behind the closing fence's line.
  let end: Int
  private let source: [UInt8]
  private let isYAML: Bool

  static let maximumBytes = 64 << 10
  private static let maximumEntries = 500
  private static let maximumDepth = 16

  /// The front matter of a file that starts with `---` (YAML) or `+++` (TOML) and closes it.
  static func find(in source: [UInt8]) -> FrontMatter? {
    guard let fence = source.first, fence == 0x2D || fence == 0x2B, source.starts(with: [fence, fence, fence]) else {
      return nil
    }
    let first = lineEnd(source, from: 0)
    guard source[3..<first].allSatisfy(isWhiteSpace) else { return nil }
    var line = first
    while line < source.count {
      let end = lineEnd(source, from: line)
      let closes = source[line..<end].starts(with: [fence, fence, fence])
        || fence == 0x2D && source[line..<end].starts(with: [0x2E, 0x2E, 0x2E])
      if closes, source[(line + 3)..<end].allSatisfy(isWhiteSpace) {
        return FrontMatter(content: first..<line, end: end, source: source, isYAML: fence == 0x2D)
      }
      line = end
    }
    return nil
  }

  private static func lineEnd(_ source: [UInt8], from start: Int) -> Int {
    var i = start
    while i < source.count, source[i] != 0x0A, source[i] != 0x0D { i += 1 }
    if i + 1 < source.count, source[i] == 0x0D, source[i + 1] == 0x0A { return i + 2 }
    return min(source.count, i + 1)
  }

  /// Adds the settings to the document's metadata, and those that readers see to its text.
  func publish(into builder: DocumentBuilder) {
    func note(_ message: String) {
      builder.notes.append(ReadingNote(message: message, sourceByte: content.lowerBound))
    }
    guard isYAML else { return note("front matter in TOML is not read") }
    guard content.count <= Self.maximumBytes else {
      return note("front matter of more than \(Self.maximumBytes) bytes is not read")
    }
    guard isTame else { return note("front matter with that many aliases or levels is not read") }
    do {
      guard let root = try Yams.compose(yaml: String(decoding: source[content], as: UTF8.self)) else { return }
      guard root.mapping != nil else { return note("front matter is no mapping of keys to values, and not read") }
      var entries: [Entry] = []
      collect(root, key: "", depth: 0, into: &entries)
      write(entries, into: builder)
    } catch {
      note("front matter is not valid YAML, and not read")
    }
  }

  /// Whether the text stays clear of what makes YAML expensive: many aliases, deep nesting.
  private var isTame: Bool {
    var aliases = 0
    var brackets = 0
    var indicators = 0
    var previous: UInt8 = 0x0A
    for byte in source[content] {
      switch byte {
      case 0x2A where isWhiteSpace(previous) || previous == 0x5B || previous == 0x2C || previous == 0x7B: aliases += 1
      case 0x5B, 0x7B: brackets += 1
      case 0x0A, 0x0D: indicators = 0
      case 0x2D, 0x3F, 0x3A: if isWhiteSpace(previous) { indicators += 1 }
      default: break
      }
      if aliases > 16 || brackets > 200 || indicators > 32 { return false }
      previous = byte
    }
    return true
  }

  private struct Entry {
    var key: String
    var value: String
    /// Where the value starts; nil for joined lists.
    var mark: Mark?
  }

  private func collect(_ node: Node, key: String, depth: Int, into entries: inout [Entry]) {
    guard depth <= Self.maximumDepth, entries.count < Self.maximumEntries else { return }
    switch node {
    case .scalar(let scalar):
      // Block scalars end in a line feed that nobody means.
      let value = scalar.string.utf8.reversed().drop(while: isWhiteSpace).reversed()
      entries.append(Entry(key: key, value: String(decoding: Array(value), as: UTF8.self), mark: scalar.mark))
    case .mapping(let mapping):
      for (name, value) in mapping {
        guard let name = name.scalar?.string.lowercased() else { continue }
        collect(value, key: key.isEmpty ? name : "\(key).\(name)", depth: depth + 1, into: &entries)
      }
    case .sequence(let sequence):
      let words = sequence.prefix(Self.maximumEntries).compactMap { $0.scalar?.string }
      if words.count == min(sequence.count, Self.maximumEntries) {
        entries.append(Entry(key: key, value: words.joined(separator: ", "), mark: nil))
      } else {
        for (i, value) in sequence.enumerated() where value.scalar == nil {
          collect(value, key: "\(key).\(i)", depth: depth + 1, into: &entries)
        }
      }
    default: break
    }
  }

  private typealias Mark = Yams.Mark

  private func write(_ entries: [Entry], into builder: DocumentBuilder) {
    comment(entries, into: builder)
    for entry in entries {
      builder.metadata.append(MetadataEntry(key: entry.key, value: entry.value))
      if entry.key == "lang" || entry.key == "language", builder.language == nil { builder.language = entry.value }
    }
    let published = entries.filter { $0.mark != nil && Self.isPublished($0.key) && !$0.value.isEmpty }
    for entry in published.filter({ $0.key == "title" }) + published.filter({ $0.key != "title" }) {
      guard let mark = entry.mark else { continue }
      let isTitle = entry.key == "title"
      let style = DocumentBuilder.LeafStyle(kind: isTitle ? .title : .metadata, label: isTitle ? nil : entry.key)
      builder.addAside(style) { write(entry.value, from: offset(of: mark), into: $0) }
    }
  }

  /// `obstat-allow: { rule: reason }` says for the whole file what a comment says for a block.
  private func comment(_ entries: [Entry], into builder: DocumentBuilder) {
    for entry in entries where entry.key == Self.allowKey || entry.key.hasPrefix(Self.allowKey + ".") {
      let start = entry.mark.map { offset(of: $0) } ?? content.lowerBound
      let place = start..<max(start, min(endOfScalar(from: start), content.upperBound))
      let subject = entry.key.dropFirst(Self.allowKey.count + 1)
      let words = Array("obstat allow-file \(subject): \(entry.value)".utf8)
      builder.comments.append(Comment(text: CommentPlacement.words(words) ?? "obstat", source: place))
    }
  }

  private static let allowKey = "obstat-allow"

  private static func isPublished(_ key: String) -> Bool {
    let name = key.split(separator: ".").last ?? ""
    return ["title", "subtitle", "description", "summary", "excerpt"].contains(name)
  }

  /// The source offset of a line and column, both from 1, columns in scalars.
  private func offset(of mark: Mark) -> Int {
    var line = content.lowerBound
    for _ in 1..<max(1, mark.line) { line = Self.lineEnd(source, from: line) }
    var i = min(line, content.upperBound)
    var column = 1
    while i < content.upperBound, column < mark.column {
      i += 1
      while i < content.upperBound, source[i] & 0xC0 == 0x80 { i += 1 }
      column += 1
    }
    return i
  }

  /// Writes a scalar: word by word where the source has the same words, else as a whole.
  private func write(_ value: String, from start: Int, into builder: DocumentBuilder) {
    var i = start
    // An anchor or tag may stand before the value; quotes and block indicators do.
    if i < content.upperBound, source[i] == 0x22 || source[i] == 0x27 {
      i += 1
    } else if i < content.upperBound, source[i] == 0x7C || source[i] == 0x3E {
      i = Self.lineEnd(source, from: i)
    }
    var words: [Range<Int>] = []
    for word in value.utf8.split(whereSeparator: isWhiteSpace) {
      while i < content.upperBound, isWhiteSpace(source[i]) { i += 1 }
      guard i + word.count <= content.upperBound, source[i..<(i + word.count)].elementsEqual(word) else {
        let end = endOfScalar(from: start)
        builder.words(Array(value.utf8.map { $0 == 0 ? 0x20 : $0 }), from: start..<end)
        return
      }
      words.append(i..<(i + word.count))
      i += word.count
    }
    for (k, word) in words.enumerated() {
      if k > 0 { builder.space(words[k - 1].upperBound..<word.lowerBound) }
      builder.words(word)
    }
  }

  private func endOfScalar(from start: Int) -> Int {
    guard start < content.upperBound else { return content.upperBound }
    let quote = source[start]
    guard quote == 0x22 || quote == 0x27 else { return trimmedEnd(Self.lineEnd(source, from: start), from: start) }
    var i = start + 1
    while i < content.upperBound, source[i] != quote {
      if quote == 0x22, source[i] == 0x5C { i += 1 }
      i += 1
    }
    return min(i + 1, content.upperBound)
  }

  private func trimmedEnd(_ end: Int, from start: Int) -> Int {
    var i = min(end, content.upperBound)
    while i > start, isWhiteSpace(source[i - 1]) { i -= 1 }
    return i
  }
}
