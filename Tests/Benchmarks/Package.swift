// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Liantu builds benchmarks.
let package = Package(
  name: "LiantuBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Liantu", path: "../..")],
  targets: [
    .executableTarget(
      name: "DrawingBenchmark",
      dependencies: [.product(name: "Liantu", package: "Liantu")]
    ),
    .executableTarget(
      name: "LoadBenchmark",
      dependencies: [.product(name: "Liantu", package: "Liantu")],
      exclude: ["duckdb_load.py"]
    ),
    .executableTarget(
      name: "KernelBenchmark",
      dependencies: [.product(name: "GraphKernel", package: "Liantu")]
    ),
  ]
)
