import ContentModel
import Testing
import Writers

@Suite("JSON")
struct JSONWriterTests {
  private func written(_ layout: JSONWriter.Layout) -> String {
    var json = JSONWriter(layout: layout)
    json.object { json in
      json.member("text", "a \"b\"\\\u{7}")
      json.member("none", nil as String?)
      json.member("null", orNull: nil as Int?)
      json.member("numbers", [1, -2])
      json.member("half", 0.5)
      json.member("whole", 3.0)
      json.member("infinite", Double.infinity)
      json.object("empty", line: 1) { _ in }
      json.objects("lines", line: 1, [true, false], elements: 2) { $0.member("is", $1) }
      json.objects("nothing", [Int](), elements: 2) { $0.member("is", $1) }
    }
    json.newLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("commas, spaces and new lines are set where the layout has them")
  func layouts() {
    #expect(
      written(.readable) == #"""
        {"text": "a \"b\"\\\u0007", "null": null, "numbers": [1, -2], "half": 0.5, "whole": 3,
         "empty": {},
         "lines": [
          {"is": true},
          {"is": false}], "nothing": []}

        """#)
    #expect(
      written(.compact)
        == #"{"text":"a \"b\"\\\u0007","null":null,"numbers":[1,-2],"half":0.5,"whole":3,"empty":{},"lines":[{"is":true},{"is":false}],"nothing":[]}"#
        + "\n")
  }

  @Test("a text written in pieces has its commas between them")
  func pieces() {
    var text: [UInt8] = Array("[".utf8)
    var isFirst = true
    for number in 1...3 {
      var json = JSONWriter(appendingTo: text, isFirst: isFirst)
      if number != 2 { json.element(line: 1) { $0.member("n", number) } }
      isFirst = json.isFirst
      text = json.bytes
    }
    var json = JSONWriter(appendingTo: text)
    json.endArray()
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[\n {\"n\": 1},\n {\"n\": 3}]")
  }
}
