import RegisterMatching
import TestSupport
import Testing

@Suite struct DecisionAccuracyTests {
  typealias Class = DecisionAccuracy.EvidenceClass

  @Test func `the interval is that of the tables`() {
    #expect(WilsonInterval(right: 17, total: 20).description == "0.850 [0.640, 0.948] 17/20")
    #expect(WilsonInterval(right: 0, total: 10).description == "0.000 [0.000, 0.278] 0/10")
    #expect(WilsonInterval(right: 10, total: 10).description == "1.000 [0.722, 1.000] 10/10")
    #expect(WilsonInterval(right: 0, total: 0).description == "0.000 [0.000, 1.000] 0/0")
  }

  @Test func `the bounds are where the score test rejects`() {
    // By its definition: a share p is inside when |right/n − p| ≤ z √(p(1 − p)/n).
    let z = 1.959_963_984_540_054
    for total in 1...60 {
      for right in 0...total {
        let interval = WilsonInterval(right: right, total: total)
        let share = Double(right) / Double(total)
        #expect(0 <= interval.lower && interval.lower <= share)
        #expect(share <= interval.upper && interval.upper <= 1)
        for bound in [interval.lower, interval.upper] where bound > 0 && bound < 1 {
          let reach = z * (bound * (1 - bound) / Double(total)).squareRoot()
          #expect(abs(abs(share - bound) - reach) < 1e-9, "\(right) of \(total)")
        }
        let turned = WilsonInterval(right: total - right, total: total)
        #expect(abs(interval.lower - (1 - turned.upper)) < 1e-12)
      }
    }
  }

  @Test func `certain takes 35 of 35, 52 of 53 or 67 of 69`() {
    for (wrong, total) in [(0, 35), (1, 53), (2, 69)] {
      #expect(WilsonInterval(right: total - wrong, total: total).lower >= 0.90)
      #expect(WilsonInterval(right: total - wrong - 1, total: total - 1).lower < 0.90)
      let evidence = Class(tier: .equals, field: .products, hasLargeShare: true)
      let decisions = (0..<total).map { (evidence: evidence, verdict: verdict($0 >= wrong)) }
      #expect(DecisionAccuracy(decisions).certainClasses() == [evidence])
      #expect(DecisionAccuracy(decisions.dropLast()).certainClasses().isEmpty)
    }
  }

  @Test func `what is unsure is counted apart`() {
    let evidence = Class(tier: .ends, field: .scope, hasLargeShare: false)
    let verdicts: [DecisionAccuracy.Verdict] = [.yes, .unsure, .no, .unsure, .yes]
    let accuracy = DecisionAccuracy(verdicts.map { (evidence: evidence, verdict: $0) })
    let finding = accuracy.findings.first
    #expect(finding?.interval.right == 2 && finding?.interval.total == 3 && finding?.unsure == 2)
    let alone = DecisionAccuracy([(evidence: evidence, verdict: .unsure)])
    #expect(alone.findings.first?.interval.total == 0)
    #expect(alone.certainClasses().isEmpty)
  }

  @Test func `decisions give the same counts in any order`() {
    for seed in 0..<200 {
      var generator = SplitMix64(seed: UInt64(seed))
      let decisions = (0..<generator.number(below: 60)).map { _ in
        (
          evidence: Class(
            tier: [.equals, .ends, .inside][generator.number(below: 3)],
            field: [.products, .scope][generator.number(below: 2)],
            hasLargeShare: generator.oneIn(2)
          ),
          verdict: DecisionAccuracy.Verdict.allCases[generator.number(below: 3)]
        )
      }
      let accuracy = DecisionAccuracy(decisions)
      #expect(DecisionAccuracy(decisions.shuffled(using: &generator)) == accuracy, "seed \(seed)")
      #expect(accuracy.findings.map(\.evidence) == accuracy.findings.map(\.evidence).sorted())
      for finding in accuracy.findings {
        let own = decisions.filter { $0.evidence == finding.evidence }.map(\.verdict)
        #expect(finding.interval.right == own.count { $0 == .yes }, "seed \(seed)")
        #expect(finding.interval.total == own.count { $0 != .unsure }, "seed \(seed)")
        #expect(finding.unsure == own.count { $0 == .unsure }, "seed \(seed)")
      }
    }
  }

  private func verdict(_ isRight: Bool) -> DecisionAccuracy.Verdict { isRight ? .yes : .no }
}
