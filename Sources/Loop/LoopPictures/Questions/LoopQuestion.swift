package import Bilingual
package import ChainDrawing
package import ChainLoop
import ChainModel
package import ChainQueries
package import ChainViews
import GraphKernel
package import ProgressLoop

/// A question that takes a plan and a journal.
package enum LoopQuestion: String, Sendable, CaseIterable {
  case progress
  case schedule
  case late
  case unreported
  case home

  /// The question that `word` means: by its name or a label of its list or picture, in either language.
  package init?(word: String) {
    guard
      let question = Self.allCases.first(where: { $0.definition.words.contains(word) })
    else { return nil }
    self = question
  }

  var name: QuestionName {
    switch self {
    case .progress: QuestionName("progress")
    case .schedule: QuestionName("schedule")
    case .late: QuestionName("late")
    case .unreported: QuestionName("unreported")
    case .home: QuestionName("home")
    }
  }

  /// Its row of the table.
  package var definition: QuestionDefinition {
    guard let row = QuestionTable.progress.first(where: { $0.name == name }) else {
      preconditionFailure("the question '\(rawValue)' has no row in the table")
    }
    return row
  }
}

extension DatasetLoop {
  /// The list that answers `words`.
  ///
  /// - Throws: The first fault of the words; of a picture's list that there is neither plan nor journal.
  package func answer(
    _ question: LoopQuestion,
    _ words: QuestionWords,
    at day: Day,
    known: Day?
  ) throws(QuestionFault) -> Answer {
    let scope = try scope(of: words, question)
    switch question {
    case .progress: return .progress(try overview(of: scope, at: day, known: known))
    case .schedule:
      return .schedule(ProgressSchedule(try overview(of: scope, at: day, known: known)))
    case .late: return .late(self, items(within: scope, on: day), at: day, known: known)
    case .unreported:
      let month = day.period.advanced(by: -1)
      return .unreported(self, items(within: scope, on: day), of: month, known: known ?? day)
    case .home:
      guard let scope else { throw .missingSubject(of: question.definition) }
      return .home(PartyHome(self, of: scope, at: day, known: known))
    }
  }

  /// The picture that `words` ask for; it shows what the list of the same words says.
  ///
  /// - Throws: The first fault of the words, that there is no picture, or neither plan nor journal.
  package func plate(
    _ question: LoopQuestion,
    _ words: QuestionWords,
    at day: Day,
    known: Day?,
    language: Language
  ) throws(QuestionFault) -> Plate {
    let scope = try scope(of: words, question)
    switch question {
    case .progress:
      let overview = try overview(of: scope, at: day, known: known)
      return OverviewPlate(overview, language).plate()
    case .schedule:
      let overview = try overview(of: scope, at: day, known: known)
      return SchedulePlate(ProgressSchedule(overview), language).plate()
    case .late, .unreported, .home: throw .hasNoPicture(question.definition)
    }
  }

  private func scope(
    of words: QuestionWords,
    _ question: LoopQuestion
  ) throws(QuestionFault) -> NodeIndex? {
    try dataset.request(words, of: question.definition).subjects.first
  }

  private func overview(
    of scope: NodeIndex?,
    at day: Day,
    known: Day?
  ) throws(QuestionFault) -> ProgressOverview {
    guard !loop.world.plan.isEmpty || loop.world.journal.count > 0 else { throw .hasNoJournal }
    let overview = ProgressOverview(self, of: scope, at: day, known: known)
    guard !overview.items.isEmpty else {
      throw .hasNoItems(scope.map { dataset.graph.name(of: $0) })
    }
    return overview
  }
}

extension QuestionFault {
  /// That nothing is planned and nothing was reported, and what to write.
  fileprivate static var hasNoJournal: QuestionFault {
    QuestionFault(
      .question,
      .notFound,
      BilingualText(
        zh: "数据集没有计划和台账，画不出进度",
        en: "the data set has neither a plan nor a journal, so there is no progress to show"
      ),
      help: BilingualText(
        zh: "在数据集文件夹里写 plans/2024.csv（计划：line,recorded,item,what,period,value）、"
          + "journal/2024-01.csv（台账：line,recorded,period,by,item,type,status,value）和 reporting.yaml（规则）",
        en: "write plans/2024.csv (line,recorded,item,what,period,value), journal/2024-01.csv "
          + "(line,recorded,period,by,item,type,status,value) and reporting.yaml in the data set's folder"
      )
    )
  }

  /// That nothing of the kinds that are reported on belongs to the scope.
  fileprivate static func hasNoItems(_ scope: String?) -> QuestionFault {
    QuestionFault(
      .question,
      .notFound,
      scope.map {
        BilingualText(zh: "“\($0)”没有要报送进展的事项", en: "'\($0)' has no items that are reported on")
      } ?? BilingualText(zh: "没有要报送进展的事项", en: "there are no items that are reported on"),
      help: BilingualText(
        zh: "要报送哪几类，由 reporting.yaml 的 reports 说明",
        en: "which kinds are reported on is said by `reports` in reporting.yaml"
      )
    )
  }
}
