import Bilingual
package import ChainModel
package import ChainQueries

/// What changes from one edition of a reference chain to the next.
extension Answer {
  /// What `chains diff` says: a row for each segment and flow that differs, kind by kind.
  package static func editions(
    of chain: String,
    from old: String,
    to new: String,
    _ changes: [EditionChange]
  ) -> Answer {
    let table = Table(
      [
        Table.Column("change", zh: "变化", en: "change"),
        Table.Column("before", zh: "原有", en: "before"),
        Table.Column("after", zh: "现有", en: "after"),
        Table.Column("detail", zh: "细节", en: "detail"),
      ],
      changes
    ) { cells(of: $0) }
    let figures = EditionChange.Kind.allCases.compactMap { kind -> BilingualText? in
      let count = changes.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return BilingualText(zh: "\(kind.label.zh) \(count)", en: "\(kind.label.en) \(count)")
    }
    return Answer(
      command: "chains diff",
      title: BilingualText(
        zh: "“\(chain)”\(old) 版与 \(new) 版的不同",
        en: "\(chain): what differs between editions \(old) and \(new)"
      ),
      table: table,
      notes: [
        figures.isEmpty
          ? BilingualText(zh: "没有不同", en: "nothing differs")
          : BilingualText(
            zh: figures.map(\.zh).joined(separator: "，"),
            en: figures.map(\.en).joined(separator: ", ")
          )
      ]
    )
  }

  private static func cells(of change: EditionChange) -> [Cell] {
    // Both ends of a flow are one thing to people.
    let isFlow = change.kind == .flowAdded || change.kind == .flowRemoved
    func names(_ names: [String]) -> Cell {
      isFlow && !names.isEmpty
        ? .captioned(
          .list(names.map { .text($0) }),
          caption: BilingualText(same: names.joined(separator: " → "))
        )
        : .list(names.map { .text($0) })
    }
    return [
      .word(key: change.kind.rawValue, label: change.kind.label), names(change.before),
      names(change.after), change.detail.zh.isEmpty ? .none : .sentence(change.detail),
    ]
  }

  private static let changeColumns = [
    Table.Column("chain", zh: "参考链", en: "chain"),
    Table.Column("change", zh: "变化", en: "change"),
    Table.Column("before", zh: "原有", en: "before"),
    Table.Column("after", zh: "现有", en: "after"),
    Table.Column("detail", zh: "细节", en: "detail"),
  ]

  /// What `chains update` says: the chains in use, what follows by itself, what somebody has to look at, what
  /// is new, the lines to be written, and which verdicts differ.
  package static func chainUpdate(
    _ chains: [UsedChain],
    _ plan: ChainUpdatePlan,
    _ verdicts: [VerdictChange]
  ) -> Answer {
    let follows = Table(
      changeColumns + [Table.Column("statements", zh: "随之改指", en: "statements that follow")],
      plan.follows
    ) { follow in
      [.text(follow.chain)] + cells(of: follow.change) + [counts(follow.counts)]
    }
    let reviews = Table(
      [
        Table.Column("place", zh: "位置", en: "place"),
        Table.Column("statement", zh: "所述", en: "statement"),
        Table.Column("speaker", zh: "对象", en: "of"),
      ] + changeColumns + [Table.Column("todo", zh: "怎么办", en: "what to do")],
      plan.reviews
    ) { review in
      [
        .record(
          [Cell.Field("path", .text(review.path)), Cell.Field("line", .number(review.line))],
          caption: BilingualText(same: "\(review.path):\(review.line)")
        ), .word(key: review.sort.rawValue, label: review.sort.label), .text(review.speaker),
        .text(review.chain),
      ] + cells(of: review.change) + [.sentence(review.change.todo)]
    }
    let news = Table(changeColumns, plan.news) { [.text($0.chain)] + cells(of: $0.change) }
    return Answer(
      command: "chains update",
      title: BilingualText(zh: "所用参考链换版", en: "New editions of the chains in use"),
      sections: [
        section("chains", "所用参考链", "Chains in use", usedChains(chains)),
        section("follows", "随之改指", "What follows by itself", follows),
        section("review", "待核清单", "What to look at", reviews),
        section("news", "新增与取消", "What is new and what is gone", news),
        section("lines", "写在 uses 之下", "Lines to write under uses", lines(plan)),
        section("verdicts", "结论的变化", "Verdicts that differ", differing(verdicts)),
      ]
    )
  }

  private static func section(
    _ key: String,
    _ zh: String,
    _ en: String,
    _ table: Table
  ) -> Section {
    Section(key: key, title: BilingualText(zh: zh, en: en), content: .table(table))
  }

  /// 企业 3、供给 2.
  private static func counts(_ counts: [ChainUpdatePlan.Sort: Int]) -> Cell {
    .list(
      ChainUpdatePlan.Sort.allCases.compactMap { sort in
        guard let count = counts[sort] else { return nil }
        return .record(
          [
            Cell.Field("statement", .word(key: sort.rawValue, label: sort.label)),
            Cell.Field("count", .number(count)),
          ],
          caption: BilingualText(zh: "\(sort.label.zh) \(count)", en: "\(sort.label.en) \(count)")
        )
      }
    )
  }

  private static func lines(_ plan: ChainUpdatePlan) -> Table {
    Table(
      [
        Table.Column("chain", zh: "参考链", en: "chain"),
        Table.Column("path", zh: "文件", en: "file"), Table.Column("line", zh: "行", en: "line"),
        Table.Column("text", zh: "写作", en: "write"),
      ],
      plan.lines
    ) { [.text($0.chain), .text($0.path), .number($0.line), .text($0.text)] }
  }

  private static func differing(_ verdicts: [VerdictChange]) -> Table {
    func cell(_ verdict: Verdict?) -> Cell {
      verdict.map { .word(key: $0.rawValue, label: $0.label) }
        ?? .word(key: "none", label: BilingualText(zh: "（不在链上）", en: "(not in the chain)"))
    }
    return Table(
      [
        Table.Column("cause", zh: "来由", en: "cause"),
        Table.Column("cluster", zh: "集群", en: "cluster"), .id, .name,
        Table.Column("before", zh: "原结论", en: "verdict before"),
        Table.Column("after", zh: "新结论", en: "verdict after"),
      ],
      verdicts
    ) { change in
      [
        .word(key: change.cause.rawValue, label: change.cause.label), .text(change.cluster),
        .text(change.id), .text(change.name), cell(change.before), cell(change.after),
      ]
    }
  }
}

extension EditionChange {
  /// What somebody has to do about a statement.
  fileprivate var todo: BilingualText {
    switch kind {
    case .split:
      BilingualText(
        zh: "看属于哪一个，改写为它；都不是的给它自己的 id",
        en: "see which it is and write that; if none, keep it with an id of your own"
      )
    case .retired, .lost:
      BilingualText(
        zh: "改写为别的环节，或给它自己的 id",
        en: "write another segment, or keep it with an id of your own"
      )
    default:
      BilingualText(
        zh: "仍然对的，把环节写进 settled；不对的改写",
        en: "if it still holds, put the segment into settled; if not, write another"
      )
    }
  }
}
