/// An identifier of a work in the one form under which stores keep it.
package struct WorkKey: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case doi, pmid, pmcid, registration }

  package var kind: Kind
  /// A DOI in lower case (DOIs do not depend on case, DOI Handbook 3.4); a PMID without zeros before it; PMCIDs and registrations in capitals without spaces.
  package var value: String

  /// - Returns: nil where the text is no identifier of the kind.
  package init?(_ kind: Kind, _ text: String) {
    var bytes = text.utf8.filter { $0 > 0x20 }
    switch kind {
    case .doi:
      bytes = bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      for prefix in ["https://", "http://", "dx.doi.org/", "doi.org/", "doi:"] where bytes.starts(with: prefix.utf8) {
        bytes.removeFirst(prefix.utf8.count)
      }
      let registrant = bytes.dropFirst(3).prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
      guard bytes.starts(with: "10.".utf8), registrant.count >= 4, bytes.count <= 512,
        bytes.count > registrant.count + 4, bytes[3 + registrant.count] == 0x2F
      else { return nil }
    case .pmid:
      bytes = Array(bytes.drop { $0 == 0x30 })
      guard (1...9).contains(bytes.count), bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    case .pmcid:
      bytes = Self.capitals(bytes)
      if bytes.starts(with: "PMC".utf8) { bytes.removeFirst(3) }
      guard (1...9).contains(bytes.count), bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
      bytes = Array("PMC".utf8) + bytes
    case .registration:
      bytes = Self.capitals(bytes)
      guard (5...40).contains(bytes.count), bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
        bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2D || $0 == 0x2F })
      else { return nil }
    }
    self.kind = kind
    value = String(decoding: bytes, as: UTF8.self)
  }

  /// What a text most likely identifies: a DOI, a PMCID, a PMID (digits alone) or a registration.
  package init?(guessing text: String) {
    for kind in [Kind.doi, .pmid] {
      if let key = WorkKey(kind, text) {
        self = key
        return
      }
    }
    if Self.capitals(Array(text.utf8)).starts(with: "PMC".utf8), let key = WorkKey(.pmcid, text) {
      self = key
    } else if let key = WorkKey(.registration, text) {
      self = key
    } else {
      return nil
    }
  }

  private static func capitals(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 >= 0x61 && $0 <= 0x7A ? $0 & 0xDF : $0 }
  }
}

extension WorkKey: CustomStringConvertible {
  package var description: String { kind == .registration || kind == .pmcid ? value : "\(kind.rawValue):\(value)" }
}

extension WorkKey {
  /// The form of a surname under which stores keep first authors.
  package static func authorKey(_ surname: String) -> String { Folding.nameKey(surname) }
}
