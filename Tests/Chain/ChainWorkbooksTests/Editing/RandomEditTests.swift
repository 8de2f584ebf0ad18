import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

/// Random changes, after each of which the files say what was meant and have lost no comment.
struct RandomEditTests {
  /// The comments of a text that are alone on their lines or stand behind a value; test data have no
  /// number sign elsewhere behind two spaces.
  private static func comments(_ files: some Sequence<[UInt8]>) -> [String: Int] {
    var counts: [String: Int] = [:]
    for file in files {
      for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
        guard let mark = line.range(of: "#!") else { continue }
        counts[String(line[mark.lowerBound...]), default: 0] += 1
      }
    }
    return counts
  }

  private func check(_ folder: EditableFolder, _ after: Dataset, _ comment: Comment) throws -> Bool
  {
    let edit: FolderEdit
    do {
      edit = try folder.edited(to: after)
    } catch EditingFault.defaults, EditingFault.unwritable(.unnameable) {
      return false
    } catch {
      Issue.record("\(comment): \(error.message.en)")
      return false
    }
    var files = folder.files
    for file in edit.files { files[file.name] = file.after }
    let loaded = Dataset.load(folder: folder.folder, files: files)
    let read = try #require(loaded.dataset, comment)
    DatasetSameness.expectSameFacts(after, read, comment)
    var gone = Self.comments(folder.files.values)
    for (text, count) in Self.comments(files.values) { gone[text, default: 0] -= count }
    for note in edit.notes {
      if case .removedComment(_, let text) = note { gone[text, default: 0] -= 1 }
    }
    #expect(gone.values.allSatisfy { $0 <= 0 }, "\(comment): \(gone.filter { $0.value > 0 })")
    return true
  }

  @Test func `the city's files follow changes made at random`() throws {
    let folder = try EditableFolder(folder: DatasetSameness.huludao)
    let before = try #require(folder.loaded.dataset)
    var done = 0
    for seed in 0..<60 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var draft = DatasetDraft(before)
      for _ in 0...random.number(below: 8) { draft.change(&random) }
      guard let after = try? draft.dataset() else { continue }
      if try check(folder, after, "seed \(seed)") { done += 1 }
    }
    #expect(done > 30)
  }

  @Test func `files made at random, full of comments, follow changes made at random`() throws {
    var done = 0
    for seed in 0..<300 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let original = try GeneratedDataset.make(seed: seed)
      guard let written = try? original.yamlFiles() else { continue }
      var files: [String: [UInt8]] = [:]
      for file in written {
        files[file.name] = Array(Self.commented(file.text, &random).utf8)
      }
      let folder = EditableFolder(folder: "memory", files: files)
      let before = try #require(folder.loaded.dataset, "\(folder.loaded.diagnostics)")
      var draft = DatasetDraft(before)
      for _ in 0...random.number(below: 6) { draft.change(&random) }
      guard let after = try? draft.dataset() else { continue }
      if try check(folder, after, "seed \(seed)") { done += 1 }
    }
    #expect(done > 100)
  }

  private static func commented(_ text: String, _ random: inout SplitMix64) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let margin = line.prefix { $0 == " " }
      if random.oneIn(4) { lines.append("\(margin)#! \(random.number(below: 1_000_000))") }
      if random.oneIn(9) { lines.append("") }
      let hasTail = !line.isEmpty && random.oneIn(4)
      lines.append(hasTail ? "\(line)  #! \(random.number(below: 1_000_000))" : String(line))
    }
    return lines.joined(separator: "\n")
  }

  @Test func `without a change no file changes`() throws {
    let folder = try EditableFolder(folder: DatasetSameness.huludao)
    let same = try #require(folder.loaded.dataset)
    let edit = try folder.edited(to: same)
    #expect(edit.difference.isEmpty)
    #expect(edit.files.isEmpty)
    let rewritten = try DatasetSameness.read(same.yamlFiles())
    #expect(try folder.edited(to: rewritten).files.isEmpty)
  }
}
