import Diagnostics
import TestSupport
import Testing

@Suite struct SpellingSuggestionTests {
  @Test func `the closest word comes first, ties in the order given`() {
    let words = ["supply", "supplies", "suppliers", "partOf"]
    #expect(
      SpellingSuggestion.closest(to: "supplie", among: words) == [
        "supplies", "supply", "suppliers",
      ]
    )
    #expect(
      SpellingSuggestion.closest(to: "xupply", among: ["yupply", "zupply"]) == ["yupply", "zupply"]
    )
  }

  @Test func `one letter may always differ, more than a third may not`() {
    #expect(SpellingSuggestion.closest(to: "周坡", among: ["周波"]) == ["周波"])
    #expect(SpellingSuggestion.closest(to: "甲", among: ["乙"]) == ["乙"])
    #expect(SpellingSuggestion.closest(to: "甲乙", among: ["丙丁"]) == [])
    #expect(SpellingSuggestion.closest(to: "市工信委员会", among: ["市工信局"]) == [])
    #expect(SpellingSuggestion.closest(to: "市工业信息化局", among: ["市工业和信息化局"]) == ["市工业和信息化局"])
  }

  @Test func `two letters that changed places are one mistake`() {
    #expect(SpellingSuggestion.closest(to: "ab", among: ["ba"]) == ["ba"])
    #expect(SpellingSuggestion.closest(to: "laed", among: ["lead"]) == ["lead"])
  }

  @Test func `spaces, capitals and full-width forms are no mistakes`() {
    #expect(SpellingSuggestion.closest(to: "ＬＥＡＤ", among: ["lea", "lead"]) == ["lead", "lea"])
  }

  @Test func `no more than the limit are given, and nothing for a very long word`() {
    let words = ["a1", "a2", "a3", "a4"]
    #expect(SpellingSuggestion.closest(to: "a", among: words) == ["a1", "a2", "a3"])
    #expect(SpellingSuggestion.closest(to: "a", among: words, limit: 1) == ["a1"])
    let long = String(repeating: "a", count: 101)
    #expect(SpellingSuggestion.closest(to: long, among: [long]) == [])
  }

  @Test func `on random words the distance is that of the recursive definition`() {
    for seed in UInt64(0)..<1_000 {
      var generator = SplitMix64(seed: seed)
      func word() -> String {
        String(
          (0..<generator.number(below: 6)).map { _ in "abc".randomElement(using: &generator) ?? "a"
          }
        )
      }
      let (a, b) = (word(), word())
      let distance = Self.distance(Array(a), Array(b))
      let isClose = distance <= max(1, max(a.count, b.count) / 3)
      let found = SpellingSuggestion.closest(to: a, among: [b])
      #expect(found == (isClose ? [b] : []), "seed \(seed): \(a), \(b)")
    }
  }

  /// Optimal string alignment, as it is defined.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    let cost = a.last == b.last ? 0 : 1
    var least = min(
      distance(a.dropLast(), b) + 1,
      distance(a, b.dropLast()) + 1,
      distance(a.dropLast(), b.dropLast()) + cost
    )
    if a.count > 1, b.count > 1, a.last == b[b.count - 2], a[a.count - 2] == b.last {
      least = min(least, distance(a.dropLast(2), b.dropLast(2)) + 1)
    }
    return least
  }
}
