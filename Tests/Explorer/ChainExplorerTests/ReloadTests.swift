import ChainFiles
import ChainModel
import Foundation
import TestSupport
import Testing

@testable import ChainExplorer

@Suite(.serialized) struct ReloadTests {
  private static func facts(_ name: String) -> [String: String] {
    ["facts.yaml": "segment:\n  - {name: \(name), source: 一}\n"]
  }

  @Test func `a changed data set takes the place of the old one`() async throws {
    let folder = try DatasetFolder.dataset(Self.facts("甲"))
    let site = try Site(folder.path)
    try await site.asking { ask in
      let old = try await ask("/api/v1/find/" + "甲".encoded)
      #expect(try old.object()["count"] as? Int == 1)
      try folder.write(Self.facts("乙乙")["facts.yaml"] ?? "", to: "facts.yaml")
      try await ask.until("/api/v1/find/" + "乙乙".encoded) { $0.text.contains("segment:乙乙") }
      let gone = try await ask("/api/v1/find/" + "甲".encoded)
      #expect(try gone.object()["count"] as? Int == 0)
      let health = try await ask("/health").object()
      #expect((health["data"] as? [String: Any])?["state"] as? Int == 2)
    }
    #expect(site.log.contains("data reloaded"))
  }

  @Test func `a broken data set is refused, said so, and the old one goes on`() async throws {
    let folder = try DatasetFolder.dataset(Self.facts("甲"))
    let site = try Site(folder.path)
    try await site.asking { ask in
      let before = try await ask.text("/api/v1/stats")
      try folder.write("segment:\n  - {name: 甲, suplies: 乙}\n", to: "facts.yaml")
      try await ask.until("/health") { $0.text.contains("\"status\": \"stale\"") }
      let response = try await ask("/health")
      #expect(response.status == .ok)
      let refused = try #require(try response.object()["refused"] as? [String: Any])
      let report = try #require(refused["report"] as? String)
      #expect(report.contains("facts.yaml:2:") && report.contains("^"))
      #expect((refused["diagnostics"] as? [[String: Any]])?.isEmpty == false)
      #expect(try await ask.text("/api/v1/stats") == before)
      #expect(try await ask.text("/metrics").contains("liantu_data_stale 1\n"))
      #expect(site.log.contains("data refused") && site.log.contains("suplies"))

      try folder.write(Self.facts("乙乙")["facts.yaml"] ?? "", to: "facts.yaml")
      try await ask.until("/health") { $0.text.contains("\"status\": \"ok\"") }
      #expect(try await ask.text("/api/v1/find/" + "乙乙".encoded).contains("segment:乙乙"))
    }
  }

  @Test func `a snapshot that is gone is told as gone, and served as it was`() async throws {
    let folder = try DatasetFolder.dataset(Self.facts("甲"))
    var bytes: [UInt8] = []
    try #require(Dataset.load(folder: folder.path).dataset)
      .writeSnapshot { bytes.append(contentsOf: $0) }
    let place = try DatasetFolder(["live.liantu": ""])
    try place.write(bytes, to: "live.liantu")
    let path = place.path + "/live.liantu"
    let site = try Site(path)
    try await site.asking { ask in
      try FileManager.default.removeItem(atPath: path)
      try await ask.until("/health") { $0.text.contains("\"status\": \"stale\"") }
      let health = try await ask.text("/health")
      #expect(health.contains("missing-data") && !health.contains("dataset.yaml"), "\(health)")
      #expect(try await ask.text("/api/v1/find/" + "甲".encoded).contains("segment:甲"))
    }
  }

