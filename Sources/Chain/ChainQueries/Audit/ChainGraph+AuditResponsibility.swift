import Bilingual
import ChainModel
import GraphKernel

/// Rules about who answers for what.
extension ChainGraph {
  func missingLeaders() -> [Finding] {
    nodes(of: .cluster).filter { cluster in
      !owners(of: cluster).contains { $0.role == .accountable }
    }.map { cluster in
      let name = name(of: cluster)
      return (
        cluster,
        BilingualText(zh: "\(name)没有责任领导", en: "\(name) has no accountable leader")
      )
    }
  }

  /// A leader who is accountable can stand in for a lead department, but not in a city's own
  /// cluster, which needs both.
  func missingLeads() -> [Finding] {
    items(statedIn: .responsible).filter { item in
      let roles = Set(owners(of: item).map(\.role))
      let needsDepartment = kind(of: item) == .cluster && option(.level, of: item) == "city"
      return !roles.contains(.lead) && (needsDepartment || !roles.contains(.accountable))
    }.map { item in
      let name = name(of: item)
      return (
        item,
        BilingualText(
          zh: "“\(name)”列了责任单位，没有牵头单位",
          en: "'\(name)' names responsible departments and no lead department"
        )
      )
    }
  }

  func unassignedTasks() -> [Finding] {
    nodes(of: .task).filter { owners(of: $0).isEmpty }.map { task in
      (
        task,
        BilingualText(
          zh: "没有指明谁负责“\(name(of: task))”",
          en: "nobody is named for '\(name(of: task))'"
        )
      )
    }
  }

  func conflicts() -> [Finding] {
    nodes.compactMap { node in
      let conflicting = owners(of: node).filter(\.isConflicting)
      guard let first = conflicting.first else { return nil }
      var items: [NodeIndex] = []
      for owner in conflicting where owner.role == first.role && !items.contains(owner.from) {
        items.append(owner.from)
      }
      func reported(_ language: Language) -> String {
        items.map { item in
          let parties = conflicting.filter { $0.role == first.role && $0.from == item }.map(\.party)
          return language == .zh
            ? "按“\(name(of: item))”为\(names(parties, .zh))"
            : "by '\(name(of: item))' \(names(parties, .en))"
        }.joined(separator: language == .zh ? "；" : "; ")
      }
      let role = ontology[first.role]?.inverse
      return (
        node,
        BilingualText(
          zh: "“\(name(of: node))”的\(role?.zh ?? "")有不同的指定：\(reported(.zh))",
          en: "the \(role?.en ?? "") of '\(name(of: node))' differs: \(reported(.en))"
        )
      )
    }
  }

  func overrides() -> [Finding] {
    let containment = digraph(.containment)
    return nodes.flatMap { item -> [Finding] in
      statements(on: item).compactMap { statement in
        var seen: Set<NodeIndex> = []
        let above = containment.neighbors(of: item, .forward).flatMap { whole in
          owners(of: whole).filter { $0.role == statement.role }.map(\.party)
        }.filter { seen.insert($0).inserted }
        guard !above.isEmpty, seen != Set(statement.parties) else { return nil }
        let role = ontology[statement.role]?.inverse
        return (
          item,
          BilingualText(
            zh: "“\(name(of: item))”自定\(role?.zh ?? "")：\(names(statement.parties, .zh))；"
              + "上级为\(names(above, .zh))",
            en: "'\(name(of: item))' has its own \(role?.en ?? ""): "
              + "\(names(statement.parties, .en)); its whole has \(names(above, .en))"
          )
        )
      }
    }
  }

  func openLists() -> [Finding] {
    nodes.flatMap { item in
      statements(on: item).filter(\.isOpen).map { statement in
        let role = ontology[statement.role]?.inverse
        return (
          item,
          BilingualText(
            zh: "“\(name(of: item))”的\(role?.zh ?? "")名单以“等”结尾",
            en: "the list of \(role?.en ?? "") of '\(name(of: item))' ends with 等"
          )
        )
      }
    }
  }

  func idleParties() -> [Finding] {
    ontology.partyKinds.flatMap { nodes(of: $0) }.filter { duties(of: $0).isEmpty }.map { party in
      let name = name(of: party)
      return (
        party, BilingualText(zh: "没有条款提到\(name)的职责", en: "no statement gives \(name) a duty")
      )
    }
  }

  private func items(statedIn role: RelationKind) -> [NodeIndex] {
    nodes.filter { !relations(of: $0, at: .target, role).isEmpty }
  }
}
