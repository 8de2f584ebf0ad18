import Foundation
import RegisterMatching

/// Firms with the segments that they belong to, read from a folder of samples outside the
/// repository.
struct LabelledFirms {
  struct Firm {
    let text: FirmText
    let labels: [String]
  }

  /// What a matcher achieves over firms with labels.
  struct Figures {
    var firms = 0
    /// How often the best proposal is a label, and how often one of five is.
    var first = 0
    var amongFive = 0
    /// Best proposals whose phrase equals a word and has a share of at least 0.2; right ones.
    var strong = 0
    var strongRight = 0
    /// Proposals in the band `possible`; right ones.
    var possible = 0
    var possibleRight = 0
    /// Of firms without labels: how many there are and how many `possible` they were given.
    var unlabelled = 0
    var possibleUnlabelled = 0
  }

  var segments: [SegmentWords]
  var firms: [Firm]

  private struct Product: Decodable {
    let t: String
    let w: Double
  }

  private struct RawFirm: Decodable {
    let name: String
    let products: [Product]
    let labels: [String]?
    let segment: String?

    var text: FirmText {
      FirmText(name: name, products: products.map { .init(name: $0.t, share: $0.w) })
    }
  }

  private struct RawSegment: Decodable {
    let name: String
    let aliases: [String]
  }

  private struct RawClasses: Decodable {
    let firms: [RawFirm]
    let segments: [String: String]

    /// Without the mark of the level, which says nothing.
    func name(ofClass code: String) -> String {
      (segments[code] ?? "").filter { $0 != "Ⅱ" && $0 != "Ⅲ" }
    }
  }

  private struct RawChain: Decodable {
    struct Node: Decodable {
      let id: String
      let name: String
    }

    struct Firm: Decodable {
      struct Label: Decodable {
        let node: String
      }

      let name: String
      let products: [Product]
      let labels: [Label]
    }

    let nodes: [Node]
    let firms: [Firm]
  }

  /// The city's firms against its segments with their terms.
  static func city(in folder: URL, firms file: String) throws -> Self {
    let segments: [RawSegment] = try read("huludao-segments.json", in: folder)
    let terms: [String: [String]] = try read("terms.json", in: folder)
    let firms: [RawFirm] = try read(file, in: folder)
    return Self(
      segments: segments.map {
        SegmentWords(name: $0.name, aliases: $0.aliases, terms: terms[$0.name] ?? [])
      },
      firms: firms.map { Firm(text: $0.text, labels: $0.labels ?? []) }
    )
  }

  /// Industry classes: of half the firms at random at most `limit` a class confirmed, the other
  /// half to be matched.
  static func classes(
    in folder: URL,
    confirming limit: Int,
    using generator: inout some RandomNumberGenerator
  ) throws -> Self {
    let raw: RawClasses = try read("sw3.json", in: folder)
    let codes = raw.segments.keys.sorted()
    var shuffled = raw.firms
    shuffled.shuffle(using: &generator)
    let half = shuffled.count / 2
    var confirmed: [String: [FirmText]] = [:]
    for firm in shuffled.prefix(half) where confirmed[firm.segment ?? "", default: []].count < limit
    {
      confirmed[firm.segment ?? "", default: []].append(firm.text)
    }
    return Self(
      segments: codes.map { code in
        SegmentWords(name: raw.name(ofClass: code), confirmed: confirmed[code] ?? [])
      },
      firms: shuffled.dropFirst(half).map { firm in
        Firm(text: firm.text, labels: [raw.name(ofClass: firm.segment ?? "")])
      }
    )
  }

  /// Chains of other industries, by name.
  static func chains(in folder: URL) throws -> [(name: String, sample: Self)] {
    let raw: [String: RawChain] = try read("chain-nodes.json", in: folder)
    return raw.sorted { $0.key < $1.key }.map { name, chain in
      let names = Dictionary(chain.nodes.map { ($0.id, $0.name) }) { first, _ in first }
      let firms = chain.firms.map { firm in
        Firm(
          text: FirmText(
            name: firm.name,
            products: firm.products.map { .init(name: $0.t, share: $0.w) }
          ),
          labels: firm.labels.compactMap { names[$0.node] }
        )
      }
      return (name, Self(segments: chain.nodes.map { SegmentWords(name: $0.name) }, firms: firms))
    }
  }

  func figures(of matcher: SegmentMatcher) -> Figures {
    var figures = Figures()
    var workspace = MatchingWorkspace()
    for firm in firms {
      let proposals = matcher.proposals(for: firm.text, reusing: &workspace)
      let possible = proposals.filter { $0.band == .possible }
      guard !firm.labels.isEmpty else {
        figures.unlabelled += 1
        figures.possibleUnlabelled += possible.count
        continue
      }
      let isRight = { (proposal: SegmentProposal) in
        firm.labels.contains(segments[proposal.segment].name)
      }
      figures.firms += 1
      figures.possible += possible.count
      figures.possibleRight += possible.filter(isRight).count
      guard let best = proposals.first else { continue }
      figures.first += isRight(best) ? 1 : 0
      figures.amongFive += proposals.contains(where: isRight) ? 1 : 0
      let share = firm.text.products.first { $0.name == best.words.first }?.share ?? 0
      if best.tier == .equals, share >= 0.2 {
        figures.strong += 1
        figures.strongRight += isRight(best) ? 1 : 0
      }
    }
    return figures
  }

  private static func read<Value: Decodable>(_ name: String, in folder: URL) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appending(path: name)))
  }
}
