internal import ChainDrawing
internal import Logging
internal import Subprocess

/// Where and how pictures are drawn.
public struct PictureWork: Sendable {
  /// The program that draws: an order on its standard input, the picture on its standard output.
  public var executable: String
  /// The words that make it do so.
  public var arguments: [String]
  /// The most processes at a time.
  public var processes: Int
  /// The most pictures that wait for their turn.
  public var waiting = 32
  /// How long one may take.
  public var time: Duration = .seconds(20)
  /// The most bytes of one picture.
  public var pictureBytes = 64 << 20

  /// Drawing with `executable`, one process a core unless told.
  public init(executable: String, arguments: [String], processes: Int) {
    self.executable = executable
    self.arguments = arguments
    self.processes = processes
  }
}

/// Has pictures drawn in processes of their own, and keeps what comes of it by its order's content.
actor PictureWorkshop {
  private let work: PictureWork
  private let semaphore: AsyncSemaphore
  private let kept: LRUCache<[UInt8], [UInt8]>
  private let logger: Logger
  private let metrics: Metrics
  private var begun: [[UInt8]: Task<Result<[UInt8], PictureFailure>, Never>] = [:]

  init(_ work: PictureWork, keeping bytes: Int, logger: Logger, metrics: Metrics) {
    self.work = work
    semaphore = AsyncSemaphore(places: max(1, work.processes), mostWaiting: work.waiting)
    kept = LRUCache(mostBytes: bytes)
    self.logger = logger
    self.metrics = metrics
  }

  /// How much is kept, how many are being drawn and how many wait.
  var figures: (bytes: Int, busy: Int, waiting: Int) {
    get async { (kept.byteCount, await semaphore.busy, await semaphore.waiting) }
  }

  /// The picture that `order` asks for; equal orders that come together are drawn once.
  func picture(_ order: PictureOrder) async throws(PictureFailure) -> [UInt8] {
    let key: [UInt8]
    do { key = try order.encoded() } catch { throw .undrawable(String(describing: error)) }
    if let known = kept[key] {
      metrics.count(.pictureKept)
      return known
    }
    if let task = begun[key] { return try await task.value.get() }
    let task = Task { await self.drawn(key) }
    begun[key] = task
    let result = await task.value
    begun[key] = nil
    if case .success(let bytes) = result {
      kept.keep(bytes, bytes: bytes.count + key.count, for: key)
    }
    return try result.get()
  }

  private nonisolated func drawn(_ order: [UInt8]) async -> Result<[UInt8], PictureFailure> {
    let start = ContinuousClock.now
    let result: Result<[UInt8], PictureFailure>
    do {
      result = try await semaphore.pass { await self.run(order) }
    } catch {
      result = .failure(.busy)
    }
    switch result {
    case .success: metrics.pictureDrawn(in: ContinuousClock.now - start)
    case .failure(let failure):
      metrics.pictureFailed(failure.reason)
      logger.warning("no picture", metadata: ["failure": "\(failure)"])
    }
    return result
  }

  private nonisolated func run(_ order: [UInt8]) async -> Result<[UInt8], PictureFailure> {
    let work = work
    return await withTaskGroup(of: Result<[UInt8], PictureFailure>.self) { group in
      group.addTask { await Self.child(order, work) }
      group.addTask {
        try? await Task.sleep(for: work.time)
        return .failure(.late)
      }
      let first = await group.next() ?? .failure(.late)
      // Cancelling kills the process; the group waits until it is gone.
      group.cancelAll()
      return first
    }
  }

  private static func child(
    _ order: [UInt8],
    _ work: PictureWork
  ) async -> Result<[UInt8], PictureFailure> {
    do {
      let outcome = try await Subprocess.run(
        .path(.init(work.executable)),
        arguments: Arguments(work.arguments),
        input: .inputWriter,
        output: .bytes(limit: work.pictureBytes),
        error: .string(limit: mostComplaint)
      ) { child in
        // A child that is gone reads no further, which its status tells. The library ends this whole
        // process when its end of the pipe is not closed then, as happens where it writes itself.
        _ = try? await child.standardInputWriter.write(order)
        try await child.standardInputWriter.finish()
      }
      let complaint = outcome.standardError
      switch outcome.terminationStatus {
      case .exited(0) where !outcome.standardOutput.isEmpty:
        // What was read into has room for the largest picture; the copy has its own size.
        return .success(outcome.standardOutput.withUnsafeBytes { Array($0) })
      case .exited(let code) where code < firstSignal:
        return .failure(.undrawable(complaint.isEmpty ? "exit \(code)" : complaint))
      default: return .failure(.died("\(outcome.terminationStatus) \(complaint)"))
      }
    } catch {
      return .failure(.died(String(describing: error)))
    }
  }

  private static let mostComplaint = 64 << 10
  /// A shell's way to say that a signal ended something.
  private static let firstSignal: Int32 = 126
}
