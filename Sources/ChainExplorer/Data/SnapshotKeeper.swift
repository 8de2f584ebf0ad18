internal import Logging

/// Holds the state of the data that is served, and swaps in newer ones.
actor SnapshotKeeper {
  /// What is served, and what was refused since.
  struct State: Sendable {
    let snapshot: Snapshot
    let refused: RefusedData?
  }

  private(set) var state: State
  private let source: DataSource
  private let logger: Logger
  private let metrics: Metrics

  init(
    _ snapshot: Snapshot,
    source: DataSource,
    logger: Logger,
    metrics: Metrics
  ) {
    state = State(snapshot: snapshot, refused: nil)
    self.source = source
    self.logger = logger
    self.metrics = metrics
  }

  /// Reads the folder again; what is sound takes the place of what was served, and what is not leaves
  /// it where it is. Answers go on all the while.
  func reload() async {
    let (source, number) = (source, state.snapshot.number + 1)
    let read = await offThread {
      Result { () throws(RefusedData) in
        try Snapshot.read(source, number: number)
      }
    }
    switch read {
    case .success(let snapshot):
      state = State(snapshot: snapshot, refused: nil)
      metrics.count(.reloaded)
      logger.info("data reloaded", metadata: ["state": "\(number)"])
    case .failure(let refused):
      state = State(snapshot: state.snapshot, refused: refused)
      metrics.count(.refused)
      let language = state.snapshot.language
      logger.error(
        "data refused, the old one is still served",
        metadata: [
          "faults": "\(refused.diagnostics.count)", "report": "\(refused.report(in: language))",
        ]
      )
    }
  }
}
