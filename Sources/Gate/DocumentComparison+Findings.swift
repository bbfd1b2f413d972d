package import ContentModel

extension DocumentComparison {
  /// Compares two versions that were checked by the same rules: equal findings answer for each other one by one, in order.
  package init(old: DocumentReport, new: DocumentReport) {
    var waiting: [String: ArraySlice<Int>] = [:]
    func key(_ reported: ReportedFinding) -> String { reported.finding.rule + "\t" + reported.fingerprint }
    for (index, reported) in old.findings.enumerated() { waiting[key(reported), default: []].append(index) }
    var added: [ReportedFinding] = []
    var pairs: [(old: Int, new: Int)] = []
    for (index, reported) in new.findings.enumerated() {
      if let known = waiting[key(reported)]?.popFirst() { pairs.append((known, index)) } else { added.append(reported) }
    }
    let matched = Set(pairs.map(\.old))
    let inOrder = Self.longestIncreasing(pairs.map(\.old))
    self.init(
      old: old, new: new, added: added, fixed: old.findings.indices.filter { !matched.contains($0) }.map { old.findings[$0] },
      open: pairs.enumerated().map { position, pair in
        Open(old: old.findings[pair.old], new: new.findings[pair.new], isMoved: !inOrder.contains(position))
      })
  }

  /// Positions of a longest increasing subsequence (patience sorting: n log n).
  private static func longestIncreasing(_ numbers: [Int]) -> Set<Int> {
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for position in numbers.indices {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < numbers[position] { low = middle + 1 } else { high = middle }
      }
      previous[position] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(position) } else { ends[low] = position }
    }
    var result: Set<Int> = []
    var next = ends.last
    while let position = next {
      result.insert(position)
      next = previous[position]
    }
    return result
  }
}
