import GraphKernel

/// `KernelBenchmark generate NODES ARCS SEED FILE` writes a graph;
/// `KernelBenchmark run FILE FOLDER [ROW …]` measures.
@main
enum Main {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "generate", arguments.count == 5,
      let numbers = Optional(arguments.dropFirst().prefix(3).compactMap { Int($0) }),
      numbers.count == 3, let path = arguments.last
    {
      var generator = Generator(seed: UInt64(numbers[2]))
      try generator.graph(nodes: numbers[0], arcs: numbers[1]).write(to: path)
    } else if arguments.first == "run", arguments.count >= 3 {
      let rest = Array(arguments.dropFirst())
      let watch = Stopwatch(folder: rest[1], only: Set(rest.dropFirst(2)))
      try Rows(path: rest[0]).run(watch)
    } else {
      print("KernelBenchmark generate NODES ARCS SEED FILE | run FILE FOLDER [ROW …]")
    }
  }
}
