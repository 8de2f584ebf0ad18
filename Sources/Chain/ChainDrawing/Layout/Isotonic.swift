/// The places in a row that lie nearest to the wanted ones.
///
/// The squares of the distances, times the weights, add up to the least possible. Source: Ayer et
/// al., “An empirical distribution function for sampling with incomplete information”, 1955 (pool
/// adjacent violators).
///
/// - Parameters:
///   - wanted: where each would be, were it alone.
///   - weights: how much each insists, above 0.
///   - gaps: the least distance of each from the one before; the first is not read.
///   - bounds: where the first may be at least, and the last at most; there must be room for all.
/// - Complexity: O(*n*).
func spread(
  _ wanted: [Double],
  weights: [Double],
  gaps: [Double],
  bounds: ClosedRange<Double>
) -> [Double] {
  struct Block {
    var value: Double
    var weight: Double
    var count: Int
  }
  // Without the gaps, the places only have to ascend.
  var offsets: [Double] = []
  offsets.reserveCapacity(wanted.count)
  var blocks: [Block] = []
  blocks.reserveCapacity(wanted.count)
  var offset = 0.0
  for index in wanted.indices {
    if index > 0 { offset += gaps[index] }
    offsets.append(offset)
    var block = Block(value: wanted[index] - offset, weight: weights[index], count: 1)
    while let last = blocks.last, last.value > block.value {
      blocks.removeLast()
      let weight = last.weight + block.weight
      block.value = (last.value * last.weight + block.value * block.weight) / weight
      block.weight = weight
      block.count += last.count
    }
    blocks.append(block)
  }
  let low = bounds.lowerBound
  let high = max(low, bounds.upperBound - offset)
  var places: [Double] = []
  places.reserveCapacity(wanted.count)
  for block in blocks {
    let value = min(max(block.value, low), high)
    for _ in 0..<block.count { places.append(value + offsets[places.count]) }
  }
  return places
}
