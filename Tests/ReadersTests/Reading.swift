import ContentModel
import Readers
import Testing

/// Reads a text as UTF-8.
func read(_ text: String, _ format: DocumentFormat) throws -> Document {
  try read(Array(text.utf8), format)
}

func read(_ bytes: [UInt8], _ format: DocumentFormat) throws -> Document {
  try DocumentReader().read(bytes, path: "sample", format: format)
}

extension Document {
  /// The leaves of the tree.
  var leaves: [Block] {
    let parents = Set(blocks.compactMap(\.parent))
    return blocks.enumerated().filter { !parents.contains($0.offset) }.map(\.element)
  }

  /// One line a block: indentation by depth, kind, level, flags, label, and the words of leaves.
  var outline: [String] {
    let parents = Set(blocks.compactMap(\.parent))
    var depths: [Int] = []
    return blocks.enumerated().map { i, block in
      let depth = block.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      var line = String(repeating: "  ", count: depth) + block.kind.rawValue
      if block.level > 0 { line += " \(block.level)" }
      for (flag, name) in [(Block.Flags.hidden, "hidden"), (.inferred, "inferred"), (.furniture, "furniture"), (.header, "header")]
      where block.flags.contains(flag) { line += " \(name)" }
      if let label = block.label { line += " [\(label)]" }
      return parents.contains(i) ? line : line + ": " + text(block.span)
    }
  }

  /// One line a mark: kind, words, target.
  var markLines: [String] {
    marks.map { "\($0.kind.rawValue): \(text($0.span))" + ($0.target.map { " → \($0)" } ?? "") }
  }

  /// The only span of some words.
  func span(of words: String) throws -> Span {
    let needle = Array(words.utf8)
    let starts = utf8.indices.filter { utf8[$0...].starts(with: needle) }
    try #require(starts.count == 1, "“\(words)” must stand once in the text")
    return Span(starts[0], starts[0] + needle.count)
  }

  /// The original bytes of some words, range by range, as text.
  func sources(of words: String, in bytes: [UInt8]) throws -> [String] {
    sourceMap.locations(of: try span(of: words)).map { String(decoding: bytes[$0.startByte..<$0.endByte], as: UTF8.self) }
  }
}

/// Everything that must hold for any document; the empty list if it does.
func violations(_ document: Document, original: [UInt8]) -> [String] {
  var found: [String] = []
  let text = document.utf8
  let source = document.sourceMap.source.utf8
  if String(validating: text, as: UTF8.self) == nil { found.append("the text is not valid UTF-8") }
  var end = 0
  for segment in document.sourceMap.segments {
    if Int(segment.text) != end { found.append("gap or overlap in the map at \(segment.text)") }
    end = Int(segment.text + segment.textLength)
    let range = Int(segment.source)..<Int(segment.source + segment.sourceLength)
    if range.lowerBound < 0 || range.upperBound > source.count {
      found.append("a segment lies outside the source")
    } else if segment.kind == .verbatim, text[Int(segment.text)..<end] != source[range] {
      found.append("a verbatim segment differs from its source at \(segment.text)")
    }
  }
  if end != text.count { found.append("the map does not cover the text") }
  var parents = Set<Int>()
  for (i, block) in document.blocks.enumerated() {
    if block.span.start < 0 || block.span.end > text.count { found.append("a block lies outside the text") }
    if let parent = block.parent {
      parents.insert(parent)
      if parent >= i {
        found.append("a parent follows its child")
      } else if !document.blocks[parent].span.contains(block.span) {
        found.append("\(block.kind) \(i) lies outside its \(document.blocks[parent].kind)")
      }
    }
  }
  var last: Block?
  for (i, block) in document.blocks.enumerated() where !parents.contains(i) {
    if block.span.isEmpty { found.append("leaf \(i) is empty") }
    if let last, block.span.start <= last.span.end { found.append("leaf \(i) touches the one before it") }
    if block.span.start < text.count, text[block.span.start] & 0xC0 == 0x80 { found.append("a leaf cuts a character") }
    last = block
    for range in document.sourceMap.decodedRanges(of: block.span) where range.upperBound > source.count {
      found.append("a leaf maps outside the source")
    }
    let place = document.sourceMap.location(of: block.span)
    if place.startByte > place.endByte || place.endByte > original.count { found.append("a leaf's place is outside the file") }
  }
  for (mark, next) in zip(document.marks, document.marks.dropFirst()) where next.span < mark.span {
    found.append("marks are out of order")
  }
  for mark in document.marks where mark.span.end > text.count { found.append("a mark lies outside the text") }
  return found
}

/// A small seeded generator (SplitMix64), so that failures repeat.
struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
