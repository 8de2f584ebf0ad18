/// The reference chains that a document's clusters are matched to, and what the text says of their segments.
package struct ChainMatching: Sendable {
  /// A chain that a cluster uses.
  struct Use: Sendable {
    let chain: String
    let edition: String
    /// The position of the cluster in the document.
    let cluster: Int
    /// The words by which they were matched.
    let words: [String]
    /// The segments that the text names, each with the first place that does.
    let cites: [(segment: String, place: String)]
  }

  /// What the document says of a segment.
  struct Testimony: Sendable {
    /// The field of the document's entry.
    let field: String
    let segment: String
    let place: String
  }

  private(set) var uses: [Use] = []
  private(set) var testimonies: [Testimony] = []
  /// What a person must look at.
  private(set) var review: [ReviewEntry] = []
  /// Every name of a segment that the chains bring, so that references to others say their kind.
  private(set) var segmentNames: Set<String> = []

  /// How many segments a text must name for a chain that no name leads to.
  private static let fewest = 3
  /// How many of the words of the text are told.
  private static let mostWords = 8

  /// A segment that the text names.
  private struct Mention {
    let segment: Int
    let word: String
    let isName: Bool
    let paragraph: Int
    let offset: Int
  }

  /// Matches the clusters of `document` to the chains of `lexicon`.
  ///
  /// - Complexity: O(*n*) over the text of the clusters.
  package init(_ document: PolicyDocument, _ lexicon: ChainLexicon) {
    let texts = Self.texts(of: document)
    var isUsed = false
    for (position, cluster) in document.clusters.enumerated() {
      let mentions = Self.mentions(in: texts[position], document.outline, lexicon)
      let chains = Self.chains(for: cluster, mentions, lexicon)
      for (chain, words) in chains {
        isUsed = true
        add(chain, words, cluster: position, mentions, document, lexicon)
      }
      if chains.isEmpty {
        note(cluster.line, cluster.place, cluster.name, .unmatchedCluster)
      }
      propose(in: texts[position], mentions, document, lexicon)
    }
    if isUsed { segmentNames = lexicon.names }
  }

  // MARK: Texts

  /// The paragraphs below each cluster; of one that the title alone names, all.
  private static func texts(of document: PolicyDocument) -> [[Int]] {
    var clusterOfItem: [Int?] = []
    for (item, heading) in document.outline.items.enumerated() {
      let above = heading.parent.flatMap { clusterOfItem[$0] }
      clusterOfItem.append(document.clusterOfItem[item] ?? above)
    }
    var texts = [[Int]](repeating: [], count: document.clusters.count)
    let titled = document.clusters.firstIndex { $0.items.isEmpty }
    for (position, paragraph) in document.outline.paragraphs.enumerated() {
      if let cluster = clusterOfItem[paragraph.item] {
        texts[cluster].append(position)
      } else if let only = titled {
        texts[only].append(position)
      }
    }
    return texts
  }

  private static func mentions(
    in paragraphs: [Int],
    _ outline: Outline,
    _ lexicon: ChainLexicon
  ) -> [Mention] {
    var mentions: [Mention] = []
    for paragraph in paragraphs {
      let characters = outline.paragraphs[paragraph].line.characters
      var position = outline.paragraphs[paragraph].start
      while position < characters.count {
        guard let entry = lexicon.entry(in: characters, at: position, within: characters.count)
        else {
          position += 1
          continue
        }
        mentions.append(
          Mention(
            segment: entry.value.segment,
            word: entry.word.string,
            isName: entry.value.isName,
            paragraph: paragraph,
            offset: position
          )
        )
        position += entry.word.count
      }
    }
    return mentions
  }

  // MARK: Chains

  /// The chains of a cluster with the words that lead to them: those of its name, else those of which the text
  /// names several segments.
  private static func chains(
    for cluster: ClusterEntity,
    _ mentions: [Mention],
    _ lexicon: ChainLexicon
  ) -> [(chain: Int, words: [String])] {
    var words: [Int: [String]] = [:]
    var segments: [Int: Set<Int>] = [:]
    for mention in mentions {
      let chain = lexicon.segments[mention.segment].chain
      if words[chain]?.contains(mention.word) != true {
        words[chain, default: []].append(mention.word)
      }
      segments[chain, default: []].insert(mention.segment)
    }
    let named = lexicon.chains(of: cluster.name)
    guard named.isEmpty else {
      return named.map { chain, name in
        (chain, [name] + (words[chain] ?? []).filter { $0 != name }.prefix(mostWords))
      }
    }
    return segments.filter { $0.value.count >= fewest }
      .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(2)
      .map { chain, _ in (chain, Array((words[chain] ?? []).prefix(mostWords))) }
  }

  private mutating func add(
    _ chain: Int,
    _ words: [String],
    cluster: Int,
    _ mentions: [Mention],
    _ document: PolicyDocument,
    _ lexicon: ChainLexicon
  ) {
    var cites: [(segment: String, place: String)] = []
    var seen: Set<Int> = []
    for mention in mentions where lexicon.segments[mention.segment].chain == chain {
      let paragraph = document.outline.paragraphs[mention.paragraph]
      let place = document.outline.items[paragraph.item].place
      let segment = lexicon.segments[mention.segment].name
      // What only stands for a part of what a segment makes tells nothing of the whole.
      guard mention.isName else {
        let about = "\(mention.word) → \(segment)"
        note(paragraph.line.line(at: mention.offset), place, about, .nearSegment)
        continue
      }
      if seen.insert(mention.segment).inserted {
        cites.append((segment, place.isEmpty ? "序言" : place))
      }
      let clause = ChainClause(paragraph.line.characters, around: mention.offset)
      guard let field = clause.testimony(of: mention.word.unicodeScalars.count) else { continue }
      let testimony = Testimony(field: field, segment: segment, place: place.isEmpty ? "序言" : place)
      let isNew = !testimonies.contains {
        $0.field == field && $0.segment == segment && $0.place == testimony.place
      }
      guard isNew else { continue }
      testimonies.append(testimony)
      note(
        paragraph.line.line(at: mention.offset),
        place,
        "\(segment)：\(clause.quote)",
        .testimony
      )
    }
    uses.append(
      Use(
        chain: lexicon.chains[chain].id,
        edition: lexicon.chains[chain].edition,
        cluster: cluster,
        words: words,
        cites: cites
      )
    )
    let entity = document.clusters[cluster]
    let about = "\(entity.name) → \(lexicon.chains[chain].id)：\(words.joined(separator: "、"))"
    note(entity.line, entity.place, about, .matchedChain)
  }

  // MARK: What matches nothing

  /// Notes the products that a list of the text names and no segment is called by.
  private mutating func propose(
    in paragraphs: [Int],
    _ mentions: [Mention],
    _ document: PolicyDocument,
    _ lexicon: ChainLexicon
  ) {
    let known = Set(mentions.map { [$0.paragraph, $0.offset] })
    var seen: Set<String> = []
    for position in paragraphs {
      let paragraph = document.outline.paragraphs[position]
      for product in ChainClause.products(in: paragraph.line.characters, from: paragraph.start) {
        guard !known.contains([position, product.offset]), !lexicon.names.contains(product.name),
          seen.insert(product.name).inserted
        else { continue }
        note(
          paragraph.line.line(at: product.offset),
          document.outline.items[paragraph.item].place,
          product.name,
          .proposedSegment
        )
      }
    }
  }

  private mutating func note(_ line: Int, _ place: String, _ about: String, _ reason: ReviewReason)
  {
    review.append(ReviewEntry(line: line, place: place, about: about, reason: reason))
  }
}
