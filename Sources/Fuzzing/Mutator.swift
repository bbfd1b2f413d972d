/// Makes inputs from samples: splices, repeats and breaks them, byte by byte and piece by piece.
package struct Mutator: Sendable {
  /// Whole inputs to start from.
  let corpus: [[UInt8]]
  /// Pieces of the input's language, put in anywhere.
  let pieces: [[UInt8]]
  /// Bytes of the longest input.
  package let limit: Int

  package init(corpus: [[UInt8]], pieces: [String], limit: Int) {
    self.corpus = corpus
    self.pieces = pieces.map { Array($0.utf8) }
    self.limit = limit
  }

  /// The input that a seed stands for.
  package func input(seed: UInt64) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes = start(&generator)
    for _ in 0..<generator.below(12) { change(&bytes, &generator) }
    return bytes.count > limit ? Array(bytes[..<limit]) : bytes
  }

  private func start(_ generator: inout SeededGenerator) -> [UInt8] {
    if generator.chance(3) || corpus.isEmpty {
      var bytes: [UInt8] = []
      for _ in 0..<(1 + generator.below(30)) {
        bytes += generator.pick(pieces) ?? []
        if generator.chance(2) { bytes.append(0x20) }
      }
      return bytes
    }
    let sample = generator.pick(corpus) ?? []
    if generator.chance(4) { return sample }
    return slice(of: sample, longest: 1 + generator.below(limit), &generator)
  }

  private func slice(of sample: [UInt8], longest: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    let low = generator.below(sample.count)
    return Array(sample[low..<min(sample.count, low + generator.below(longest))])
  }

  private static let troublesome: [[UInt8]] = [
    [0], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x99], [0xCC, 0x81], [0xF0, 0x9F, 0x98, 0x80], [0x0D],
    [0x0D, 0x0A], [0x0B], [0x1B], [0x7F], [0xC2, 0xA0], [0xC2, 0xAD], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80, 0xA8], [0xEF, 0xBF, 0xBD], [0xFE, 0xFF],
  ]

  private func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let i = generator.below(bytes.count + 1)
    let end = min(bytes.count, i + 1 + generator.below(generator.chance(4) ? 400 : 12))
    switch generator.below(10) {
    case 0: if i < bytes.count { bytes[i] = UInt8(truncatingIfNeeded: generator.next()) }
    case 1: bytes.insert(contentsOf: generator.pick(Self.troublesome) ?? [], at: i)
    case 2: bytes.removeSubrange(i..<end)
    case 3, 4: bytes.insert(contentsOf: generator.pick(pieces) ?? [], at: i)
    case 5:
      // Something again and again: nesting and repetition are where quadratic code shows.
      let unit = generator.chance(2) ? generator.pick(pieces) ?? [] : Array(bytes[i..<end])
      let times = min(generator.below(generator.chance(8) ? 2000 : 30), unit.isEmpty ? 0 : limit / unit.count)
      bytes.insert(contentsOf: repeatElement(unit, count: times).joined(), at: i)
    case 6: bytes.insert(contentsOf: slice(of: generator.pick(corpus) ?? [], longest: 300, &generator), at: i)
    case 7: bytes.insert(contentsOf: Array(bytes[i..<end]), at: generator.below(bytes.count + 1))
    case 8: bytes.removeSubrange(i...)
    default: if i < bytes.count { bytes[i] ^= 1 << UInt8(generator.below(8)) }
    }
  }
}
