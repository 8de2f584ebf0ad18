import Bilingual
import ChainViews
import PolicyReader

extension Answer {
  /// The figures of a score as a table.
  init(_ score: PolicyScore, withDifferences: Bool) {
    let figures = Answer.Table(
      [
        Answer.Table.Column("kind", zh: "类别", en: "kind"),
        Answer.Table.Column("right", zh: "正确", en: "right"),
        Answer.Table.Column("found", zh: "读出", en: "found"),
        Answer.Table.Column("expected", zh: "应有", en: "expected"),
        Answer.Table.Column("precision", zh: "准确率", en: "precision"),
        Answer.Table.Column("recall", zh: "召回率", en: "recall"),
        Answer.Table.Column("f1", zh: "F1", en: "F1"),
      ],
      score.rows
    ) { row in
      [
        .word(key: row.measure.rawValue, label: row.measure.label), .number(row.right),
        .number(row.found), .number(row.expected), .text(Self.fraction(row.precision)),
        .text(Self.fraction(row.recall)), .text(Self.fraction(row.f1)),
      ]
    }
    guard withDifferences else {
      self.init(command: "import policy", table: figures)
      return
    }
    let lines = score.rows.flatMap { row in
      row.missed.map { (row.measure, "missed", BilingualText(zh: "漏掉", en: "missed"), $0) }
        + row.surplus.map { (row.measure, "surplus", BilingualText(zh: "多出", en: "surplus"), $0) }
    }
    let differences = Answer.Table(
      [
        Answer.Table.Column("kind", zh: "类别", en: "kind"),
        Answer.Table.Column("side", zh: "情况", en: "side"),
        Answer.Table.Column("fact", zh: "内容", en: "fact"),
      ],
      lines
    ) { measure, key, label, fact in
      [
        .word(key: measure.rawValue, label: measure.label), .word(key: key, label: label),
        .text(fact),
      ]
    }
    self.init(command: "import policy", table: differences)
  }

  /// What a later edition says otherwise as a table, with how much of each.
  init(_ difference: PolicyDifference) {
    let table = Answer.Table(
      [
        Answer.Table.Column("change", zh: "变化", en: "change"),
        Answer.Table.Column("kind", zh: "类别", en: "kind"),
        Answer.Table.Column("item", zh: "条目", en: "item"),
        Answer.Table.Column("before", zh: "旧版", en: "earlier"),
        Answer.Table.Column("after", zh: "新版", en: "later"),
        Answer.Table.Column("oldPlace", zh: "旧出处", en: "earlier place"),
        Answer.Table.Column("newPlace", zh: "新出处", en: "later place"),
      ],
      difference.rows
    ) { row in
      [
        .word(key: row.change.rawValue, label: row.change.label),
        .word(key: row.sort.rawValue, label: row.sort.label), .text(row.item), .text(row.before),
        .text(row.after), .text(row.oldPlace), .text(row.newPlace),
      ]
    }
    let counts = PolicyDifference.Change.allCases.map { change in
      (change.label, difference.rows.count { $0.change == change })
    }
    self.init(
      command: "import policy",
      table: table,
      notes: [
        BilingualText(
          zh: difference.rows.isEmpty
            ? "两版所述相同" : counts.map { "\($0.zh) \($1)" }.joined(separator: "，"),
          en: difference.rows.isEmpty
            ? "both editions say the same"
            : counts.map { "\($1) \($0.en)" }.joined(separator: ", ")
        )
      ]
    )
  }

  /// A fraction with three decimals; of nothing there is none.
  private static func fraction(_ value: Double?) -> String {
    guard let value else { return "–" }
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
