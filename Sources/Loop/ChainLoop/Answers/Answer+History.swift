import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

extension Answer {
  /// What `history` says of an item: its lines of the journal, in the order in which they were recorded.
  package static func history(_ loop: DatasetLoop, of item: Int, known: Day) -> Answer {
    let table = Table(
      [
        Table.Column("line", zh: "行号", en: "line"),
        Table.Column("recorded", zh: "记录日", en: "recorded"),
        Table.Column("received", zh: "收到日", en: "received"),
        Table.Column("period", zh: "报告期", en: "period"),
        Table.Column("by", zh: "报送单位", en: "reporter"),
        Table.Column("type", zh: "类型", en: "type"),
        Table.Column("status", zh: "状态", en: "status"),
        Table.Column("value", zh: "完成值", en: "value"),
        Table.Column("progress", zh: "形象进度", en: "progress"),
        Table.Column("problem", zh: "存在问题", en: "problem"),
        Table.Column("next", zh: "下步措施", en: "next"),
        Table.Column("milestone", zh: "节点", en: "milestone"),
        Table.Column("date", zh: "日期", en: "date"),
        Table.Column("number", zh: "文号", en: "number"),
        Table.Column("level", zh: "级别", en: "level"),
        Table.Column("state", zh: "效力", en: "state"),
        Table.Column("replacedBy", zh: "被更正于", en: "replaced by"),
        Table.Column("reason", zh: "原因", en: "reason"),
        Table.Column("source", zh: "来源", en: "source"),
      ],
      loop.loop.history(of: item, known: known)
    ) { entry in
      let line = entry.line
      func text(_ text: String) -> Cell { text.isEmpty ? .none : .text(text) }
      return [
        .text(line.line), .text(line.recorded.description), .shown(line.received),
        .shown(line.period), text(line.by),
        .word(
          key: line.type.words[0],
          label: BilingualText(
            zh: line.type.words[line.type.words.count - 1],
            en: line.type.words[0]
          )
        ),
        text(line.status), loop.amount(line.value), text(line.progress), text(line.problem),
        text(line.next), .shown(line.milestone?.rawValue), .shown(line.date), text(line.number),
        text(line.level), .word(key: entry.state.rawValue, label: entry.state.label),
        .shown(entry.replacedBy), text(line.reason), text(line.source),
      ]
    }
    return Answer(
      command: "history",
      subject: loop.node(ofItem: item).map { NodeSummary(of: $0, in: loop.dataset.graph) },
      title: BilingualText(
        zh: "\(loop.loop.name(ofItem: item, on: known)) · 台账",
        en: "\(loop.loop.name(ofItem: item, on: known)): journal"
      ),
      table: table,
      notes: loop.notes(on: loop.loop.status(of: item, at: known).goal)
        + loop.notes(at: known, known: nil)
    )
  }
}

extension HistoryLine.State {
  fileprivate var label: BilingualText {
    switch self {
    case .standing: BilingualText(zh: "有效", en: "standing")
    case .corrected: BilingualText(zh: "已更正", en: "corrected")
    case .withdrawn: BilingualText(zh: "已撤回", en: "withdrawn")
    }
  }
}
