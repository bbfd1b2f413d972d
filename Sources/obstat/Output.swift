import Glibc

/// A standard stream, written whole and unbuffered.
struct Output: Sendable {
  static let standard = Output(descriptor: STDOUT_FILENO)
  static let errors = Output(descriptor: STDERR_FILENO)

  let descriptor: Int32

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// The terminal's width in columns; nil where the stream is no terminal.
  var width: Int? {
    var size = winsize()
    return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  func write(_ text: String) { write(Array(text.utf8)) }

  /// A reader that went away (`obstat scan … | head`) ends the program quietly, as it ends other tools.
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let n = Glibc.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
        if n < 0 {
          if errno == EINTR { continue }
          Glibc.exit(errno == EPIPE ? 141 : 74)
        }
        written += n
      }
    }
  }
}
