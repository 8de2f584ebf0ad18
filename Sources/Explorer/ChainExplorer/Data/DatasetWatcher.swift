internal import ServiceLifecycle

/// Looks at the data set's files again and again, and has it read anew once it has changed and then
/// been left alone for one look, so that a half-written set is not taken.
struct DatasetWatcher: Service, CustomStringConvertible {
  let path: String
  let keeper: StateKeeper
  /// What they looked like before it was read.
  let first: DataFingerprint
  let interval: Duration

  /// What logs of the service's life call it.
  var description: String { "DatasetWatcher" }

  func run() async throws {
    try await cancelWhenGracefulShutdown { try await watch() }
  }

  private func watch() async throws {
    var taken = first
    var seen = first
    while !Task.isCancelled {
      do { try await Task.sleep(for: interval) } catch { return }
      let path = path
      let now = await offThread { DataFingerprint(of: path) }
      defer { seen = now }
      guard now != taken, now == seen else { continue }
      taken = now
      await keeper.reload()
    }
  }
}
