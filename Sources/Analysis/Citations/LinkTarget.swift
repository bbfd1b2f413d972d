/// What a link's address says of where it leads.
enum LinkTarget {
  static func isOutside(_ target: String) -> Bool {
    let start = Folding.fold(String(target.prefix(8)))
    return start.utf8.starts(with: "http://".utf8) || start.utf8.starts(with: "https://".utf8) || start.utf8.starts(with: "//".utf8)
  }

  /// The host of an outside address in lower case, without `www.`.
  static func host(_ target: String) -> String {
    var bytes = Array(target.utf8.prefix(300))
    if let slashes = (0..<max(0, bytes.count - 1)).first(where: { bytes[$0] == 0x2F && bytes[$0 + 1] == 0x2F }) {
      bytes.removeFirst(slashes + 2)
    }
    let end = bytes.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 || $0 == 0x3A } ?? bytes.count
    let host = Folding.fold(String(decoding: bytes[..<end], as: UTF8.self))
    return host.utf8.starts(with: "www.".utf8) ? String(host.dropFirst(4)) : host
  }

  /// Whether the address is that of a journal, a register, a preprint server or a statistics office.
  static func isEvidence(_ target: String) -> Bool {
    let host = host(target)
    return SourceVocabulary.hosts.contains { host == $0 || host.utf8.count > $0.utf8.count && host.hasSuffix("." + $0) }
      || host.hasSuffix(".gov") || host.utf8.starts(with: "pubmed.".utf8)
  }
}
