internal import CMessageDigest

/// SHA-256 as lower-case hexadecimal digits, by libmd: small, in every distribution, and nothing to start up.
package enum Digest {
  package static func sha256(_ bytes: [UInt8]) -> String { sha256(parts: [bytes]) }

  package static func sha256(parts: [[UInt8]]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    for part in parts { part.withUnsafeBytes { SHA256Update(&context, $0.baseAddress, $0.count) } }
    let hash = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      SHA256Final(buffer.baseAddress, &context)
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in hash { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
