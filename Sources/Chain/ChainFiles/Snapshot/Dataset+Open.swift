public import ChainModel
public import Diagnostics
import YAML

/// When a snapshot is looked over.
public enum SnapshotChecking: Sendable {
  /// All of it, before anything is used.
  case now
  /// What is small at once; of a file beyond 64 MB each part when it is first used. `stop` gets the
  /// fault of a part that turns out to be damaged then, and ends the program.
  case whenUsed(stop: @Sendable (Diagnostic) -> Never)
}

extension Dataset {
  /// Opens a snapshot.
  ///
  /// A file that is cut short, damaged or something else gives no data set and a diagnostic that
  /// says so; what is made up to do harm is found as well as what happened by accident. What was
  /// read is the program's own: a file that is changed, cut or removed afterwards changes nothing, and
  /// one that is changed meanwhile is told as such.
  ///
  /// - Complexity: O(1) but for what is read and looked over, which takes about 200 ms for 100 MB.
  public static func open(
    snapshot path: String,
    checking: SnapshotChecking = .now
  ) -> Loaded {
    open(snapshot: path, checking: checking, smallFile: 64 << 20)
  }

  /// Opens a snapshot; a file of up to `smallFile` bytes is looked over at once in any case.
  static func open(
    snapshot path: String,
    checking: SnapshotChecking,
    smallFile: Int
  ) -> Loaded {
    func loaded(
      _ dataset: Dataset?,
      diagnostics: [Diagnostic] = [],
      companions: [Companion] = []
    ) -> Loaded {
      Loaded(dataset: dataset, diagnostics: diagnostics, companions: companions) { _ in
        Diagnostic.Location(path: path, range: nil)
      }
    }
    guard let file = try? SnapshotFile(path: path) else {
      return loaded(nil, diagnostics: [.snapshot(.unreadable, path)])
    }
    do throws(SnapshotSections.Fault) {
      let reader = try SnapshotReader(file)
      var isDue = true
      if case .whenUsed = checking { isDue = file.bytes.count <= smallFile }
      if isDue, try !reader.isSound() { throw .damaged }
      let dataset = try reader.dataset {
        let diagnostic = Diagnostic.snapshot(file.isUnchanged ? .damaged : .changed, path)
        if case .whenUsed(let stop) = checking { stop(diagnostic) }
        preconditionFailure("a sound snapshot is damaged: \(path)")
      }
      return loaded(
        dataset.attaching(Self.attachments(among: reader.metadata.companions)),
        companions: reader.metadata.companions
      )
    } catch {
      return loaded(nil, diagnostics: [.snapshot(file.isUnchanged ? error : .changed, path)])
    }
  }

  /// What a snapshot took along of registers. A folder's faults are told when the snapshot is made; here
  /// what cannot be read is as if it were not there.
  private static func attachments(among companions: [Companion]) -> [Attachment] {
    let files = companions.filter { $0.path.hasPrefix(FolderListing.attachments + "/") }
    return files.compactMap { file in
      guard !DecisionTable.isName(file.path.dropFirst(FolderListing.attachments.count + 1)),
        let root = try? YAMLReader.read(file.bytes, path: file.path)
      else { return nil }
      var log = FaultLog(path: file.path)
      var sources: [String: SourceText] = [:]
      let attachment = AttachmentReader.attachment(of: root, log: &log, sources: &sources) { name in
        let path = FolderListing.attachments + "/" + name
        return files.first { $0.path == path }.map { (path, $0.bytes) }
      }
      return log.diagnostics.isEmpty ? attachment : nil
    }
  }
}
