import Foundation
import Testing

/// Documents around one guilty sentence, edited at random: what waivers and baselines lean on.
@Suite("Fingerprints of findings")
struct FingerprintPropertyTests {
  private static let guilty = "We guarantee that you will walk again within a week."
  private static let phrase = "guarantee that you will walk again"
  private static let variants = 150

  private static func folder(_ documents: [String: String]) throws -> Scratch {
    var files = documents
    files["rules/p/pack.lua"] = #"return { title = "P" }"#
    files["rules/p/sentence.lua"] = """
      return {
        id = "p/sentence", category = "c", title = "S", severity = "error", message = "m", on = "sentence",
        check = function(s) if s:has { "guarantee~" } then s:report() end end,
        examples = { flagged = { "We guarantee it." }, clean = { "A ham.", "A walk." } },
      }
      """
    files["rules/p/phrase.lua"] = """
      return {
        id = "p/phrase", category = "c", title = "W", severity = "warning", message = "m", find = { "\(phrase)" },
        examples = { flagged = { "We guarantee that you will walk again." }, clean = { "A ham.", "A walk." } },
      }
      """
    return try Scratch(files.mapValues { Array($0.utf8) })
  }

  /// Each document's findings as `rule fingerprint`, by the document's name.
  private static func findings(in documents: [String: String]) throws -> [String: [String]] {
    let folder = try folder(documents)
    let result = try Program.run(["scan", "--rules", "rules", "--exit-zero", "--format", "ndjson"] + documents.keys.sorted(), in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    var found: [String: [String]] = [:]
    for line in result.output.split(whereSeparator: \.isNewline) {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let path = try #require(object["path"] as? String)
      found[path] = try #require(object["findings"] as? [[String: Any]], "\(line)")
        .map { "\($0["rule"] as? String ?? "?") \($0["fingerprint"] as? String ?? "?")" }.sorted()
    }
    try #require(found.count == documents.count)
    return found
  }

  @Test("stay through random edits of everything but the words, in every format", arguments: ["txt", "md", "html"])
  func surroundings(format: String) throws {
    var documents = ["base.txt": Self.guilty + "\n"]
    for number in 0..<Self.variants {
      var draft = Draft(format: format, seed: UInt64(number) &* 7919 &+ 3)
      for _ in 0..<Int.random(in: 1...12, using: &draft.dice) { draft.edit() }
      documents["\(number).\(format)"] = draft.rendered(Self.guilty)
    }
    try #require(Set(documents.values).count > Self.variants * 9 / 10, "the edits edit nothing")
    let found = try Self.findings(in: documents)
    let expected = try #require(found["base.txt"])
    #expect(expected.map { $0.split(separator: " ")[0] } == ["p/phrase", "p/sentence"])
    for (name, findings) in found where findings != expected {
      Issue.record("\(name) has \(findings) instead of \(expected):\n\(documents[name] ?? "")")
    }
  }

  @Test("change with any edit of the words, and only those of the finding that holds them", arguments: ["txt", "md", "html"])
  func words(format: String) throws {
    let base = try #require(try Self.findings(in: ["base.txt": Self.guilty])["base.txt"])
    var documents: [String: String] = [:]
    let letters = Array(Self.guilty)
    // Behind the phrase, so that both rules still fire: the full stop stays.
    let tail = Self.guilty.range(of: Self.phrase)!.upperBound
    let first = Self.guilty.distance(from: Self.guilty.startIndex, to: tail) + 1
    var edits = 0
    for place in first..<(letters.count - 1) where letters[place] != " " {
      for (kind, change) in [("insert", ["x", String(letters[place])]), ("replace", ["x"]), ("delete", [])] as [(String, [String])] {
        var draft = Draft(format: format, seed: UInt64(place))
        for _ in 0..<3 { draft.edit() }
        // A word of one letter that is deleted leaves white space only, and is another sentence all the same.
        documents["\(kind)-\(place).\(format)"] = draft.rendered(letters[..<place].map(String.init).joined() + change.joined() + letters[(place + 1)...].map(String.init).joined())
        edits += 1
      }
    }
    try #require(edits > 30)
    for (name, findings) in try Self.findings(in: documents) {
      #expect(findings.count == 2, "\(name): \(documents[name] ?? "")")
      #expect(findings.first == base.first, "\(name): the phrase was left as it is")
      #expect(findings.last != base.last && findings.last?.hasPrefix("p/sentence ") == true, "\(name): a word of the sentence was changed")
    }
  }
}

/// A document of blocks, one of which holds the guilty sentence.
private struct Draft {
  /// Random, the same in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  enum Shape: CaseIterable { case paragraph, item, quotation, cell }

