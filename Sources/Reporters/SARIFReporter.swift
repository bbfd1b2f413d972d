package import ContentModel
import Writers

/// A scan in SARIF 2.1.0 (OASIS): rules with their legal basis, results with fingerprints, related places, fixes, and who answers for what does not count.
///
/// Columns count Unicode scalars, which `columnKind` says. Paths are relative to
/// the folder in which the program ran. Results come as the documents come;
/// what is said of the documents themselves stands behind them.
package struct SARIFReporter: ReportWriter {
  private let context: ReportContext
  private let rules: [RuleDescription]
  private let ruleIndices: [String: Int]
  private var artifacts: [Artifact] = []
  private var errors: [DocumentError] = []
  private var isFirst = true

  private struct Artifact {
    var path: String
    var sha256: String
    var encoding: String
    var verdict: Verdict
    var reason: String
  }

  package init(_ context: ReportContext) {
    self.context = context
    rules = context.rules + Self.engineRules.filter { rule in !context.rules.contains { $0.id == rule.id } }
    ruleIndices = Dictionary(rules.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
  }

  /// What the program itself finds.
  private static let engineRules = [
    RuleDescription(
      id: "engine/limit-reached", category: "engine", title: "Limit reached", severity: .warning,
      help: "Raise the limit that the message names, or split the document."),
    RuleDescription(
      id: "engine/rule-failed", category: "engine", title: "Rule failed", severity: .warning,
      help: "Have the rule mended; the document was not checked by it."),
    RuleDescription(
      id: "engine/unsupported-language", category: "engine", title: "Unsupported language", severity: .warning,
      help: "Have the copy read by a person; no rule speaks its language."),
  ]

  package mutating func head() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    json.member("version", "2.1.0")
    json.name("runs", line: 1)
    json.beginArray()
    json.next()
    json.beginObject()
    json.object("tool") {
      $0.object("driver") { driver in
        driver.member("name", "obstat")
        driver.member("semanticVersion", context.toolVersion)
        driver.objects("rules", line: 2, rules, elements: 3) { Self.descriptor($1, &$0) }
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.name("results", line: 1)
    json.beginArray()
    return json.bytes
  }

  private static func descriptor(_ rule: RuleDescription, _ json: inout JSONWriter) {
    func message(_ name: StaticString, _ text: String, markdown: String? = nil) {
      json.object(name) {
        $0.member("text", text)
        $0.member("markdown", markdown)
      }
    }
    json.member("id", rule.id)
    json.member("name", name(rule.id))
    message("shortDescription", rule.title)
    message("fullDescription", PlainWords.line(rule.rationale ?? rule.title))
    let basis = rule.basis.map { PlainWords.line($0.citation + ($0.says.isEmpty ? "" : ": " + $0.says)) }
    let text = ([rule.help.map(PlainWords.line) ?? rule.title] + basis.map { "Basis: " + $0 }).joined(separator: "\n")
    let marked = ([MarkdownText.escaped(rule.help ?? rule.title)] + (rule.basis.isEmpty ? [] : ["**Basis**"])).joined(separator: "\n\n")
      + (rule.basis.isEmpty ? "" : "\n\n" + zip(rule.basis, basis).map { entry, words in
        if let url = entry.url, HTMLWriter.isLinkable(url), !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x29 || $0 == 0x3E || $0 == 0x3C }) {
          "- [\(MarkdownText.escaped(entry.citation))](<\(url)>)" + (entry.says.isEmpty ? "" : ": " + MarkdownText.escaped(entry.says))
        } else { "- " + MarkdownText.escaped(words) }
      }.joined(separator: "\n"))
    message("help", text, markdown: marked)
    json.object("defaultConfiguration") { $0.member("level", rule.severity.rawValue) }
    json.object("properties") {
      $0.member("tags", [rule.category] + rule.markets)
      $0.member("category", rule.category)
      $0.member("problem.severity", rule.severity == .note ? "recommendation" : rule.severity.rawValue)
      $0.objects("legalBasis", rule.basis) { $0.members(of: $1) }
    }
  }

  /// `health/guaranteed-outcome` as `HealthGuaranteedOutcome`.
  private static func name(_ id: String) -> String {
    id.split { $0 == "/" || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  package mutating func document(_ document: DocumentReport) -> [UInt8] {
    let index = artifacts.count
    artifacts.append(
      Artifact(
        path: document.path, sha256: document.sha256, encoding: document.document.sourceMap.source.encoding,
        verdict: document.verdict, reason: document.reason))
    var json = JSONWriter(isFirst: isFirst)
    let lineHashes = document.findings.isEmpty || document.hidesWords ? [:] : LineHash.hashes(of: document.document.sourceMap.source.utf8)
    for reported in document.findings {
      let lineHash = lineHashes[reported.location.startLine]
      json.element(line: 2) { result(reported, of: document, artifact: index, lineHash: lineHash, &$0) }
    }
    isFirst = json.isFirst
    return json.bytes
  }

  private func result(
    _ reported: ReportedFinding, of document: DocumentReport, artifact: Int, lineHash: String?, _ json: inout JSONWriter
  ) {
    let finding = reported.finding
    json.member("ruleId", finding.rule)
    json.member("ruleIndex", ruleIndices[finding.rule])
    json.member("level", finding.severity.rawValue)
    json.member("kind", "fail")
    json.object("message") { $0.member("text", PlainWords.line(finding.message)) }
    json.objects("locations", CollectionOfOne(reported.location)) { json, place in
      physicalLocation(place, document, artifact, snippet: snippet(reported, document), &json)
      if reported.ranges.count > 1 { json.objects("annotations", reported.ranges) { $0.region($1) } }
    }
    if !finding.related.isEmpty {
      json.objects("relatedLocations", zip(finding.related, reported.related).enumerated()) { json, related in
        json.member("id", related.offset + 1)
        json.object("message") { $0.member("text", PlainWords.line(related.element.0.message)) }
        physicalLocation(related.element.1, document, artifact, snippet: nil, &json)
      }
    }
    json.object("partialFingerprints") {
      $0.member("obstat/v1", reported.fingerprint)
      $0.member("primaryLocationLineHash", lineHash)
    }
    if let disposition = reported.disposition { suppressions(disposition, document, artifact, &json) }
    if let fix = finding.fix { fixes(fix, reported, document, artifact, &json) }
    json.object("properties") {
      $0.member("category", finding.category)
      $0.member("scope", finding.scope.rawValue)
      $0.member("verdict", reported.counts ? finding.severity.verdict.rawValue : Verdict.clear.rawValue)
      if !document.hidesWords { $0.member("text", reported.text) }
      $0.member("help", finding.help)
      if !finding.basis.isEmpty { $0.objects("legalBasis", finding.basis) { $0.members(of: $1) } }
      if !finding.folded.isEmpty {
        $0.objects("folded", finding.folded) {
          $0.member("rule", $1.rule)
          $0.member("category", $1.category)
          $0.member("message", $1.message)
        }
      }
    }
  }

  /// A baseline is something outside the source, as a waiver is; only a comment stands in it.
  private func suppressions(_ disposition: FindingDisposition, _ document: DocumentReport, _ artifact: Int, _ json: inout JSONWriter) {
    json.objects("suppressions", CollectionOfOne(disposition)) { json, disposition in
      json.member("kind", disposition.kind == .suppressed ? "inSource" : "external")
      json.member("status", "accepted")
      json.member("justification", disposition.justification.map { PlainWords.line($0) } ?? disposition.sentence)
      if let place = disposition.location {
        json.object("location") { physicalLocation(place, document, artifact, snippet: nil, &$0) }
      }
      json.object("properties") {
        $0.member("disposition", disposition.kind.rawValue)
        $0.member("approver", disposition.approver)
        $0.member("granted", disposition.granted)
        $0.member("expires", disposition.expires)
        $0.member("ticket", disposition.ticket)
      }
    }
  }

  private func fixes(
    _ fix: Finding.Fix, _ reported: ReportedFinding, _ document: DocumentReport, _ artifact: Int, _ json: inout JSONWriter
  ) {
    // Words that stand in several places of the source cannot be replaced as one.
    guard reported.ranges.count <= 1, reported.comment == nil, !reported.text.isEmpty else { return }
    json.objects("fixes", fix.replacements) { json, words in
      json.object("description") { $0.member("text", words.isEmpty ? "Take the words out" : "Say “\(PlainWords.line(words))”") }
      json.objects("artifactChanges", CollectionOfOne(words)) { json, words in
        artifactLocation(document.path, artifact, &json)
        json.objects("replacements", CollectionOfOne(words)) { json, words in
          json.object("deletedRegion") { $0.region(reported.location) }
          json.object("insertedContent") { $0.member("text", words) }
        }
      }
    }
  }

  /// The source's own characters, where they are not too many.
  private func snippet(_ reported: ReportedFinding, _ document: DocumentReport) -> String? {
    let map = document.document.sourceMap
    let ranges = reported.comment.map { [$0] } ?? map.decodedRanges(of: reported.finding.span)
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max(), high - low <= 2000, low >= 0,
      high <= map.source.utf8.count, !document.hidesWords
    else { return nil }
    return String(decoding: map.source.utf8[low..<high], as: UTF8.self)
  }

  private func artifactLocation(_ path: String, _ artifact: Int?, _ json: inout JSONWriter) {
    json.object("artifactLocation") {
      Self.members(ofLocation: path, &$0)
      $0.member("index", artifact)
    }
  }

  private static func members(ofLocation path: String, _ json: inout JSONWriter) {
    let plain = PlainWords.path(path)
    json.member("uri", (plain.hasPrefix("/") ? "file://" : "") + escaped(plain))
    if !plain.hasPrefix("/") { json.member("uriBaseId", "%SRCROOT%") }
  }

  /// RFC 3986: everything but unreserved characters and `/` becomes percent signs and digits; so no segment can look like a scheme.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func physicalLocation(
    _ place: Location, _ document: DocumentReport, _ artifact: Int, snippet: String?, _ json: inout JSONWriter
  ) {
    json.object("physicalLocation") {
      artifactLocation(document.path, artifact, &$0)
      $0.object("region") {
        $0.region(place)
        if let snippet { $0.object("snippet") { $0.member("text", snippet) } }
      }
    }
  }

  package mutating func error(_ error: DocumentError) -> [UInt8] {
    errors.append(error)
    return []
  }

  package mutating func tail() -> [UInt8] {
    var json = JSONWriter()
    json.endArray()
    json.objects("artifacts", line: 1, artifacts, elements: 2) { json, artifact in
      json.object("location") { Self.members(ofLocation: artifact.path, &$0) }
      json.object("hashes") { $0.member("sha-256", artifact.sha256) }
      json.member("encoding", artifact.encoding)
      json.object("properties") {
        $0.member("verdict", artifact.verdict.rawValue)
        $0.member("reason", artifact.reason)
      }
    }
    json.objects("invocations", line: 1, CollectionOfOne(errors)) { json, errors in
      json.member("executionSuccessful", errors.isEmpty)
      if !errors.isEmpty { json.objects("toolExecutionNotifications", errors) { notification($1, &$0) } }
    }
    json.object("properties", line: 1) {
      // What could not be checked is not clear.
      let worst = artifacts.map(\.verdict).max() ?? .clear
      $0.member("verdict", (errors.isEmpty ? worst : max(worst, .review)).rawValue)
      $0.member("rulesDigest", context.rulesDigest)
    }
    json.endObject()
    json.endArray()
    json.endObject()
    json.newLine()
    return json.bytes
  }

  private func notification(_ error: DocumentError, _ json: inout JSONWriter) {
    json.member("level", "error")
    json.object("descriptor") { $0.member("id", error.code.rawValue) }
    json.object("message") { $0.member("text", error.finding) }
    json.objects("locations", CollectionOfOne(error.path)) { json, path in
      json.object("physicalLocation") { artifactLocation(path, nil, &$0) }
    }
  }
}

extension JSONWriter {
  /// The members of a region: lines and columns, and bytes of the original file.
  fileprivate mutating func region(_ place: Location) {
    member("startLine", place.startLine)
    member("startColumn", place.startColumn)
    member("endLine", place.endLine)
    member("endColumn", place.endColumn)
    member("byteOffset", place.startByte)
    member("byteLength", max(0, place.endByte - place.startByte))
  }
}
