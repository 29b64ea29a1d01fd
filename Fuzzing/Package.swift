// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building Linli asks for nothing that fuzzing needs. scripts/fuzz builds and runs it.
let settings: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "linli", path: "..")],
  targets: [
    .target(name: "FuzzedOffice", dependencies: [.product(name: "Office", package: "linli")]),
    .executableTarget(name: "FuzzReading", dependencies: ["FuzzedOffice"], swiftSettings: settings),
    .executableTarget(name: "FuzzRunning", dependencies: ["FuzzedOffice"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
