import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// A snapshot that somebody writes to while it is in use.
@Suite struct ChangedSnapshotTests {
  /// What may happen to a file.
  enum Mischief: CaseIterable {
    case emptied, halved, overwritten, zeroed, removed

    func happen(to path: String) throws {
      let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
      switch self {
      case .emptied: try #require(truncate(path, 0) == 0)
      case .halved: try #require(truncate(path, off_t(size / 2)) == 0)
      case .overwritten, .zeroed:
        // In place, as cp does it: the file is the same one.
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let tiny = SnapshotSamples.bytes(of: try SnapshotSamples.tiny())
        try file.write(contentsOf: self == .zeroed ? Data(count: size) : Data(tiny))
        if self == .overwritten { try file.truncate(atOffset: UInt64(tiny.count)) }
        try file.close()
      case .removed: try FileManager.default.removeItem(atPath: path)
      }
    }
  }

  @Test(arguments: Mischief.allCases)
  func `what was opened answers on, whatever happens to its file`(mischief: Mischief) throws {
    let file = try TemporaryFile(SnapshotSamples.bytes(of: try SnapshotSamples.small()))
    let dataset = try #require(Dataset.open(snapshot: file.path).dataset)
    let before = SnapshotSamples.everything(of: dataset)
    try mischief.happen(to: file.path)
    #expect(SnapshotSamples.everything(of: dataset) == before)
    let bytes = SnapshotSamples.bytes(of: dataset)
    #expect(bytes == SnapshotSamples.bytes(of: try SnapshotSamples.small()))
  }

  @Test func `parts of a large file that were used answer on when it is cut`() throws {
    let file = try TemporaryFile(SnapshotSamples.bytes(of: try SnapshotSamples.small()))
    let opened = Dataset.open(
      snapshot: file.path,
      checking: .whenUsed { _ in exit(1) },
      smallFile: 0
    )
    let graph = try #require(opened.dataset).graph
    let name = graph.name(of: NodeIndex(0))
    try #require(truncate(file.path, 0) == 0)
    #expect(graph.name(of: NodeIndex(0)) == name)
  }

  @Test func `a large file that is cut before a part is used says so, and ends without a signal`()
    async
  {
    await #expect(processExitsWith: .exitCode(43)) {
      let file = try TemporaryFile(SnapshotSamples.bytes(of: try SnapshotSamples.small()))
      let opened = Dataset.open(
        snapshot: file.path,
        checking: .whenUsed { fault in exit(fault.code == "changed-snapshot" ? 43 : 44) },
        smallFile: 0
      )
      let graph = try #require(opened.dataset).graph
      try Mischief.halved.happen(to: file.path)
      _ = SnapshotSamples.everything(of: Dataset(graph, like: try SnapshotSamples.small()))
    }
  }

  @Test func `a large file that is overwritten before a part is used says so`() async {
    await #expect(processExitsWith: .exitCode(43)) {
      let file = try TemporaryFile(SnapshotSamples.bytes(of: try SnapshotSamples.small()))
      // A clock of files may not tick between two writes.
      let yesterday = Date(timeIntervalSinceNow: -86_400)
      try FileManager.default
        .setAttributes([.modificationDate: yesterday], ofItemAtPath: file.path)
      let opened = Dataset.open(
        snapshot: file.path,
        checking: .whenUsed { fault in exit(fault.code == "changed-snapshot" ? 43 : 44) },
        smallFile: 0
      )
      let graph = try #require(opened.dataset).graph
      try Mischief.zeroed.happen(to: file.path)
      _ = graph.name(of: NodeIndex(0))
    }
  }

  @Test func `a snapshot that is written again and again while it is opened is whole or refused`()
    async throws
  {
    let wholes = [try SnapshotSamples.small(), try SnapshotSamples.tiny()].map {
      SnapshotSamples.bytes(of: $0)
    }
    let names = Set(["意见", "市工信局"])
    let file = try TemporaryFile(wholes[0])
    let path = file.path
    let writer = Task.detached {
      for round in 0..<300 where !Task.isCancelled {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try handle.write(contentsOf: Data(wholes[round % 2]))
        try handle.truncate(atOffset: UInt64(wholes[round % 2].count))
        try handle.close()
      }
    }
    for _ in 0..<300 {
      let loaded = Dataset.open(snapshot: path)
      guard let dataset = loaded.dataset else {
        #expect(loaded.diagnostics.count == 1)
        continue
      }
      #expect(names.contains(dataset.graph.name(of: NodeIndex(0))))
    }
    try await writer.value
  }
}

extension Dataset {
  fileprivate init(_ graph: ChainGraph, like dataset: Dataset) {
    self.init(
      title: dataset.title,
      jurisdiction: dataset.jurisdiction,
      language: dataset.language,
      date: dataset.date,
      documents: dataset.documents,
      graph: graph
    )
  }
}
