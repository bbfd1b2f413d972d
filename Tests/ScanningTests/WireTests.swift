import Configuration
import ContentModel
import Foundation
import LuaRuntime
import Readers
import Reporters
@testable import Scanning
import Testing

@Suite("What goes through a worker's pipe")
struct WireTests {
  static let texts: [(String, DocumentFormat)] = [
    ("Plain words.\n\n- one\n- two\n", .text),
    ("---\nlang: en\ntitle: T\n---\n# Head\n\nA [link](https://x.example) and *stress* &amp; more[^1].\n\n[^1]: Note.\n\n> - a\n> - b\n", .markdown),
    ("<html lang=de><title>Tä</title><p hidden>x&nbsp;y<ul><li>a<table><tr><th>h<tr><td>1</table></ul><img alt=z>", .html),
  ]

  private func examples() throws -> [(WorkerRequest, CheckedDocument)] {
    var examples: [(WorkerRequest, CheckedDocument)] = []
    for (text, format) in Self.texts {
      let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + wide, Array(text.utf8) + [0x20, 0xE9, 0x20]] {
        let document = try DocumentReader().read(bytes, path: "p", format: format)
        let span = Span(0, min(5, document.utf8.count))
        let finding = Finding(
          rule: "a/b", category: "c", severity: .warning, message: "m é", help: "h",
          basis: [Finding.Basis(key: "k", citation: "c", says: "s", url: nil)], span: span,
          related: [Finding.Related(message: "r", span: span)])
        examples.append(
          (WorkerRequest(path: "p", format: format, attempt: 0, bytes: bytes), CheckedDocument(document: document, findings: [finding])))
      }
    }
    return examples
  }

  @Test("comes out as it went in")
  func roundTrip() throws {
    for (request, checked) in try examples() {
      let reply = try WorkerReply(decoding: WorkerReply.checked(checked).encoded(for: request), for: request)
      guard case .checked(let copy) = reply else {
        Issue.record("no document")
        return
      }
      #expect(copy.findings == checked.findings)
      #expect(copy.document.utf8 == checked.document.utf8)
      #expect(copy.document.blocks == checked.document.blocks)
      #expect(copy.document.marks == checked.document.marks)
      #expect(copy.document.metadata == checked.document.metadata)
      #expect(copy.document.notes == checked.document.notes)
      #expect(copy.document.language == checked.document.language)
      #expect(copy.document.sourceMap.segments == checked.document.sourceMap.segments)
      #expect(copy.document.sourceMap.source.utf8 == checked.document.sourceMap.source.utf8)
      #expect(copy.document.sourceMap.source.segments == checked.document.sourceMap.source.segments)
    }
  }

  @Test("cannot crash the parent or a reporter, whatever a worker sends")
  func lies() throws {
    var random: UInt64 = 42
    func next(_ below: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % below
    }
    var survivors = 0
    for (request, checked) in try examples() {
      let honest = WorkerReply.checked(checked).encoded(for: request)
      for _ in 0..<400 {
        var bytes = honest
        for _ in 0...next(3) {
          switch next(3) {
          case 0: bytes[next(bytes.count)] = UInt8(next(256))
          case 1: bytes[next(bytes.count)] &+= 1
          default: bytes = Array(bytes.prefix(next(bytes.count) + 1))
          }
        }
        guard case .checked(let lie)? = try? WorkerReply(decoding: bytes, for: request) else { continue }
        survivors += 1
        let report = ScanReport(toolVersion: "", rulesDigest: "", documents: [lie.report(sha256: "")], errors: [])
        #expect(!JSONReporter.report(report).isEmpty)
        #expect(!HTMLReporter.report(report).isEmpty)
        #expect(!TextReporter(color: false, width: 80).document(report.documents[0]).isEmpty)
      }
    }
    // Else the test shows nothing.
    #expect(survivors > 100)
  }

  @Test("setup and greeting come out as they went in")
  func setup() throws {
    var limits = Limits()
    limits.nesting.value = 7
    let setup = WorkerSetup(ruleFolders: ["a", "b"], defaultLexicons: nil, limits: limits)
    #expect(try WorkerSetup(decoding: setup.encoded) == setup)
    for greeting in [WorkerGreeting.ready(rulesDigest: "x"), .unable(why: "y")] {
      #expect(try WorkerGreeting(decoding: greeting.encoded) == greeting)
    }
  }

  @Test("missing protections are named plainly")
  func missing() {
    #expect(WorkerLaunch.missingProtections(hasLandlock: true, hasSeccomp: true) == [])
    #expect(
      WorkerLaunch.missingProtections(hasLandlock: false, hasSeccomp: true) == [
        "this kernel has no Landlock: the filter of system calls alone keeps workers from files"
      ])
    #expect(WorkerLaunch.missingProtections(hasLandlock: false, hasSeccomp: false).count == 2)
  }

  @Test(
    "each limit on documents has its message and key",
    arguments: [
      ("limits.document-bytes", "is 11 bytes long; the limit is 10 bytes: split it or raise limits.document-bytes"),
      ("limits.line-bytes", "has a line of 6 bytes (line 3); the limit is 5 bytes: break it or raise limits.line-bytes"),
      ("limits.blocks", "holds more than 1 paragraphs, items, cells and other blocks: split it or raise limits.blocks"),
    ])
  func refusals(key: String, message: String) {
    var reader = DocumentReader()
    switch key {
    case "limits.document-bytes": reader.maximumBytes = 10
    case "limits.line-bytes": reader.maximumLineBytes = 5
    default: reader.maximumBlocks = 1
    }
    #expect(throws: DocumentError(path: "p", code: .tooLarge, message: message)) {
      try reader.read(Array("abc\n\ndefghi".utf8), path: "p", format: .text)
    }
  }
}
