import ChainFiles
import ChainModel
import TestSupport
import Testing

@testable import PolicyReader

/// What a later edition says otherwise.
struct DifferenceTests {
  private static let old = """
    海州市茶产业方案
    2026年3月1日
    一、任务
    （一）建园。到2027年，建成茶园20个以上。（牵头单位：市林业局；责任单位：市财政局；完成时限：2026年底）
    （二）办会。（责任单位：市商务局）
    （三）宣传。（责任单位：市文旅局）
    """
  private static let new = """
    海州市茶产业方案
    2027年3月1日
    一、任务
    （一）办会。（责任单位：市商务局、市贸促会）
    （二）建园。到2027年，建成茶园30个以上。（牵头单位：市林业局、市财政局；完成时限：2027年底）
    （三）出口。（责任单位：市海关）
    """

  private func rows(_ old: String, _ new: String) -> [String] {
    PolicyDifference(from: PolicyDocument(text: old), to: PolicyDocument(text: new)).rows.map {
      row in
      [
        row.change.rawValue, row.sort.rawValue, row.item, row.before, row.after, row.oldPlace,
        row.newPlace,
      ].map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
    }
  }

  @Test func `what was added, dropped, changed and moved is told by item and statement`() {
    #expect(
      rows(Self.old, Self.new) == [
        "moved item 办会 办会 办会 一/(二) 一/(一)", "moved item 建园 建园 建园 一/(一) 一/(二)",
        "added item 出口 - 出口 - 一/(三)", "added party 办会 - 市贸促会（责任） - 一/(一)",
        "changed party 建园 市财政局（责任） 市财政局（牵头） 一/(一) 一/(二)",
        "changed deadline 建园 2026-12 2027-12 一/(一) 一/(二)",
        "added party 出口 - 市海关（责任） - 一/(三)",
        "changed target 建园 建成茶园 以上 20 个（2027） 建成茶园 以上 30 个（2027） 一/(一) 一/(二)",
        "dropped item 宣传 宣传 - 一/(三) -", "dropped party 宣传 市文旅局（责任） - 一/(三) -",
      ]
    )
    #expect(rows(Self.old, Self.old).isEmpty && rows("", "").isEmpty)
  }

  @Test func `a difference turned round is the other way`() {
    func counts(_ old: String, _ new: String) -> [PolicyDifference.Change: Int] {
      let rows = PolicyDifference(from: PolicyDocument(text: old), to: PolicyDocument(text: new))
        .rows
      return Dictionary(grouping: rows, by: \.change).mapValues(\.count)
    }
    let (there, back) = (counts(Self.old, Self.new), counts(Self.new, Self.old))
    #expect(there[.added] == back[.dropped] && there[.dropped] == back[.added])
    #expect(there[.changed] == back[.changed] && there[.moved] == back[.moved])
  }

  @Test func `the draft of a later edition says what it replaces, and loads`() throws {
    let earlier = PolicyDocument(text: Self.old).head
    let draft = PolicyDraft(
      of: PolicyDocument(text: Self.new),
      path: "新.txt",
      replacing: earlier
    )
    let folder = try DatasetFolder(
      Dictionary(draft.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    )
    let loaded = Dataset.load(folder: folder.path)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message.zh) == [])
    let graph = try #require(loaded.dataset).graph
    let documents = graph.nodes(of: .document).map { graph.name(of: $0) }
    #expect(documents == ["海州市茶产业方案", "海州市茶产业方案(2026-03-01)"])
  }
}
