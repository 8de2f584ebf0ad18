import Testing

@testable import ChainDrawing

@Suite struct CrossingsTests {
  private typealias Curve = PictureLayout.Curve

  private func line(_ from: String, _ to: String, _ points: [(Double, Double)]) -> Curve {
    Curve(from: from, to: to, points: points.map { Point(x: $0.0, y: $0.1) })
  }

  private func straight(
    _ from: String,
    _ to: String,
    _ start: (Double, Double),
    _ end: (Double, Double)
  ) -> Curve {
    let points = Pen.straight(Point(x: start.0, y: start.1), Point(x: end.0, y: end.1))
    return Curve(from: from, to: to, points: points)
  }

  @Test func `two lines that cross are counted once, wherever they do`() {
    let one = straight("a", "b", (0, 0), (100, 100))
    for y in stride(from: 1.0, to: 100, by: 1) {
      let two = straight("c", "d", (0, y), (100, y))
      #expect(Crossings.count([one, two]) == 1, "at \(y)")
    }
  }

  @Test func `two bends that mirror each other cross once`() {
    let down = line("a", "b", [(0, 0), (50, 0), (50, 100), (100, 100)])
    let up = line("c", "d", [(0, 100), (50, 100), (50, 0), (100, 0)])
    #expect(Crossings.count([down, up]) == 1)
  }

  @Test func `links that share a card are not counted`() {
    let one = straight("a", "b", (0, 0), (100, 100))
    let two = straight("a", "d", (0, 100), (100, 0))
    #expect(Crossings.count([one, two]) == 0)
  }

  @Test func `lines that run beside each other do not cross`() {
    let lines = (0..<20).map { straight("a\($0)", "b\($0)", (0, Double($0)), (500, Double($0))) }
    #expect(Crossings.count(lines) == 0)
  }

  @Test(arguments: 0..<20)
  func `the count is that of comparing every piece with every other`(_ seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let curves = try Picture.random(using: &random).layout().curves
    let pieces = Crossings.pieces(of: curves)
    var expected = 0
    for (index, piece) in pieces.enumerated() {
      for other in pieces[..<index] where other.link != piece.link {
        let (one, two) = (curves[piece.link], curves[other.link])
        guard Set([one.from, one.to]).isDisjoint(with: [two.from, two.to]) else { continue }
        if Crossings.crossing(other, piece) != nil { expected += 1 }
      }
    }
    #expect(Crossings.count(curves) == expected, "seed \(seed)")
  }
}
