// swift-tools-version: 6.1
import PackageDescription

// A wing is a folder of Sources. From the kernel down, each is a product that can be used without
// the wings below it here. A target imports only targets that are listed above it; targets under one
// comment are siblings, and never import each other. `make walls` holds the list to this.
let package = Package(
  name: "Liantu",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "GraphKernel", targets: ["GraphKernel"]),
    .library(name: "Liantu", targets: ["Liantu"]),
    .library(name: "LiantuExchange", targets: ["ChainExchange"]),
    .library(name: "LiantuPolicy", targets: ["PolicyReader"]),
    .library(name: "LiantuExplorer", targets: ["ChainPages", "ChainExplorer"]),
    .executable(name: "liantu", targets: ["LiantuCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      from: "2.28.1",
      traits: []
    ),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // C, floor 0: a module for each library
    .target(name: "CPrefetch", path: "Sources/C/CPrefetch"),
    .systemLibrary(
      name: "CGraphvizLibrary",
      path: "Sources/C/CGraphvizLibrary",
      pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]
    ),
    .systemLibrary(
      name: "CLibYAML",
      path: "Sources/C/CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CXlsxWriter",
      path: "Sources/C/CXlsxWriter",
      pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .systemLibrary(
      name: "CZlib",
      path: "Sources/C/CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CZip",
      path: "Sources/C/CZip",
      pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]
    ),
    .systemLibrary(
      name: "CExpat",
      path: "Sources/C/CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .systemLibrary(
      name: "CSQLite",
      path: "Sources/C/CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),

    // C, floor 1
    .target(name: "CGraphviz", dependencies: ["CGraphvizLibrary"], path: "Sources/C/CGraphviz"),

    // Ground, floor 0: texts in two languages; what stands for the characters that a format claims
    .target(name: "Bilingual", path: "Sources/Ground/Bilingual"),
    .target(name: "Escapes", path: "Sources/Ground/Escapes"),

    // Ground, floor 1: texts, places and carets; the tree of entries that YAML and sheets share
    .target(name: "Diagnostics", dependencies: ["Bilingual"], path: "Sources/Ground/Diagnostics"),

    // Ground, floor 2: many files changed as one
    .target(
      name: "FolderTransactions",
      dependencies: ["Bilingual", "Diagnostics"],
      path: "Sources/Ground/FolderTransactions"
    ),

    // Formats, floor 0: bytes to rows, elements, parts; strict, within limits
    .target(name: "CSV", path: "Sources/Formats/CSV"),
    .target(name: "JSON", dependencies: ["Escapes"], path: "Sources/Formats/JSON"),
    .target(name: "Zip", dependencies: ["Bilingual", "CZip"], path: "Sources/Formats/Zip"),
    .target(name: "SQLite", dependencies: ["CSQLite"], path: "Sources/Formats/SQLite"),
    .target(
      name: "XML",
      dependencies: ["Bilingual", "Diagnostics", "CExpat"],
      path: "Sources/Formats/XML"
    ),
    .target(
      name: "YAML",
      dependencies: ["Bilingual", "Diagnostics", "CLibYAML"],
      path: "Sources/Formats/YAML"
    ),

    // Formats, floor 1: what is made of zipped XML
    .target(
      name: "Spreadsheet",
      dependencies: ["Bilingual", "Zip", "XML", "CXlsxWriter"],
      path: "Sources/Formats/Spreadsheet"
    ),

    // Kernel: graphs, texts and their algorithms, without a word of industry
    .target(name: "TextMatching", path: "Sources/Kernel/TextMatching"),
    .target(name: "GraphKernel", dependencies: ["CPrefetch"], path: "Sources/Kernel/GraphKernel"),

    // Chain, floor 0: columns of numbers and texts, without a word of chains
    .target(
      name: "Columns",
      dependencies: ["Diagnostics", "GraphKernel", "CPrefetch"],
      path: "Sources/Chain/Columns"
    ),

    // Chain, floor 1: the model; what a picture is
    .target(
      name: "ChainModel",
      dependencies: ["Bilingual", "Diagnostics", "GraphKernel", "Columns", "CPrefetch"],
      path: "Sources/Chain/ChainModel"
    ),
    .target(
      name: "ChainDrawing",
      dependencies: ["Bilingual", "Escapes", "Diagnostics", "YAML", "CGraphviz"],
      path: "Sources/Chain/ChainDrawing",
      resources: [.embedInCode("Theme/theme.yaml")]
    ),

    // Chain, floor 2: what follows from a data set; where one comes from
    .target(
      name: "ChainQueries",
      dependencies: ["Bilingual", "Diagnostics", "GraphKernel", "ChainModel"],
      path: "Sources/Chain/ChainQueries"
    ),
    .target(
      name: "ChainFiles",
      dependencies: [
        "Bilingual", "Diagnostics", "FolderTransactions", "YAML", "CSV", "GraphKernel", "Columns",
        "ChainModel", "CPrefetch",
      ],
      path: "Sources/Chain/ChainFiles",
      resources: [.embedInCode("Ontology/ontology.yaml")]
    ),

    // Chain, floor 3: a data set as a workbook; a question as a picture and a list
    .target(
      name: "ChainWorkbooks",
      dependencies: [
        "Bilingual", "Diagnostics", "YAML", "Spreadsheet", "GraphKernel", "ChainModel",
        "ChainFiles",
      ],
      path: "Sources/Chain/ChainWorkbooks"
    ),
    .target(
      name: "ChainViews",
      dependencies: [
        "Bilingual", "Escapes", "Diagnostics", "JSON", "YAML", "Spreadsheet", "GraphKernel",
        "ChainModel", "ChainQueries", "ChainDrawing",
      ],
      path: "Sources/Chain/ChainViews",
      resources: [
        .embedInCode("Packs/five-and-five.yaml"), .embedInCode("Packs/six-and-six.yaml"),
      ]
    ),

    // Chain, floor 4: its face
    .target(
      name: "Liantu",
      dependencies: [
        "Bilingual", "GraphKernel", "Diagnostics", "ChainModel", "ChainFiles", "ChainWorkbooks",
        "ChainQueries", "ChainDrawing", "ChainViews",
      ],
      path: "Sources/Chain/Liantu"
    ),

    // Loop, floor 0: what was planned, what was reported, who answers for it, on any day
    .target(
      name: "ProgressLoop",
      dependencies: [
        "Bilingual", "Diagnostics", "YAML", "CSV", "ChainModel", "ChainFiles", "CPrefetch",
      ],
      path: "Sources/Loop/ProgressLoop"
    ),

    // Loop, floor 1: the same of a data set's folder, as lists
    .target(
      name: "ChainLoop",
      dependencies: [
        "Bilingual", "Diagnostics", "YAML", "GraphKernel", "ChainModel", "ChainFiles",
        "ChainQueries", "ChainViews", "ProgressLoop",
      ],
      path: "Sources/Loop/ChainLoop"
    ),

    // Loop, floor 2: what is asked of a department as a sheet, and what comes back in it
    .target(
      name: "LoopSheets",
      dependencies: [
        "Bilingual", "Diagnostics", "Spreadsheet", "GraphKernel", "ChainModel", "ChainQueries",
        "ChainWorkbooks", "ChainViews", "ProgressLoop", "ChainLoop",
      ],
      path: "Sources/Loop/LoopSheets"
    ),
    // Loop, floor 2: its pictures, and the questions that they answer
    .target(
      name: "LoopPictures",
      dependencies: [
        "Bilingual", "GraphKernel", "ChainModel", "ChainQueries", "ChainDrawing", "ChainViews",
        "ProgressLoop", "ChainLoop",
      ],
      path: "Sources/Loop/LoopPictures"
    ),

    // Exchange: formats of other programs out, and graphs made elsewhere in
    .target(
      name: "ChainExchange",
      dependencies: [
        "Bilingual", "Escapes", "Diagnostics", "JSON", "YAML", "CSV", "XML", "Spreadsheet",
        "SQLite",
        "GraphKernel", "ChainModel", "ChainFiles", "ProgressLoop",
      ],
      path: "Sources/Exchange/ChainExchange"
    ),

    // Register, floor 0: the firms of a file; which words of theirs mean what
    .target(
      name: "RegisterReader",
      dependencies: ["Bilingual", "Diagnostics", "JSON", "CSV", "Spreadsheet"],
      path: "Sources/Register/RegisterReader"
    ),
    .target(
      name: "RegisterMatching",
      dependencies: ["Bilingual", "TextMatching"],
      path: "Sources/Register/RegisterMatching"
    ),

    // Register, floor 1: where the firms of a register stand in a data set's chains
    .target(
      name: "ChainRegisters",
      dependencies: [
        "Bilingual", "Diagnostics", "JSON", "YAML", "Spreadsheet", "GraphKernel", "ChainModel",
        "ChainQueries", "ChainFiles", "ChainWorkbooks", "ChainViews", "RegisterReader",
        "RegisterMatching",
      ],
      path: "Sources/Register/ChainRegisters"
    ),

    // Policy: a document to a draft
    .target(
      name: "PolicyReader",
      dependencies: ["Bilingual", "Diagnostics", "Zip", "XML", "YAML", "ChainModel", "ChainFiles"],
      path: "Sources/Policy/PolicyReader"
    ),

    // Explorer, floor 0: pages, and the same as one file
    .target(
      name: "ChainPages",
      dependencies: [
        "Bilingual", "Escapes", "Diagnostics", "JSON", "XML", "GraphKernel", "Columns",
        "ChainModel", "ChainQueries", "ChainDrawing", "ChainViews", "ProgressLoop", "ChainLoop",
        "PolicyReader",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      path: "Sources/Explorer/ChainPages",
      resources: [
        .embedInCode("Assets/explorer.css"), .embedInCode("Assets/explorer.js"),
        .embedInCode("Assets/explorer.svg"),
        .embedInCode("Templates/page.mustache"), .embedInCode("Templates/frame.mustache"),
        .embedInCode("Templates/inner.mustache"), .embedInCode("Templates/view.mustache"),
        .embedInCode("Templates/list.mustache"),
        .embedInCode("Templates/panel.mustache"), .embedInCode("Templates/tree.mustache"),
        .embedInCode("Templates/search.mustache"), .embedInCode("Templates/lists.mustache"),
        .embedInCode("Templates/fault.mustache"), .embedInCode("Templates/report.mustache"),
        .embedInCode("Templates/home.mustache"),
      ]
    ),

    // Explorer, floor 1: their server
    .target(
      name: "ChainExplorer",
      dependencies: [
        "Bilingual", "Escapes", "Diagnostics", "JSON", "ChainModel", "ChainFiles",
        "ChainWorkbooks", "ChainQueries", "ChainDrawing", "ChainViews", "ProgressLoop", "ChainLoop",
        "ChainPages", "PolicyReader", "CZlib",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      path: "Sources/Explorer/ChainExplorer"
    ),

    // Command
    .executableTarget(
      name: "LiantuCommand",
      dependencies: [
        "Liantu", "Bilingual", "Diagnostics", "FolderTransactions", "ChainModel", "ChainFiles",
        "ChainWorkbooks", "ChainQueries", "ChainDrawing", "ChainViews", "ChainExchange",
        "RegisterReader", "ChainRegisters", "PolicyReader", "ProgressLoop", "ChainLoop",
        "LoopSheets", "LoopPictures", "ChainPages", "ChainExplorer",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Command/LiantuCommand"
    ),

    // Tests mirror the sources
    .target(
      name: "TestSupport",
      dependencies: ["Bilingual", "Diagnostics", "CSQLite"],
      path: "Tests/TestSupport",
      exclude: ["make_workbook.py", "edit_workbook.py", "decide_workbook.py"]
        + ["workbook", "page", "csv", "site"].map { "read_\($0).py" }
    ),
    .target(
      name: "ChainTestSupport",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "ChainModel", "ChainFiles", "ChainDrawing",
        "TestSupport", "CGraphviz",
      ],
      path: "Tests/Chain/ChainTestSupport"
    ),
    .testTarget(
      name: "BilingualTests",
      dependencies: ["Bilingual"],
      path: "Tests/Ground/BilingualTests"
    ),
    .testTarget(
      name: "EscapesTests",
      dependencies: ["Escapes", "TestSupport"],
      path: "Tests/Ground/EscapesTests"
    ),
    .testTarget(
      name: "DiagnosticsTests",
      dependencies: ["Bilingual", "Diagnostics", "TestSupport"],
      path: "Tests/Ground/DiagnosticsTests"
    ),
    .testTarget(
      name: "FolderTransactionsTests",
      dependencies: ["Bilingual", "Diagnostics", "FolderTransactions", "TestSupport"],
      path: "Tests/Ground/FolderTransactionsTests"
    ),
    .testTarget(
      name: "CSVTests",
      dependencies: ["CSV", "TestSupport"],
      path: "Tests/Formats/CSVTests"
    ),
    .testTarget(
      name: "JSONTests",
      dependencies: ["Escapes", "JSON"],
      path: "Tests/Formats/JSONTests"
    ),
    .testTarget(
      name: "ZipTests",
      dependencies: ["Bilingual", "Zip", "TestSupport"],
      path: "Tests/Formats/ZipTests"
    ),
    .testTarget(
      name: "SQLiteTests",
      dependencies: ["SQLite", "TestSupport"],
      path: "Tests/Formats/SQLiteTests"
    ),
    .testTarget(
      name: "XMLTests",
      dependencies: ["Bilingual", "Diagnostics", "XML", "TestSupport"],
      path: "Tests/Formats/XMLTests"
    ),
    .testTarget(
      name: "YAMLTests",
      dependencies: ["Diagnostics", "YAML", "TestSupport"],
      path: "Tests/Formats/YAMLTests"
    ),
    .testTarget(
      name: "SpreadsheetTests",
      dependencies: ["Bilingual", "Spreadsheet", "TestSupport"],
      path: "Tests/Formats/SpreadsheetTests",
      exclude: ["Fixture"]
    ),
    .testTarget(
      name: "GraphKernelTests",
      dependencies: ["GraphKernel", "TestSupport"],
      path: "Tests/Kernel/GraphKernelTests"
    ),
    .testTarget(
      name: "ColumnsTests",
      dependencies: ["Diagnostics", "Columns", "TestSupport"],
      path: "Tests/Chain/ColumnsTests"
    ),
    .testTarget(
      name: "ChainModelTests",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "Columns", "ChainModel", "TestSupport",
      ],
      path: "Tests/Chain/ChainModelTests"
    ),
    .testTarget(
      name: "ChainDrawingTests",
      dependencies: [
        "Bilingual", "Diagnostics", "ChainDrawing", "TestSupport", "ChainTestSupport",
      ],
      path: "Tests/Chain/ChainDrawingTests"
    ),
    .testTarget(
      name: "ChainQueriesTests",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "ChainModel", "ChainFiles", "ChainQueries",
        "TestSupport",
      ],
      path: "Tests/Chain/ChainQueriesTests",
      exclude: ["ReferenceChains/NewCity"]
    ),
    .testTarget(
      name: "ChainFilesTests",
      dependencies: [
        "Bilingual", "Diagnostics", "YAML", "GraphKernel", "Columns", "ChainModel", "ChainFiles",
        "ChainQueries", "TestSupport", "ChainTestSupport",
      ],
      path: "Tests/Chain/ChainFilesTests"
    ),
    .testTarget(
      name: "ChainWorkbooksTests",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "ChainModel", "ChainFiles", "ChainWorkbooks",
        "TestSupport", "ChainTestSupport",
      ],
      path: "Tests/Chain/ChainWorkbooksTests"
    ),
    .testTarget(
      name: "ChainViewsTests",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "ChainModel", "ChainFiles", "ChainQueries",
        "ChainDrawing", "ChainViews", "TestSupport", "ChainTestSupport",
      ],
      path: "Tests/Chain/ChainViewsTests",
      exclude: ["Fixture", "Golden"]
    ),
    .testTarget(
      name: "LiantuTests",
      dependencies: ["Liantu", "ChainExchange", "TestSupport"],
      path: "Tests/Chain/LiantuTests"
    ),
    .testTarget(
      name: "HuludaoTests",
      dependencies: ["Liantu", "TestSupport"],
      path: "Tests/Chain/HuludaoTests"
    ),
    .testTarget(
      name: "ProgressLoopTests",
      dependencies: [
        "Bilingual", "Diagnostics", "YAML", "ChainModel", "ChainFiles", "ProgressLoop",
        "TestSupport",
      ],
      path: "Tests/Loop/ProgressLoopTests",
      exclude: ["examples.yaml"]
    ),
    .testTarget(
      name: "ChainLoopTests",
      dependencies: [
        "Diagnostics", "GraphKernel", "ChainModel", "ChainQueries", "ChainFiles", "ProgressLoop",
        "ChainLoop", "TestSupport",
      ],
      path: "Tests/Loop/ChainLoopTests"
    ),
    .testTarget(
      name: "LoopSheetsTests",
      dependencies: [
        "Diagnostics", "ChainModel", "ChainWorkbooks", "ProgressLoop", "LoopSheets", "TestSupport",
      ],
      path: "Tests/Loop/LoopSheetsTests"
    ),
    .testTarget(
      name: "LoopPicturesTests",
      dependencies: [
        "Bilingual", "Diagnostics", "ChainModel", "ChainFiles", "ChainQueries", "ChainDrawing",
        "ChainViews", "ProgressLoop", "ChainLoop", "LoopPictures", "TestSupport",
      ],
      path: "Tests/Loop/LoopPicturesTests"
    ),
    .testTarget(
      name: "ChainExchangeTests",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "ChainModel", "ChainFiles", "ChainQueries",
        "ProgressLoop", "ChainExchange", "TestSupport", "ChainTestSupport",
      ],
      path: "Tests/Exchange/ChainExchangeTests"
    ),
    .testTarget(
      name: "TextMatchingTests",
      dependencies: ["TextMatching", "TestSupport"],
      path: "Tests/Kernel/TextMatchingTests"
    ),
    .testTarget(
      name: "RegisterReaderTests",
      dependencies: ["Bilingual", "Diagnostics", "RegisterReader", "TestSupport"],
      path: "Tests/Register/RegisterReaderTests"
    ),
    .testTarget(
      name: "RegisterMatchingTests",
      dependencies: ["Bilingual", "TextMatching", "RegisterMatching", "TestSupport"],
      path: "Tests/Register/RegisterMatchingTests"
    ),
    .testTarget(
      name: "ChainRegistersTests",
      dependencies: [
        "Bilingual", "Diagnostics", "Spreadsheet", "GraphKernel", "ChainModel", "ChainFiles",
        "ChainQueries", "ChainViews", "ChainWorkbooks", "RegisterReader", "RegisterMatching",
        "ChainRegisters", "TestSupport", "ChainTestSupport",
      ],
      path: "Tests/Register/ChainRegistersTests"
    ),
    .testTarget(
      name: "PolicyReaderTests",
      dependencies: [
        "Bilingual", "Diagnostics", "ChainModel", "ChainFiles", "PolicyReader", "TestSupport",
      ],
      path: "Tests/Policy/PolicyReaderTests"
    ),
    .testTarget(
      name: "ChainPagesTests",
      dependencies: [
        "Bilingual", "Diagnostics", "GraphKernel", "ChainModel", "ChainFiles", "ChainQueries",
        "ChainDrawing", "ChainViews", "ProgressLoop", "ChainLoop", "ChainPages", "TestSupport",
      ],
      path: "Tests/Explorer/ChainPagesTests"
    ),
    .testTarget(
      name: "ChainExplorerTests",
      dependencies: [
        "Bilingual", "Diagnostics", "ChainModel", "ChainFiles", "ChainQueries", "ChainDrawing",
        "ChainViews", "ChainPages", "ChainExplorer", "TestSupport", "LiantuCommand",
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      path: "Tests/Explorer/ChainExplorerTests"
    ),
    .testTarget(
      name: "LiantuCommandTests",
      dependencies: [
        "Bilingual", "Diagnostics", "FolderTransactions", "Spreadsheet", "ChainModel", "ChainFiles",
        "ChainWorkbooks", "ChainQueries", "ChainDrawing", "ChainViews", "ChainExchange",
        "RegisterReader", "ChainRegisters", "PolicyReader", "LoopSheets", "ChainPages",
        "ChainExplorer", "LiantuCommand", "TestSupport",
      ],
      path: "Tests/Command/LiantuCommandTests"
    ),
  ]
)

// An import is internal unless it says otherwise, so that `public import` means something.
for target in package.targets where target.type != .system {
  target.swiftSettings = [.enableUpcomingFeature("InternalImportsByDefault")]
}
