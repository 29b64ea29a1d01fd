// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "linli",
  products: [
    .executable(name: "linli", targets: ["linli"]),
    // What Fuzzing drives.
    .library(name: "Office", targets: ["Office", "Storage", "Records", "CommandLanguage", "Values", "Diagnostics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CTerminal"),
    .target(name: "Diagnostics"),
    .target(name: "Values", dependencies: ["Diagnostics"]),
    .target(name: "CommandLanguage", dependencies: ["Diagnostics", "Values"]),
    .target(
      name: "Records", dependencies: ["Diagnostics", "Values", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "Sheets", dependencies: ["Diagnostics"]),
    .target(
      name: "Lessons", dependencies: ["CommandLanguage", "Diagnostics", "Values"], resources: [.embedInCode("Texts")]),
    .target(name: "CDrawing", linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("m")]),
    .target(name: "Typesetting", dependencies: ["CDrawing", "Diagnostics"]),
    .target(name: "Presentation", dependencies: ["Diagnostics", "Sheets", "Typesetting", "Values"]),
    .target(
      name: "Storage",
      dependencies: [
        "CSQLite", "Records", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Office",
      dependencies: [
        "CommandLanguage", "Lessons", "Records", "Presentation", "Sheets", "Typesetting",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(name: "Shell", dependencies: ["Office", "CLibEdit", "CTerminal"]),
    .executableTarget(
      name: "linli",
      dependencies: [
        "Shell", "Storage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "Sentences", path: "Tests/Sentences"),
    .target(name: "Scratch", path: "Tests/Scratch"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ValuesTests", dependencies: ["Values", "Sentences"]),
    .testTarget(name: "CommandLanguageTests", dependencies: ["CommandLanguage", "Sentences"]),
    .testTarget(name: "RecordsTests", dependencies: ["Records", "Storage"]),
    .testTarget(
      name: "StorageTests", dependencies: ["Scratch", "Storage", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "SheetsTests", dependencies: ["Sheets"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting"]),
    .testTarget(name: "PresentationTests", dependencies: ["Presentation", "Sentences", "Typesetting"]),
    .testTarget(
      name: "OfficeTests",
      dependencies: ["Office", "Scratch", "Storage", "Sentences", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "ShellTests",
      dependencies: ["Scratch", "Shell", "Storage", "Sentences", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["screen.py"]),
    .testTarget(
      name: "Transcripts", dependencies: ["Lessons", "Scratch", "Shell", "Storage", "Typesetting"],
      exclude: ["Mistakes", "Sessions", "fuhu.txt"]),
  ],
  swiftLanguageModes: [.v6]
)
