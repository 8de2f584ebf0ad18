import Foundation

/// Processor time in seconds, which other work on the machine hardly changes.
enum ProcessorTime {
  /// The least of some runs, which noise can only lengthen.
  static func ofOurs(runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = used(by: RUSAGE_SELF)
      try work()
      best = min(best, used(by: RUSAGE_SELF) - start)
    }
    return best
  }

  /// The least of some runs of another program, its start included.
  static func of(_ program: String, _ arguments: [String], runs: Int) throws -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      let start = used(by: RUSAGE_CHILDREN)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [program] + arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Failure(program: program) }
      best = min(best, used(by: RUSAGE_CHILDREN) - start)
    }
    return best
  }

  struct Failure: Error {
    var program: String
  }

  #if canImport(Glibc)
    private typealias Who = __rusage_who
  #else
    private typealias Who = Int32
  #endif

  private static func used(by who: Who) -> Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(who.rawValue), &usage)
    #else
      getrusage(who, &usage)
    #endif
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
