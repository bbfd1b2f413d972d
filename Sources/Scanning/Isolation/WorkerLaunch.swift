internal import CSandbox

/// How worker processes are started: this program again, in its hidden mode.
package struct WorkerLaunch: Sendable {
  /// Path of the program; the running one by its open file, so that all workers are of one version.
  var program = "/proc/self/exe"
  /// Whether workers obey the marks of ``WorkerFault``.
  var obeysFaults = false
  let ruleFolders: [String]
  let defaultLexicons: String?
  /// Further arguments of the hidden mode: which records and claims it reads.
  let knowledgeArguments: [String]
  /// Words added to word lists; see `RuleLoader`.
  let additions: [(lexicon: String, words: [String])]

  /// - Parameters:
  ///   - ruleFolders: the folders that the scan's rules were loaded from.
  ///   - program: another program than the running one.
  ///   - obeysFaults: for tests.
  package init(
    ruleFolders: [String], defaultLexicons: String?, knowledgeArguments: [String] = [],
    additions: [(lexicon: String, words: [String])] = [], program: String? = nil,
    obeysFaults: Bool = false
  ) {
    self.ruleFolders = ruleFolders
    self.defaultLexicons = defaultLexicons
    self.knowledgeArguments = knowledgeArguments
    self.additions = additions
    self.program = program ?? self.program
    self.obeysFaults = obeysFaults
  }

  var arguments: [String] { ["obstat", "worker"] + (obeysFaults ? ["--faults"] : []) + knowledgeArguments }

  /// What this machine's kernel lacks of the protections, one phrase each.
  package static var missingProtections: [String] {
    missingProtections(hasLandlock: obs_has_landlock() != 0, hasSeccomp: obs_has_seccomp() != 0)
  }

  static func missingProtections(hasLandlock: Bool, hasSeccomp: Bool) -> [String] {
    var missing: [String] = []
    if !hasLandlock {
      missing.append(
        "this kernel has no Landlock: "
          + (hasSeccomp ? "the filter of system calls alone keeps workers from files" : "workers are not kept from files"))
    }
    if !hasSeccomp {
      missing.append(
        "this kernel has no seccomp filters: workers are not kept from sockets and from running programs")
    }
    return missing
  }
}
