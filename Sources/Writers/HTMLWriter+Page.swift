/// The frame of a self-contained page.
extension HTMLWriter {
  /// What a page with words that are not ours may do: nothing but look as its style sheet says and, where one is named, run a script.
  package struct ContentPolicy {
    fileprivate let script: String

    package static let styleOnly = ContentPolicy(script: "")

    /// - Parameter hash: of the script's text: SHA-256 in base 64.
    package static func script(sha256 hash: String) -> ContentPolicy { ContentPolicy(script: "script-src 'sha256-\(hash)'; ") }
  }

  /// Everything before the page's body.
  ///
  /// - Parameters:
  ///   - styleSheet: CSS without a line feed at its end.
  ///   - policy: nil for a page of our own words, whose style sheet names its colour schemes.
  package mutating func openPage(title: String, styleSheet: String, policy: ContentPolicy?) {
    raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    if let policy {
      raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \(policy.script)base-uri 'none'; form-action 'none'\">\n"
      )
    }
    raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    if policy != nil { raw("<meta name=\"color-scheme\" content=\"light dark\">\n") }
    raw("<title>")
    text(title)
    raw("</title>\n<style>\n")
    raw(styleSheet)
    raw("\n</style>\n</head>\n<body>\n")
  }

  package mutating func closePage() { raw("</body>\n</html>\n") }
}
