import RegisterMatching
import TestSupport
import Testing

@Suite struct TermSuggestionsTests {
  @Test func `what firms of the segment share and others have not is suggested`() {
    let found = TermSuggestions(
      confirmed: [["烧碱", "液氯", "电力"], ["离子膜烧碱", "液氯", "电力"], ["液氯", "盐酸"]],
      others: Array(repeating: ["电力", "蒸汽"], count: 20) + [["液氯"]],
      known: ["烧碱"]
    )
    .suggestions
    #expect(found.map(\.phrase) == ["液氯"])
    #expect(found.first?.firms == [0, 1, 2] && found.first?.others == 1)
  }

  @Test func `one firm is never enough, however often it says so`() {
    let others = Array(repeating: ["蒸汽"], count: 50)
    let found = TermSuggestions(confirmed: [["液氯", "液氯"], ["盐酸"]], others: others, known: [])
    #expect(found.suggestions.isEmpty)
  }

  @Test func `width, case and spaces make no other phrase`() {
    let others = Array(repeating: ["蒸汽"], count: 50)
    let confirmed = [["ＰＶＣ 树脂 "], ["pvc树脂"], ["PVC树脂", "10", "碱"], ["10", "碱"]]
    let found = TermSuggestions(confirmed: confirmed, others: others, known: []).suggestions
    #expect(found.map(\.phrase) == ["ＰＶＣ 树脂"] && found.first?.firms == [0, 1, 2])
    let known = TermSuggestions(confirmed: confirmed, others: others, known: ["Pvc 树脂"])
    #expect(known.suggestions.isEmpty)
  }

  @Test func `more firms of as large a part stand above fewer`() {
    let confirmed = (0..<30).map { $0 < 20 ? ["常见词"] : $0 < 22 ? ["少见词"] : [] }
    let found = TermSuggestions(
      confirmed: confirmed,
      others: Array(repeating: [], count: 300),
      known: []
    )
    .suggestions
    #expect(found.map(\.phrase) == ["常见词", "少见词"])
    #expect(found.allSatisfy { $0.z >= 1.96 })
  }

  @Test func `what most of its firms say elsewhere is no term, however often it is said here`() {
    let confirmed = (0..<12).map { $0 < 9 ? ["技术服务"] : [] }
    let others = (0..<900).map { $0 < 10 ? ["技术服务"] : [] }
    let all = TermSuggestions(confirmed: confirmed, others: others, known: [], minimumShare: 0)
    #expect(all.suggestions.first.map { $0.z > 5 } == true)
    #expect(TermSuggestions(confirmed: confirmed, others: others, known: []).suggestions.isEmpty)
  }

  @Test func `without others there is nothing to tell apart, and without firms nothing at all`() {
    #expect(TermSuggestions(confirmed: [], others: [["烧碱"]], known: []).suggestions.isEmpty)
    let all = Array(repeating: ["烧碱"], count: 3)
    #expect(TermSuggestions(confirmed: all, others: all, known: []).suggestions.isEmpty)
  }

  @Test func `a slow count agrees`() {
    let words = ["甲醇", "乙醇", "丙酮", "苯酚", "甲苯", "氯苯", "硝酸"]
    for seed in 0..<400 {
      var generator = SplitMix64(seed: UInt64(seed))
      func firms(_ count: Int) -> [[String]] {
        (0..<count).map { _ in
          (0..<generator.number(below: 4)).map { _ in words[generator.number(below: words.count)] }
        }
      }
      let confirmed = firms(generator.number(below: 8))
      let others = firms(generator.number(below: 20))
      let known = [words[generator.number(below: words.count)]]
      let found = TermSuggestions(
        confirmed: confirmed,
        others: others,
        known: known,
        minimumShare: 0,
        minimumZ: 0
      )
      for word in words {
        let bearers = confirmed.indices.filter { confirmed[$0].contains(word) }
        let elsewhere = others.count { $0.contains(word) }
        let suggestion = found.suggestions.first { $0.phrase == word }
        let isShared = bearers.count >= 2 && !known.contains(word)
        // As shares with half a firm more: in the segment above the others, exactly where z is
        // above 0.
        let inside = (Double(bearers.count) + 0.5) / (Double(confirmed.count) + 1)
        let outside = (Double(elsewhere) + 0.5) / (Double(others.count) + 1)
        if abs(inside - outside) > 1e-9 {
          #expect((suggestion != nil) == (isShared && inside > outside), "seed \(seed), \(word)")
        }
        if let suggestion {
          #expect(suggestion.firms == bearers && suggestion.others == elsewhere, "seed \(seed)")
        }
      }
      #expect(
        found.suggestions.map(\.z) == found.suggestions.map(\.z).sorted(by: >),
        "seed \(seed)"
      )
    }
  }
}
