import Foundation
import Liantu

/// What one reading took.
struct Measure {
  /// Processor time, in seconds.
  let time: Double
  /// Time on the clock, in seconds.
  let clock: Double
  /// The most memory of the process, in MB.
  let peak: Double
  /// What must be equal: how many nodes and edges, the sum of their ends' numbers.
  let answer: [Int]
  /// What the graph takes at rest, in MB; zero where that is not known.
  var rest = 0.0

  /// `time clock peak rest answer…`
  var line: String {
    ([time, clock, peak, rest].map { String($0) } + answer.map { String($0) })
      .joined(separator: " ")
  }

  init(time: Double, clock: Double, peak: Double, answer: [Int], rest: Double) {
    (self.time, self.clock, self.peak, self.answer, self.rest) = (time, clock, peak, answer, rest)
  }

  init(line: String) throws {
    let words = line.split(separator: " ")
    guard words.count >= 5, let time = Double(words[0]), let clock = Double(words[1]),
      let peak = Double(words[2]), let rest = Double(words[3])
    else { throw BenchmarkError("no figures in: \(line)") }
    self.init(
      time: time,
      clock: clock,
      peak: peak,
      answer: words.dropFirst(4).compactMap { Int($0) },
      rest: rest
    )
  }

  /// Reads the data set in a folder with our reader.
  static func load(_ folder: String) throws -> Measure {
    let start = (used().time, Date())
    let loaded = Dataset.load(folder: folder)
    let end = (used(), Date())
    guard let graph = loaded.dataset?.graph else {
      throw BenchmarkError("faults: \(loaded.diagnostics.prefix(3))")
    }
    var answer = [graph.nodes.count, 0, 0, 0]
    for semantics in Semantics.allCases {
      let digraph = graph.digraph(semantics)
      answer[1] += digraph.arcCount
      for node in digraph.nodes {
        answer[2] += node.position * digraph.degree(of: node, .forward)
        answer[3] += node.position * digraph.degree(of: node, .reverse)
      }
    }
    return Measure(
      time: end.0.time - start.0,
      clock: end.1.timeIntervalSince(start.1),
      peak: end.0.peak,
      answer: answer,
      rest: Double(graph.byteCount) / 1e6
    )
  }

  private static func used() -> (time: Double, peak: Double) {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let unit = 1024.0
    #else
      getrusage(RUSAGE_SELF, &usage)
      let unit = 1.0
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    let time = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    return (time, Double(usage.ru_maxrss) * unit / 1e6)
  }
}
