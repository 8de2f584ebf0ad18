extension SegmentMatcher {
  /// Finds for the proposals by likeness alone the phrase that is most like each.
  ///
  /// The phrases are added up once more: what a phrase adds to a segment is its part.
  func describeSimilar(
    _ proposals: inout [SegmentProposal],
    _ firm: FirmText,
    _ workspace: inout MatchingWorkspace
  ) {
    let wanted = proposals.indices.filter { proposals[$0].tier == .similar }
    let segments = wanted.map { proposals[$0].segment }
    var best = [(part: Float, phrase: Int)](repeating: (0, 0), count: wanted.count)
    for segment in workspace.similarity.indices { workspace.similarity[segment] = 0 }
    var before = [Float](repeating: 0, count: wanted.count)
    for number in workspace.spoken {
      addSimilarity(Int(number), firm, &workspace)
      for position in wanted.indices {
        let sum = workspace.similarity[segments[position]]
        let part = sum - before[position]
        before[position] = sum
        if part > best[position].part { best[position] = (part, Int(number)) }
      }
    }
    for (position, place) in wanted.enumerated() {
      let phrase = workspace.reader.phrases[best[position].phrase]
      let own = ownPairs[segments[position]]
      let isOfConfirmed = !own.isEmpty && !own.share(workspace.reader.text[phrase.core])
      let proposal = proposals[place]
      proposals[place] = SegmentProposal(
        segment: proposal.segment,
        tier: .similar,
        band: .review,
        score: proposal.score,
        words: [phrase.written(in: firm)],
        term: proposal.term,
        field: isOfConfirmed ? .confirmed : field(of: phrase),
        beaten: []
      )
    }
  }
}