  @Test
  func `a snapshot that is written to in place is served as it was, until the new one is whole`()
    async throws
  {
    func snapshot(_ name: String) throws -> [UInt8] {
      let folder = try DatasetFolder.dataset(Self.facts(name))
      var bytes: [UInt8] = []
      try #require(Dataset.load(folder: folder.path).dataset)
        .writeSnapshot { bytes.append(contentsOf: $0) }
      return bytes
    }
    let (old, new) = (try snapshot("甲"), try snapshot("乙乙"))
    let folder = try DatasetFolder(["live.liantu": ""])
    try folder.write(old, to: "live.liantu")
    let path = folder.path + "/live.liantu"
    let site = try Site(path)
    try await site.asking { ask in
      let before = try await ask.text("/api/v1/find/" + "甲".encoded)
      #expect(before.contains("segment:甲"))
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      for length in [0, 40, old.count / 2, new.count - 1] {
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: new[..<length])
        // Long enough for the watcher to look, and to have it read.
        for _ in 0..<10 {
          #expect(try await ask.text("/api/v1/find/" + "甲".encoded) == before)
          try await Task.sleep(for: .milliseconds(20))
        }
      }
      try await ask.until("/health") { $0.text.contains("\"status\": \"stale\"") }
      try file.write(contentsOf: new[(new.count - 1)...])
      try file.close()
      try await ask.until("/health") { $0.text.contains("\"status\": \"ok\"") }
      #expect(try await ask.text("/api/v1/find/" + "乙乙".encoded).contains("segment:乙乙"))
    }
  }

  @Test func `a folder that is gone for a while is refused like any other fault`() async throws {
    let folder = try DatasetFolder.dataset(Self.facts("甲"))
    let site = try Site(folder.path)
    try await site.asking { ask in
      let away = folder.path + "-away"
      try FileManager.default.moveItem(atPath: folder.path, toPath: away)
      try await ask.until("/health") { $0.text.contains("stale") }
      #expect(try await ask("/api/v1/stats").status == .ok)
      try FileManager.default.moveItem(atPath: away, toPath: folder.path)
      try await ask.until("/health") { $0.text.contains("\"status\": \"ok\"") }
    }
  }

  @Test func `a broken theme is refused, and a sound one changes the pictures`() async throws {
    let folder = try DatasetFolder.dataset(Self.facts("甲"))
    let site = try Site(folder.path)
    let target = "/view/neighborhood.svg?of=" + "甲".encoded
    try await site.asking { ask in
      let before = try await ask.text(target)
      try folder.write("palette: {page: red}\n", to: "theme.yaml")
      try await ask.until("/health") {
        $0.text.contains("stale") && $0.text.contains("theme.yaml:1:")
      }
      #expect(try await ask.text(target) == before)
      try folder.write("palette: {page: '#FFFFF0'}\n", to: "theme.yaml")
      try await ask.until("/health") { $0.text.contains("\"status\": \"ok\"") }
      #expect(try await ask.text(target).contains("#fffff0"))
    }
  }

  @Test func `answers that are being given while data changes come from one state`() async throws {
    let folder = try DatasetFolder.dataset(Self.facts("甲一"))
    let site = try Site(folder.path)
    try await site.asking { ask in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for round in 0..<6 {
            let facts =
              "segment:\n  - {name: 甲\(round), source: 一, supplies: 乙\(round)}\n"
              + "  - {name: 乙\(round), source: 一}\n"
            // At one blow, as an editor saves; a set that is half written is another test.
            try folder.write(facts, to: "new.txt")
            guard rename(folder.path + "/new.txt", folder.path + "/facts.yaml") == 0 else {
              throw CocoaError(.fileWriteUnknown)
            }
            try await Task.sleep(for: .milliseconds(120))
          }
        }
        for _ in 0..<3 {
          group.addTask {
            for _ in 0..<60 {
              let text = try await ask.text("/api/v1/query?expression=kind(segment)&explain")
              let digits = Set(
                text.split(separator: "\"").filter { $0.hasPrefix("segment:") }
                  .compactMap(\.last)
              )
              #expect(digits.count == 1, "\(text)")
              try await Task.sleep(for: .milliseconds(10))
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `a data set that is broken at the start is not served at all`() throws {
    let folder = try DatasetFolder.dataset(["facts.yaml": "segment: 1\n"])
    let failure = #expect(throws: ExplorerFailure.self) { try Site(folder.path) }
    guard case .refused(let refused) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(!refused.diagnostics.isEmpty && refused.report(in: .en).contains("facts.yaml:1:"))
  }
}
