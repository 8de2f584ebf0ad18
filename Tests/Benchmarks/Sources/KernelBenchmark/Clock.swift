#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time of this process, in seconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Runs rows of the table: each three times, short ones up to thirty times within a fifth of a
/// second; the median of the processor times is printed, and the answer is written beside for the
/// comparison with the peers'.
struct Stopwatch {
  let folder: String
  let only: Set<String>

  func row<Number: BitwiseCopyable>(
    _ name: String,
    perRun runs: Int = 1,
    _ body: () -> [Number]
  ) throws(BenchmarkError) {
    guard only.isEmpty || only.contains(name) else { return }
    var times: [Double] = []
    var answer: [Number] = []
    let first = processorTime()
    while times.count < 3 || (times.count < 30 && processorTime() - first < 0.2) {
      let start = processorTime()
      answer = body()
      times.append((processorTime() - start) / Double(runs))
    }
    try Files.write(answer, to: "\(folder)/ours-\(name).bin")
    print("\(name)\t\(times.sorted()[times.count / 2])")
  }
}
