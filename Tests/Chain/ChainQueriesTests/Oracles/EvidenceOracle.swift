import ChainModel
import ChainQueries

/// What may be said of segments, by the words that define it, on plain lists.
struct EvidenceOracle {
  /// A piece of evidence.
  struct Piece: Hashable {
    let nature: Evidence.Nature
    let kind: RelationKind
    let giver: Int
    let subject: Int
  }

  typealias Link = ChainSketch.Link

  let sketch: ChainSketch
  /// By whole, what a document says all the way is part of it.
  private let statedParts: [Int: Set<Int>]
  /// By whole, what is so by general knowledge somewhere.
  private let generalParts: [Int: Set<Int>]
  private let clusters: [Int: Set<Int>]
  /// By enterprise, the least of those that holders join with it.
  private let house: [Int: Int]

  init(_ sketch: ChainSketch) {
    self.sketch = sketch
    let stated = sketch.keeping { $0.kind == .partOf && !$0.isGeneral }
    var (statedParts, generalParts): ([Int: Set<Int>], [Int: Set<Int>]) = ([:], [:])
    var clusters: [Int: Set<Int>] = [:]
    for segment in sketch.all(.segment) {
      let wholes = sketch.wholes(of: segment)
      let statedWholes = stated.wholes(of: segment)
      for whole in wholes {
        if statedWholes.contains(whole) {
          statedParts[whole, default: []].insert(segment)
        } else {
          generalParts[whole, default: []].insert(segment)
        }
      }
      clusters[segment] = wholes.filter { sketch.nodes[$0].kind == .cluster }
    }
    self.statedParts = statedParts
    self.generalParts = generalParts
    self.clusters = clusters
    var house = Dictionary(uniqueKeysWithValues: sketch.all(.enterprise).map { ($0, $0) })
    for _ in sketch.nodes {
      for link in sketch.links where link.kind == .controlledBy {
        let least = min(house[link.source] ?? 0, house[link.target] ?? 0)
        house[link.source] = least
        house[link.target] = least
      }
    }
    self.house = house
  }

  // MARK: What is found

  private func links(_ kind: RelationKind, on segments: Set<Int>, isGeneral: Bool = false) -> [Link]
  {
    sketch.links.filter {
      $0.kind == kind && segments.contains($0.target) && $0.isGeneral == isGeneral
    }
  }

  private func status(_ link: Link) -> String? { sketch.nodes[link.source].options[.status] }

  private func operating(_ segments: Set<Int>) -> [Link] {
    links(.operatesIn, on: segments).filter { !sketch.nodes[$0.source].isExternal }
  }

  private func completed(_ segments: Set<Int>) -> [Link] {
    links(.fills, on: segments).filter { status($0) == "operating" }
  }

  private func underWay(_ segments: Set<Int>) -> [Link] {
    links(.fills, on: segments).filter {
      ["building", "completing"].contains(status($0))
    }
  }

  private func planned(_ segments: Set<Int>) -> [Link] {
    links(.fills, on: segments).filter { [nil, "planned", "preparing"].contains(status($0)) }
  }

  private func signs(_ segments: Set<Int>) -> [Link] {
    links(.evidences, on: segments).filter { [nil, "existing"].contains(status($0)) }
  }

  private func general(_ segments: Set<Int>) -> [Link] {
    [.operatesIn, .fills, .evidences].flatMap { links($0, on: segments, isGeneral: true) }
      .filter { !sketch.nodes[$0.source].isExternal }
  }

  /// The surveys of the segment or of a chain that it lies in, with whether they hold.
  private func surveys(_ segment: Int) -> [(link: Link, holds: Bool)] {
    links(.surveys, on: (clusters[segment] ?? []).union([segment])).map { link in
      let dates = sketch.nodes[link.source].dates
      let first = dates[.date] ?? "0000"
      let last = dates[.validUntil] ?? "9999"
      return (link, first <= ChainSketch.day && ChainSketch.day <= last)
    }
  }

  private func whole(_ segment: Int) -> Set<Int> {
    (statedParts[segment] ?? []).union([segment])
  }

  /// What general knowledge lets presume of the segment: what it says of it and of its parts, and
  /// all that is found on what is a part by general knowledge.
  private func presumption(_ segment: Int) -> [Link] {
    let parts = generalParts[segment] ?? []
    return general(whole(segment)) + general(parts) + operating(parts) + completed(parts)
      + underWay(parts) + planned(parts) + signs(parts) + links(.statesRunning, on: parts)
      + links(.statesShort, on: parts)
  }

