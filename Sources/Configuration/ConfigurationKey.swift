import Yams

/// A key at the top of a configuration file: its shape and how it becomes a setting.
///
/// The whole file is this table; see ``all``. A new section is one value more.
package struct ConfigurationKey: Sendable {
  package enum Reach: Sendable {
    /// Of the run: only in the file that the run is under, and in what that extends.
    case run
    /// Of documents: also in files in folders below.
    case documents
  }
  package let name: String
  /// For the documentation and for editors.
  package let summary: String
  package let shape: Shape
  package let reach: Reach
  /// Whether ``decode`` checks the shape, and says what is wrong, itself.
  var checksItself = false
  /// Takes a value that has the shape.
  let decode: @Sendable (inout ConfigurationReading, Node) -> Void

  init(
    _ name: String, _ reach: Reach, _ summary: String, _ shape: Shape,
    decode: @escaping @Sendable (inout ConfigurationReading, Node) -> Void
  ) {
    self.name = name
    self.reach = reach
    self.summary = summary
    self.shape = shape
    self.decode = decode
  }

  /// Every key, in the order of the documentation.
  package static let all = [
    extends, packs, rules, overrides, document, names, lexicons, ruleFolders, exclude, claims, evidence, output, limits, gate,
  ]

  private static let extends = ConfigurationKey(
    "extends", .documents, "Configuration files to start from, such as a house policy; paths count from this file.", .texts
  ) { reading, node in
    // Taken before everything else; see ConfigurationFile.
    for (text, node) in reading.texts(node) where text.isEmpty { reading.note(.emptyPath(key: "extends"), at: node) }
  }

  static let packsShape = Shape.map(.flag, names: "a pack")
  private static let packs = ConfigurationKey(
    "packs", .documents, "Rule packs, each on or off. Every pack is on unless this says otherwise.", packsShape
  ) { reading, node in reading.takePacks(node, under: ChangeConditions()) }

  static let rulesShape = Shape.map(
    .either([
      .choice(["on", "off", "error", "warning", "note"]),
      .map(.choice(["on", "off", "error", "warning", "note"]), names: "a market, or 'default'"),
    ]), names: "a rule")
  private static let rules = ConfigurationKey(
    "rules", .documents, "Rules, each on, off or with a severity of its own; a mapping gives it by market.", rulesShape
  ) { reading, node in reading.takeRules(node, under: ChangeConditions()) }

  static let documentFields = [
    Shape.Field("market", "Markets for which the copy is meant, such as US or DE.", .texts),
    Shape.Field("audience", "Readers for whom it is meant.", .texts),
    Shape.Field("product", "The product it speaks of.", .texts),
    Shape.Field("language", "Its language, such as en-GB.", .text),
  ]
  private static let document = ConfigurationKey(
    "document", .documents, "What documents are for, where neither they nor their names say.", .keys(documentFields)
  ) { reading, node in reading.takeFacts(node, files: []) }

  private static let overrides = ConfigurationKey(
    "overrides", .documents, "Changes for some documents only: by path, market, audience, product or language.",
    .list(
      .keys([
        Shape.Field("files", "Globs of paths from this file's folder; one that fits is enough.", .texts),
        Shape.Field("market", "Markets; a document for one of them, or for a part of it (DE is in EU), is meant.", .texts),
        Shape.Field("audience", "Audiences; one is enough.", .texts),
        Shape.Field("product", "Products; one is enough.", .texts),
        Shape.Field("language", "Languages; en stands for en-GB, too.", .texts),
        Shape.Field("packs", "As at the top.", packsShape),
        Shape.Field("rules", "As at the top.", rulesShape),
        Shape.Field("document", "As at the top; with 'files' only.", .keys(documentFields)),
      ]))
  ) { reading, node in for entry in node.sequence ?? [] { reading.takeOverride(entry) } }

  private static let names = ConfigurationKey(
    "names", .documents,
    "What paths say: patterns with {market}, {audience}, {product} and {language}, such as '{product}.{market}.md'. The first that fits counts.",
    .texts
  ) { reading, node in reading.takeNames(node) }

  private static let lexicons = ConfigurationKey(
    "lexicons", .run, "Words added to the word lists of packs, by the list's name, such as health/diseases.",
    .map(.texts, names: "a word list, as pack/name")
  ) { reading, node in reading.takeLexicons(node) }

  private static let ruleFolders = ConfigurationKey(
    "rule-folders", .run, "Folders of rule packs beside this file; none means the shipped packs. --rules replaces them.", .texts
  ) { reading, node in reading.takeRuleFolders(node) }

  private static let exclude = ConfigurationKey(
    "exclude", .run, "Globs of documents and folders to pass over; a name without / fits at any depth.", .list(.text)
  ) { reading, node in
    let patterns = reading.patterns(node)
    let before = reading.settings.exclude.value
    reading.settings.exclude = Setting(before + patterns, origin: reading.origin(of: node))
  }

  private static let claims = ConfigurationKey(
    "claims", .run, "The library of approved claims (YAML) beside this file; --claims replaces it.", .text
  ) { reading, node in
    if let path = reading.files(node, key: "claims").last { reading.settings.claims = Setting(path, origin: reading.origin(of: node)) }
  }

  private static let evidence = ConfigurationKey(
    "evidence", .run, "Stores and YAML files of evidence records beside this file; --evidence replaces them.", .texts
  ) { reading, node in
    reading.settings.evidence = Setting(reading.files(node, key: "evidence"), origin: reading.origin(of: node))
  }

  private static let output = ConfigurationKey(
    "output", .run, "How results are shown where the command line does not say.", .keys(OutputSettings.fields)
  ) { reading, node in
    for (key, value) in node.mapping ?? [:] {
      guard let name = key.string, let text = value.scalar?.string else { continue }
      reading.settings.output.values[name] = Setting(text, origin: reading.origin(of: key))
    }
  }

  private static let gate: ConfigurationKey = {
    let verdict = Shape.choice(["clear", "review", "blocked"])
    let verdicts = [
      Shape.Field("severities", "What findings of a severity do to publication.", .map(verdict, names: "a severity")),
      Shape.Field("categories", "What findings of a category do; counts before their severity.", .map(verdict, names: "a category")),
      Shape.Field("rules", "What findings of a rule do; counts before its category.", .map(verdict, names: "a rule")),
      Shape.Field(
        "thresholds", "What many findings of a severity or category do together.",
        .list(
          .keys([
            Shape.Field("at-least", "How many.", .number(1...1_000_000), isRequired: true),
            Shape.Field("of", "A severity or a category.", .text, isRequired: true),
            Shape.Field("verdict", "What they do.", verdict, isRequired: true),
          ]))),
    ]
    let market = Shape.keys([Shape.Field("documents", "Globs of the market's documents.", .list(.text))] + verdicts)
    var key = ConfigurationKey(
      "gate", .documents, "What findings do to publication, for obstat gate; see Gate.md.",
      .keys(
        verdicts + [
          Shape.Field("markets", "What holds for documents of one market, by its name.", .map(market, names: "a market")),
          Shape.Field("suppressible", "Severities that a comment in a document may suppress.", .list(.choice(["note", "warning", "error"]))),
          Shape.Field("may-weaken", "Who may make the policy milder; at the repository's root only.", .list(.choice(["folders", "documents"]))),
          Shape.Field("waivers", "The file of waivers, beside this one; at the root only.", .text),
          Shape.Field(
            "longest-waiver-days", "How many days a waiver holds after the day it was granted, whatever it says; at the root only.",
            .number(GatePolicy.waiverDays)),
          Shape.Field("baseline", "The baseline, beside this file; at the root only.", .text),
        ])
    ) { reading, node in reading.decodeGate(node) }
    key.checksItself = true
    return key
  }()

  private static let limits = ConfigurationKey(
    "limits", .run, "How much a document, a rule and a worker may use.",
    .keys(Limits.keys.map { Shape.Field($0.name, $0.summary, .number($0.range)) })
  ) { reading, node in
    for (key, value) in node.mapping ?? [:] {
      guard let limit = Limits.keys.first(where: { $0.name == key.string }), let number = value.scalar.flatMap({ Int($0.string) })
      else { continue }
      reading.settings.limits[keyPath: limit.path] = Setting(number, origin: reading.origin(of: key))
    }
  }
}
