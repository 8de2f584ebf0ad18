import Bilingual
package import ChainModel

extension Answer {
  /// What two sides made of one data set: a row for each thing that either changed, or that changes
  /// because of it, with what it was, what each made of it, and what becomes of it.
  ///
  /// In the order of the lines: the whole, nodes by kind, relations, queries.
  package init(_ lines: [DatasetMerge.Line], command: String) {
    let table = Answer.Table(
      [
        Answer.Table.Column("side", zh: "谁改的", en: "changed by"),
        Answer.Table.Column("what", zh: "种类", en: "what"),
        Answer.Table.Column("name", zh: "对象", en: "name"),
        Answer.Table.Column("field", zh: "项目", en: "field"),
        Answer.Table.Column("exported", zh: "导出时", en: "exported"),
        Answer.Table.Column("mine", zh: "工作簿", en: "mine"),
        Answer.Table.Column("theirs", zh: "数据集", en: "theirs"),
        Answer.Table.Column("outcome", zh: "结果", en: "outcome"),
      ],
      lines
    ) { line in
      let (change, outcome) = (line.change, line.outcome)
      return [
        .word(key: change.part.rawValue, label: change.part.label), .sentence(change.what),
        .text(change.name), change.label.map { .sentence($0) } ?? .none,
        change.base.map { .sentence($0) } ?? .none, change.mine.map { .sentence($0) } ?? .none,
        change.theirs.map { .sentence($0) } ?? .none,
        .word(key: outcome.rawValue, label: outcome.label),
      ]
    }
    self.init(command: command, table: table)
  }
}

extension DatasetMerge.Change.Part {
  fileprivate var label: BilingualText {
    switch self {
    case .mine: BilingualText(zh: "工作簿", en: "mine")
    case .theirs: BilingualText(zh: "数据集", en: "theirs")
    case .both: BilingualText(zh: "两边相同", en: "both")
    case .conflict: BilingualText(zh: "两边不同", en: "conflict")
    case .joined: BilingualText(zh: "两边都改", en: "both, joined")
    }
  }
}

extension DatasetMerge.Outcome {
  fileprivate var label: BilingualText {
    switch self {
    case .written: BilingualText(zh: "写入", en: "written")
    case .removed: BilingualText(zh: "删除", en: "removed")
    case .restored: BilingualText(zh: "恢复", en: "restored")
    case .joined: BilingualText(zh: "合并写入", en: "written, joined")
    case .there: BilingualText(zh: "已有", en: "there already")
    case .refused: BilingualText(zh: "待选择", en: "refused until chosen")
    case .chosen: BilingualText(zh: "取工作簿", en: "mine chosen")
    case .givenUp: BilingualText(zh: "放弃", en: "given up")
    }
  }
}
