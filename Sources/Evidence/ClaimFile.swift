package import Analysis
import Yams

/// A library of approved claims: a YAML file with a list under `claims`.
package enum ClaimFile {
  static let keys = [
    "id", "wording", "product", "markets", "language", "note", "substantiation", "valid_from", "valid_until", "owner",
  ]

  /// - Throws: every mistake in the file.
  package static func read(_ path: String) throws(EvidenceFileErrors) -> ClaimLibrary {
    let file = ClosedYAML(path: path)
    var claims: [ApprovedClaim] = []
    var lines: [String: Int] = [:]
    for node in file.entries("claims") {
      guard let entry = file.entry(node, keys: keys) else { continue }
      let claim = self.claim(entry)
      if let first = lines[claim.id], !claim.id.isEmpty {
        file.note(entry["id"], "the id '\(claim.id)' stands on line \(first) already")
      }
      lines[claim.id] = lines[claim.id] ?? node.mark?.line ?? 0
      claims.append(claim)
    }
    guard file.errors.isEmpty else { throw EvidenceFileErrors(errors: file.errors) }
    var stamp = Stamp()
    stamp.add(file.bytes)
    return ClaimLibrary(claims, stamp: stamp.text)
  }

  private static func claim(_ entry: ClosedYAML.Entry) -> ApprovedClaim {
    func day(_ key: String) -> Day? {
      guard let text = entry.text(key) else { return nil }
      let day = Day(text)
      if day == nil { entry.file.note(entry[key], "'\(key)' should be a day as YYYY-MM-DD, not '\(text)'") }
      return day
    }
    let claim = ApprovedClaim(
      id: entry.required("id") ?? "", wording: entry.required("wording") ?? "", product: entry.text("product"),
      markets: entry.texts("markets"), language: entry.text("language"), note: entry.text("note"),
      substantiation: entry.texts("substantiation"), validFrom: day("valid_from"), validUntil: day("valid_until"),
      owner: entry.text("owner"))
    if !claim.id.utf8.allSatisfy({ $0 > 0x20 }) { entry.file.note(entry["id"], "'id' should be one word") }
    if !claim.wording.isEmpty, !claim.wording.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) {
      entry.file.note(entry["wording"], "'wording' should hold words")
    }
    if let from = claim.validFrom, let until = claim.validUntil, until < from {
      entry.file.note(entry["valid_until"], "'valid_until' lies before 'valid_from'")
    }
    return claim
  }
}
