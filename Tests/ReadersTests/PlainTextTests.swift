import ContentModel
import Readers
import Testing

@Suite("Plain text")
struct PlainTextTests {
  static let cases: [(text: String, outline: [String])] = [
    ("One paragraph.\nAnother one.", ["paragraph: One paragraph.", "paragraph: Another one."]),
    (
      "The pain is not only eased –\nit is gone.\nWe came, we saw,\nand we left.",
      ["paragraph: The pain is not only eased –\nit is gone.", "paragraph: We came, we saw,\nand we left."]
    ),
    (
      """
      This notice was wrapped by a mail program at some seventy columns, as
      mail programs do, so that each of its lines ends in the middle of what
      London readers would call a sentence. A short line ends it.
      Here the next paragraph starts, and it is wrapped in the same manner as
      the first.
      """,
      [
        "paragraph: This notice was wrapped by a mail program at some seventy columns, as\nmail programs do, so that each of its lines ends in the middle of what\nLondon readers would call a sentence. A short line ends it.",
        "paragraph: Here the next paragraph starts, and it is wrapped in the same manner as\nthe first.",
      ]
    ),
    (
      "Our offer:\n- quick\n- cheap,\n  and good\n\n• Ein Punkt\n→ Ein Pfeil",
      [
        "paragraph: Our offer:", "list 1", "  item: quick", "  item: cheap,\n  and good", "list 1", "  item: Ein Punkt", "  item: Ein Pfeil",
      ]
    ),
    ("1. First\n2. Second\n\n3. Third", ["list 1", "  item [1]: First", "  item [2]: Second", "  item [3]: Third"]),
    ("a) red\nb) green", ["list 1", "  item: red", "  item: green"]),
    (
      "1) Own cells\nThey are taken from the hip.\n2) Foreign cells\nThey come from a donor.",
      [
        "heading 2 inferred: 1) Own cells", "paragraph: They are taken from the hip.", "heading 2 inferred: 2) Foreign cells",
        "paragraph: They come from a donor.",
      ]
    ),
    ("Title\n=====\nText.\n\nPart\n----\nMore.\n\n***\n", ["heading 1: Title", "paragraph: Text.", "heading 2: Part", "paragraph: More."]),
    (
      "BELLA VISTA\nYour smile, our job\n\nWe do teeth.\n\nOur prices\n\nA crown costs £300.\n\nRing us",
      [
        "heading 1 inferred: BELLA VISTA", "paragraph: Your smile, our job", "paragraph: We do teeth.", "heading 2 inferred: Our prices",
        "paragraph: A crown costs £300.", "paragraph: Ring us",
      ]
    ),
    (
      "It can:\nReduce Pain\nProtect Nerves\nThen it stops.",
      ["paragraph: It can:", "paragraph: Reduce Pain", "paragraph: Protect Nerves", "paragraph: Then it stops."]
    ),
    ("\"I ran again.\"\n– Fiona, Bedford", ["paragraph: \"I ran again.\"", "paragraph: – Fiona, Bedford"]),
    ("> The first line goes on,\n> as one sees.\n> Stop.", ["quotation: The first line goes on,\nas one sees.", "quotation: Stop."]),
    ("A. Smith wrote it.\nB. Jones read it.", ["paragraph: A. Smith wrote it.", "paragraph: B. Jones read it."]),
    ("low price\nhigh speed\nfast help", ["paragraph: low price", "paragraph: high speed", "paragraph: fast help"]),
    (
      "GlowSerum\n✅ Works fast\n✅ Smells good\n\nOur customers\n\n“I look young.” — Anna, 54\n\nReferences\n[1] Smith J. Serum. J Skin 2020;1:1.",
      [
        "heading 1 inferred: GlowSerum", "list 1", "  item: Works fast", "  item: Smells good", "heading 2 inferred: Our customers",
        "paragraph: “I look young.” — Anna, 54", "heading 2 inferred: References", "paragraph: [1] Smith J. Serum. J Skin 2020;1:1.",
      ]
    ),
    (
      "we wrote this line by hand and broke it where it seemed right to\nus, so that no two of its lines have just the same length of text,\nand some fall short of it by a word.",
      [
        "paragraph: we wrote this line by hand and broke it where it seemed right to\nus, so that no two of its lines have just the same length of text,\nand some fall short of it by a word."
      ]
    ),
    ("-5 degrees were measured.", ["paragraph: -5 degrees were measured."]),
  ]

  @Test("the shape of a text tells its blocks", arguments: cases)
  func outline(text: String, outline: [String]) throws {
    #expect(try read(text, .text).outline == outline)
  }

  @Test("line ends of every kind stay in the text and in its positions", arguments: ["\n", "\r\n", "\r"])
  func lineEnds(end: String) throws {
    let bytes = Array("One – two.\(end)\(end)Three.".utf8)
    let document = try read(bytes, .text)
    #expect(document.utf8 == bytes)
    #expect(document.outline == ["paragraph: One – two.", "paragraph: Three."])
    let place = document.sourceMap.location(of: try document.span(of: "Three"))
    #expect(place.startByte == 12 + 2 * end.utf8.count)
    #expect(place.startLine == 3)
    #expect(place.startColumn == 1)
    #expect(place.endColumn == 6)
  }

  @Test("a quotation of several lines leads to each of them")
  func quotation() throws {
    let bytes = Array("> It is good,\n> and it is cheap.".utf8)
    let document = try read(bytes, .text)
    #expect(try document.sources(of: "good,\nand it", in: bytes) == ["good,\n> and it"])
  }
}
