import TestSupport
import Testing

@testable import Spreadsheet

struct MergedRangesTests {
  private func range(_ row: Int, _ column: Int, _ height: Int, _ width: Int) -> MergedRanges.Range {
    .init(
      first: CellAddress(row: row, column: column),
      last: CellAddress(row: row + height - 1, column: column + width - 1)
    )
  }

  @Test func `every cell finds the range that it lies in`() {
    for seed in 0..<200 as Swift.Range<UInt64> {
      var random = SplitMix64(seed: seed)
      var merges = MergedRanges()
      var kept: [MergedRanges.Range] = []
      for _ in 0..<12 {
        let range = range(
          1 + random.number(below: 20),
          1 + random.number(below: 20),
          1 + random.number(below: 9),
          1 + random.number(below: 9)
        )
        guard !kept.contains(where: { $0.overlaps(range) }) else { continue }
        kept.append(range)
        merges.insert(range)
      }
      for row in 1...30 {
        for column in 1...30 {
          let address = CellAddress(row: row, column: column)
          let expected = kept.first { $0.contains(address) }
          #expect(merges.range(of: address) == expected, "seed \(seed), \(address)")
          #expect(merges.origin(of: address) == expected?.first ?? address)
        }
      }
    }
  }

  @Test func `many ranges and huge ones are found soon`() {
    var merges = MergedRanges()
    for column in 1...100 { merges.insert(range(1, column * 2, 1_000_000, 1)) }
    for row in 1...100_000 { merges.insert(range(row, 300, 1, 2)) }
    // The whole sheet again and again, which overlaps itself.
    for _ in 0..<10_000 { merges.insert(range(1, 1, 1_048_576, 16_384)) }
    let time = ContinuousClock().measure {
      for row in 1...100_000 {
        #expect(merges.origin(of: CellAddress(row: row, column: 301)).row == row)
      }
    }
    #expect(time < .seconds(20))
  }
}
