import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel

/// What may be said of a segment, and everything that this rests on.
extension PageContext {
  /// The verdict as a badge, with the word for what is known of parts alone.
  func badge(_ assessment: Assessment) -> Markup {
    let word = assessment.label[language]
    return Markup("span", [("class", "badge \(assessment.verdict.rawValue)")], Markup(text: word))
  }

  /// The verdict of a segment with its evidence; of a segment in a chain also what it would unlock
  /// or whom to ask. `nil` for what cannot flow, and for what is not counted and has no evidence.
  func verdict(_ node: NodeIndex) -> Content? {
    guard edition.verdict(of: node) != nil else { return nil }
    let assessment = graph.assessment(of: node)
    guard assessment.verdict != .uncounted || !assessment.evidence.isEmpty else { return nil }
    let gap = edition.homes[node].flatMap { home in
      graph.chain(of: home).gaps([assessment.verdict]).first { $0.segment == node }
    }
    let asksFor = assessment.verdict == .unknown ? gap?.question(in: graph)[language] : nil
    return [
      "verdict": .markup(badge(assessment)), "position": .text(gap?.position?.label[language]),
      "question": .text(asksFor), "hasPieces": .flag(!assessment.evidence.isEmpty),
      "pieces": .list(assessment.evidence.map { piece($0, of: node) }),
      "around": .list(gap.map { around($0) } ?? []),
    ]
  }

  /// 从事 恒泰针织 二/(六)/3: what it gives, who gives it, of which part, when, and where that stands.
  private func piece(_ piece: Evidence, of node: NodeIndex) -> Content {
    let origin = piece.relation.origin
    var words = [Markup(text: piece.nature.label[language])]
    if origin.document != piece.giver { words.append(link(piece.giver)) }
    if piece.subject != node { words.append(Markup(text: "→ ") + link(piece.subject)) }
    var remarks = piece.dates(in: graph, language)
    if piece.relation.isOpen { remarks.append(say("名单未尽", "open list")) }
    // General knowledge says so itself.
    if piece.nature != .general || origin.document != nil {
      remarks.append(evidence(of: piece.relation))
    }
    return [
      "piece": .markup(words.joined(separator: " ")),
      "isGeneral": .flag(!origin.basis.isStated),
      "pieceSource": .text(remarks.joined(separator: " · ")),
    ]
  }

  /// What it feeds, what hangs on it alone, and who is nearest.
  private func around(_ gap: Gap) -> [Content] {
    [
      (say("可供给", "Feeds"), gap.feeds), (say("卡住", "Blocks"), gap.blocks),
      (say("上游最近", "Nearest upstream"), enterprises(of: gap.nearestUpstream)),
      (say("下游最近", "Nearest downstream"), enterprises(of: gap.nearestDownstream)),
    ].compactMap { label, nodes in
      nodes.isEmpty ? nil : ["aroundLabel": .text(label), "nodes": .markup(links(nodes))]
    }
  }

  private func enterprises(of nearest: [Gap.NearestActors]) -> [NodeIndex] {
    var seen: Set<NodeIndex> = []
    return nearest.flatMap(\.enterprises).filter { seen.insert($0).inserted }
  }
}
