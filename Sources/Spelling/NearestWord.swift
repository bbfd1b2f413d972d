/// The candidate nearest to a misspelt word, if one is near: at most two edits, and fewer than half of the word.
///
/// Edits are insertions, deletions, replacements and swaps of neighbours (optimal string alignment distance).
package func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
  var best: (distance: Int, word: String)?
  for candidate in candidates {
    let distance = editDistance(Array(word.utf8.prefix(64)), Array(candidate.utf8.prefix(64)))
    guard distance <= 2, distance * 2 <= max(word.utf8.count, 2) else { continue }
    if best == nil || distance < best!.distance || (distance == best!.distance && candidate < best!.word) {
      best = (distance, candidate)
    }
  }
  return best?.word
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  if abs(a.count - b.count) > 2 { return 3 }
  var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { rows[i][0] = i }
  for j in 0...b.count { rows[0][j] = j }
  for i in stride(from: 1, through: a.count, by: 1) {
    for j in stride(from: 1, through: b.count, by: 1) {
      let replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      var least = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, rows[i - 2][j - 2] + 1) }
      rows[i][j] = least
    }
  }
  return rows[a.count][b.count]
}