  struct Block {
    var shape = Shape.paragraph
    var before: [String] = []
    var after: [String] = []
    var isGuilty = false
  }

  let format: String
  var dice: Dice
  var blocks: [Block] = []

  private static let words = "garden path river stone window table morning letter market bridge kitchen summer orchard valley".split(separator: " ").map(String.init)

  init(format: String, seed: UInt64) {
    self.format = format
    dice = Dice(state: seed)
    blocks = [Block(isGuilty: true)]
    blocks.insert(innocent(), at: 0)
    blocks.append(innocent())
  }

  private mutating func sentence() -> String {
    let count = Int.random(in: 4...14, using: &dice)
    let words = (0..<count).map { _ in Self.words.randomElement(using: &dice)! }
    return "The \(words.joined(separator: " "))."
  }

  private mutating func innocent() -> Block {
    Block(shape: Shape.allCases.randomElement(using: &dice)!, before: (0..<Int.random(in: 1...3, using: &dice)).map { _ in sentence() })
  }

  /// One edit outside of the guilty sentence: something comes, goes, moves or changes.
  mutating func edit() {
    let guilty = blocks.firstIndex(where: \.isGuilty)!
    switch Int.random(in: 0..<7, using: &dice) {
    case 0: blocks.insert(innocent(), at: Int.random(in: 0...blocks.count, using: &dice))
    case 1:
      let place = Int.random(in: 0..<blocks.count, using: &dice)
      if place != guilty { blocks.remove(at: place) }
    case 2:
      let moved = blocks.remove(at: guilty)
      blocks.insert(moved, at: Int.random(in: 0...blocks.count, using: &dice))
    case 3: blocks[guilty].before.append(sentence())
    case 4: blocks[guilty].after.insert(sentence(), at: 0)
    case 5: blocks[guilty].shape = Shape.allCases.randomElement(using: &dice)!
    default:
      blocks[guilty].before = blocks[guilty].before.isEmpty ? [sentence()] : Array(blocks[guilty].before.dropFirst())
      blocks[guilty].after = []
    }
  }

  mutating func rendered(_ guilty: String) -> String {
    var parts: [String] = []
    for block in blocks {
      let sentences = block.before + (block.isGuilty ? [guilty] : []) + block.after
      let words = sentences.joined(separator: " ").split(separator: " ").map(String.init)
      parts.append(format == "html" ? html(words, block.shape) : plain(words, block.shape))
    }
    return format == "html" ? "<title>Page</title>\n" + parts.joined(separator: "\n") : parts.joined(separator: "\n\n") + "\n"
  }

  /// Filled to a random width; in Markdown, some words are emphasised.
  private mutating func plain(_ words: [String], _ shape: Shape) -> String {
    let width = Int.random(in: 24...90, using: &dice)
    var lines: [String] = [""]
    for word in words {
      let marked = format == "md" && Int.random(in: 0..<6, using: &dice) == 0 ? "**\(word)**" : word
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = marked
      } else if lines[lines.count - 1].count + 1 + marked.count > width {
        lines.append(marked)
      } else {
        lines[lines.count - 1] += (format == "md" && Int.random(in: 0..<8, using: &dice) == 0 ? "  " : " ") + marked
      }
    }
    switch shape {
    case .item: return "- " + lines.joined(separator: "\n  ")
    case .quotation: return "> " + lines.joined(separator: "\n> ")
    case .cell where format == "md": return "| Words |\n|---|\n| \(lines.joined(separator: " ")) |"
    case .paragraph, .cell: return lines.joined(separator: "\n")
    }
  }

  private mutating func html(_ words: [String], _ shape: Shape) -> String {
    let tags = ["b", "i", "span", "a href='x'"]
    var text = ""
    for word in words {
      if !text.isEmpty { text += [" ", "\n", "\n    ", "\t", " <!-- a remark --> "].randomElement(using: &dice)! }
      if Int.random(in: 0..<5, using: &dice) == 0, let tag = tags.randomElement(using: &dice) {
        text += "<\(tag)>\(word)</\(tag.split(separator: " ")[0])>"
      } else {
        text += word
      }
    }
    switch shape {
    case .paragraph: return "<p class='x'>\(text)</p>"
    case .item: return "<ul><li>\(text)</li></ul>"
    case .quotation: return "<blockquote><p>\(text)</p></blockquote>"
    case .cell: return "<table><tr><td>\(text)</td></tr></table>"
    }
  }
}
