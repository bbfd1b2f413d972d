import ContentModel

/// The extracted text while it grows, with its map to the decoded source.
struct TextBuilder {
  let source: [UInt8]
  private(set) var utf8: [UInt8] = []
  private(set) var segments: [SourceMap.Segment] = []
  /// Source ranges shown as one U+FFFC wherever they occur (template tags): ordered, disjoint.
  var objects: [Range<Int>] = []
  /// Behind the last source byte that was appended.
  private(set) var sourceEnd = 0

  private static let objectCharacter: [UInt8] = [0xEF, 0xBF, 0xBC]

  init(source: [UInt8]) { self.source = source }

  var count: Int { utf8.count }

  /// Appends a slice of the source as it stands, with objects replaced.
  mutating func verbatim(_ range: Range<Int>) {
    guard !objects.isEmpty else { return copy(range) }
    var i = range.lowerBound
    var next = firstObject(endingAfter: i)
    while next < objects.count, objects[next].lowerBound < range.upperBound {
      let object = objects[next]
      copy(i..<max(i, object.lowerBound))
      if object.lowerBound >= i { atomic(Self.objectCharacter, from: object) }
      i = min(object.upperBound, range.upperBound)
      next += 1
    }
    copy(i..<max(i, range.upperBound))
  }

  private func firstObject(endingAfter offset: Int) -> Int {
    var low = 0
    var high = objects.count
    while low < high {
      let middle = (low + high) / 2
      if objects[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = segments.last, last.kind == .verbatim, Int(last.source + last.sourceLength) == range.lowerBound {
      segments[segments.count - 1].textLength += Int32(range.count)
      segments[segments.count - 1].sourceLength += Int32(range.count)
    } else {
      add(.verbatim, length: range.count, source: range)
    }
    utf8.append(contentsOf: source[range])
    sourceEnd = range.upperBound
  }

  /// Appends text that stands for a source range as a whole.
  mutating func atomic(_ text: some Collection<UInt8>, from range: Range<Int>) {
    guard !text.isEmpty else { return }
    add(.atomic, length: text.count, source: range)
    utf8.append(contentsOf: text)
    sourceEnd = range.upperBound
  }

  /// Appends text that stands nowhere in the source.
  mutating func synthetic(_ text: some Collection<UInt8>) {
    guard !text.isEmpty else { return }
    if let last = segments.last, last.kind == .synthetic {
      segments[segments.count - 1].textLength += Int32(text.count)
    } else {
      add(.synthetic, length: text.count, source: sourceEnd..<sourceEnd)
    }
    utf8.append(contentsOf: text)
  }

  private mutating func add(_ kind: SourceMap.Segment.Kind, length: Int, source: Range<Int>) {
    segments.append(
      SourceMap.Segment(
        text: utf8.count, textLength: length, source: source.lowerBound, sourceLength: source.count, kind: kind))
  }
}
