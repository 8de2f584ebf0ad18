import ArgumentParser
import Bilingual
import ChainDrawing
import ChainLoop
import ChainModel
import ChainQueries
import ChainViews
import LoopPictures
import LoopSheets
import ProgressLoop

/// 月调度: what goes out and what is laid on the table each month. A sheet for each department that is to
/// report, the two pictures of progress, and one workbook of all lists.
struct MonthlyPack {
  static let title = BilingualText(zh: "月调度", en: "Monthly round")
  /// Under which it is asked for.
  static let name = title.zh

  let session: Session
  let loop: DatasetLoop
  let period: ReportPeriod
  /// The day on which everything is seen.
  let day: Day
  /// What could not be made, and why.
  private(set) var leftOut: [BilingualText] = []

  /// - Parameters:
  ///   - period: The month; `nil` for the one before the day.
  ///   - at: The day; `nil` for the one after the reports of the month were due, or as far as anything is
  ///     known.
  init(_ session: Session, period: ReportPeriod?, at date: CalendarDate?) throws(Failure) {
    self.session = session
    loop = try session.loop()
    let last = loop.defaultDay
    let asked = date.map { Day(asked: $0) }
    self.period = period ?? (asked ?? last).period.advanced(by: -1)
    if let asked {
      day = asked
    } else if period != nil {
      let compared = loop.loop.world.rules.dayAfterDue(of: self.period)
      day = min(compared, max(last, self.period.last + 1))
    } else {
      day = last
    }
  }

  /// A file of the pack, by its name; it is made when it is written.
  private struct Part {
    let name: String
    let make: () throws(Failure) -> [(suffix: String, ending: String, bytes: [UInt8])]
  }

  /// Writes the files of the pack; how many they are.
  mutating func write(
    to target: OutputFolder,
    _ writer: PictureWriter,
    formats: [PictureFormat]
  ) throws(Failure) -> Int {
    var parts: [Part] = []
    for (place, question) in [LoopQuestion.progress, .schedule].enumerated() {
      guard let plate = try found(plate(question)) else { continue }
      let label = question.definition.label[session.language]
      parts.append(
        Part(name: picture(place + 1) + label) { () throws(Failure) in
          var files: [(suffix: String, ending: String, bytes: [UInt8])] = []
          for format in formats {
            for file in try writer.files(of: plate, as: format) {
              files.append((file.suffix, format.rawValue, file.bytes))
            }
          }
          return files
        }
      )
    }
    let lists = try lists()
    let (session, date) = (session, day.date)
    parts.append(
      Part(name: BilingualText(zh: "清单", en: "lists")[session.language]) { () throws(Failure) in
        do throws(WorkbookFailure) {
          let bytes = try Answer.workbook(of: lists, language: session.language, date: date)
          return [("", "xlsx", bytes)]
        } catch {
          throw Failure(error, in: session.language)
        }
      }
    )
    parts += sheets()
    var progress = Progress(total: parts.count)
    var count = 0
    for part in parts {
      progress.step(part.name)
      for file in try part.make() {
        try target.write(file.bytes, to: "\(part.name)\(file.suffix).\(file.ending)")
        count += 1
      }
    }
    progress.end()
    return count
  }

  private func picture(_ number: Int) -> String {
    BilingualText(zh: "图\(number)-", en: "picture \(number) ")[session.language]
  }

  private func plate(_ question: LoopQuestion) -> Result<Plate, QuestionFault> {
    Result { () throws(QuestionFault) in
      let words = QuestionWords(question.rawValue)
      return try loop.plate(question, words, at: day, known: nil, language: session.language)
    }
  }

  private func list(_ question: LoopQuestion) -> Result<Answer, QuestionFault> {
    Result { () throws(QuestionFault) in
      try loop.answer(question, QuestionWords(question.rawValue), at: day, known: nil)
    }
  }

  /// What is found; that there is nothing is kept to be told.
  private mutating func found<Thing>(
    _ thing: Result<Thing, QuestionFault>
  ) throws(Failure) -> Thing? {
    switch thing {
    case .success(let thing): return thing
    case .failure(let fault):
      guard fault.category == .notFound else { throw Failure(fault, in: session.language) }
      if !leftOut.contains(fault.message) { leftOut.append(fault.message) }
      return nil
    }
  }

  // MARK: Lists

  private mutating func lists() throws(Failure) -> [Answer.Named] {
    let language = session.language
    var named: [Answer.Named] = []
    func add(_ zh: String, _ en: String, _ list: Answer) {
      named.append(Answer.Named(BilingualText(zh: zh, en: en)[language], list))
    }
    for question in [LoopQuestion.progress, .schedule] {
      guard let answer = try found(list(question)) else { continue }
      add(question.definition.listLabel.zh, question.rawValue, answer)
    }
    let items = loop.items(within: nil, on: day)
    let rules = loop.loop.world.rules
    add("逾期清单", "late", .late(loop, items, at: day, known: nil))
    add("未报清单", "not reported", .unreported(loop, items, of: period, known: day))
    add("督办清单", "supervision", .supervision(loop, items, at: day, known: nil))
    let since = rules.dayAfterDue(of: period.advanced(by: -1))
    if since < day {
      add("变化清单", "changes", .changes(loop, items, since: since, until: day))
    }
    for (by, zh, en) in [
      (AssessedBy.department, "考评表（部门）", "assessed departments"),
      (.leader, "考评表（领导）", "assessed leaders"),
    ] {
      let last = rules.lastDue(on: day)
      let first = rules.firstAssessed(until: last)
      add(zh, en, .assessment(loop, AssessmentQuestion(from: first, to: last, known: day, by: by)))
    }
    return named
  }

  // MARK: Sheets

  private func sheets() -> [Part] {
    let made = max(day, period.last + 1)
    let folder = BilingualText(zh: "月报表", en: "sheets")[session.language]
    let (session, loop, period) = (session, loop, period)
    var names = FolderNames()
    return loop.loop.parties(expectedOn: period, known: made).map { party in
      let name = loop.loop.name(ofParty: party, on: period.last)
      return Part(name: "\(folder)/\(names.name(for: "\(period) \(name)"))") { () throws(Failure) in
        let sheet = ProgressSheet(loop, of: party, about: period, made: made)
        do throws(WorkbookFailure) {
          return [("", "xlsx", try sheet.file(language: session.language))]
        } catch {
          throw Failure(error, in: session.language)
        }
      }
    }
  }
}
