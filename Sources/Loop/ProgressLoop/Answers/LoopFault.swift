package import Bilingual
import Diagnostics

/// What is wrong with the lines of a plan or journal, seen beside one another and the world.
package struct LoopFault: Sendable, Hashable {
  /// Where it lies.
  package enum Place: Sendable, Hashable {
    /// A line of the plan, by its position.
    case plan(Int)
    /// A line of the journal, by its position.
    case journal(Int)
    /// An item, by its position.
    case item(Int)
    /// The names of items and parties.
    case names
  }

  /// In which column of a line it lies.
  package enum Column: String, Sendable, Hashable {
    case line
    case recorded
    case by
    case item
    case period
    case corrects
    case answers
    case value
  }

  package enum Matter: Sendable, Hashable {
    case backwards(Day, after: Day)
    case duplicateLine
    case unknownItem(String, on: Day, closest: [String])
    case ambiguousItem(String, on: Day)
    case alreadyReported(party: String, ReportPeriod, line: String)
    case alreadyCorrected(String, by: String)
    case unknownLine(String)
    /// A line that is corrected, withdrawn or answered is one on another item.
    case otherItem(String, name: String)
    /// A reporter whom the data do not have: it counts for nobody.
    case unknownParty(String, closest: [String])
    /// A figure in what the item is not measured in.
    case otherMeasure(LoopMeasure)
    case notANotice(String)
    /// A report of a party that was not to give it; who was.
    case unexpectedReport(party: String, ReportPeriod, expected: [String])
    /// Several have had one former name.
    case sharedFormerName([String])
    /// Only an answer, or a notice that follows one, names a notice.
    case idleAnswer
    /// The plan of a year of what was split is not divided among its parts.
    case undividedPlan(year: Int, part: String)
    case endsBeforeItBegins
  }

  package let place: Place
  /// What the line, or item, is called.
  package let name: String
  package let column: Column
  package let matter: Matter

  /// For people, in both languages; it begins with what the line is called.
  package var text: BilingualText {
    BilingualText(zh: "\(name)：\(message.zh)", en: "\(name): \(message.en)")
  }

  /// The same without what the line is called.
  package var message: BilingualText {
    switch matter {
    case .backwards(let day, let last):
      BilingualText(zh: "记录日 \(day) 早于 \(last)", en: "recorded \(day) before \(last)")
    case .duplicateLine: BilingualText(zh: "行号写了两次", en: "the line is there twice")
    case .unknownItem(let name, let day, _):
      BilingualText(zh: "\(day) 没有事项叫“\(name)”", en: "no item is called \(name) on \(day)")
    case .ambiguousItem(let name, let day):
      BilingualText(
        zh: "\(day) 不止一个事项叫“\(name)”",
        en: "several items are called \(name) on \(day)"
      )
    case .alreadyReported(let party, let period, let line):
      BilingualText(
        zh: "\(party)已在 \(line) 报过 \(period)，更正须写明它",
        en: "\(party) already reported \(period) in \(line); a correction names it"
      )
    case .alreadyCorrected(let target, let by):
      BilingualText(zh: "\(target) 已由 \(by) 更正", en: "\(target) is already corrected by \(by)")
    case .unknownLine(let name):
      BilingualText(zh: "前面没有行号 \(name)", en: "no line before it is called \(name)")
    case .otherItem(let line, let name):
      BilingualText(zh: "\(line) 说的是“\(name)”", en: "\(line) is on \(name)")
    case .unknownParty(let name, _):
      BilingualText(
        zh: "数据中没有“\(name)”，它的报告不算任何单位的",
        en: "the data have no \(name): its reports count for nobody"
      )
    case .otherMeasure(.money):
      BilingualText(zh: "这个事项的完成值是金额", en: "the figures of the item are money")
    case .otherMeasure(.units(let units)):
      BilingualText(
        zh: "这个事项的完成值以\(units.joined(separator: "、"))计",
        en: "the figures of the item are in \(units.joined(separator: ", "))"
      )
    case .notANotice(let name): BilingualText(zh: "\(name) 不是督办", en: "\(name) is no notice")
    case .unexpectedReport(let party, let period, let expected):
      BilingualText(
        zh: "\(period) 应由\(expected.joined(separator: "、"))报送，\(party)的这一份留着，不计入报送",
        en:
          "\(expected.joined(separator: ", ")) is to report \(period); that of \(party) is kept and not counted"
      )
    case .sharedFormerName(let ids):
      BilingualText(
        zh: "\(ids.joined(separator: "、"))都有这个曾用名，台账里写它的行看记录日，分不清的不算",
        en:
          "a former name of \(ids.joined(separator: ", ")): a line that has it means who bore it that day"
      )
    case .idleAnswer:
      BilingualText(
        zh: "只有整改反馈和后续督办才写“答复”，这一行的不起作用",
        en: "only an answer, or a notice that follows one, names a notice: this counts for nothing"
      )
    case .undividedPlan(let year, let part):
      BilingualText(
        zh: "\(year) 年计划未分给“\(part)”",
        en: "its plan of \(year) is not divided with \(part)"
      )
    case .endsBeforeItBegins: BilingualText(zh: "止日早于起日", en: "it ends before it begins")
    }
  }

  /// A stable name.
  package var code: String {
    switch matter {
    case .backwards: "recorded-backwards"
    case .duplicateLine: "duplicate-line"
    case .unknownItem: "unknown-item"
    case .ambiguousItem: "ambiguous-item"
    case .alreadyReported: "already-reported"
    case .alreadyCorrected: "already-corrected"
    case .unknownLine: "unknown-line"
    case .otherItem: "line-of-another-item"
    case .unknownParty: "unknown-reporter"
    case .otherMeasure: "other-measure"
    case .notANotice: "not-a-notice"
    case .idleAnswer: "idle-answer"
    case .unexpectedReport: "unexpected-report"
    case .sharedFormerName: "shared-former-name"
    case .undividedPlan: "undivided-plan"
    case .endsBeforeItBegins: "ends-before-it-begins"
    }
  }

  /// Whether it keeps the lines from being used.
  package var isError: Bool {
    switch matter {
    case .unknownParty, .idleAnswer, .unexpectedReport, .sharedFormerName: false
    default: true
    }
  }

  /// What to do, where that can be said.
  package var help: BilingualText? {
    switch matter {
    case .unknownItem(_, _, let closest) where !closest.isEmpty: .didYouMean(closest)
    case .unknownParty(_, let closest) where !closest.isEmpty: .didYouMean(closest)
    case .alreadyReported(_, _, let line):
      BilingualText(zh: "在“更正”一栏写 \(line)", en: "write \(line) under 'corrects'")
    case .backwards:
      BilingualText(
        zh: "记录日只增不减；何时收到写在“收到日”",
        en: "lines are recorded in order; write under 'received' when it came in"
      )
    default: nil
    }
  }
}