  /// Whether any evidence of presence lies on the segments.
  private func isHere(_ segments: Set<Int>) -> Bool {
    [
      operating(segments), completed(segments), signs(segments),
      links(.statesRunning, on: segments), links(.statesShort, on: segments),
    ].contains { !$0.isEmpty }
  }

  // MARK: What follows

  /// The local enterprises that are named for the segment: those that operate there, and the builders
  /// of what is completed.
  func enterprises(_ segment: Int) -> Set<Int> {
    let projects = Set(completed(whole(segment)).map(\.source))
    let builders = sketch.links.filter {
      $0.kind == .builds && !$0.isGeneral && projects.contains($0.target)
        && !sketch.nodes[$0.source].isExternal
    }
    return Set(operating(whole(segment)).map(\.source)).union(builders.map(\.source))
  }

  /// Who of `enterprises` is independent: each house by its least member.
  func houses(_ enterprises: some Sequence<Int>) -> Set<Int> {
    Set(enterprises.map { house[$0] ?? $0 })
  }

  func houses(on segment: Int) -> Set<Int> { houses(enterprises(segment)) }

  func completedProjects(_ segment: Int) -> Set<Int> {
    Set(completed(whole(segment)).map(\.source))
  }

  func isCounted(_ segment: Int) -> Bool {
    !["resource", "market", "public"].contains(sketch.nodes[segment].options[.role])
  }

  func isClosed(_ segment: Int) -> Bool { surveys(segment).contains { $0.holds } }

  func verdict(of segment: Int) -> Verdict {
    let whole = whole(segment)
    let isOpen = (operating(whole) + completed(whole)).contains { $0.isOpen }
    let houses = houses(on: segment).count
    if !isCounted(segment) { return .uncounted }
    if !links(.statesShort, on: [segment]).isEmpty { return .short }
    if houses > 1 { return .many }
    if houses == 1, !isOpen { return .single }
    if isHere(whole) { return .unnamed }
    if !underWay(whole).isEmpty { return .building }
    if isClosed(segment) { return .missing }
    if !links(.statesLacking, on: [segment]).isEmpty { return .lacking }
    if !links(.statesWanted, on: [segment]).isEmpty || !planned(whole).isEmpty { return .wanted }
    return presumption(segment).isEmpty ? .unknown : .presumed
  }

  /// Whether the verdict rests on parts alone.
  func isPartial(_ segment: Int) -> Bool {
    switch verdict(of: segment) {
    case .many, .single, .unnamed: !isHere([segment])
    case .building: underWay([segment]).isEmpty
    default: false
    }
  }

  /// Whether it is here, and somebody is named for it.
  func isNamed(_ segment: Int) -> Bool {
    verdict(of: segment).isPresent && !enterprises(segment).isEmpty
  }

  /// All evidence for the segment. What a part is said to be short of is here.
  func evidence(_ segment: Int) -> Set<Piece> {
    let whole = whole(segment)
    let ofParts = whole.subtracting([segment])
    let found: [(Evidence.Nature, [Link])] = [
      (.operating, operating(whole)), (.completed, completed(whole)), (.sign, signs(whole)),
      (.running, links(.statesRunning, on: whole) + links(.statesShort, on: ofParts)),
      (.building, underWay(whole)),
      (.planned, planned(whole)), (.general, presumption(segment)),
      (.short, links(.statesShort, on: [segment])),
      (.lacking, links(.statesLacking, on: [segment])),
      (.wanted, links(.statesWanted, on: [segment])),
      (.surveyed, surveys(segment).filter(\.holds).map(\.link)),
      (
        .expired,
        // What begins only later says nothing yet, whenever it ends.
        surveys(segment).map(\.link).filter {
          let dates = sketch.nodes[$0.source].dates
          return (dates[.date] ?? "0000") <= ChainSketch.day
            && (dates[.validUntil] ?? "9999") < ChainSketch.day
        }
      ),
    ]
    return Set(
      found.flatMap { nature, links in
        links.map {
          Piece(nature: nature, kind: $0.kind, giver: $0.source, subject: $0.target)
        }
      }
    )
  }
}
