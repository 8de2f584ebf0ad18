import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// What a picture says of segments: verdicts in looks, tags and figures; red for gaps alone.
extension ViewChecks {
  /// What is absent by evidence, and nothing else, is red.
  static let red: Set<Picture.CardStyle> = [.missing, .lacking]

  var language: Language { Language(rawValue: picture.language) ?? .zh }

  func isGap(_ segment: NodeIndex) -> Bool {
    [.missing, .lacking].contains(graph.verdict(of: segment))
  }

  func isPresent(_ segment: NodeIndex) -> Bool {
    [.short, .many, .single, .unnamed].contains(graph.verdict(of: segment))
  }

  /// In every picture the cards of segments look as their verdicts, none but gaps is red, and those
  /// that no document names are marked.
  func expectLooksOfSegments() {
    for card in picture.cards {
      guard let segment = graph.node(id: card.id),
        graph.ontology.flowKinds.contains(graph.kind(of: segment))
      else { continue }
      let isGeneral = graph.origin(of: segment).basis != .document
      #expect(card.mark == (isGeneral ? "≈" : nil), "\(card.id): \(label.rawValue)")
      // What changes looks as it will: see the checks of impact.
      if request.name == .impact, card.column == "segments" { continue }
      // How far something is decided has looks of its own: see the checks of attached registers.
      if request.name == .attached { continue }
      #expect(card.style.rawValue == graph.verdict(of: segment).rawValue, label)
      #expect(Self.red.contains(card.style) == isGap(segment), label)
      if card.prominence == .urgent { #expect(isGap(segment), "\(card.id): \(label.rawValue)") }
    }
  }

  /// Card and row say one verdict, and where a gap lies by what is around it.
  func expectVerdict(of card: Picture.Card, in row: [String: Answer.Cell], _ chain: Chain) {
    guard let segment = graph.node(id: card.id) else { return }
    let assessment = graph.assessment(of: segment)
    #expect(card.style.rawValue == word(row, "verdict"), label)
    #expect(word(row, "verdict") == assessment.verdict.rawValue, label)
    #expect(text(row, "verdict").contains("部分") == assessment.isPartial, label)
    #expect(word(row, "position") == position(of: segment, in: chain), label)
    if card.prominence != .faded {
      #expect((card.prominence == .urgent) == isGap(segment), label)
    }
  }

  /// Where a gap lies, by what of the chain reaches it and what it reaches; `nil` for what is none.
  func position(of segment: NodeIndex, in chain: Chain) -> String? {
    guard isGap(segment) else { return nil }
    let up = reached(from: segment, in: chain, isUpstream: true)
    let down = reached(from: segment, in: chain, isUpstream: false)
    switch (up.contains { isPresent($0) }, down.contains { isPresent($0) }) {
    case (true, true): return "inner"
    case (false, true): return "head"
    case (true, false): return "tail"
    case (false, false): return "apart"
    }
  }

  /// All of the chain but the segment itself that its flows lead to, or come from, by a plain search.
  func reached(from segment: NodeIndex, in chain: Chain, isUpstream: Bool) -> Set<NodeIndex> {
    let flows = chain.flows
    var found: Set<NodeIndex> = []
    var queue = [segment]
    while let node = queue.popLast() {
      for flow in flows where (isUpstream ? flow.target : flow.source) == node {
        let next = isUpstream ? flow.source : flow.target
        if found.insert(next).inserted { queue.append(next) }
      }
    }
    return found.subtracting([segment])
  }

  // MARK: Words

  private static let tags: [Verdict: (zh: String, en: String)] = [
    .short: ("不足", "short"), .many: ("多家", "several"), .single: ("单一", "one"),
    .unnamed: ("有", "present"), .building: ("在建", "building"), .missing: ("查实缺", "missing"),
    .lacking: ("文件称缺", "lacking"), .wanted: ("拟发展", "wanted"),
    .presumed: ("推定", "presumed"), .unknown: ("未查", "unknown"),
    .uncounted: ("不计", "not counted"),
  ]

  /// Each card says its verdict in a word, and whether parts alone are known.
  func expectTags() {
    for card in picture.cards {
      guard let segment = graph.node(id: card.id) else { continue }
      let assessment = graph.assessment(of: segment)
      guard let word = Self.tags[assessment.verdict] else {
        Issue.record("\(assessment.verdict) has no word")
        continue
      }
      let part = assessment.isPartial ? (language == .zh ? "·部分" : ", part") : ""
      #expect(card.tag == (language == .zh ? word.zh : word.en) + part, label)
    }
  }

  private static let groups: [(zh: String, en: String, verdicts: Set<Verdict>)] = [
    ("有", "present", [.short, .many, .single, .unnamed]), ("在建", "building", [.building]),
    ("缺", "absent", [.missing, .lacking]), ("拟发展", "wanted", [.wanted]),
    ("推定有", "presumed", [.presumed]), ("未查", "unknown", [.unknown]),
    ("不计", "not counted", [.uncounted]),
  ]

  /// The head line counts each group of verdicts that occurs, says that unknown does not mean
  /// absent where something is unknown, and names no party beside that.
  func expectHeadLine(of chain: Chain) {
    let verdicts = chain.segments.map { graph.verdict(of: $0) }
    let parts = Self.groups.compactMap { group -> String? in
      let count = verdicts.count { group.verdicts.contains($0) }
      return count == 0 ? nil : "\(language == .zh ? group.zh : group.en) \(count)"
    }
    let warning = language == .zh ? "，未查不等于没有" : "; unknown does not mean absent"
    let end = verdicts.contains(.unknown) ? warning : ""
    #expect(picture.subtitle == parts.joined(separator: " · ") + end, label)
    #expect(figures.reduce(0, +) == chain.segments.count, label)
    let general = chain.segments.count { graph.origin(of: $0).basis != .document }
    let said = picture.footnotes.filter { $0.hasPrefix("≈") }.flatMap { Self.numbers(in: $0) }
    #expect(said == (general == 0 ? [] : [general]), label)
    guard verdicts.contains(.unknown) else { return }
    let owners = graph.owners(of: chain.cluster).map { graph.name(of: $0.party) }
    // The name of a document, or of a cluster, may hold that of a department.
    let roles = graph.ontology.roles.compactMap { graph.ontology[$0]?.inverse[language] }
    let foot = picture.footnotes.filter { note in roles.contains { note.hasPrefix($0) } }
    #expect(foot.allSatisfy { note in !owners.contains { note.contains($0) } }, label)
  }

  // MARK: Completeness

  /// How many of some segments count, and how many of those are here at least and at most.
  func bounds(of segments: [NodeIndex]) -> (all: Int, least: Int, most: Int) {
    let counted = segments.filter { graph.verdict(of: $0) != .uncounted }
    return (
      counted.count, counted.count { isPresent($0) }, counted.count - counted.count { isGap($0) }
    )
  }

  /// The share of the least rounded down, and of the most rounded up.
  static func range(_ bounds: (all: Int, least: Int, most: Int)) -> String {
    guard bounds.all > 0 else { return "0%–0%" }
    let (least, most) = (
      Double(bounds.least * 100) / Double(bounds.all),
      Double(bounds.most * 100) / Double(bounds.all)
    )
    return "\(Int(least.rounded(.down)))%–\(Int(most.rounded(.up)))%"
  }
}
