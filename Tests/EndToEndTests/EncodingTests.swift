import Foundation
import Testing

@Suite("Positions are those of the original file")
struct EncodingTests {
  static let text = "Zoë’s café.\r\nWe “guarantee” nothing – but we guarantee that you will walk again.\r\n"
  static let words = "guarantee that"

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
    }
  }

  static let encodings: [(name: String, bytes: [UInt8], unit: @Sendable (String) -> [UInt8])] = [
    ("UTF-8", Array(text.utf8), { Array($0.utf8) }),
    ("UTF-8 with byte order mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8), { Array($0.utf8) }),
    ("UTF-16 LE", utf16(text, bigEndian: false, mark: true), { utf16($0, bigEndian: false, mark: false) }),
    ("UTF-16 BE", utf16(text, bigEndian: true, mark: true), { utf16($0, bigEndian: true, mark: false) }),
    ("UTF-16 LE without mark", utf16(text, bigEndian: false, mark: false), { utf16($0, bigEndian: false, mark: false) }),
    ("Windows-1252", Array(text.data(using: .windowsCP1252) ?? Data()), { Array($0.data(using: .windowsCP1252) ?? Data()) }),
  ]

  @Test("in every encoding", arguments: encodings.indices)
  func positions(index: Int) throws {
    let (name, bytes, encode) = Self.encodings[index]
    let folder = try Scratch([
      "page.txt": bytes,
      "rules/p/pack.lua": Array("return { title = 'P' }".utf8),
      "rules/p/thing.lua": Array(
        """
        return {
          id = "p/thing", category = "c", title = "T", severity = "warning", message = "m", find = { "guarantee that" },
          examples = { flagged = { "guarantee that" }, clean = { "b", "c" } },
        }
        """.utf8),
    ])
    let report = try Program.json(["page.txt", "--rules", "rules"], in: folder.url)
    let document = try #require((report["documents"] as? [[String: Any]])?.first)
    let finding = try #require((document["findings"] as? [[String: Any]])?.first)
    let place = try #require(finding["location"] as? [String: Int])
    let range = try #require(place["startByte"])..<(try #require(place["endByte"]))
    #expect(Array(bytes[range]) == encode(Self.words), "\(name)")
    #expect(place["startLine"] == 2)
    #expect(place["startColumn"] == 33)
    #expect(finding["text"] as? String == Self.words)
  }

  @Test("through entities, emphasis, soft breaks and non-breaking spaces")
  func markup() throws {
    let rule = Array(
      """
      return {
        id = "p/thing", category = "c", title = "T", severity = "warning", message = "m", find = { "safe for everyone" },
        examples = { flagged = { "safe for everyone" }, clean = { "b", "c" } },
      }
      """.utf8)
    let folder = try Scratch([
      "a.html": Array("<p>Fish &amp; chips: s<b>af</b>e&nbsp;for\n   <i>every</i>one!</p>".utf8),
      "b.md": Array("Fish & chips: *safe* **for\neveryone**!".utf8),
      "rules/p/pack.lua": Array("return { title = 'P' }".utf8), "rules/p/thing.lua": rule,
    ])
    let report = try Program.json([".", "--rules", "rules"], in: folder.url)
    let found = try #require(report["documents"] as? [[String: Any]]).map { document -> String in
      let finding = (document["findings"] as? [[String: Any]])?.first ?? [:]
      let source = Array((try? Data(contentsOf: folder.url.appendingPathComponent(document["path"] as? String ?? ""))) ?? Data())
      let ranges = (finding["ranges"] as? [[String: Int]] ?? []).map {
        String(decoding: source[($0["startByte"] ?? 0)..<($0["endByte"] ?? 0)], as: UTF8.self)
      }
      return ranges.joined(separator: "|")
    }
    #expect(found == ["s|af|e&nbsp;for\n   |every|one", "safe| |for\neveryone"])
  }
}
