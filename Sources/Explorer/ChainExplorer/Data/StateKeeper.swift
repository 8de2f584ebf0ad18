internal import Logging

/// Holds the state of the data that is served, and swaps in newer ones.
actor StateKeeper {
  /// What is served, and what was refused since.
  struct State: Sendable {
    let current: DataState
    let refused: RefusedData?
  }

  private(set) var state: State
  private let source: DataSource
  private let logger: Logger
  private let metrics: Metrics

  init(
    _ current: DataState,
    source: DataSource,
    logger: Logger,
    metrics: Metrics
  ) {
    state = State(current: current, refused: nil)
    self.source = source
    self.logger = logger
    self.metrics = metrics
  }

  /// Reads the data again; what is sound takes the place of what was served, and what is not leaves
  /// it where it is. Answers go on all the while.
  func reload() async {
    let (source, number) = (source, state.current.number + 1)
    let read = await offThread {
      Result { () throws(RefusedData) in
        try DataState.read(source, number: number)
      }
    }
    switch read {
    case .success(let current):
      state = State(current: current, refused: nil)
      metrics.count(.reloaded)
      logger.info("data reloaded", metadata: ["state": "\(number)"])
    case .failure(let refused):
      state = State(current: state.current, refused: refused)
      metrics.count(.refused)
      let language = state.current.language
      logger.error(
        "data refused, the old one is still served",
        metadata: [
          "faults": "\(refused.diagnostics.count)", "report": "\(refused.report(in: language))",
        ]
      )
    }
  }
}
