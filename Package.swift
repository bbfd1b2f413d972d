// swift-tools-version: 6.2
import PackageDescription

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift target with the project's settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swift)
}

/// A test target that mirrors `Sources/<name>`.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: swift)
}

let package = Package(
  name: "obstat",
  products: [.executable(name: "obstat", targets: ["obstat"])],
  dependencies: [
    // Subcommands, help pages and completion scripts that users know.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // YAML 1.1 with node positions, for front matter.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Debian's C libraries, nothing else.
    .systemLibrary(name: "CLua", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .systemLibrary(name: "CMd4c", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CMd4cHTML", pkgConfig: "md4c-html", providers: [.apt(["libmd4c-html0-dev"])]),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),

    .target(name: "CLuaSupport", dependencies: ["CLua"]),
    room("LuaRuntime", ["CLuaSupport"]),

    // Landlock, seccomp and process limits, which are C macros and structs.
    .target(name: "CSandbox"),

    room("ContentModel"),
    room("Spelling"),
    // JSON, XML and HTML: escaping is written once.
    room("Writers", ["ContentModel"]),
    room("FileSystem"),
    room("Fingerprints", ["CMessageDigest"]),
    room("Readers", ["ContentModel", "CMd4c", .product(name: "Yams", package: "Yams")]),
    room("Screening", ["ContentModel", "CPCRE2"]),
    room("Analysis", ["ContentModel", "FileSystem", "Screening"]),
    room("Evidence", ["Analysis", "FileSystem", "CSQLite", .product(name: "Yams", package: "Yams")]),
    room("RuleEngine", ["ContentModel", "FileSystem", "Fingerprints", "Spelling", "Screening", "Analysis", "LuaRuntime"]),
    room("Configuration", ["ContentModel", "FileSystem", "Spelling", .product(name: "Yams", package: "Yams")]),
    room("RuleTesting", ["ContentModel", "Writers", "Readers", "Screening", "Analysis", "LuaRuntime", "RuleEngine"]),
    room(
      "Scanning",
      [
        "ContentModel", "FileSystem", "Spelling", "Configuration", "Readers", "Screening", "Analysis", "LuaRuntime", "RuleEngine", "Fingerprints",
        "CSandbox",
      ]),
    room("Reporters", ["ContentModel", "Writers"]),
    room("AnalysisViews", ["ContentModel", "Writers", "Analysis"]),
    room(
      "Gate",
      ["ContentModel", "Fingerprints", "Spelling", "FileSystem", "Configuration", "Analysis", "Writers", .product(name: "Yams", package: "Yams")]),
    // The rule catalogue and the documentation as HTML.
    room("Publishing", ["Writers", "CMd4cHTML"]),
    room("RuleReview", ["ContentModel", "Writers", "Readers", "Screening", "Analysis", "LuaRuntime", "RuleEngine", "Publishing"]),
    .executableTarget(
      name: "obstat",
      dependencies: [
        "ContentModel", "FileSystem", "Configuration", "Readers", "Screening", "Analysis", "LuaRuntime", "RuleEngine", "RuleTesting", "Scanning",
        "Evidence", "Reporters", "AnalysisViews", "Gate", "Fingerprints", "RuleReview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),

    // The documentation; see `make site`.
    room("Guide", ["ContentModel", "Writers", "FileSystem", "Readers", "Analysis", "LuaRuntime", "RuleEngine", "Publishing", "RuleReview"]),
    .executableTarget(
      name: "obstat-docs", dependencies: ["Guide", "FileSystem", "Analysis", "Evidence", "LuaRuntime", "RuleEngine"], swiftSettings: swift),

    // Random input for every part that takes it; see `make fuzz`.
    room("Fuzzing", ["ContentModel", "FileSystem", "Readers", "Screening", "Analysis", "LuaRuntime", "RuleEngine"]),
    .target(name: "CFuzzer"),
    .executableTarget(name: "obstat-fuzz", dependencies: ["Fuzzing", "LuaRuntime", "CFuzzer"], swiftSettings: swift),
    // What safety costs; see `make bench-safety`.
    .target(name: "StockLua", dependencies: ["CLua"], path: "Benchmarks/safety/StockLua"),
    .executableTarget(
      name: "safety-benchmark", dependencies: ["LuaRuntime", "StockLua"], path: "Benchmarks/safety/SafetyBenchmark", swiftSettings: swift),

    // Answers to labelled cases, for the scorer beside it; see `make bench-quality`.
    .executableTarget(
      name: "component-benchmark", dependencies: ["ContentModel", "Readers", "Analysis"], path: "Benchmarks/quality/ComponentBenchmark",
      swiftSettings: swift),

    tests("LuaRuntime", ["LuaRuntime"]),
    tests("ContentModel", ["ContentModel"]),
    tests("Writers", ["Writers"]),
    tests("Readers", ["Readers", "ContentModel"]),
    tests("Screening", ["Screening", "ContentModel", "CPCRE2"]),
    tests("Analysis", ["Analysis", "Screening", "Readers", "ContentModel"]),
    tests("AnalysisViews", ["AnalysisViews", "Analysis", "Readers", "ContentModel"]),
    tests("RuleEngine", ["FileSystem", "LuaRuntime", "RuleEngine", "RuleTesting", "Analysis", "Screening", "Readers", "ContentModel"]),
    tests("Evidence", ["Evidence", "Analysis", "Screening", "ContentModel"]),
    tests("RulePack", ["FileSystem", "LuaRuntime", "RuleEngine", "RuleTesting", "Evidence", "Analysis"]),
    tests("Configuration", ["Configuration", "ContentModel", "FileSystem"]),
    tests("Scanning", ["Scanning", "Configuration", "ContentModel", "LuaRuntime", "Readers", "Reporters"]),
    tests("Reporters", ["Reporters", "Writers", "ContentModel"]),
    tests("Gate", ["Gate", "Fingerprints", "Configuration", "Readers", "Analysis", "ContentModel"]),
    tests("Attack", ["Fuzzing", "LuaRuntime", "RuleEngine", "Analysis", "Screening", "Readers", "ContentModel"]),
    tests("Guide", ["Guide", "Publishing", "FileSystem", "Evidence", "Analysis", "LuaRuntime", "RuleEngine", "RuleTesting"]),
    tests("RuleReview", ["RuleReview", "ContentModel", "Analysis", "Evidence", "LuaRuntime", "RuleEngine"]),
    tests("EndToEnd", ["obstat"], exclude: ["Expected"]),
  ],
  swiftLanguageModes: [.v6]
)
