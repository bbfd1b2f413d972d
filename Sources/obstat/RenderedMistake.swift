/// A word in a line of a file; line and column 1-based, in Unicode scalars.
struct SourcePlace {
  var line: Int
  var column: Int
  /// Empty where it is not known.
  var sourceLine: String
  var length: Int
}

/// A mistake as compilers print one: place, message, the line with the word underlined, the next step.
func renderedMistake(path: String, place: SourcePlace?, message: String, help: String?, guide: String? = nil) -> String {
  let step = (help.map { "  help: \($0)\n" } ?? "") + (guide.map { "  guide: \($0)\n" } ?? "")
  guard let place else { return "\(path): error: \(message)\n" + step }
  let number = String(place.line)
  let gutter = String(repeating: " ", count: number.count)
  let indentation = place.sourceLine.unicodeScalars.prefix(place.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
  var text = "\(path):\(place.line):\(place.column): error: \(message)\n"
  if !place.sourceLine.isEmpty {
    text += "  \(number) | \(place.sourceLine)\n"
    text += "  \(gutter) | \(indentation)\(String(repeating: "^", count: place.length))\n"
  }
  return text + step
}
