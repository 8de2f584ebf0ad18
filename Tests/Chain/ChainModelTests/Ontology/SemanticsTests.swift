import Bilingual
import ChainModel
import Testing

struct SemanticsTests {
  @Test func `no word means two semantics, and none is empty`() {
    let words = Semantics.allCases.flatMap(\.words)
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { !$0.isEmpty })
  }

  @Test func `the label is among the words, in either language`() {
    for semantics in Semantics.allCases {
      #expect(semantics.words.contains(semantics.label.zh))
      #expect(semantics.words.contains(semantics.label.en))
    }
  }

  @Test func `snapshot codes are those of the snapshots that are out there`() {
    let codes = Dictionary(
      uniqueKeysWithValues: Semantics.allCases.map { ($0.rawValue, $0.snapshotCode) }
    )
    let pinned: [String: UInt32] = [
      "flow": 0, "containment": 1, "presence": 2, "action": 3, "responsibility": 4,
      "membership": 5, "location": 6, "correspondence": 7, "reference": 8,
    ]
    #expect(codes.filter { pinned[$0.key] != nil } == pinned)
    #expect(Set(codes.values).count == codes.count)
  }
}
