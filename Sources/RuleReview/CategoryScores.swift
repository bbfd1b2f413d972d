/// How well the findings of each category agree with labelled cases, by the half of the cases that was never used for tuning.
package struct CategoryScores: Sendable {
  package struct Score: Sendable, Equatable {
    package var cases = 0
    package var marks = 0
    /// Marks that a finding overlaps.
    package var right = 0
    /// Findings that overlap no mark.
    package var wrong = 0

    package var precision: Double? { right + wrong == 0 ? nil : Double(right) / Double(right + wrong) }
    package var recall: Double? { marks == 0 ? nil : Double(right) / Double(marks) }
  }
  package struct Mistake: Error, Sendable, Equatable {
    package var line: Int
    package var message: String

    package init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }
  private var scores: [String: Score] = [:]

  package init() {}

  /// Reads lines of category, half, cases, marks, right and false, parted by tabs; the first line is their heading.
  package init(_ text: String) throws(Mistake) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where index > 0 && !line.isEmpty {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let numbers = parts.dropFirst(2).compactMap { Int($0) }
      guard parts.count == 6, numbers.count == 4, numbers.allSatisfy({ $0 >= 0 }) else {
        throw Mistake(line: index + 1, message: "expected category, half and four numbers, parted by tabs")
      }
      guard parts[1] == "test" else { continue }
      scores[String(parts[0])] = Score(cases: numbers[0], marks: numbers[1], right: numbers[2], wrong: numbers[3])
    }
  }

  package subscript(category: String) -> Score? { scores[category] }
}
