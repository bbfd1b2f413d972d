import Configuration
import ContentModel

/// The first thing that a worker is told: which rules to load, and what it may use.
struct WorkerSetup: Equatable {
  var ruleFolders: [String]
  var defaultLexicons: String?
  var limits: Limits
  /// Words added to word lists.
  var additions: [(lexicon: String, words: [String])]

  static func == (a: Self, b: Self) -> Bool { a.encoded == b.encoded }

  var encoded: [UInt8] {
    var writer = WireWriter()
    writer.list(ruleFolders) { $0.text($1) }
    writer.optional(defaultLexicons) { $0.text($1) }
    for key in Limits.keys { writer.number(limits[keyPath: key.path].value) }
    writer.list(additions) { writer, addition in
      writer.text(addition.lexicon)
      writer.list(addition.words) { $0.text($1) }
    }
    return writer.bytes
  }

  init(ruleFolders: [String], defaultLexicons: String?, limits: Limits, additions: [(lexicon: String, words: [String])] = []) {
    self.ruleFolders = ruleFolders
    self.defaultLexicons = defaultLexicons
    self.limits = limits
    self.additions = additions
  }

  init(decoding bytes: [UInt8]) throws(WireReader.Nonsense) {
    var reader = WireReader(bytes)
    ruleFolders = try reader.list { reader throws(WireReader.Nonsense) in try reader.text() }
    defaultLexicons = try reader.optional { reader throws(WireReader.Nonsense) in try reader.text() }
    limits = Limits()
    for key in Limits.keys { limits[keyPath: key.path].value = try reader.number() }
    additions = try reader.list { reader throws(WireReader.Nonsense) in
      (try reader.text(), try reader.list { reader throws(WireReader.Nonsense) in try reader.text() })
    }
    try reader.finish()
  }
}

/// What a worker says when it is ready, or why it is not.
enum WorkerGreeting: Equatable {
  case ready(rulesDigest: String)
  case unable(why: String)

  var encoded: [UInt8] {
    var writer = WireWriter()
    switch self {
    case .ready(let digest):
      writer.flag(true)
      writer.text(digest)
    case .unable(let why):
      writer.flag(false)
      writer.text(why)
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(WireReader.Nonsense) {
    var reader = WireReader(bytes)
    let isReady = try reader.flag()
    let text = try reader.text()
    try reader.finish()
    self = isReady ? .ready(rulesDigest: text) : .unable(why: text)
  }
}

/// A document to check: its bytes, because a worker can open no file.
struct WorkerRequest: Equatable {
  var path: String
  var format: DocumentFormat
  /// 0 for the first worker that gets the document, 1 for the next.
  var attempt: Int
  var treatment = Treatment()
  var bytes: [UInt8]

  var encoded: [UInt8] {
    var writer = WireWriter()
    writer.text(path)
    writer.choice(format)
    writer.number(attempt)
    writer.treatment(treatment)
    writer.data(bytes)
    return writer.bytes
  }

  init(path: String, format: DocumentFormat, attempt: Int, treatment: Treatment = Treatment(), bytes: [UInt8]) {
    self.path = path
    self.format = format
    self.attempt = attempt
    self.treatment = treatment
    self.bytes = bytes
  }

  init(decoding message: [UInt8]) throws(WireReader.Nonsense) {
    var reader = WireReader(message)
    path = try reader.text()
    format = try reader.choice(DocumentFormat.self)
    attempt = try reader.number()
    treatment = try reader.treatment()
    bytes = try reader.data()
    try reader.finish()
  }
}

/// What a worker found, or why the document cannot be read.
///
/// Places, order, fingerprints and verdict are not in it: the parent works them
/// out, so that a worker can lie about findings at most.
enum WorkerReply {
  case checked(CheckedDocument)
  case refused(DocumentError.Code, message: String)

  func encoded(for request: WorkerRequest) -> [UInt8] {
    var writer = WireWriter()
    switch self {
    case .checked(let checked):
      writer.flag(true)
      writer.document(checked.document, from: request.bytes)
      writer.list(checked.findings) { $0.finding($1) }
    case .refused(let code, let message):
      writer.flag(false)
      writer.text(code.rawValue)
      writer.text(message)
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8], for request: WorkerRequest) throws(WireReader.Nonsense) {
    var reader = WireReader(bytes)
    if try reader.flag() {
      let document = try reader.document(path: request.path, format: request.format, from: request.bytes)
      let length = document.utf8.count
      let findings = try reader.list { reader throws(WireReader.Nonsense) in try reader.finding(in: length) }
      self = .checked(CheckedDocument(document: document, findings: findings))
    } else {
      guard let code = DocumentError.Code(rawValue: try reader.text()) else { throw WireReader.Nonsense() }
      self = .refused(code, message: try reader.text())
    }
    try reader.finish()
  }
}
