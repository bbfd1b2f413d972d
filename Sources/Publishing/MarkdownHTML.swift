internal import CMd4cHTML

/// Markdown as HTML, by md4c: CommonMark with tables, strikethrough and bare addresses.
package enum MarkdownHTML {
  /// - Parameter markdown: our own pages: raw HTML in it is passed through.
  package static func body(_ markdown: String) -> String {
    // The parser of Debian's 0.4.8 looks a little beyond the end of its input.
    var input = Array(markdown.utf8)
    let count = input.count
    input += [UInt8](repeating: 0, count: 64)
    let output = OutputBuffer()
    let flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS)
    let status = input.withUnsafeBytes { bytes in
      md_html(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(count),
        { text, size, target in
          guard let text, let target else { return }
          Unmanaged<OutputBuffer>.fromOpaque(target).takeUnretainedValue().bytes
            += UnsafeRawBufferPointer(start: text, count: Int(size))
        }, Unmanaged.passUnretained(output).toOpaque(), flags, 0)
    }
    guard status == 0 else { return "" }
    return withAnchors(String(decoding: output.bytes, as: UTF8.self))
  }

  private final class OutputBuffer {
    var bytes: [UInt8] = []
  }

  /// A heading's anchor, as code hosts make it: lower case, `-` for white space, punctuation left out.
  package static func anchor(of heading: String) -> String {
    String(
      String.UnicodeScalarView(
        heading.lowercased().unicodeScalars.compactMap { scalar in
          if scalar.properties.isWhitespace { return "-" }
          return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_" ? scalar : nil
        }))
  }

  /// Gives each heading its anchor; equal ones are numbered.
  private static func withAnchors(_ html: String) -> String {
    var result = ""
    var rest = Substring(html)
    var used: [String: Int] = [:]
    while let open = rest.firstRange(of: "<h") {
      let level = rest[open.upperBound...].first
      let after = rest[open.upperBound...].dropFirst()
      guard let level, ("1"..."6").contains(level), after.hasPrefix(">"), let end = after.firstRange(of: "</h\(level)>") else {
        result += rest[..<open.upperBound]
        rest = rest[open.upperBound...]
        continue
      }
      let content = after[after.index(after: after.startIndex)..<end.lowerBound]
      var name = anchor(of: plain(content))
      let count = used[name, default: 0]
      used[name] = count + 1
      if count > 0 { name += "-\(count)" }
      result += rest[..<open.lowerBound] + "<h\(level) id=\"\(name)\">\(content)</h\(level)>"
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// The words of a piece of HTML.
  package static func plain(_ html: Substring) -> String {
    var text = ""
    var isTag = false
    for character in html {
      if character == "<" { isTag = true } else if character == ">" { isTag = false } else if !isTag { text.append(character) }
    }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
