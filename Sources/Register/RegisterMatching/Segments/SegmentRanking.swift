/// The segments that speak for one firm, by the sum of their evidence.
struct SegmentRanking {
  struct Candidate {
    let segment: Int
    let score: Double
    /// Its own part of the sorted evidence.
    let evidence: Range<Int>
    let code: SegmentCodes.Match?
  }

  let candidates: [Candidate]
  private let sums: [Double]

  init(
    _ matcher: SegmentMatcher,
    _ firm: FirmText,
    _ workspace: MatchingWorkspace,
    among wanted: [Bool]?,
    limit: Int
  ) {
    let weights = matcher.weights
    let greatest = workspace.similarity.max() ?? 0
    let scale = greatest > 0 ? weights.similar / Double(greatest) : 0
    var sums = workspace.similarity.map { Double($0) * scale }
    var parts: [Int: Range<Int>] = [:]
    var start = 0
    while start < workspace.evidence.count {
      let best = workspace.evidence[start]
      var end = start + 1
      while end < workspace.evidence.count, workspace.evidence[end].segment == best.segment {
        end += 1
      }
      parts[Int(best.segment)] = start..<end
      sums[Int(best.segment)] += best.score
      start = end
    }
    var codes: [Int: SegmentCodes.Match] = [:]
    for match in matcher.codes.matches(firm.industryCode) {
      codes[match.segment] = match
      sums[match.segment] += weights.code * Double(match.digits) / 4
    }
    self.sums = sums
    candidates = Self.best(limit, of: sums, among: wanted).map { segment in
      Candidate(
        segment: segment,
        score: sums[segment] / weights.greatest,
        evidence: parts[segment] ?? 0..<0,
        code: codes[segment]
      )
    }
  }

  /// The positions of the greatest positive sums, by insertion: the limit is small.
  private static func best(_ limit: Int, of sums: [Double], among wanted: [Bool]?) -> [Int] {
    var best: [Int] = []
    for (segment, sum) in sums.enumerated() where sum > 0 && wanted?[segment] != false {
      if best.count == limit {
        if sums[best[limit - 1]] >= sum { continue }
        best.removeLast()
      }
      var place = best.count
      while place > 0, sums[best[place - 1]] < sum { place -= 1 }
      best.insert(segment, at: place)
    }
    return best
  }

  /// The segments that lost to `candidate` on the same words, ascending.
  func beaten(by candidate: Candidate, _ workspace: MatchingWorkspace) -> [Int] {
    let own = Int32(candidate.segment)
    var beaten = Set(workspace.defeats.lazy.filter { $0.winner == own }.map(\.loser))
    for item in workspace.evidence where item.segment != own {
      let isShared = workspace.evidence[candidate.evidence].contains {
        $0.phrase == item.phrase && $0.word == item.word
      }
      let other = Int(item.segment)
      let isBehind = (-sums[candidate.segment], candidate.segment) < (-sums[other], other)
      if isShared, isBehind { beaten.insert(item.segment) }
    }
    return beaten.map(Int.init).sorted()
  }
}
