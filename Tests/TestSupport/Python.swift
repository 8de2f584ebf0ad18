import Foundation
import Testing

/// Other people's readers of the files that are written here, and writers of files that are read.
public enum Python {
  /// The first interpreter that has openpyxl; `make setup-tests` installs one.
  private static let interpreter: [String]? = [["/usr/bin/env", "python3"], ["/usr/bin/python3"]]
    .first { (try? run($0 + ["-c", "import openpyxl"]))?.status == 0 }

  /// What the script `name` beside this file prints about a file of `bytes`.
  public static func read<Value: Decodable>(
    _ bytes: [UInt8],
    with name: String,
    _ arguments: String...,
    as type: Value.Type = Value.self
  ) throws -> Value {
    let file = FileManager.default.temporaryDirectory.appending(path: "read-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try JSONDecoder().decode(type, from: output(of: name, [file.path] + arguments))
  }

  /// The file that the script `name` beside this file writes.
  public static func make(with name: String, _ arguments: String...) throws -> [UInt8] {
    Array(try output(of: name, arguments))
  }

  private static func output(of name: String, _ arguments: [String]) throws -> Data {
    let interpreter = try #require(
      interpreter,
      "no python3 can import openpyxl; run make setup-tests"
    )
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path
    let outcome = try run(interpreter + [script] + arguments)
    try #require(outcome.status == 0, "\(name): \(outcome.errors)")
    return outcome.output
  }

  private static func run(_ words: [String]) throws -> (
    status: Int32, output: Data, errors: String
  ) {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    // Files, so that no pipe can fill up.
    let files = ["out", "err"].map { folder.appending(path: $0) }
    for file in files { _ = manager.createFile(atPath: file.path, contents: nil) }
    let process = Process()
    process.executableURL = URL(filePath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = ProcessInfo.processInfo.environment
      .merging(["PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try Data(contentsOf: files[0]),
      String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
    )
  }
}
