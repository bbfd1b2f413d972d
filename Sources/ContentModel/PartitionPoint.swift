extension RandomAccessCollection {
  /// The first index whose element satisfies a predicate that, once true, stays true to the end; the end index where none does. Logarithmic.
  package func partitionPoint(where predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
