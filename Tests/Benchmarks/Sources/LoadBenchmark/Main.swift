import Foundation

/// `LoadBenchmark [S|M|L …]` measures the reading of tables beside duckdb and prints a table;
/// `LoadBenchmark generate NODES EDGES SEED FOLDER` writes a data set, and
/// `LoadBenchmark load FOLDER` reads one: the steps that the first runs in processes of their own.
@main
enum Main {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "generate":
      let numbers = arguments.dropFirst().prefix(3).compactMap { Int($0) }
      guard numbers.count == 3, arguments.count == 5 else { throw BenchmarkError("usage") }
      var tables = TableGenerator(seed: UInt64(numbers[2]))
      try tables.write(nodes: numbers[0], edges: numbers[1], to: arguments[4])
    case "load":
      guard arguments.count == 2 else { throw BenchmarkError("usage") }
      print(try Measure.load(arguments[1]).line)
    default:
      try Comparison().run(arguments.isEmpty ? ["S", "M", "L"] : arguments)
    }
  }
}

struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
