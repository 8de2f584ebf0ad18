import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// What a library says of its editions, checked.
struct ChainChangesTests {
  private func check(
    _ changes: String,
    _ more: [String: String] = [:]
  ) throws -> (folder: DatasetFolder, faults: [Diagnostic]) {
    let files = EditionSamples.library(in: "").merging(["changes.yaml": changes]) { $1 }
    let folder = try DatasetFolder(files.merging(more) { $1 })
    return (folder, ChainEditionsCheck(library: folder.path).diagnostics)
  }

  @Test func `a library that tells everything has no fault`() throws {
    #expect(try check(EditionSamples.changes).faults.map(\.code) == [])
    let folder = try DatasetFolder(["salt.yaml": ChainSamples.salt])
    #expect(ChainEditionsCheck(library: folder.path).diagnostics.isEmpty)
  }

  @Test(
    arguments: [
      ("changes:", "⟦change⟧:", "unknown-field"),
      ("chain: salt", "chain: ⟦sal⟧", "unknown-chain"),
      ("from: \"2026.1\"", "from: ⟦\"2025.1\"⟧", "missing-edition"),
      ("to: \"2026.2\"", "to: ⟦\"2026.9\"⟧", "missing-edition"),
      ("rename: {卤水", "rename: {⟦卤⟧", "unknown-chain-segment"),
      ("卤水: 浓卤水}", "卤水: ⟦浓水⟧}", "unknown-chain-segment"),
      ("{卤水: 浓卤水}", "⟦[⟧卤水, 浓卤水]", "wrong-shape"),
      ("retire:", "⟦retired⟧:", "unknown-field"),
      ("split: {盐化工: [氯碱, 溴素]}", "split: {盐化工: ⟦[⟧氯碱]}", "split-into-one"),
      ("narrow: {蒸发装备: 不再含离心机}", "retire: {⟦蒸发装备⟧: 不再有}", "kept-segment"),
      ("盐湖提锂: soda", "盐湖提锂: ⟦sod⟧", "unknown-chain"),
      ("widen: {原盐: 也含湖盐}", "widen: {⟦浴盐⟧: 也含湖盐}", "changed-identity"),
    ]
  )
  func `a fault is told where it stands`(text: String, with wrong: String, code: String) throws {
    let marked = MarkedText(EditionSamples.changes.replacing(text, with: wrong))
    let (folder, faults) = try check(marked.text)
    let found = faults.first { $0.code == code && $0.location?.range == marked.ranges.first }
    #expect(
      found?.location?.path == folder.path + "/changes.yaml",
      "\(faults.map { "\($0.code) \($0.message.en) \(String(describing: $0.location?.range))" })"
    )
  }

  @Test(
    arguments: [
      ("    retire: {浴盐: 是用途，不是环节}\n", "", "lost-segment"),
      ("    rename: {卤水: 浓卤水}\n", "", "reused-identity"),
      ("    move: {盐湖提锂: soda}\n", "", "lost-segment"),
      ("    move: {盐湖提锂: soda}\n", "    retire: {盐湖提锂: 无}\n", "duplicate-key"),
      ("{精盐: [洗涤盐]}", "{精盐: [洗涤盐, 盐化工]}", "two-fates"),
    ]
  )
  func `an identity that is lost or used again is told`(
    text: String,
    with wrong: String,
    code: String
  ) throws {
    let faults = try check(EditionSamples.changes.replacing(text, with: wrong)).faults
    #expect(faults.map(\.code).contains(code), "\(faults.map(\.code))")
    #expect(faults.allSatisfy { $0.severity == .error && $0.location?.range != nil })
  }

  @Test func `a name that goes to another segment is told`() throws {
    let salt = EditionSamples.new.replacing("name: 氯碱,", with: "name: 氯碱, aliases: [盐化],")
    #expect(
      try check(EditionSamples.changes, ["salt.yaml": salt]).faults.map(\.code) == ["reused-name"]
    )
  }

  @Test func `an edition of which nothing is told is a fault`() throws {
    let (folder, faults) = try check(
      EditionSamples.changes,
      ["history/soda@2025.1.yaml": EditionSamples.soda.replacing("2026.1", with: "2025.1")]
    )
    #expect(faults.map(\.code) == ["untold-edition"])
    #expect(faults.first?.location?.path == folder.path + "/history/soda@2025.1.yaml")
  }

  @Test func `a change that is told twice is a fault`() throws {
    let twice = EditionSamples.changes + "  - {chain: salt, from: \"2026.1\", to: \"2026.2\"}\n"
    #expect(try check(twice).faults.map(\.code) == ["repeated-change"])
  }

  @Test func `whatever stands in the file, it is read or told`() throws {
    let folder = try DatasetFolder(EditionSamples.library(in: ""))
    let mutator = Mutator(tokens: [
      "rename: ", "merge: ", "split: ", "精盐", "卤水", "[", "]", "{", "}", ": ", "\"2026.2\"", "salt",
    ])
    for seed in Fuzzing.seeds(150) {
      var random = SplitMix64(seed: seed)
      let bytes = mutator.changed(Array(EditionSamples.changes.utf8), &random)
      try folder.write(bytes, to: "changes.yaml")
      let check = ChainEditionsCheck(library: folder.path)
      let compared = try? ComparedEditions(
        of: "salt",
        from: "2026.1",
        to: nil,
        library: folder.path
      )
      // What no change leads from is told as such.
      #expect(compared != nil || !check.diagnostics.isEmpty, "seed \(seed)")
    }
  }
}
