import ContentModel
package import Screening
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The word lists under `Rules/_lexicons` that the analysis itself needs.
///
/// A list is a UTF-8 file `<name>.txt`: one entry a line, `# comment` lines, and
/// `[section]` lines. Entries that stand before any section are in the section "".
/// Where a list is looked for in text, its entries are phrases of the trigger
/// language (``Trigger/phrase(_:)``). Compiled screens are made once and shared.
package struct AnalysisLexicons: Sendable {
  /// The lists without which the analysis cannot work.
  package static let required = ["abbreviations", "assertions", "context", "languages", "quantities", "sectors"]

  struct Entry: Sendable {
    var text: String
    var line: Int
  }

  struct List: Sendable {
    var path: String
    var sectionNames: [String] = []
    var entries: [String: [Entry]] = [:]
  }

  private let lists: [String: List]
  private let compiled: CompiledLexicons

  /// Reads every `*.txt` of a folder.
  ///
  /// - Throws: ``LexiconError`` where the folder or a file cannot be read, a line is
  ///   malformed, or a list that the analysis needs is missing.
  package init(folder: String) throws(LexiconError) { try self.init(try Self.texts(in: folder), place: folder) }

  /// A list as it was read.
  package struct Text: Sendable {
    package var name: String
    package var path: String
    package var bytes: [UInt8]
  }

  /// Reads every `*.txt` of a folder.
  package static func texts(in folder: String) throws(LexiconError) -> [Text] {
    var texts: [Text] = []
    for name in try listNames(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name + ".txt" : folder + "/" + name + ".txt"
      texts.append(Text(name: name, path: path, bytes: try readFile(path)))
    }
    return texts
  }

  /// Takes the lists' texts by name; for tests, and for lists that are not files.
  package init(lists: [String: String], requiring: [String] = required) throws(LexiconError) {
    try self.init(
      lists.sorted { $0.key < $1.key }.map { Text(name: $0.key, path: $0.key + ".txt", bytes: Array($0.value.utf8)) }, place: "the lists given",
      requiring: requiring)
  }

  /// - Parameter isChecked: whether every entry is known to be a phrase.
  package init(_ texts: [Text], place: String, requiring: [String] = required, isChecked: Bool = false) throws(LexiconError) {
    var lists: [String: List] = [:]
    for text in texts { lists[text.name] = try Self.parse(text.bytes, path: text.path, isChecked: isChecked) }
    for name in requiring where lists[name] == nil {
      throw LexiconError(path: place, line: nil, message: "lacks the word list '\(name).txt'")
    }
    for (name, sections) in Term.sectionsByList where requiring.contains(name) {
      guard let list = lists[name] else { continue }
      for section in sections where list.entries[section] == nil {
        throw LexiconError(path: list.path, line: nil, message: "lacks the section [\(section)]")
      }
    }
    self.lists = lists
    compiled = CompiledLexicons()
  }

  /// The lists that are looked for together.
  private static let searched = [["context", "assertions"], ["sectors"]]

  /// Compiles what is looked for in every document, for ``unpackScreens(_:)`` of equal lists.
  package func packScreens(into writer: inout PackedWriter) {
    for names in Self.searched { screen(names).pack(into: &writer) }
  }

  package func unpackScreens(_ reader: inout PackedReader) throws(PackedReader.Nonsense) {
    for names in Self.searched {
      let screen = LexiconScreen(sets(names), try reader.bool() ? try Screen(&reader) : nil)
      _ = compiled.screen(names.joined(separator: "/")) { screen }
    }
  }

  private func sets(_ names: [String]) -> [(list: String, section: String, entries: [String])] {
    names.flatMap { name in
      (lists[name]?.sectionNames ?? []).map { section in
        (name, section, (lists[name]?.entries[section] ?? []).map(\.text))
      }
    }
  }

  /// The entries of a list, or of one of its sections, in order; none where there is no such list.
  package func entries(_ list: String, section: String? = nil) -> [String] {
    guard let list = lists[list] else { return [] }
    if let section { return (list.entries[section] ?? []).map(\.text) }
    return list.sectionNames.flatMap { (list.entries[$0] ?? []).map(\.text) }
  }

  /// The names of a list's sections in order.
  package func sections(_ list: String) -> [String] { lists[list]?.sectionNames ?? [] }

  /// A list as one screen; compiled when first asked for. Entries that are no phrases are left out: the loader refuses them.
  package func screen(_ list: String) -> LexiconScreen { screen([list]) }

  /// Several lists as one screen, looked for in one pass.
  package func screen(_ names: [String]) -> LexiconScreen {
    compiled.screen(names.joined(separator: "/")) {
      LexiconScreen(sets(names))
    }
  }

  /// The word classes of `quantities.txt`, made once.
  var wordClasses: WordClassTable { compiled.wordClasses(self) }

  /// The abbreviations of `abbreviations.txt`, made once.
  var abbreviations: Abbreviations { compiled.abbreviations(self) }

  private static func parse(_ bytes: [UInt8], path: String, isChecked: Bool) throws(LexiconError) -> List {
    var list = List(path: path)
    var section = ""
    var number = 0
    for raw in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let line = String(validating: trimmed(raw), as: UTF8.self) else {
        throw LexiconError(path: path, line: number, message: "is not UTF-8")
      }
      if line.isEmpty || line.utf8.first == 0x23 { continue }
      if line.utf8.first == 0x5B {
        guard line.utf8.last == 0x5D, line.utf8.count > 2 else {
          throw LexiconError(path: path, line: number, message: "a section is written [name]; this line lacks the closing bracket or the name")
        }
        section = String(line.dropFirst().dropLast())
        guard list.entries[section] == nil else {
          throw LexiconError(path: path, line: number, message: "the section [\(section)] stands twice")
        }
        list.sectionNames.append(section)
        list.entries[section] = []
        continue
      }
      if !isChecked, let problem = Trigger.phraseProblem(line) {
        throw LexiconError(path: path, line: number, message: "the entry '\(line)' \(problem)")
      }
      if list.entries[section] == nil {
        list.sectionNames.append(section)
        list.entries[section] = []
      }
      list.entries[section]?.append(Entry(text: line, line: number))
    }
    return list
  }

  /// A line without white space at either end.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = line.firstIndex(where: { $0 > 0x20 }), let last = line.lastIndex(where: { $0 > 0x20 }) else { return [] }
    return line[first...last]
  }

  private static func listNames(in folder: String) throws(LexiconError) -> [String] {
    guard let directory = opendir(folder) else {
      throw LexiconError(path: folder, line: nil, message: "cannot be opened as a folder: \(String(cString: strerror(errno)))")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".txt"), !name.hasPrefix(".") { names.append(String(name.dropLast(4))) }
    }
    return names.sorted()
  }

  private static func readFile(_ path: String) throws(LexiconError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw LexiconError(path: path, line: nil, message: "cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw LexiconError(path: path, line: nil, message: "cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes.append(contentsOf: buffer[..<count])
    }
  }
}

/// What is wrong with a word list.
package struct LexiconError: Error, Sendable, Equatable {
  package var path: String
  package var line: Int?
  package var message: String

  package init(path: String, line: Int?, message: String) {
    self.path = path
    self.line = line
    self.message = message
  }
}

/// Screens of word lists, made when first asked for; shared by the copies of one ``AnalysisLexicons``.
private final class CompiledLexicons: Sendable {
  private let screens = Mutex<[String: LexiconScreen]>([:])
  private let classes = Mutex<WordClassTable?>(nil)
  private let abbreviations = Mutex<Abbreviations?>(nil)

  func wordClasses(_ lexicons: AnalysisLexicons) -> WordClassTable {
    classes.withLock { known in
      let table = known ?? WordClassTable(lexicons)
      known = table
      return table
    }
  }

  func abbreviations(_ lexicons: AnalysisLexicons) -> Abbreviations {
    abbreviations.withLock { known in
      let table = known ?? Abbreviations(lexicons)
      known = table
      return table
    }
  }

  func screen(_ name: String, make: () -> LexiconScreen) -> LexiconScreen {
    screens.withLock { known in
      if let screen = known[name] { return screen }
      let screen = make()
      known[name] = screen
      return screen
    }
  }
}
