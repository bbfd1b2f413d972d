import Analysis
import ContentModel
import Foundation
import Readers

/// How long a whole analysis takes as a document grows: a text repeated to 10 KB, 100 KB, 1 MB and 10 MB.
///
/// Everything is asked for that the analysis can tell. The time per byte must stay the
/// same; what grows faster than the document shows as a rising last column.
struct AnalysisSpeed {
  let lexicons: AnalysisLexicons
  let text: [UInt8]

  /// Prints a line for each size: bytes, milliseconds (the best of some runs), nanoseconds for a byte.
  func run() throws {
    // Word lists are compiled once a process, not once a document.
    _ = try milliseconds(of: Array(text.prefix(2_000)))
    print("     bytes  milliseconds  nanoseconds/byte")
    for (size, runs) in [(10_000, 20), (100_000, 8), (1_000_000, 3), (10_000_000, 1)] {
      var document: [UInt8] = []
      while document.count < size { document += text + Array("\n\n".utf8) }
      document.removeLast(document.count - size)
      var best = Double.infinity
      for _ in 0..<runs { best = min(best, try milliseconds(of: document)) }
      print(String(format: "%10d  %12.1f  %16.0f", size, best, best * 1e6 / Double(size)))
    }
  }

  /// The time from bytes to everything known of them.
  private func milliseconds(of bytes: [UInt8]) throws -> Double {
    let clock = ContinuousClock()
    var sum = 0
    let time = try clock.measure {
      let analysis = DocumentAnalysis(try DocumentReader().read(bytes, path: "speed.txt", format: .text), lexicons: lexicons)
      sum += analysis.quantities.count + analysis.citations.count + analysis.references.count
      sum += analysis.sectorScores.words
      for index in analysis.sentences.indices {
        sum += analysis.assertions(inSentence: index).count
        sum += analysis.study(in: analysis.sentences[index].span).evidence.count
        sum += Int(analysis.context(of: analysis.sentences[index].span).rawValue)
      }
    }
    precondition(sum >= 0)
    return Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15
  }
}
