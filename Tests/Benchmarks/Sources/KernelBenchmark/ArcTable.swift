#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import GraphKernel

/// Arcs in columns, as the file holds them that all competitors read: the number of nodes and of
/// arcs, then the sources, the targets and the kinds, all of 32 bits, little-endian.
struct ArcTable {
  let nodeCount: Int
  var sources: [UInt32] = []
  var targets: [UInt32] = []
  var kinds: [UInt32] = []

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  init(path: String) throws(BenchmarkError) {
    let numbers = try Files.read(path)
    guard numbers.count >= 2, numbers.count == 2 + 3 * Int(numbers[1]) else {
      throw BenchmarkError(message: "\(path) is no graph")
    }
    let count = Int(numbers[1])
    nodeCount = Int(numbers[0])
    sources = Array(numbers[2..<(2 + count)])
    targets = Array(numbers[(2 + count)..<(2 + 2 * count)])
    kinds = Array(numbers[(2 + 2 * count)...])
  }

  func write(to path: String) throws(BenchmarkError) {
    try Files.write(
      [UInt32(nodeCount), UInt32(sources.count)] + sources + targets + kinds,
      to: path
    )
  }

  /// The arcs whose kind `isIncluded` accepts.
  func graph(_ isIncluded: (UInt32) -> Bool = { _ in true }) -> Digraph {
    let chosen = kinds.indices.filter { isIncluded(kinds[$0]) }
    return Digraph.build(
      nodeCount: nodeCount,
      sources: IndexBuffer(chosen.map { sources[$0] }),
      targets: IndexBuffer(chosen.map { targets[$0] })
    ).graph
  }
}

struct BenchmarkError: Error, CustomStringConvertible {
  let message: String

  var description: String { message }
}

enum Files {
  static func read(_ path: String) throws(BenchmarkError) -> [UInt32] {
    guard let file = fopen(path, "rb") else {
      throw BenchmarkError(message: "cannot open \(path)")
    }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / 4
    rewind(file)
    return [UInt32](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 4, count, file)
    }
  }

  static func write<Number: BitwiseCopyable>(
    _ numbers: [Number],
    to path: String
  ) throws(BenchmarkError) {
    guard let file = fopen(path, "wb") else {
      throw BenchmarkError(message: "cannot write \(path)")
    }
    defer { fclose(file) }
    let written = numbers.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    guard written == numbers.count * MemoryLayout<Number>.stride else {
      throw BenchmarkError(message: "cannot write all of \(path)")
    }
  }
}
