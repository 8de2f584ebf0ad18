import Bilingual
package import ChainModel
package import ChainQueries
import GraphKernel

extension Answer {
  /// The chains of a library: what each holds, and how many of its material flows have a source.
  package static func chains(_ graph: ChainGraph) -> Answer {
    let check = ChainCheck(graph)
    let table = Table(
      [
        Table.Column("chain", zh: "标识", en: "chain"), .name,
        Table.Column("edition", zh: "版本", en: "edition"),
        Table.Column("status", zh: "状态", en: "status"),
        Table.Column("segments", zh: "环节", en: "segments"),
        Table.Column("flows", zh: "流", en: "flows"),
        Table.Column("materialFlows", zh: "物料流", en: "material flows"),
        Table.Column("sourced", zh: "有出处", en: "sourced"),
        Table.Column("scope", zh: "范围", en: "scope"),
      ],
      graph.nodes(of: .chain)
    ) { chain in
      let figures = check.figures(of: chain)
      func attribute(_ name: String) -> Cell {
        graph.attribute(AttributeName(name), of: chain).map { graph.cell($0) } ?? .none
      }
      return [
        .text(graph.id(of: chain)), .text(graph.name(of: chain)), attribute("edition"),
        attribute("status"), .number(figures.segments), .number(figures.flows),
        .number(figures.materialFlows), .number(figures.sourced), attribute("scope"),
      ]
    }
    return Answer(
      command: "chains list",
      title: BilingualText(zh: "参考产业链", en: "Reference chains"),
      table: table
    )
  }

  /// What the check of reference chains finds; a waived finding has its reason.
  package static func chainFindings(
    _ findings: [(finding: ChainRule.Finding, waived: String?)],
    in graph: ChainGraph
  ) -> Answer {
    let table = Table(
      [
        Table.Column("severity", zh: "级别", en: "severity"),
        Table.Column("rule", zh: "规则", en: "rule"),
        Table.Column("chain", zh: "参考链", en: "chain"),
        Table.Column("segment", zh: "环节", en: "segment"),
        Table.Column("other", zh: "对方", en: "other"),
        Table.Column("detail", zh: "细节", en: "detail"),
        Table.Column("waived", zh: "豁免理由", en: "waived because"),
      ],
      findings
    ) { finding, waived in
      let home = graph.relations(of: finding.segment, at: .source, .containment).map(\.target)
        .first { graph.kind(of: $0) == .chain }
      let severity =
        finding.rule.isError
        ? Cell.word(key: "error", label: BilingualText(zh: "错误", en: "error"))
        : .word(key: "warning", label: BilingualText(zh: "警告", en: "warning"))
      return [
        severity, .word(key: finding.rule.rawValue, label: finding.rule.label),
        home.map { .text(graph.id(of: $0)) } ?? .none, .text(graph.name(of: finding.segment)),
        finding.other.map { .text(graph.name(of: $0)) } ?? .none,
        finding.detail.isEmpty ? .none : .text(finding.detail), waived.map { .text($0) } ?? .none,
      ]
    }
    let open = findings.filter { $0.waived == nil }
    let errors = open.count { $0.finding.rule.isError }
    let (warnings, waived) = (open.count - errors, findings.count - open.count)
    return Answer(
      command: "chains check",
      title: BilingualText(zh: "参考链检查", en: "Check of reference chains"),
      table: table,
      notes: [
        BilingualText(
          zh: "错误 \(errors)，警告 \(warnings)，豁免 \(waived)",
          en: "errors \(errors), warnings \(warnings), waived \(waived)"
        )
      ]
    )
  }

  /// A chain that a data set uses.
  package struct UsedChain {
    /// Whether the lock holds what the chain says now; `nil` where it does not hold the chain.
    let isLocked: Bool?
    let words: [String]

    /// A chain with its identity and name, the edition in use, and the library's present one.
    package init(id: String, name: String, edition: String, present: String, isLocked: Bool?) {
      words = [id, name, edition, present]
      self.isLocked = isLocked
    }
  }

  /// The chains that a data set uses, beside the present editions and the lock.
  static func usedChains(_ chains: [UsedChain]) -> Table {
    Table(
      [
        Table.Column("chain", zh: "标识", en: "chain"), .name,
        Table.Column("edition", zh: "所用版本", en: "edition in use"),
        Table.Column("present", zh: "现行版本", en: "present edition"),
        Table.Column("lock", zh: "锁", en: "lock"),
      ],
      chains
    ) { chain in
      let state: (key: String, label: BilingualText) =
        switch chain.isLocked {
        case nil: ("none", BilingualText(zh: "未写", en: "not written"))
        case true?: ("same", BilingualText(zh: "一致", en: "agrees"))
        case false?: ("changed", BilingualText(zh: "已变", en: "changed"))
        }
      return chain.words.map { .text($0) } + [.word(key: state.key, label: state.label)]
    }
  }
}
