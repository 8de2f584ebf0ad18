import Diagnostics
import RegisterReader
import Testing
import TestSupport

struct RegisterDifferenceTests {
  private func row(
    _ name: String,
    _ code: String = "",
    former: [String] = [],
    scope: String = ""
  ) -> RegisterRow {
    var row = RegisterRow(number: 1, name: name)
    row.creditCode = code
    row.formerNames = former
    row.scope = scope
    return row
  }

  private func offsets(_ pairs: [RegisterDifference.Pair]) -> [[Int]] {
    pairs.map { [$0.before.offset, $0.after.offset] }
  }

  @Test func `firms are joined by code, then name, then former name`() {
    let before = [
      row("甲公司", "A"), row("乙公司", scope: "x"), row("丙公司"), row("丁公司", "D"), row("戊公司", "E"),
    ]
    let after = [
      row("丙新公司", former: ["丙公司"]), row("乙 公司", "B", scope: "y"), row("甲新公司", "a"), row("己公司"),
      row("戊公司", "E"), row("庚公司", "G", former: ["丁公司"]),
    ]
    let difference = RegisterDifference(from: before, to: after)
    #expect(offsets(difference.pairs) == [[2, 0], [1, 1], [0, 2], [4, 4]])
    #expect(difference.pairs.map(\.basis) == [.formerName, .name, .creditCode, .creditCode])
    #expect(difference.new.map(\.offset) == [3, 5])
    // Its name was given to a firm of another code.
    #expect(difference.gone.map(\.offset) == [3])
    #expect(offsets(difference.renamed) == [[2, 0], [0, 2]])
    #expect(offsets(difference.changed) == [[1, 1]])
    #expect(difference.recoded == [])
    #expect(difference.unchanged == 1)
  }

  @Test func `of a double code rows of one name are joined first, and it is told`() {
    let before = [row("甲公司", "A"), row("甲公司分厂", "A")]
    let after = [row("甲公司分厂", "A"), row("甲公司", "A"), row("乙", "A")]
    let difference = RegisterDifference(from: before, to: after)
    #expect(offsets(difference.pairs) == [[1, 0], [0, 1]])
    #expect(difference.new.map(\.offset) == [2])
    #expect(difference.doublesBefore.map { $0.rows.map(\.offset) } == [[0, 1]])
    #expect(difference.doublesAfter.map(\.creditCode) == ["A"])
  }

  @Test func `a register does not differ from itself`() {
    let rows = [row("甲", "A"), row("乙"), row("乙"), row("丙", "A")]
    let difference = RegisterDifference(from: rows, to: rows)
    #expect(offsets(difference.pairs) == [[0, 0], [1, 1], [2, 2], [3, 3]])
    #expect(difference.unchanged == 4)
    #expect(difference.new == [] && difference.gone == [] && difference.changed == [])
  }

  @Test func `random registers differ as a slow join says`() {
    for seed in Fuzzing.seeds(2_500) {
      var random = SplitMix64(seed: seed)
      func rows() -> [RegisterRow] {
        (0..<random.number(below: 9)).map { _ in
          row(
            ["甲", "乙", "丙", "丁", "戊"][random.number(below: 5)],
            ["", "", "A", "B", "C", "d"][random.number(below: 6)],
            former: random.oneIn(2)
              ? (0..<random.number(below: 3)).map { _ in
                ["甲", "乙", "丙", "己"][random.number(below: 4)]
              } : [],
            scope: ["x", "y"][random.number(below: 2)]
          )
        }
      }
      let (before, after) = (rows(), rows())
      let difference = RegisterDifference(from: before, to: after)
      #expect(difference.pairs == slowPairs(before, after), "seed \(seed)")
      let joined = difference.pairs
      #expect(
        difference.new.map(\.offset)
          == after.indices.filter { row in !joined.contains { $0.after.offset == row } },
        "seed \(seed)"
      )
      #expect(
        difference.gone.map(\.offset)
          == before.indices.filter { row in !joined.contains { $0.before.offset == row } },
        "seed \(seed)"
      )
      #expect(
        difference.changed
          == joined.filter { before[$0.before.offset].scope != after[$0.after.offset].scope },
        "seed \(seed)"
      )
    }
  }

  /// The join as it is defined, each pass over all pairs of rows.
  private func slowPairs(
    _ before: [RegisterRow],
    _ after: [RegisterRow]
  ) -> [RegisterDifference.Pair] {
    var pairs: [RegisterDifference.Pair] = []
    func pass(
      _ basis: RegisterDifference.Basis,
      _ fits: (RegisterRow, RegisterRow) -> Bool
    ) {
      for next in after.indices where !pairs.contains(where: { $0.after.offset == next }) {
        let found = before.indices.first { row in
          !pairs.contains { $0.before.offset == row } && fits(before[row], after[next])
        }
        guard let found else { continue }
        pairs.append(.init(before: .init(found), after: .init(next), basis: basis))
      }
    }
    pass(.creditCode) {
      !$0.creditCode.isEmpty && $0.creditCode == $1.creditCode && $0.name == $1.name
    }
    pass(.creditCode) { !$0.creditCode.isEmpty && $0.creditCode == $1.creditCode }
    pass(.name) { $0.name == $1.name }
    for next in after.indices where !pairs.contains(where: { $0.after.offset == next }) {
      for former in after[next].formerNames {
        let code = after[next].creditCode
        let found = before.indices.first { row in
          !pairs.contains { $0.before.offset == row } && before[row].name == former
            && (code.isEmpty || before[row].creditCode.isEmpty || code == before[row].creditCode)
        }
        guard let found else { continue }
        pairs.append(.init(before: .init(found), after: .init(next), basis: .formerName))
        break
      }
    }
    return pairs.sorted { $0.after < $1.after }
  }
}
