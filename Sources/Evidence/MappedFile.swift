import Analysis
import Glibc

/// A file's bytes, mapped into memory and never written.
///
/// The file must be replaced, not cut, while it is mapped: reading beyond a new end would end the process. Any thread may
/// read the bytes, which do not change.
final class MappedFile: @unchecked Sendable {
  let path: String
  let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws(EvidenceError) {
    func failure() -> EvidenceError { EvidenceError(path: path, message: "cannot be read: \(String(cString: strerror(errno)).lowercased())") }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    let count = Int(status.st_size)
    guard count > 0 else { throw EvidenceError(path: path, message: "is empty") }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else { throw failure() }
    self.path = path
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
