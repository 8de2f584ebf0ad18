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
    let gone = request.subjects + fallen()
    let counts = [
      gone.count, impact.segments.count, impact.clusters.count, impact.notified.count,
    ]
    #expect(columns == counts, label)
    expectGone(gone)
    for (position, segment) in impact.segments.enumerated() {
      let card = card(ofRow: position)
      #expect(card?.style.rawValue == segment.after.rawValue, label)
      let isGap = [.missing, .lacking].contains(segment.after)
      #expect(card.map { Self.red.contains($0.style) } == isGap, label)
      #expect((card?.prominence == .urgent) == (isGap || segment.supply == .lost), label)
      #expect(segment.before == graph.verdict(of: segment.segment), label)
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
      let before = bounds(of: graph.chain(of: cluster.cluster).segments)
      let after = (all: cluster.after.all, least: cluster.after.least, most: cluster.after.most)
      let figures = [before, after].flatMap { [$0.least, $0.all, $0.most, $0.all] }
      #expect(Self.numbers(in: card?.lines.first?.text ?? "") == figures, label)
      // The less is left, the lower both ends may be; nothing that goes makes a chain fuller.
      #expect(after.all <= before.all, label)
      #expect(text(rows[impact.segments.count + position], "before").hasSuffix(")"), label)
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
  /// The projects that what is asked about alone builds: those with builders, every one of which
  /// goes, and of which no list is open.
  private func fallen() -> [NodeIndex] {
    graph.nodes(of: .project).filter { project in
      let builders = graph.relations(of: project, at: .target, .action)
      return !request.subjects.contains(project) && !builders.isEmpty
        && builders.allSatisfy { request.subjects.contains($0.source) && !$0.isOpen }
    }
  }

  /// What is taken away, and what goes with it: in the picture each with its word, and what goes
  /// along by name in the notes of the list.
  private func expectGone(_ gone: [NodeIndex]) {
    let cards = cards(in: "removed")
    #expect(cards.map(\.id) == gone.map { graph.id(of: $0) }, label)
    let words =
      language == .zh ? ["移除", "随之失去"] : ["taken away", "goes with it"]
    for (position, card) in cards.enumerated() {
      let isAsked = position < request.subjects.count
      #expect(card.tag == words[isAsked ? 0 : 1] && card.prominence == .focus, label)
      let isNoted = view.list.notes.contains { $0.zh.contains(card.heading) }
      #expect(isNoted, "\(card.id): \(label.rawValue)")
    }
  }
}
