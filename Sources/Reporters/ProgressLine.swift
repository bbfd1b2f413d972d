/// How far a scan is, in one line: a bar, files, megabytes, findings, and the time that is left.
package struct ProgressLine: Sendable {
  private let done: Int
  private let total: Int
  private let bytes: Int
  private let findings: Int
  private let fraction: Double
  private let secondsLeft: Int?

  /// - Parameters:
  ///   - fraction: from 0 to 1.
  ///   - secondsLeft: nil while it cannot be told.
  package init(done: Int, total: Int, bytes: Int, findings: Int, fraction: Double, secondsLeft: Int?) {
    self.done = done
    self.total = total
    self.bytes = bytes
    self.findings = findings
    self.fraction = min(1, max(0, fraction))
    self.secondsLeft = secondsLeft
  }

  /// By bytes, of which some are counted for each file as such, so that many small files move the bar as well.
  package static func fraction(done: Int, of total: Int, bytes: Int, of totalBytes: Int) -> Double {
    let perFile = 2048
    let whole = totalBytes + total * perFile
    return whole == 0 ? 1 : Double(bytes + done * perFile) / Double(whole)
  }

  /// What is left at the speed so far; nil before that says anything.
  package static func secondsLeft(after seconds: Double, fraction: Double) -> Int? {
    guard fraction > 0.01, seconds > 0.5 else { return nil }
    let left = seconds / fraction * (1 - fraction)
    return left < 1_000_000 ? Int(left.rounded(.up)) : nil
  }

  /// At most `width - 1` columns: the last stays free, so that no terminal breaks the line.
  package func text(width: Int) -> String {
    let megabytes = bytes / 100_000
    let facts = [
      "\(done)/\(total) files", "\(megabytes / 10).\(megabytes % 10) MB", "\(findings) finding\(findings == 1 ? "" : "s")",
      secondsLeft.map { "ETA \(Self.clock($0))" } ?? "ETA –",
    ]
    let barWidth = 20
    let filled = Int(fraction * Double(barWidth))
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
    for parts in [[bar] + facts, facts, Array(facts.prefix(1)) + facts.suffix(1), Array(facts.prefix(1))] {
      let line = parts.joined(separator: "  ")
      if line.unicodeScalars.count < width { return line }
    }
    return ""
  }

  private static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
