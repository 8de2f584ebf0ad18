import Testing

@testable import ChainDrawing

@Suite struct SpreadTests {
  @Test func `what has room stays where it wants to be`() {
    let places = spread([0, 20, 50], weights: [1, 1, 1], gaps: [0, 10, 10], bounds: -100...100)
    #expect(places == [0, 20, 50])
  }

  @Test func `what wants one place shares it, as heavily as it insists`() {
    #expect(spread([5, 5], weights: [1, 1], gaps: [0, 10], bounds: -100...100) == [0, 10])
    #expect(spread([5, 5], weights: [3, 1], gaps: [0, 10], bounds: -100...100) == [2.5, 12.5])
  }

  @Test func `bounds hold the whole row`() {
    #expect(spread([-50, 90], weights: [1, 1], gaps: [0, 10], bounds: 0...30) == [0, 30])
    #expect(spread([-50, -50], weights: [1, 1], gaps: [0, 10], bounds: 0...30) == [0, 10])
  }

  @Test(arguments: 0..<200)
  func `no small step makes a row better`(_ seed: UInt64) {
    var random = SplitMix(state: seed)
    let count = Int.random(in: 1...9, using: &random)
    let wanted = (0..<count).map { _ in Double.random(in: 0...100, using: &random) }
    let weights = (0..<count).map { _ in Double.random(in: 0.1...4, using: &random) }
    let gaps = (0..<count).map { _ in Double.random(in: 0...20, using: &random) }
    let places = spread(wanted, weights: weights, gaps: gaps, bounds: -1000...1000)
    func cost(_ places: [Double]) -> Double {
      places.indices.reduce(0) {
        $0 + weights[$1] * (places[$1] - wanted[$1]) * (places[$1] - wanted[$1])
      }
    }
    func isValid(_ places: [Double]) -> Bool {
      (1..<count).allSatisfy { places[$0] - places[$0 - 1] >= gaps[$0] - 1e-9 }
    }
    #expect(isValid(places), "seed \(seed)")
    // The problem is convex, so a better row would lie in the direction of some run of items.
    for first in 0..<count {
      for last in first..<count {
        for step in [-0.01, 0.01] {
          var moved = places
          for index in first...last { moved[index] += step }
          if isValid(moved) { #expect(cost(moved) >= cost(places) - 1e-9, "seed \(seed)") }
        }
      }
    }
  }
}
