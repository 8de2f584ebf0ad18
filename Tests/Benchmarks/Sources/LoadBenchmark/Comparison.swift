import Foundation

/// Our reader and duckdb's on the same files, each run in a process of its own.
struct Comparison {
  private static let sizes = [
    "S": (10_000, 40_000), "M": (200_000, 1_000_000), "L": (2_000_000, 10_000_000),
  ]
  private static let runs = 3

  private let scratch: URL
  private let ours: String
  private let python: String

  /// Makes ready what runs: duckdb in an environment of its own, kept for the next time.
  init() throws {
    ours = CommandLine.arguments[0]
    scratch = URL(filePath: ours).deletingLastPathComponent().appending(path: "load-benchmark")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let environment = scratch.appending(path: "venv").path
    python = environment + "/bin/python"
    if (try? Self.run(python, ["-c", "import duckdb, numpy"])) == nil {
      _ = try Self.run("/usr/bin/env", ["python3", "-m", "venv", environment])
      _ = try Self.run(python, ["-m", "pip", "install", "--quiet", "duckdb", "numpy"])
    }
  }

  func run(_ names: [String]) throws {
    let version = try Self.run(python, ["-c", "import duckdb; print(duckdb.__version__)"])
    print("## nodes.csv and edges.csv into a graph\n")
    print(
      "Processor time and peak memory, the median of \(Self.runs) runs, a process each. duckdb "
        + "\(version.trimmingCharacters(in: .whitespacesAndNewlines)) reads both files, joins the ends "
        + "and sorts the edges both ways; ours also checks every kind and relation, finds duplicates "
        + "and circles of parts, and indexes the names. \(Self.machine)\n"
    )
    print(
      "| graph | nodes | edges | files | ours | duckdb | ratio | ours, clock | memory | duckdb's | at rest |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name in names {
      guard let (nodes, edges) = Self.sizes[name] else {
        throw BenchmarkError("the sizes are S, M and L, and not \(name)")
      }
      let folder = scratch.appending(path: name).path
      if !FileManager.default.fileExists(atPath: folder + "/edges.csv") {
        _ = try Self.run(ours, ["generate", String(nodes), String(edges), "1", folder])
      }
      try row(name, nodes, edges, folder)
    }
  }

  private func row(_ name: String, _ nodes: Int, _ edges: Int, _ folder: String) throws {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "duckdb_load.py").path
    var (mine, theirs): ([Measure], [Measure]) = ([], [])
    for _ in 0..<Self.runs {
      mine.append(try Measure(line: Self.run(ours, ["load", folder])))
      theirs.append(try Measure(line: Self.run(python, [script, folder])))
    }
    guard mine.allSatisfy({ $0.answer == theirs[0].answer }) else {
      throw BenchmarkError("answers differ: \(mine[0].answer) and \(theirs[0].answer)")
    }
    let (my, their) = (Self.median(mine), Self.median(theirs))
    let size = ["nodes", "edges"].reduce(0) { sum, file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file).csv")
      return sum + (attributes?[.size] as? Int ?? 0)
    }
    print(
      "| \(name) | \(nodes) | \(edges) | \(size / 1_000_000) MB "
        + "| \(Self.seconds(my.time)) | \(Self.seconds(their.time)) "
        + "| **\(Self.two(my.time / their.time))** | \(Self.seconds(my.clock)) "
        + "| \(Int(my.peak)) MB | \(Int(their.peak)) MB | \(Int(my.rest)) MB |"
    )
  }

  private static func median(_ measures: [Measure]) -> Measure {
    measures.sorted { $0.time < $1.time }[measures.count / 2]
  }

  private static func seconds(_ time: Double) -> String {
    time < 1 ? "\(Int((time * 1000).rounded())) ms" : two(time) + " s"
  }

  private static func two(_ number: Double) -> String { String(format: "%.2f", number) }

  private static var machine: String {
    let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = model?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    return "\(name ?? "Unknown processor"), \(ProcessInfo.processInfo.processorCount) cores."
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError("\(program) \(arguments.joined(separator: " ")) failed")
    }
    return String(decoding: output, as: UTF8.self)
  }
}
