import Bilingual
package import ChainQueries

extension QuestionTable {
  /// The rows of the questions that take a plan and a journal.
  ///
  /// They stand here and not among ``QuestionTable/all``, since the wing of chains cannot answer them: it
  /// stands below this one, and a data set alone has no journal. So there is still one table in one form, whose
  /// rows each stand beside what answers them, and whoever can answer both kinds, as the command line, looks
  /// through both; a site or a pack on a data set without a journal is as it was.
  package static let progress = [
    QuestionDefinition(
      LoopQuestion.progress.name,
      .progress,
      list: BilingualText(zh: "进度清单", en: "list of progress"),
      picture: BilingualText(zh: "进度总览", en: "progress at a glance"),
      summary: BilingualText(
        zh: "各集群的灯、投资、报送，滞后的原因和责任人，一页看全",
        en: "lights, money and reports of all clusters, what is behind and who answers for it"
      ),
      of: [scope],
      examples: ["progress", "progress 市工信局"].map(BilingualText.init(same:))
    ),
    QuestionDefinition(
      LoopQuestion.schedule.name,
      .progress,
      list: BilingualText(zh: "节点清单", en: "list of milestones"),
      picture: BilingualText(zh: "进度表", en: "schedule"),
      summary: BilingualText(
        zh: "各事项逐月的灯，计划和实际的节点，迟了多久",
        en: "the lights of each month, and milestones as planned and as reached"
      ),
      of: [scope],
      examples: [BilingualText(same: "schedule 船舶机械")]
    ),
    QuestionDefinition(
      LoopQuestion.late.name,
      .progress,
      list: BilingualText(zh: "逾期清单", en: "what is late"),
      summary: BilingualText(zh: "计划日已过而没有完成的节点", en: "milestones whose planned day has passed"),
      of: [scope],
      examples: [BilingualText(same: "late 市工信局")]
    ),
    QuestionDefinition(
      LoopQuestion.unreported.name,
      .progress,
      list: BilingualText(zh: "未报清单", en: "what was not reported"),
      summary: BilingualText(zh: "上月谁该报而没有报", en: "who owes a report of the last month"),
      of: [scope],
      examples: [BilingualText(same: "unreported 市工信局")]
    ),
    QuestionDefinition(
      LoopQuestion.home.name,
      .progress,
      list: BilingualText(zh: "责任主页", en: "home of a leader or a department"),
      summary: BilingualText(
        zh: "一个部门或领导负责的事项，各项的灯，逾期、未报和上期以来的变化",
        en: "what one answers for, with lights, what is late, not reported and changed"
      ),
      of: [party],
      examples: [BilingualText(same: "home 市工信局")]
    ),
  ]

  private static let party = QuestionSubject(
    "party",
    zh: "部门或领导",
    en: "department or leader",
    .party,
    example: "市工信局"
  )

  private static let scope = QuestionSubject(
    "scope",
    word: "CLUSTER|DEPARTMENT|LEADER",
    zh: "集群、部门或领导",
    en: "cluster, department or leader",
    .scope,
    example: "市工信局"
  ).optional
}
