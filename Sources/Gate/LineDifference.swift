/// Two texts as a unified diff, which `patch` and `git apply` take.
package enum LineDifference {
  private static let context = 3

  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// - Returns: empty where the texts are the same.
  package static func unified(_ old: [UInt8], _ new: [UInt8], path: String) -> [UInt8] {
    let a = lines(old)
    let b = lines(new)
    let hunks = hunks(changes(a, b))
    guard !hunks.isEmpty else { return [] }
    var output = Array("--- a/\(path)\n+++ b/\(path)\n".utf8)
    for hunk in hunks {
      let low = max(0, (hunk.first?.old.lowerBound ?? 0) - context)
      let newLow = max(0, (hunk.first?.new.lowerBound ?? 0) - ((hunk.first?.old.lowerBound ?? 0) - low))
      let high = min(a.count, (hunk.last?.old.upperBound ?? 0) + context)
      let newHigh = (hunk.last?.new.upperBound ?? 0) + (high - (hunk.last?.old.upperBound ?? 0))
      output += "@@ -\(position(low..<high)) +\(position(newLow..<newHigh)) @@\n".utf8
      var line = low
      for change in hunk {
        for i in line..<change.old.lowerBound { write(" ", a[i], to: &output) }
        for i in change.old { write("-", a[i], to: &output) }
        for i in change.new { write("+", b[i], to: &output) }
        line = change.old.upperBound
      }
      for i in line..<high { write(" ", a[i], to: &output) }
    }
    return output
  }

  /// With terminators, so that a missing last one shows.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where bytes[i] == 0x0A {
      lines.append(bytes[start...i])
      start = i + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(_ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]) -> [Change] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in b.difference(from: a) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [Change] = []
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let start = (i, j)
      while i < a.count, removed.contains(i) { i += 1 }
      while j < b.count, inserted.contains(j) { j += 1 }
      if (i, j) != start { changes.append(Change(old: start.0..<i, new: start.1..<j)) }
      if i < a.count, !removed.contains(i) { (i, j) = (i + 1, j + 1) }
    }
    return changes
  }

  private static func hunks(_ changes: [Change]) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func position(_ range: Range<Int>) -> String {
    let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
    return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
  }

  private static func write(_ sign: String, _ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    output += sign.utf8
    output += line
    if line.last != 0x0A { output += "\n\\ No newline at end of file\n".utf8 }
  }
}
