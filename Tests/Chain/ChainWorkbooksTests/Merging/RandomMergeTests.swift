import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport
@testable import ChainWorkbooks

/// Random edits of both sides.
struct RandomMergeTests {
  private func edited(_ dataset: Dataset, _ random: inout SplitMix64) -> Dataset? {
    var draft = DatasetDraft(dataset)
    for _ in 0...random.number(below: 5) { draft.change(&random) }
    return try? draft.dataset()
  }

  @Test func `what one side alone edited is the result, and nothing is asked`() throws {
    var done = 0
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let base = try GeneratedDataset.make(seed: seed)
      guard let other = edited(base, &random) else { continue }
      let theirs = DatasetMerge(base: base, mine: base, theirs: other)
      #expect(theirs.conflicts.isEmpty && theirs.changes.allSatisfy { $0.part == .theirs })
      DatasetSameness.expectSameFacts(try theirs.merged(), other, "theirs, seed \(seed)")
      let mine = DatasetMerge(base: base, mine: other, theirs: base)
      #expect(mine.conflicts.isEmpty && mine.changes.allSatisfy { $0.part == .mine })
      let merged = try mine.merged()
      let isRenamed = mine.changes.contains { $0.field == "name" }
      if !isRenamed { DatasetSameness.expectSameFacts(merged, other, "mine, seed \(seed)") }
      // What is written once is there.
      let again = DatasetMerge(base: base, mine: other, theirs: merged)
      #expect(again.conflicts.isEmpty, "seed \(seed)")
      DatasetSameness.expectSameFacts(try again.merged(), merged, "again, seed \(seed)")
      let both = DatasetMerge(base: base, mine: other, theirs: other)
      #expect(both.changes.allSatisfy { $0.part == .both }, "seed \(seed)")
      done += 1
    }
    #expect(done > 100)
  }

  @Test func `two edits become a data set, or are refused, whatever is chosen`() throws {
    var (done, refused) = (0, 0)
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let base = try GeneratedDataset.make(seed: seed)
      guard let mine = edited(base, &random), let theirs = edited(base, &random) else { continue }
      for known in [base, nil] {
        let merge = DatasetMerge(base: known, mine: mine, theirs: theirs)
        for choice in [nil, DatasetMerge.Side.mine, .theirs] {
          let choices = merge.conflicts.map { ($0, choice) }.reduce(into: [:]) { $0[$1.0] = $1.1 }
          do throws(MergeFault) {
            let merged = try merge.merged(choosing: choices)
            done += 1
            // Nothing is known, nothing is chosen: nothing changes.
            guard known == nil, choice != .mine else { continue }
            DatasetSameness.expectSameFacts(merged, theirs, "seed \(seed)")
          } catch {
            refused += 1
          }
        }
      }
    }
    #expect(done > 1_000 && refused < done / 20, "\(done) \(refused)")
  }
}
