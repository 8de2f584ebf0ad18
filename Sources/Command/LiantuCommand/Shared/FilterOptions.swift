import ArgumentParser
import Bilingual
import ChainModel
import ChainQueries
import ChainViews

/// Which part of a data set is meant: options of the commands that write or count all of it.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("只留某类对象（可重复）", "only nodes of this kind (repeatable)"),
      discussion: say(
        "中文、英文或类别名。保留下来的事实所引用的文件总是一并保留。",
        "Its word in either language, or its name. A document that a kept fact cites always stays."
      ),
      valueName: "kind"
    )
  )
  var kind: [String] = []
  @Option(
    help: ArgumentHelp(
      say("只留某种关系（可重复）", "only this relation (repeatable)"),
      valueName: "relation"
    )
  )
  var relation: [String] = []
  @Option(
    help: ArgumentHelp(
      say("只留查询表达式得到的对象，如 '上游(高端聚烯烃)'", "only the nodes of a query, such as '上游(高端聚烯烃)'"),
      valueName: "expr"
    ),
    completion: Completion.expression
  )
  var within: String?
}

extension Session {
  /// Opens the part of a data set that the options mean.
  init(_ options: DatasetOptions, _ filter: FilterOptions) throws(Failure) {
    self = try Session(options).keeping(filter)
    tellOfDay()
  }

  /// Says what is left out of a file because of the day that was asked about.
  func tellOfDay() {
    if let remark = graph.standing?.remark { Terminal.tell(remark[language]) }
  }

  /// The same with what passes `options` alone; see `ChainGraph.keeping`.
  private func keeping(_ options: FilterOptions) throws(Failure) -> Session {
    var filter = GraphFilter()
    do throws(QuestionFault) {
      for (position, word) in options.kind.enumerated() {
        filter.kinds = (filter.kinds ?? [])
          .union([try dataset.kind(word, at: .option(.kind, position))])
      }
      for (position, word) in options.relation.enumerated() {
        filter.relations = (filter.relations ?? [])
          .union([try dataset.relation(word, at: .option(.relation, position))])
      }
    } catch {
      throw Failure(error, in: language)
    }
    if let expression = options.within {
      let result = try reporting(language, self) { () throws(QueryFaults) in
        try dataset.evaluate(try Query(parsing: expression))
      }
      filter.nodes = Set(result.nodes)
    }
    return filter.isEmpty ? self : replacing(dataset.keeping(filter))
  }
}
