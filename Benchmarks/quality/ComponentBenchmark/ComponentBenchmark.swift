import Analysis
import ContentModel
import Foundation
import Readers

/// Answers labelled cases, one JSON object a line on standard output for each on standard input.
///
/// `component-benchmark LEXICONS COMPONENT < cases.jsonl`, where LEXICONS is the
/// folder of word lists; `component-benchmark LEXICONS speed < text` times the whole analysis. The scorer beside this compares the answers with the labels,
/// so that the build and its peers are judged by the same code.
@main
struct ComponentBenchmark {
  static func main() throws {
    let usage = "usage: component-benchmark LEXICONS \(Component.allCases.map(\.rawValue).joined(separator: "|"))|speed < cases.jsonl"
    guard CommandLine.arguments.count == 3 else { fail(usage) }
    let lexicons: AnalysisLexicons
    do {
      lexicons = try AnalysisLexicons(folder: CommandLine.arguments[1])
    } catch {
      fail("\(error.path): \(error.message)")
    }
    if CommandLine.arguments[2] == "speed" {
      return try AnalysisSpeed(lexicons: lexicons, text: Array(FileHandle.standardInput.readDataToEndOfFile())).run()
    }
    guard let component = Component(rawValue: CommandLine.arguments[2]) else { fail(usage) }
    while let line = readLine() {
      guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], let text = object["text"] as? String else {
        fail("not a case: \(line)")
      }
      let answer = try component.answer(text, type: object["type"] as? String, lexicons)
      let data = try JSONSerialization.data(withJSONObject: answer, options: [.sortedKeys])
      FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
  }

  static func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(2)
  }
}
