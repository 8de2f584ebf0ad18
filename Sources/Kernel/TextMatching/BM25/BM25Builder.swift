import Foundation

/// Counts the grams of documents, then weighs them as postings.
struct BM25Builder {
  private struct Count {
    let gram: UInt32
    let document: UInt32
    var amount: Double
  }

  private let settings: BM25.Settings
  private(set) var grams = GramTable()
  private var counts: [Count] = []
  private var lengths: [Double] = []

  init(settings: BM25.Settings) {
    self.settings = settings
  }

  mutating func add(_ passages: [BM25.Passage]) {
    let document = UInt32(lengths.count)
    var found: [Count] = []
    for passage in passages where passage.weight > 0 {
      var scalars = ScalarReader()
      var previous: UInt32?
      passage.text.withUnsafeBufferPointer { text in
        while let scalar = scalars.next(in: text) {
          let single = grams.insert(scalar: scalar)
          if settings.single > 0 {
            let amount = passage.weight * settings.single
            found.append(Count(gram: single, document: document, amount: amount))
          }
          if let previous, settings.pair > 0 {
            let pair = grams.insert(pair: previous, single)
            let amount = passage.weight * settings.pair
            found.append(Count(gram: pair, document: document, amount: amount))
          }
          previous = single
        }
      }
    }
    // A stable order of what is added up, so that sums come out the same on every machine.
    let order = found.indices.sorted { (found[$0].gram, $0) < (found[$1].gram, $1) }
    var length = 0.0
    let first = counts.count
    for index in order {
      length += found[index].amount
      if counts.count > first, counts[counts.count - 1].gram == found[index].gram {
        counts[counts.count - 1].amount += found[index].amount
      } else {
        counts.append(found[index])
      }
    }
    lengths.append(length)
  }

  func rows() -> (starts: [UInt32], postings: [BM25.Posting]) {
    var starts = [UInt32](repeating: 0, count: grams.count + 1)
    for count in counts { starts[Int(count.gram) + 1] += 1 }
    for gram in 0..<grams.count { starts[gram + 1] += starts[gram] }
    var next = starts
    var postings = [BM25.Posting](
      repeating: BM25.Posting(document: 0, weight: 0),
      count: counts.count
    )
    let average = max(lengths.reduce(0, +) / Double(max(lengths.count, 1)), .leastNormalMagnitude)
    let (k1, b) = (settings.k1, settings.b)
    for count in counts {
      let gram = Int(count.gram)
      let frequency = Double(starts[gram + 1] - starts[gram])
      let rarity = (Double(lengths.count) - frequency + 0.5) / (frequency + 0.5)
      let length = lengths[Int(count.document)] / average
      let saturated = count.amount * (k1 + 1) / (count.amount + k1 * (1 - b + b * length))
      let weight = log(1 + rarity) * saturated
      postings[Int(next[gram])] = BM25.Posting(document: count.document, weight: Float(weight))
      next[gram] += 1
    }
    return (starts, postings)
  }
}
