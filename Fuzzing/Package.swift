// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building Linli asks for nothing that fuzzing needs. scripts/fuzz builds and runs it.
let office: Target.Dependency = .product(name: "Office", package: "linli")
let settings: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "linli", path: "..")],
  targets: [
    .target(name: "FuzzedOffice", dependencies: [office]),
    .executableTarget(name: "FuzzReading", dependencies: ["FuzzedOffice", office], swiftSettings: settings),
    .executableTarget(name: "FuzzRunning", dependencies: ["FuzzedOffice", office], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
