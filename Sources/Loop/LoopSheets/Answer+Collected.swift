import Bilingual
import ChainLoop
import ChainModel
package import ChainViews
import GraphKernel
import ProgressLoop

extension Answer {
  /// What `collect` says: each sheet with what becomes of it, and each line with what was said before and
  /// after.
  package static func collected(_ collection: SheetCollection) -> Answer {
    let taken = collection.taken
    let sheets = Table(
      [
        Table.Column("file", zh: "文件", en: "file"),
        Table.Column("party", zh: "报送单位", en: "reporter"),
        Table.Column("period", zh: "报告期", en: "period"),
        Table.Column("result", zh: "结果", en: "result"),
        Table.Column("lines", zh: "追加行", en: "lines"),
        Table.Column("corrections", zh: "其中更正", en: "corrections"),
        Table.Column("same", zh: "与已报相同", en: "as reported"),
        Table.Column("missing", zh: "仍未报", en: "not reported"),
        Table.Column("late", zh: "迟报", en: "late"),
        Table.Column("faults", zh: "错误", en: "faults"),
      ],
      taken
    ) { sheet in
      let isTaken = sheet.collected?.result == .append
      return [
        .text(sheet.path), .text(sheet.party), sheet.period.map { .text("\($0)") } ?? .none,
        sheet.resultCell, .number(isTaken ? sheet.lines.count : 0),
        .number(isTaken ? sheet.lines.count { !$0.corrects.isEmpty } : 0),
        .number(sheet.collected?.same.count ?? 0),
        sheet.collected.map { .number($0.stillMissing.count) } ?? .none,
        .flag(sheet.collected?.isLate ?? false),
        .number(sheet.faults.count { $0.diagnostic.severity == .error }),
      ]
    }
    let added = collection.table(of: taken.filter { !$0.isRefused })
    let refused = collection.table(of: taken.filter(\.isRefused))
    var sections = [
      Section(key: "rows", title: nil, content: .table(sheets)),
      Section(
        key: "lines",
        title: BilingualText(zh: "要追加的内容", en: "what they add"),
        content: .table(added)
      ),
    ]
    if !refused.rows.isEmpty {
      sections.append(
        Section(
          key: "proposed",
          title: BilingualText(
            zh: "不追加：更正须用 --reason 说明原因",
            en: "not added: what is corrected needs a --reason"
          ),
          content: .table(refused)
        )
      )
    }
    return Answer(
      command: "collect",
      title: BilingualText(zh: "收表", en: "sheets that came back"),
      sections: sections,
      notes: collection.askedDay.map { [Self.later($0, collection.recorded)] } ?? []
    )
  }

  /// That lines are never written down before those that are there.
  private static func later(_ asked: Day, _ recorded: Day) -> BilingualText {
    BilingualText(
      zh: "台账里已有 \(recorded) 记录的行，记录日不能倒退：不按 \(asked)，按 \(recorded) 记",
      en:
        "the journal has lines of \(recorded), and what is recorded never goes back: recorded on "
        + "\(recorded), not on \(asked)"
    )
  }
}

extension SheetCollection {
  /// What sheets say that was not said before. Lines that are not added have no numbers.
  fileprivate func table(of taken: [Taken]) -> Answer.Table {
    Answer.Table(
      [
        Answer.Table.Column("party", zh: "报送单位", en: "reporter"),
        Answer.Table.Column("line", zh: "行号", en: "line"),
        Answer.Table.Column("item", zh: "事项", en: "item"),
        Answer.Table.Column("field", zh: "内容", en: "what"),
        Answer.Table.Column("before", zh: "原为", en: "before"),
        Answer.Table.Column("after", zh: "现为", en: "after"),
        Answer.Table.Column("corrects", zh: "更正", en: "corrects"),
      ],
      taken.flatMap { sheet in sheet.said.map { (sheet.isRefused, $0) } }
    ) { isRefused, said in
      [
        .text(said.party), isRefused ? .none : .text(said.line.line),
        dataset.cell(ofId: said.line.item), .word(key: said.key, label: said.column),
        said.before.isEmpty ? .none : .text(said.before), .text(said.after),
        said.line.corrects.isEmpty ? .none : .text(said.line.corrects),
      ]
    }
  }
}

/// One thing that a line says, beside what was said before.
private struct Said {
  let party: String
  let line: JournalLine
  let key: String
  let column: BilingualText
  let before: String
  let after: String
}

extension SheetCollection.Taken {
  fileprivate var resultCell: Answer.Cell {
    let (key, zh, en): (String, String, String) =
      switch collected?.result {
      case .append: ("append", "追加", "lines are added")
      case .nothingToAdd where !isFilled: ("empty", "没有填写", "nothing is filled in")
      case .nothingToAdd: ("nothing", "没有可追加的", "nothing to add")
      case .correctionNeeded: ("correction", "更正须说明原因", "a correction needs a reason")
      case .refused, nil: ("refused", "退回", "sent back")
      }
    return .word(key: key, label: BilingualText(zh: zh, en: en))
  }

  /// What each line says that is not what the one before it said.
  fileprivate var said: [Said] {
    zip(lines, before).flatMap { line, before in
      if line.type == .milestone, let milestone = line.milestone {
        return [
          Said(
            party: party,
            line: line,
            key: "\(milestone)",
            column: milestone.label,
            before: before?.date.map { "\($0)" } ?? "",
            after: line.date.map { "\($0)" } ?? ""
          )
        ]
      }
      return SheetColumn.reported.compactMap { column in
        let (old, new) = (before.map { $0.text(column) } ?? "", line.text(column))
        guard old != new else { return nil }
        return Said(
          party: party,
          line: line,
          key: "\(column)",
          column: column.heading,
          before: old,
          after: new
        )
      }
    }
  }
}

extension JournalLine {
  fileprivate func text(_ column: SheetColumn) -> String {
    switch column {
    case .current: value.map { "\($0.number) \($0.unit ?? "万元")" } ?? ""
    case .status: status
    case .progress: progress
    case .problem: problem
    case .next: next
    default: ""
    }
  }
}

extension DatasetLoop {
  /// An item of a table, by its id.
  fileprivate func cell(ofId id: String) -> Answer.Cell {
    let graph = dataset.graph
    return graph.node(id: id).map { .node(Answer.NodeSummary(of: $0, in: graph)) } ?? .text(id)
  }
}
