/// What tells a finding from others, whatever happens to the rest of the document: a hash of its subject and its words.
///
/// White space aside, the words count as they stand: text that moves or is
/// wrapped anew keeps its fingerprint, a single changed letter gives another.
package enum Fingerprint {
  /// 32 hexadecimal digits: half of a SHA-256.
  ///
  /// - Parameters:
  ///   - subject: a rule's id, or what else the words are judged by.
  ///   - words: as extracted from the document.
  package static func of(_ subject: String, words: String) -> String {
    String(Digest.sha256(parts: [Array(subject.utf8), [0], normalised(words)]).prefix(32))
  }

  /// The words with each run of white space as one space, and none at the ends.
  package static func normalised(_ words: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var isPending = false
    for scalar in words.unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = !bytes.isEmpty
        continue
      }
      if isPending { bytes.append(0x20) }
      isPending = false
      bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
    return bytes
  }
}
