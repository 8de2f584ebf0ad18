internal import ServiceLifecycle

/// Looks at the data set's folder again and again, and has it read anew once it has changed and then
/// been left alone for one look, so that a half-written set is not taken.
struct DatasetWatcher: Service, CustomStringConvertible {
  let folder: String
  let keeper: SnapshotKeeper
  /// What the folder looked like before it was read.
  let first: FolderFingerprint
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
      let folder = folder
      let now = await offThread { FolderFingerprint(of: folder) }
      defer { seen = now }
      guard now != taken, now == seen else { continue }
      taken = now
      await keeper.reload()
    }
  }
}
