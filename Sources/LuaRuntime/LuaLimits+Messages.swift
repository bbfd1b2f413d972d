/// How a limit is put into words when it stops a chunk.
extension LuaLimits {
  var fuelMessage: String { "stopped after \(Self.grouped(fuel)) units of fuel" }

  var memoryMessage: String { "not enough memory (heap limit \(Self.size(heap)), largest block \(Self.size(block)))" }

  var patienceMessage: String { "stopped: too many failed allocations (heap limit \(Self.size(heap)))" }

  var sourceMessage: String { "source is larger than \(Self.size(source))" }

  static func timeMessage(nanoseconds: Int) -> String { "stopped after \(duration(nanoseconds))" }

  /// `50,000,000`
  static func grouped(_ number: Int) -> String {
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `64 MB`, `100 KB`, `7 bytes`: the largest unit that leaves a whole number.
  static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes.isMultiple(of: 1 << 20) { return "\(bytes >> 20) MB" }
    if bytes >= 1 << 10, bytes.isMultiple(of: 1 << 10) { return "\(bytes >> 10) KB" }
    return "\(grouped(bytes)) bytes"
  }

  /// `1.0 s`, `50 ms`
  static func duration(_ nanoseconds: Int) -> String {
    let tenths = nanoseconds / 100_000_000
    if tenths > 0, nanoseconds.isMultiple(of: 100_000_000) { return "\(tenths / 10).\(tenths % 10) s" }
    return "\(nanoseconds / 1_000_000) ms"
  }
}
