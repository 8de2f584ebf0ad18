import Foundation
import TestSupport
import Testing

/// Runs the built command as a shell would.
struct Liantu {
  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  static let root = Repository.url
  static let dataset = Repository.ownChains

  /// The words of a command line, as a shell cuts them: spaces and brackets are letters inside single
  /// quotes.
  static func words(of line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .flatMap { position, part -> [String] in
        position.isMultiple(of: 2)
          ? part.split(separator: " ").map(String.init) : [String(part)]
      }
  }

  /// Where the command runs; empty at first, removed by ``remove()``.
  let folder: URL
  var environment = ["LC_ALL": "C.UTF-8"]

  /// What stands under `Data` where the command runs.
  enum Sight {
    /// Nothing.
    case nothing
    /// A few nodes, quick to read.
    case little
    /// The Huludao data with chains of their own, quicker to read than those of the package.
    case huludao
    /// The data of the package, with its library of chains.
    case shipped
  }

  init(_ sight: Sight = .huludao) throws {
    let manager = FileManager.default
    folder = manager.temporaryDirectory.appending(path: "liantu-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    switch sight {
    case .nothing: break
    case .little:
      try write(Self.manifest, to: "Data/little/dataset.yaml")
      try write(Self.facts, to: "Data/little/facts.yaml")
    case .huludao:
      let data = folder.appending(path: "Data")
      try manager.createDirectory(at: data, withIntermediateDirectories: true)
      try manager.createSymbolicLink(
        at: data.appending(path: "huludao-2023"),
        withDestinationURL: URL(filePath: Self.dataset)
      )
    case .shipped:
      try manager.createSymbolicLink(
        at: folder.appending(path: "Data"),
        withDestinationURL: Self.root.appending(path: "Data")
      )
    }
  }

  static let manifest = """
    title: 样例
    jurisdiction: 样例市
    language: zh
    date: 2024
    documents: [文]

    """

  private static let facts = """
    defaults:
      segment: {partOf: 泳装产业集群, basis: industry-knowledge}
    document: [{name: 文, source: 一}]
    leader: [{name: 甲, source: 一}]
    department: [{name: 局, source: 一}]
    cluster:
      - {name: 泳装产业集群, aliases: [泳装], level: 市级, source: 一, accountable: 甲, lead: 局}
      - {name: 氢能产业集群, level: 省级, source: 一, accountable: 甲}
    enterprise: [{name: 锦西石化, source: 一, operatesIn: 面料}]
    segment:
      - {name: 纱线, supplies: 面料, statedLacking: {to: 文, source: 二}}
      - {name: 面料, supplies: 成衣}
      - {name: 成衣, statedRunning: {to: 文, source: 二}}

    """

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func callAsFunction(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// The command with its arguments, where and as it runs, not yet started.
  func process(_ arguments: [String]) throws -> Process {
    let process = Process()
    let binary = try #require(BuiltCommand.executable, "the command has not been built")
    process.executableURL = binary
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs the command; what it writes goes through files, so that no pipe can fill up.
  ///
  /// - Parameters:
  ///   - input: What it reads; `nil` for nothing.
  ///   - shell: What a shell does before it becomes the command; `nil` for no shell.
  func run(
    _ arguments: [String],
    input: String? = nil,
    output: FileHandle? = nil,
    errors: FileHandle? = nil,
    after shell: String? = nil
  ) throws -> Outcome {
    let process = try process(arguments)
    if let shell, let binary = process.executableURL {
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", binary.path] + arguments
    }
    let streams = FileManager.default.temporaryDirectory
      .appending(path: "liantu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let files = ["out", "err"].map { streams.appending(path: $0) }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    if let input {
      let file = streams.appending(path: "in")
      try input.write(to: file, atomically: true, encoding: .utf8)
      process.standardInput = try FileHandle(forReadingFrom: file)
    }
    process.standardOutput = try output ?? FileHandle(forWritingTo: files[0])
    process.standardError = try errors ?? FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: try Data(contentsOf: files[0]),
      errors: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    )
  }

  /// Has the command see no font with Chinese characters from now on.
  mutating func hideChineseFonts() throws {
    let folder = "<dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>fonts</cachedir>"
    let type = "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
    try write(
      "<?xml version=\"1.0\"?>\(type)<fontconfig>\(folder)</fontconfig>",
      to: "fonts.conf"
    )
    environment["FONTCONFIG_FILE"] = self.folder.appending(path: "fonts.conf").path
  }

  /// Every name in the folder but that of the link to the data.
  func leftBehind() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0 != "Data" }
      .sorted()
  }

  /// Writes a file into the folder.
  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
