import ContentModel

/// Folds each finding into one that explains it: overlapping words, of a category that its rule names in `folds_into`.
///
/// A finding folds into one other, the first by place. Where that one folds on,
/// all end in the last; where two would fold into each other, the second stays.
func folded(_ findings: [Finding], by rules: [Rule]) -> [Finding] {
  let wishes = Dictionary(rules.filter { !$0.foldsInto.isEmpty }.map { ($0.id, Set($0.foldsInto)) }) { first, _ in first }
  guard !wishes.isEmpty else { return findings }
  let order = findings.indices.sorted { findings[$0].span < findings[$1].span }
  // A finding's possible targets start before its end; the longest tells how far back to look.
  let longest = findings.map(\.span.count).max() ?? 0
  var targets = [Int?](repeating: nil, count: findings.count)
  func last(from index: Int) -> Int {
    var index = index
    while let next = targets[index] { index = next }
    return index
  }
  for index in order {
    let finding = findings[index]
    guard finding.scope == .span, let wanted = wishes[finding.rule] else { continue }
    let first = order.partitionPoint { findings[$0].span.start >= finding.span.start - longest }
    targets[index] = order[first...].prefix { findings[$0].span.start < finding.span.end }.first {
      wanted.contains(findings[$0].category) && findings[$0].scope == .span
        && findings[$0].span.overlaps(finding.span) && last(from: $0) != index
    }
  }
  var result = findings
  for index in order where targets[index] != nil {
    let finding = findings[index]
    result[last(from: index)].folded.append(
      Finding.Folded(rule: finding.rule, category: finding.category, message: finding.message))
  }
  return result.indices.filter { targets[$0] == nil }.map { result[$0] }
}
