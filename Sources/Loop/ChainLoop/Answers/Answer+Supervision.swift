import Bilingual
import ChainModel
package import ChainViews
import GraphKernel
package import ProgressLoop

extension Answer {
  /// What `supervision` says: a row a notice, in the order in which they were recorded, with its answers and
  /// whether it is settled.
  package static func supervision(
    _ loop: DatasetLoop,
    _ items: [Int],
    at day: Day,
    known: Day?
  ) -> Answer {
    let wanted = Set(items)
    let rows = loop.loop.notices(at: day, known: known).filter { wanted.contains($0.item) }
    let numbers = Dictionary(rows.map { ($0.line, $0.number) }) { first, _ in first }
    let table = Table(
      [
        Table.Column("number", zh: "文号", en: "number"),
        Table.Column("level", zh: "级别", en: "level"),
        Table.Column("item", zh: "事项", en: "item"),
        Table.Column("matter", zh: "事由", en: "matter"),
        Table.Column("by", zh: "发文单位", en: "given by"),
        Table.Column("given", zh: "发文日", en: "given on"),
        Table.Column("addressed", zh: "承办单位", en: "given to"),
        Table.Column("term", zh: "期限", en: "term"),
        Table.Column("replies", zh: "反馈", en: "answers"),
        Table.Column("closed", zh: "销号日", en: "settled on"),
        Table.Column("state", zh: "销号", en: "settled"),
        Table.Column("days", zh: "超期天数", en: "days late"),
        Table.Column("follows", zh: "接续", en: "follows"),
        Table.Column("line", zh: "行号", en: "line"),
      ],
      rows
    ) { notice in
      [
        loop.told([notice.number]), loop.told([notice.level]), loop.cell(ofItem: notice.item),
        loop.told(notice.matter), loop.cell(ofParty: notice.by), .text("\(notice.given)"),
        notice.addressed.isEmpty ? .none : .list(notice.addressed.map { loop.cell(ofParty: $0) }),
        .shown(notice.term),
        notice.replies.isEmpty ? .none : .list(notice.replies.map { loop.reply($0) }),
        .shown(notice.closed), .word(key: notice.state.rawValue, label: notice.state.label),
        notice.daysLate > 0 ? .number(notice.daysLate) : .none,
        .shown(
          notice.follows.map { line in
            let number = numbers[line] ?? ""
            return number.isEmpty ? line : "\(number)（\(line)）"
          }
        ), .text(notice.line),
      ]
    }
    return Answer(
      command: "supervision",
      title: BilingualText(zh: "督办清单", en: "Notices and what became of them"),
      table: table,
      notes: Notice.notes(rows) + loop.notes(at: day, known: known)
    )
  }
}

extension Notice {
  /// How many there are in each state, and what is odd among them.
  fileprivate static func notes(_ notices: [Notice]) -> [BilingualText] {
    guard !notices.isEmpty else {
      return [BilingualText(zh: "没有督办", en: "no notice was given")]
    }
    let counts = State.allCases.compactMap { state -> (State, Int)? in
      let count = notices.count { $0.state == state }
      return count == 0 ? nil : (state, count)
    }
    var notes = [
      BilingualText(
        zh: "共 \(notices.count) 件：" + counts.map { "\($0.label.zh) \($1)" }.joined(separator: "，"),
        en: "\(notices.count) in all: "
          + counts.map { "\($0.label.en) \($1)" }.joined(separator: ", ")
      )
    ]
    let nobody = notices.count { $0.addressed.isEmpty }
    if nobody > 0 {
      notes.append(
        BilingualText(
          zh: "\(nobody) 件发文那天没有确定的牵头单位，任何一家的反馈都算",
          en: "\(nobody) on items that nobody led for certain that day: anybody's answer counts"
        )
      )
    }
    let strangers = notices.flatMap(\.replies).count { !$0.isCounted }
    if strangers > 0 {
      notes.append(
        BilingualText(
          zh: "\(strangers) 份反馈不是承办单位的，列出而不算",
          en: "\(strangers) answers are of others than it was given to: shown, and not counted"
        )
      )
    }
    let loose = unlinked(notices)
    if !loose.isEmpty {
      notes.append(
        BilingualText(
          zh: "前一件还没有销号就又发文、却没有写明接续的：\(loose.joined(separator: "、"))",
          en: "given while an earlier one was open, and name none that they follow: "
            + loose.joined(separator: ", ")
        )
      )
    }
    return notes
  }

  /// The lines of notices that were given while an earlier one on the item was open, and do not name it.
  private static func unlinked(_ notices: [Notice]) -> [String] {
    var open: [Int: [Notice]] = [:]
    return notices.filter { notice in
      let earlier = open[notice.item, default: []]
      open[notice.item, default: []].append(notice)
      return notice.follows == nil
        && earlier.contains { $0.closed.map { $0 > notice.given } ?? true }
    }.map(\.line)
  }
}

extension Notice.State {
  fileprivate var label: BilingualText {
    switch self {
    case .open: BilingualText(zh: "未到期", en: "open")
    case .overdue: BilingualText(zh: "超期未反馈", en: "overdue")
    case .answered: BilingualText(zh: "按期销号", en: "settled in time")
    case .answeredLate: BilingualText(zh: "超期销号", en: "settled late")
    }
  }
}

extension DatasetLoop {
  /// Texts of the journal; nothing where there are none.
  func told(_ texts: [String]) -> Answer.Cell {
    let texts = texts.filter { !$0.isEmpty }
    return switch texts.count {
    case 0: .none
    case 1: .text(texts[0])
    default: .list(texts.map { .text($0) })
    }
  }

  /// An answer to a notice: who, when, whether in time, what was done, and its line.
  fileprivate func reply(_ reply: Notice.Reply) -> Answer.Cell {
    let party = cell(ofParty: reply.party)
    let state =
      !reply.isCounted
      ? BilingualText(zh: "不算", en: "not counted")
      : reply.isInTime
        ? BilingualText(zh: "按期", en: "in time") : BilingualText(zh: "超期", en: "late")
    let words = reply.words.joined(separator: "；")
    func caption(_ language: Language) -> String {
      let name = party.text(in: language)
      return language == .zh
        ? "\(name) \(reply.received) \(state.zh)（\(reply.line)）\(words)"
        : "\(name) \(reply.received) \(state.en) (\(reply.line)) \(words)"
    }
    func trimmed(_ text: String) -> String { text.hasSuffix(" ") ? String(text.dropLast()) : text }
    return .record(
      [
        Answer.Cell.Field("party", party),
        Answer.Cell.Field("received", .text("\(reply.received)")),
        Answer.Cell.Field("inTime", .flag(reply.isInTime)),
        Answer.Cell.Field("counted", .flag(reply.isCounted)),
        Answer.Cell.Field("words", told(reply.words)),
        Answer.Cell.Field("line", .text(reply.line)),
      ],
      caption: BilingualText(zh: trimmed(caption(.zh)), en: trimmed(caption(.en)))
    )
  }
}
