/// Text for the middle of a line of Markdown that shows as it is: no markup, no mention of a person, no link.
enum MarkdownText {
  /// On one line, also for a cell of a table.
  static func escaped(_ text: String, limit: Int = .max) -> String {
    let line = limit == .max ? PlainWords.line(text) : PlainWords.line(text, limit: limit)
    let scalars = Array(line.unicodeScalars)
    var result = ""
    for (i, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      // GitHub and GitLab would tell the person, or link the issue.
      case "@": result += "&#64;"
      case "#": result += "&#35;"
      case "!" where i + 1 < scalars.count && ("0"..."9").contains(scalars[i + 1]): result += "&#33;"
      // Addresses are made links, and names between colons pictures, without any markup.
      case ":" where i + 1 < scalars.count && scalars[i + 1] != " ": result += "&#58;"
      case "." where i > 0 && (scalars[i - 1] == "w" || scalars[i - 1] == "W"): result += "&#46;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Words in a code span that no back-quote in them can end.
  static func code(_ text: String) -> String {
    let line = PlainWords.line(text)
    var longest = 0
    var run = 0
    for scalar in line.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let space = line.hasPrefix("`") || line.hasSuffix("`") || longest > 0 ? " " : ""
    // A bar would end a table's cell even in code.
    return line.isEmpty ? "" : (line.utf8.contains(0x7C) ? escaped(line) : fence + space + line + space + fence)
  }
}
