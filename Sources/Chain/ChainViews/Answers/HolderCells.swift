import Bilingual
import ChainModel
import ChainQueries
import GraphKernel

/// Who stands in a role on the day that is asked about, as lists and pictures say it: whoever only may, being one
/// of several that succeeded, with a word for that; a post that stands empty as one.
extension ChainGraph {
  /// Whether the party of a statement is one of several that may stand there.
  func isOneOfSeveral(_ relation: Relation) -> Bool { handover(relation)?.isCertain == false }

  /// A node at an end of a relation, with a word where the party of a statement only may stand there.
  func cell(_ node: NodeIndex, in relation: Relation) -> Answer.Cell {
    isOneOfSeveral(relation) ? .captioned(cell(node), caption: possibly(node)) : cell(node)
  }

  /// Those who stand in roles of an item; `nil` where nothing is stated.
  func holdersCell(_ statements: [Relation], vacant: [Standing.Handover]) -> Answer.Cell? {
    let cells =
      statements.map { relation in
        cell(relation.source, in: relation)
      }
      + vacant.map { vacancy in
        .record(
          [
            Answer.Cell.Field("vacantSince", vacancy.since.map { .text($0.description) } ?? .none),
            Answer.Cell.Field("was", .text(id(of: vacancy.predecessor))),
          ],
          caption: vacantLabel(vacancy)
        )
      }
    return cells.isEmpty ? nil : .list(cells)
  }

  /// Those who stand in a role of an item, by the nearest statements; a cell to fill in where nothing is stated.
  func holdersCell(of item: NodeIndex, _ role: RelationKind) -> Answer.Cell {
    holdersCell(
      owners(of: item).filter { $0.role == role }.map(\.relation),
      vacant: vacantPosts(of: item).filter { $0.role == role }
    ) ?? .unanswered
  }

  /// The same as words for a picture; none where nothing is stated.
  func holderNames(of item: NodeIndex, _ role: RelationKind, _ language: Language) -> String {
    let cell = holdersCell(of: item, role)
    return cell == .unanswered ? "" : cell.text(in: language)
  }

  private func possibly(_ party: NodeIndex) -> BilingualText {
    let name = name(of: party)
    return BilingualText(zh: "\(name)（可能）", en: "\(name) (possible)")
  }

  private func vacantLabel(_ vacancy: Standing.Handover) -> BilingualText {
    let name = name(of: vacancy.predecessor)
    guard let since = vacancy.since else {
      return BilingualText(zh: "空缺（原为\(name)）", en: "vacant (was \(name))")
    }
    return BilingualText(
      zh: "自 \(since) 起空缺（原为\(name)）",
      en: "vacant since \(since) (was \(name))"
    )
  }
}

extension ViewContext {
  /// What the foot of a picture says of the links of statements in which one of several successors may stand;
  /// `nil` where there are none.
  func possibleNote(on relations: [Relation]) -> String? {
    let count = relations.count { graph.isOneOfSeveral($0) }
    return count == 0
      ? nil
      : say(
        "虚线 \(count) 条：由几个承接者之一担任，尚未确定",
        "dotted, \(count): one of several successors may stand there"
      )
  }

  /// What the foot of a picture, or a list, says of posts that stand empty and of those that one of several may
  /// stand in, among items; nothing where all is sure.
  func standingNotes(of items: [NodeIndex]) -> [BilingualText] {
    let vacant = items.flatMap { item in graph.vacantPosts(of: item) }.uniqued()
    let possible = items.flatMap { item in
      graph.owners(of: item).map(\.relation).filter { graph.isOneOfSeveral($0) }
    }.uniqued().count
    var notes: [BilingualText] = []
    if possible > 0 {
      notes.append(
        BilingualText(
          zh: "\(possible) 条责任由几个承接者之一担任，尚未确定，写“可能”，图中为虚线",
          en:
            "in \(possible) statements one of several successors may stand: they say 'possible', and are "
            + "dotted in pictures"
        )
      )
    }
    if !vacant.isEmpty {
      let named = vacant.prefix(6).map { vacancy in
        BilingualText(
          zh: "\(graph.name(of: vacancy.item))的\(graph.roleLabel(vacancy.role).zh)"
            + "（原为\(graph.name(of: vacancy.predecessor))"
            + (vacancy.since.map { "，自 \($0) 起空缺" } ?? "") + "）",
          en: "\(graph.roleLabel(vacancy.role).en) of \(graph.name(of: vacancy.item)) "
            + "(was \(graph.name(of: vacancy.predecessor))"
            + (vacancy.since.map { ", vacant since \($0)" } ?? "") + ")"
        )
      }
      notes.append(
        BilingualText(
          zh: "空缺 \(vacant.count) 个：" + named.map(\.zh).joined(separator: "、")
            + (vacant.count > named.count ? " 等" : ""),
          en: "vacant posts, \(vacant.count): " + named.map(\.en).joined(separator: ", ")
            + (vacant.count > named.count ? ", …" : "")
        )
      )
    }
    return notes
  }
}
