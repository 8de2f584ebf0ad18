import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// How far registers are decided: a row and a card a segment, by the same counts.
extension ViewChecks {
  func expectAttached() {
    let chains = request.subjects.isEmpty ? graph.clustersWithChain() : request.subjects
    var segments: [NodeIndex] = []
    for segment in chains.flatMap({ graph.chain(of: $0).segments })
    where !segments.contains(segment) {
      segments.append(segment)
    }
    let rows = rows
    #expect(rows.map { id($0) } == segments.map { graph.id(of: $0) }, label)
    #expect(picture.cards.count == rows.count && picture.links.isEmpty, label)
    for (position, row) in rows.enumerated() where position < segments.count {
      guard let card = card(ofRow: position) else {
        Issue.record("row \(position + 1) has no card: \(label.rawValue)")
        continue
      }
      expect(card, row, on: segments[position])
    }
  }

  private func expect(
    _ card: Picture.Card,
    _ row: [String: Answer.Cell],
    on segment: NodeIndex
  ) {
    let own = dataset.attachments.filter { !$0.isOutside }
    let names = [graph.id(of: segment), graph.name(of: segment)]
    let verdicts = own.flatMap(\.decisions).filter { names.contains($0.segment) }.map(\.verdict)
    let open = own.flatMap(\.open).filter { names.contains($0.segment) }
    let (all, decided) = (open.reduce(0) { $0 + $1.all }, verdicts.count)
    for verdict in FirmDecision.Verdict.allCases {
      #expect(number(row, verdict.rawValue) == verdicts.count { $0 == verdict }, label)
    }
    #expect(number(row, "open") == all, label)
    #expect(number(row, "possible") == open.reduce(0) { $0 + $1.possible }, label)
    let state = all == 0 ? (decided == 0 ? "none" : "done") : decided == 0 ? "open" : "begun"
    #expect(word(row, "state") == state, label)
    #expect(card.tag == (all + decided == 0 ? nil : "\(decided)/\(all + decided)"), label)
    let known = graph.nodes(of: .enterprise).filter { enterprise in
      graph.attribute(.external, of: enterprise) != .flag(true)
        && graph.relations(of: enterprise, at: .source, .operatesIn).contains {
          $0.target == segment && $0.origin.basis != .industryKnowledge
        }
    }
    #expect(Set(ids(row, "confirmed")) == Set(known.map { graph.id(of: $0) }), label)
    let lines = (decided > 0 ? 1 : 0) + (all > 0 ? 1 : 0) + known.count
    #expect(card.lines.count == min(lines, request.options.mostLines), label)
  }
}
