internal import Dispatch

/// A counting semaphore with a bounded line: lets a number of pieces of work in at a time, has others
/// wait in line, and turns away whoever comes when the line is full.
actor AsyncSemaphore {
  /// The line is full.
  struct IsFull: Error {}

  private let places: Int
  private let mostWaiting: Int
  private(set) var busy = 0
  private var line: [CheckedContinuation<Void, Never>] = []

  init(places: Int, mostWaiting: Int) {
    self.places = places
    self.mostWaiting = mostWaiting
  }

  /// How many wait.
  var waiting: Int { line.count }

  /// Does `work` when its turn comes.
  func pass<Result: Sendable>(
    _ work: @Sendable () async throws -> Result
  ) async throws -> Result {
    if busy < places {
      busy += 1
    } else {
      guard line.count < mostWaiting else { throw IsFull() }
      // Whoever leaves hands the place on, so it is counted all the while.
      await withCheckedContinuation { line.append($0) }
    }
    defer { leave() }
    return try await work()
  }

  private func leave() {
    guard line.isEmpty else { return line.removeFirst().resume() }
    busy -= 1
  }
}

/// Does `work` on a thread of its own: a long one would keep others from the few threads that tasks
/// share.
func offThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(returning: work()) }
  }
}
