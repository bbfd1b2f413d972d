/// Which header stands above which column of the open table.
///
/// Header cells of a `thead`, or of the first row, head their columns; those of
/// later rows head their row only. Spans over several rows are not followed.
struct HTMLTableColumns {
  static let maximumColumns = 1000
  private var headers: [String?] = []
  private var row = 0
  private var column = 0
  private var headerCell: Range<Int>?

  mutating func startRow() {
    row += 1
    column = 0
    headerCell = nil
  }

  /// Starts a cell and returns the header above it, for cells that are no header themselves.
  mutating func startCell(isHeader: Bool, inHead: Bool, columns: Int) -> String? {
    let end = min(column + min(max(columns, 1), Self.maximumColumns), Self.maximumColumns)
    let range = min(column, end)..<end
    column = end
    headerCell = isHeader && (inHead || row <= 1) ? range : nil
    return isHeader || range.isEmpty || range.lowerBound >= headers.count ? nil : headers[range.lowerBound]
  }

  var wantsHeaderText: Bool { headerCell != nil }

  mutating func endHeaderCell(_ text: String) {
    guard let range = headerCell else { return }
    headerCell = nil
    while headers.count < range.upperBound { headers.append(nil) }
    for i in range { headers[i] = headers[i].map { "\($0) \(text)" } ?? text }
  }
}
