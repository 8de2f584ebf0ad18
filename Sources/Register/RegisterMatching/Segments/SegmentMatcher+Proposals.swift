import TextMatching

extension SegmentMatcher {
  /// The segments that speak for `firm`, best first, at most `limit`; ties by position.
  ///
  /// A segment's score is the sum of its best phrase, its industry class and its likeness by BM25,
  /// divided by the greatest sum there can be. Segments without words or class of their own are
  /// filled in by likeness alone, for review.
  ///
  /// - Complexity: O(*n* + *s* + *z* log *z*) for *n* bytes of text, *s* segments and *z* postings
  ///   and occurrences.
  package func proposals(for firm: FirmText, limit: Int = 5) -> [SegmentProposal] {
    var workspace = MatchingWorkspace()
    return proposals(for: firm, limit: limit, reusing: &workspace)
  }

  /// ``proposals(for:limit:)`` with the memory of earlier firms, for long registers.
  ///
  /// - Parameter wanted: which segments may be proposed, by position; `nil` for all. The others still
  ///   take their words away from these.
  package func proposals(
    for firm: FirmText,
    among wanted: [Bool]? = nil,
    limit: Int = 5,
    reusing workspace: inout MatchingWorkspace
  ) -> [SegmentProposal] {
    guard limit > 0, !names.isEmpty else { return [] }
    workspace.removeAll(segments: names.count)
    workspace.reader.readTexts(of: firm)
    let described = workspace.reader.phrases.count
    workspace.reader.read(firm.name, source: .name)
    for number in workspace.reader.phrases.indices {
      let isSpoken = collect(from: number, of: firm, in: &workspace)
      if isSpoken, number < described { workspace.spoken.append(Int32(number)) }
    }
    addSimilarity(of: firm, &workspace)
    workspace.evidence.sort {
      ($0.segment, -$0.score, $0.phrase) < ($1.segment, -$1.score, $1.phrase)
    }
    let ranking = SegmentRanking(self, firm, workspace, among: wanted, limit: limit)
    var proposals = ranking.candidates.map { proposal($0, ranking, firm, workspace) }
    if proposals.contains(where: { $0.tier == .similar }) {
      describeSimilar(&proposals, firm, &workspace)
    }
    return proposals
  }

  /// Adds what all that is said of the firm adds to each segment.
  private func addSimilarity(of firm: FirmText, _ workspace: inout MatchingWorkspace) {
    for number in workspace.spoken {
      let phrase = workspace.reader.phrases[Int(number)]
      let weight = Float(Self.weight(of: phrase, firm, weights))
      workspace.reader.text.withUnsafeBufferPointer { text in
        index.collect(
          UnsafeBufferPointer(rebasing: text[phrase.core]),
          weight: weight,
          into: &workspace.grams
        )
      }
    }
    workspace.similarity.withUnsafeMutableBufferPointer { index.add(&workspace.grams, to: $0) }
  }

  func addSimilarity(_ number: Int, _ firm: FirmText, _ workspace: inout MatchingWorkspace) {
    let phrase = workspace.reader.phrases[number]
    let weight = Float(Self.weight(of: phrase, firm, weights))
    workspace.reader.text.withUnsafeBufferPointer { text in
      workspace.similarity.withUnsafeMutableBufferPointer { scores in
        index.add(UnsafeBufferPointer(rebasing: text[phrase.core]), weight: weight, to: scores)
      }
    }
  }

  private func proposal(
    _ candidate: SegmentRanking.Candidate,
    _ ranking: SegmentRanking,
    _ firm: FirmText,
    _ workspace: MatchingWorkspace
  ) -> SegmentProposal {
    let evidence = workspace.evidence[candidate.evidence]
    // A name is weaker than the class, whatever their weights.
    if let best = evidence.first, best.tier != .name || candidate.code == nil {
      return SegmentProposal(
        segment: candidate.segment,
        tier: best.tier,
        band: evidence.contains(where: \.isPossible) ? .possible : .review,
        score: candidate.score,
        words: words(evidence, firm, workspace),
        term: dictionary.written(best.word),
        field: field(of: workspace.reader.phrases[Int(best.phrase)]),
        share: share(of: workspace.reader.phrases[Int(best.phrase)], firm),
        beaten: ranking.beaten(by: candidate, workspace)
      )
    }
    return SegmentProposal(
      segment: candidate.segment,
      tier: candidate.code == nil ? .similar : .code,
      band: .review,
      score: candidate.score,
      words: candidate.code == nil ? [] : [firm.industryCode],
      term: candidate.code?.written ?? names[candidate.segment],
      field: candidate.code == nil ? .products : .industryCode,
      beaten: []
    )
  }

  private func words(
    _ evidence: ArraySlice<Evidence>,
    _ firm: FirmText,
    _ workspace: MatchingWorkspace
  ) -> [String] {
    var words: [String] = []
    for item in evidence where words.count < 3 {
      let word = workspace.reader.phrases[Int(item.phrase)].written(in: firm)
      if !words.contains(word) { words.append(word) }
    }
    return words
  }

  private func share(of phrase: Phrase, _ firm: FirmText) -> Double? {
    guard case .product(let number) = phrase.source else { return nil }
    return firm.products[number].share
  }

  func field(of phrase: Phrase) -> SegmentProposal.Field {
    switch phrase.source {
    case .product: .products
    case .scope: .scope
    case .name: .name
    }
  }
}

extension PhraseReader {
  mutating func readTexts(of firm: FirmText) {
    for (number, product) in firm.products.enumerated() {
      read(product.name, source: .product(number))
    }
    read(firm.scope, source: .scope)
  }
}

extension Phrase {
  /// The phrase as it stands in the firm's text, without spaces at its ends.
  func written(in firm: FirmText) -> String {
    let text =
      switch source {
      case .product(let number): firm.products[number].name
      case .scope: firm.scope
      case .name: firm.name
      }
    var bytes = text.utf8.dropFirst(written.lowerBound).prefix(written.count)
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
