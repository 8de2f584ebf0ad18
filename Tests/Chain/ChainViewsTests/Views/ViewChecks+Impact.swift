import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// What the loss of nodes changes.
extension ViewChecks {
  func expectImpact() {
    let impact = graph.impact(removing: request.subjects)
    let rows = rows
    let changed =
      impact.segments.map(\.segment) + impact.clusters.map(\.cluster) + impact.notified.map(\.party)
    #expect(rows.map { id($0) } == changed.map { graph.id(of: $0) }, label)
    let columns = ["removed", "segments", "clusters", "told"].map { cards(in: $0).count }
    let counts = [
      request.subjects.count, impact.segments.count, impact.clusters.count, impact.notified.count,
    ]
    #expect(columns == counts, label)
    let language = Language(rawValue: picture.language) ?? .zh
    for (position, segment) in impact.segments.enumerated() {
      let card = card(ofRow: position)
      #expect(card?.style.rawValue == segment.after.rawValue, label)
      #expect(word(rows[position], "before") == segment.before.rawValue, label)
      #expect(word(rows[position], "after") == segment.after.rawValue, label)
      let lines = card?.lines.map(\.text) ?? []
      if segment.before != segment.after {
        let change = "\(segment.before.label[language]) → \(segment.after.label[language])"
        #expect(lines.contains(change), label)
      }
      let suppliers = [segment.sourcesBefore.count, segment.sourcesAfter.count]
      let reported = lines.map { Self.numbers(in: $0) }.contains(suppliers)
      #expect(reported == (segment.supply != nil), label)
      let listed = ["sourcesBefore", "sourcesAfter"].map { ids(rows[position], $0).count }
      #expect(listed == suppliers, label)
    }
    for (position, cluster) in impact.clusters.enumerated() {
      let card = card(ofRow: impact.segments.count + position)
      let figures = [cluster.before, cluster.after].flatMap { [$0.covered, $0.all, $0.percent] }
      #expect(Self.numbers(in: card?.lines.first?.text ?? "") == figures, label)
    }
    for (position, notified) in impact.notified.enumerated() {
      let card = card(ofRow: impact.segments.count + impact.clusters.count + position)
      #expect(Self.numbers(in: card?.tag ?? "") == [notified.items.count], label)
    }
    let lost = impact.segments.count { $0.supply == .lost }
    let single = impact.segments.count { $0.supply == .single }
    let covered = impact.segments.count { $0.before != $0.after }
    #expect(
      figures == [lost, single, covered, impact.clusters.count, impact.notified.count],
      label
    )
  }
}
