import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainModel
@testable import ChainTestSupport
@testable import ChainWorkbooks

/// Random edits of both sides.
struct RandomMergeTests {
  private func edited(_ dataset: Dataset, _ random: inout SplitMix64) -> Dataset? {
    var draft = DatasetDraft(dataset)
    for _ in 0...random.number(below: 5) { draft.change(&random) }
    return try? draft.dataset()
  }

  @Test func `what one side alone edited is the result, and nothing is asked`() throws {
    var (done, unclear) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let base = try GeneratedDataset.make(seed: seed)
      guard let other = edited(base, &random) else { continue }
      let theirs = DatasetMerge(base: base, mine: base, theirs: other)
      #expect(theirs.conflicts.isEmpty && theirs.changes.allSatisfy { $0.part == .theirs })
      DatasetSameness.expectSameFacts(try theirs.merged().dataset, other, "theirs, seed \(seed)")
      let mine = DatasetMerge(base: base, mine: other, theirs: base)
      #expect(mine.conflicts.isEmpty && mine.changes.allSatisfy { $0.part == .mine })
      let merged = try mine.merged().dataset
      let isRenamed = mine.changes.contains { $0.field == "name" }
      if !isRenamed { DatasetSameness.expectSameFacts(merged, other, "mine, seed \(seed)") }
      // What is written once is there.
      let again = DatasetMerge(base: base, mine: other, theirs: merged)
      // Where one node went and its like was renamed, which of the two went cannot be seen from outside.
      let isUnclear = again.changes.contains { change in
        if case .presence = change.key { return change.part == .conflict }
        return false
      }
      if isUnclear {
        unclear += 1
        continue
      }
      #expect(again.conflicts.isEmpty, "seed \(seed)")
      DatasetSameness.expectSameFacts(try again.merged().dataset, merged, "again, seed \(seed)")
      let both = DatasetMerge(base: base, mine: other, theirs: other)
      #expect(both.changes.allSatisfy { $0.part == .both }, "seed \(seed)")
      done += 1
    }
    #expect(done > 100 && unclear < 3, "\(unclear)")
  }

  @Test func `two edits become a data set, or are refused, whatever is chosen`() throws {
    var (done, refused) = (0, 0)
    for seed in 0..<400 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let base = try GeneratedDataset.make(seed: seed)
      guard let mine = edited(base, &random), let theirs = edited(base, &random) else { continue }
      for known in [base, nil] {
        let merge = DatasetMerge(base: known, mine: mine, theirs: theirs)
        for choice in [nil, DatasetMerge.Side.mine, .theirs] {
          let choices = merge.conflicts.map { ($0, choice) }.reduce(into: [:]) { $0[$1.0] = $1.1 }
          do throws(MergeFault) {
            let merged = try merge.merged(choosing: choices).dataset
            done += 1
            // Nothing is known, nothing is chosen: nothing changes.
            guard known == nil, choice != .mine else { continue }
            DatasetSameness.expectSameFacts(merged, theirs, "seed \(seed)")
          } catch {
            refused += 1
          }
        }
      }
    }
    #expect(done > 1_000 && refused < done / 20, "\(done) \(refused)")
  }

  /// What a data set says, each thing by its own name.
  private func things(_ dataset: Dataset) -> [String: String] {
    let graph = dataset.graph
    func text(_ origin: Origin) -> String {
      origin.document.map { graph.id(of: $0) + "|" + origin.place } ?? "-"
    }
    var things = ["title": dataset.title.zh]
    things["documents"] = "\(dataset.documents.map { graph.id(of: $0) })"
    for query in dataset.queries { things["query \(query.name)"] = query.expression }
    for node in graph.nodes {
      let id = graph.id(of: node)
      things["node \(id)"] = ""
      things["field \(id) name"] = graph.name(of: node)
      let aliases = graph.aliases(of: node)
      if !aliases.isEmpty { things["field \(id) aliases"] = "\(aliases)" }
      things["field \(id) source"] = text(graph.origin(of: node))
      for (definition, value) in graph.attributes(of: node) {
        things["field \(id) \(definition.name.name)"] = "\(value)"
      }
    }
    for relation in graph.allRelations() {
      let ends = "\(graph.id(of: relation.source)) \(graph.id(of: relation.target))"
      let from = relation.period.from?.description ?? ""
      things["\(relation.kind.name) \(ends) \(from)"] =
        "\(text(relation.origin))|\(relation.isOpen)|\(relation.period)"
    }
    return things
  }

  /// The things that differ, by another way than the one that is tested: a new or lost node with none
  /// of its fields.
  private func differences(_ a: Dataset, _ b: Dataset) -> Set<String> {
    let (x, y) = (things(a), things(b))
    var changed = Set(x.keys).union(y.keys).filter { x[$0] != y[$0] }
    // An identity that is written out where it followed from the name.
    for node in b.graph.nodes {
      guard let stated = b.graph.statedID(of: node), let old = a.graph.node(id: stated),
        a.graph.statedID(of: old) == nil
      else { continue }
      changed.insert("field \(stated) id")
    }
    return changed.filter { thing in
      guard thing.hasPrefix("field ") else { return true }
      let id = thing.dropFirst("field ".count).split(separator: " ").dropLast().joined(
        separator: " "
      )
      return !changed.contains("node \(id)")
    }
  }

  @Test func `the list says to write what the result differs in, and nothing else`() throws {
    var compared = 0
    for seed in 0..<150 as Range<UInt64> {
      var random = SplitMix64(seed: seed)
      let base = try GeneratedDataset.make(seed: seed)
      guard let mine = edited(base, &random), let theirs = edited(base, &random) else { continue }
      for known in [base, nil] {
        let merge = DatasetMerge(base: known, mine: mine, theirs: theirs)
        for choice in 0..<4 {
          var choices: [DatasetMerge.Row: DatasetMerge.Side] = [:]
          for row in merge.conflicts.union(merge.joined).sorted(by: { "\($0)" < "\($1)" }) {
            let side: DatasetMerge.Side = random.oneIn(2) ? .mine : .theirs
            choices[row] = [nil, .mine, .theirs, side][choice]
          }
          guard let merged = try? merge.merged(choosing: choices) else { continue }
          let lines = merge.lines(of: merged, choosing: choices)
          let written: Set<DatasetMerge.Outcome> = [
            .written, .removed, .restored, .joined, .chosen,
          ]
          let graph = merged.dataset.graph
          // Who has another identity is another node to whoever looks from outside.
          let isSame = theirs.graph.nodes.allSatisfy { node in
            let after = merged.difference.matching.after(node)
            return after.map { graph.id(of: $0) == theirs.graph.id(of: node) } ?? true
          }
          guard isSame else { continue }
          func id(_ unit: Int) -> String {
            merge.units[unit].theirs.map { theirs.graph.id(of: $0) }
              ?? merged.nodes[unit].map { graph.id(of: $0) } ?? ""
          }
          let told = lines.filter { written.contains($0.outcome) }.map { line in
            switch line.change.key {
            case .whole(let field): field
            case .presence(let unit): "node \(id(unit))"
            case .field(let unit, let field): "field \(id(unit)) \(field)"
            case .relation(let key):
              "\(key.kind.name) \(id(key.source)) \(id(key.target)) \(key.from?.description ?? "")"
            case .query(let name): "query \(name)"
            }
          }
          let comment = "seed \(seed), choice \(choice), \(known == nil ? "no base" : "")"
          let all = lines.map(\.change.key)
          #expect(Set(all).count == all.count, "\(comment): told twice")
          let expected = differences(theirs, merged.dataset)
          #expect(
            Set(told) == expected,
            "\(comment): \(Set(told).symmetricDifference(expected).sorted().prefix(4))"
          )
          // Nor is anything of mine left unsaid.
          let own = Set(all)
          for change in merge.changes where change.part != .theirs {
            #expect(own.contains(change.key), "\(comment)")
          }
          compared += 1
        }
      }
    }
    #expect(compared > 300, "\(compared)")
  }
}
