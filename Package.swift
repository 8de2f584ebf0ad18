// swift-tools-version: 6.1
import PackageDescription

// A target imports only targets that stand below it; siblings never import each other.
let package = Package(
  name: "Liantu",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Liantu", targets: ["Liantu"]),
    .library(name: "GraphKernel", targets: ["GraphKernel"]),
    .executable(name: "liantu", targets: ["LiantuCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    // Floor 6: the command
    .executableTarget(
      name: "LiantuCommand",
      dependencies: [
        "Liantu", "Bilingual", "SourceDiagnostics", "ChainModel", "ChainFiles", "ChainQueries",
        "ChainDrawing",
        "ChainViews", "ChainPages", "ChainExplorer", "PolicyReader",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // Floor 5: the explorer's server
    .target(
      name: "ChainExplorer",
      dependencies: [
        "Bilingual", "SourceDiagnostics", "YAMLReading", "ChainModel", "ChainFiles",
        "ChainQueries", "ChainDrawing", "ChainViews", "ChainPages", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]
    ),

    // Floor 4: the face for users of the library
    .target(
      name: "Liantu",
      dependencies: [
        "Bilingual", "GraphKernel", "SourceDiagnostics", "ChainModel", "ChainFiles", "ChainQueries",
        "ChainDrawing", "ChainViews",
      ]
    ),

    // Floor 4: the explorer's pages, and the same as one file
    .target(
      name: "ChainPages",
      dependencies: [
        "Bilingual", "GraphKernel", "SourceDiagnostics", "ChainModel", "ChainQueries",
        "ChainDrawing", "ChainViews",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Assets/explorer.css"), .embedInCode("Assets/explorer.js"),
        .embedInCode("Assets/explorer.svg"),
        .embedInCode("Templates/page.mustache"), .embedInCode("Templates/frame.mustache"),
        .embedInCode("Templates/inner.mustache"), .embedInCode("Templates/view.mustache"),
        .embedInCode("Templates/list.mustache"),
        .embedInCode("Templates/panel.mustache"), .embedInCode("Templates/tree.mustache"),
        .embedInCode("Templates/search.mustache"), .embedInCode("Templates/lists.mustache"),
        .embedInCode("Templates/fault.mustache"), .embedInCode("Templates/report.mustache"),
      ]
    ),

    // Floor 3: joins a query to a drawing and to a table
    .target(
      name: "ChainViews",
      dependencies: [
        "Bilingual", "GraphKernel", "SourceDiagnostics", "YAMLReading", "Spreadsheet",
        "ChainModel", "ChainQueries", "ChainDrawing",
      ],
      resources: [
        .embedInCode("Packs/five-and-five.yaml"), .embedInCode("Packs/six-and-six.yaml"),
      ]
    ),

    // Floor 2: siblings that know the model, not each other
    .target(
      name: "ChainQueries",
      dependencies: ["Bilingual", "GraphKernel", "SourceDiagnostics", "ChainModel"]
    ),
    .target(
      name: "ChainFiles",
      dependencies: [
        "Bilingual", "SourceDiagnostics", "YAMLReading", "YAMLWriting", "CSVReading", "XMLReading",
        "Spreadsheet", "ChainModel", "GraphKernel", "CPrefetch",
      ],
      resources: [.embedInCode("Ontology/ontology.yaml")]
    ),
    .target(
      name: "ChainDrawing",
      dependencies: ["Bilingual", "SourceDiagnostics", "YAMLReading", "CGraphviz"],
      resources: [.embedInCode("Theme/theme.yaml")]
    ),

    .target(
      name: "PolicyReader",
      dependencies: ["Bilingual", "SourceDiagnostics", "ChainModel", "YAMLWriting", "ZipReading"]
    ),

    // Floor 1: the model, and the form in which people write data
    .target(
      name: "ChainModel",
      dependencies: ["Bilingual", "GraphKernel", "SourceDiagnostics", "CPrefetch"]
    ),
    .target(
      name: "Spreadsheet",
      dependencies: ["Bilingual", "ZipReading", "XMLReading", "CXlsxWriter"]
    ),
    .target(name: "YAMLReading", dependencies: ["Bilingual", "SourceDiagnostics", "CLibYAML"]),

    // Floor 0: the ground
    .target(name: "GraphKernel", dependencies: ["CPrefetch"]),
    .target(name: "CPrefetch"),
    .target(name: "CSVReading"),
    .target(name: "YAMLWriting"),
    .target(name: "SourceDiagnostics", dependencies: ["Bilingual"]),
    .target(name: "Bilingual"),
    .target(name: "ZipReading", dependencies: ["Bilingual", "CZip"]),
    .target(name: "XMLReading", dependencies: ["Bilingual", "SourceDiagnostics", "CExpat"]),
    .target(name: "CGraphviz", dependencies: ["CGraphvizLibrary"]),
    .systemLibrary(
      name: "CGraphvizLibrary",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CXlsxWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),

    .systemLibrary(
      name: "CZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .systemLibrary(
      name: "CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),

    // Tests mirror the sources
    .target(
      name: "TestSupport",
      dependencies: ["Bilingual", "SourceDiagnostics"],
      path: "Tests/TestSupport",
      exclude: ["make_workbook.py", "edit_workbook.py"]
        + ["workbook", "page", "csv", "site"].map { "read_\($0).py" }
    ),
    .testTarget(name: "GraphKernelTests", dependencies: ["GraphKernel", "TestSupport"]),
    .testTarget(
      name: "ChainDrawingTests",
      dependencies: ["Bilingual", "SourceDiagnostics", "ChainDrawing", "TestSupport"]
    ),
    .testTarget(name: "LiantuTests", dependencies: ["Liantu"]),
    .testTarget(
      name: "ChainViewsTests",
      dependencies: [
        "Bilingual", "GraphKernel", "SourceDiagnostics", "ChainModel", "ChainFiles", "ChainQueries",
        "ChainDrawing", "ChainViews", "TestSupport",
      ],
      exclude: ["Fixture", "Golden"]
    ),
    .testTarget(
      name: "ChainPagesTests",
      dependencies: [
        "Bilingual", "GraphKernel", "ChainModel", "ChainFiles", "ChainQueries", "ChainDrawing",
        "ChainViews", "ChainPages", "TestSupport",
      ]
    ),
    .testTarget(name: "LiantuCommandTests", dependencies: ["LiantuCommand", "TestSupport"]),
    .testTarget(
      name: "ChainExplorerTests",
      dependencies: [
        "Bilingual", "SourceDiagnostics", "ChainModel", "ChainFiles", "ChainQueries",
        "ChainDrawing", "ChainViews", "ChainExplorer", "TestSupport", "LiantuCommand",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]
    ),
    .testTarget(name: "HuludaoTests", dependencies: ["Liantu"]),
    .testTarget(
      name: "PolicyReaderTests",
      dependencies: [
        "Bilingual", "ChainModel", "ChainFiles", "PolicyReader", "SourceDiagnostics", "TestSupport",
      ]
    ),
    .testTarget(name: "CSVReadingTests", dependencies: ["CSVReading", "TestSupport"]),
    .testTarget(
      name: "SpreadsheetTests",
      dependencies: ["Bilingual", "Spreadsheet", "TestSupport"],
      exclude: ["Fixture"]
    ),
    .testTarget(name: "ZipReadingTests", dependencies: ["Bilingual", "ZipReading", "TestSupport"]),
    .testTarget(
      name: "XMLReadingTests",
      dependencies: ["Bilingual", "SourceDiagnostics", "XMLReading", "TestSupport"]
    ),
    .testTarget(name: "BilingualTests", dependencies: ["Bilingual"]),
    .testTarget(
      name: "SourceDiagnosticsTests",
      dependencies: ["Bilingual", "SourceDiagnostics", "TestSupport"]
    ),
    .testTarget(
      name: "ChainFilesTests",
      dependencies: [
        "Bilingual", "GraphKernel", "SourceDiagnostics", "YAMLReading", "YAMLWriting", "ChainModel",
        "ChainFiles", "ChainQueries", "TestSupport",
      ]
    ),
    .testTarget(
      name: "ChainModelTests",
      dependencies: ["Bilingual", "GraphKernel", "SourceDiagnostics", "ChainModel", "TestSupport"]
    ),
    .testTarget(
      name: "ChainQueriesTests",
      dependencies: [
        "Bilingual", "GraphKernel", "SourceDiagnostics", "ChainModel", "ChainFiles", "ChainQueries",
        "TestSupport",
      ]
    ),
  ]
)
