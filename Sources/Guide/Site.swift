package import FileSystem
import Publishing
import RuleReview
import Writers

/// The documentation as a folder of HTML pages that mirrors the repository's.
package struct Site {
  package struct Mistake: Error, Sendable, Equatable {
    /// Path of the page below the repository.
    package var page: String
    package var message: String
  }
  /// Path of the repository.
  private let root: String
  private let pages: [(path: String, markdown: String)]

  /// Pages in the order of the navigation, with its groups.
  static let groups: [(title: String, folder: String, first: [String])] = [
    ("Start", "", ["README.md"]),
    ("Guide", "Documentation/Guide", ["README.md", "Tutorial.md", "Rules.md", "Patterns.md", "Reading.md", "Cookbook.md", "API.md"]),
    ("Manual", "Documentation", []),
    ("Rules", "Rules", ["README.md"]),
  ]

  /// Reads every page.
  package init(repository: String) throws(FileError) {
    root = repository
    var pages: [(path: String, markdown: String)] = []
    for group in Self.groups {
      let folder = group.folder.isEmpty ? root : root + "/" + group.folder
      let names = try FileSystem.names(inFolder: folder).filter { $0.hasSuffix(".md") }
      let wanted = group.folder.isEmpty || group.folder == "Rules" ? names.filter(group.first.contains) : names
      let ordered = group.first.filter(wanted.contains) + wanted.filter { !group.first.contains($0) }
      for name in ordered {
        let path = group.folder.isEmpty ? name : group.folder + "/" + name
        pages.append((path, String(decoding: try FileSystem.read(root + "/" + path), as: UTF8.self)))
      }
    }
    self.pages = pages
  }

  /// Every file of the site by its path, and every link that leads nowhere.
  package func files() -> (files: [(path: String, bytes: [UInt8])], mistakes: [Mistake]) {
    var files: [(path: String, bytes: [UInt8])] = []
    var mistakes: [Mistake] = []
    var copied: Set<String> = []
    let bodies = pages.map { MarkdownHTML.body($0.markdown) }
    let anchors = Dictionary(uniqueKeysWithValues: zip(pages.map(\.path), bodies.map(Self.anchors)))
    for (page, body) in zip(pages, bodies) {
      var extra: [String] = []
      let linked = Self.rewritingLinks(body) { address in
        if address.contains(":") || address.hasPrefix("//") { return address }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? page.path : Self.joined(Self.folder(page.path), String(parts[0]))
        let fragment = parts.count > 1 ? String(parts[1]) : nil
        if let known = anchors[target] ?? anchors[target + "/README.md"] {
          if let fragment, !known.contains(fragment) { mistakes.append(Mistake(page: page.path, message: "no heading for \(address)")) }
          let file = Self.address(anchors[target] == nil ? target + "/README.md" : target)
          return Self.relative(file, from: Self.address(page.path)) + (fragment.map { "#" + $0 } ?? "")
        }
        switch try? FileSystem.kind(of: root + "/" + target) {
        case .file?:
          extra.append(target)
          return Self.relative(target, from: Self.address(page.path))
        // A folder is no page; its name stays as text.
        case .folder?: return nil
        default:
          mistakes.append(Mistake(page: page.path, message: "nothing stands at \(address)"))
          return address
        }
      }
      for target in extra where copied.insert(target).inserted {
        if let bytes = try? FileSystem.read(root + "/" + target) { files.append((target, bytes)) }
      }
      let shown = page.path == "Rules/README.md" ? RuleCatalogue.marked(linked) : linked
      let html = Page(title: Self.title(page.markdown), body: shown, navigation: navigation(on: page.path)).html
      files.append((Self.address(page.path), Array(html.utf8)))
    }
    return (files, mistakes)
  }

  private func navigation(on current: String) -> [Page.Group] {
    Self.groups.compactMap { group in
      let own = pages.filter { Self.folder($0.path) == group.folder }
      guard !own.isEmpty else { return nil }
      return Page.Group(
        title: group.title,
        links: own.map { page in
          Page.Link(
            title: Self.title(page.markdown), address: Self.relative(Self.address(page.path), from: Self.address(current)),
            isCurrent: page.path == current)
        })
    }
  }

  // MARK: Paths

  static func address(_ path: String) -> String {
    if path == "README.md" { return "index.html" }
    if path.hasSuffix("/README.md") { return String(path.dropLast("README.md".utf8.count)) + "index.html" }
    return String(path.dropLast(3)) + ".html"
  }

  static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A relative path from a folder, without `.` and `..`.
  static func joined(_ folder: String, _ path: String) -> String {
    var names = folder.split(separator: "/")
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }

  static func relative(_ path: String, from page: String) -> String {
    let own = folder(page).split(separator: "/")
    let other = path.split(separator: "/")
    var shared = 0
    while shared < own.count, shared < other.count - 1, own[shared] == other[shared] { shared += 1 }
    return (Array(repeating: "..", count: own.count - shared) + other[shared...].map(String.init)).joined(separator: "/")
  }

  // MARK: Pieces of HTML

  private static func title(_ markdown: String) -> String {
    markdown.split(separator: "\n").first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)).replacing("`", with: "") } ?? "Obstat"
  }

  private static func anchors(_ html: String) -> Set<String> {
    Set(html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first.map(String.init) })
  }

  /// Replaces the address of each link; where `change` gives nil the link becomes plain text.
  static func rewritingLinks(_ html: String, _ change: (String) -> String?) -> String {
    var result = ""
    var rest = Substring(html)
    while let open = rest.firstRange(of: "<a href=\"") {
      result += rest[..<open.lowerBound]
      rest = rest[open.upperBound...]
      guard let quote = rest.firstIndex(of: "\""), let end = rest.firstRange(of: "</a>") else { return result + rest }
      let inside = rest[rest.index(after: quote)..<end.lowerBound]
      if let address = change(MarkdownHTML.plain(rest[..<quote])) {
        result += "<a href=\"\(HTMLWriter.escaped(address))\"\(inside)</a>"
      } else {
        result += inside.drop { $0 != ">" }.dropFirst()
      }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}
