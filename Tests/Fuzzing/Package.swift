// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Liantu builds it: it links libFuzzer, whose main runs
// the program. `make fuzz-readers` builds it with the sanitizers that it needs.
let package = Package(
  name: "LiantuFuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Liantu", path: "../..")],
  targets: [
    .executableTarget(
      name: "LiantuFuzz",
      dependencies: [
        .product(name: "Liantu", package: "Liantu"),
        .product(name: "LiantuExchange", package: "Liantu"),
        .product(name: "LiantuPolicy", package: "Liantu"),
      ]
    )
  ]
)
