import ArgumentParser
import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: QuestionName.query.definition.summary[Speech.language],
    discussion: say(
      """
      名称可直接写，含空格或括号的加引号；+ 并、& 交、- 差，& 先算，其余从左到右。
      函数（中英文均可）：
      \(functions)
      条件：属性 = 值，也可用 != < <= > >= 和 ~（含有）；有(属性)；且、或、非。如 状态 = 在建 且 规模 >= 20 万千瓦。
      关系：写名称或读法（从事、属于、包含……），或一类关系（流动、归属、责任……）。
      设 x = 集合 则 表达式：给集合取名。语法全文见文档 QueryLanguage。
      示例：
        liantu query '上游(高端聚烯烃) & 企业'
        liantu query 'led-by(市工信局) & kind(project) & in(船舶机械)'
        liantu query 'gaps(泳装) & downstream(化纤)' --explain
        liantu query 'where(项目, 规模 >= 20 万千瓦)' --output json
        liantu query '上游(高端聚烯烃, 2)' -o 上游.svg
        liantu query 'paths(原油炼制, 高端聚烯烃, 5)'
        liantu query 无人负责的项目 --output count
        liantu query 'gaps( 泳装 )&downstream( 化纤 )' --format-expression
      """,
      """
      Names stand as they are, in quotes where they hold spaces or brackets; + adds, & shares and - \
      takes away; & binds tighter, the others go from left to right.
      Functions, in English or Chinese:
      \(functions)
      A CONDITION is attribute = value, or != < <= > >=, or ~ for a part of a text; has(attribute); joined \
      by and, or, not: status = building and capacity >= 20 万千瓦.
      A RELATION is one by its name or phrase (operatesIn, "is part of"), or all of a meaning (flow, \
      containment, responsibility, …).
      let x = SET in EXPR names a set. The whole grammar is in the documentation, QueryLanguage.
      Examples:
        liantu query '上游(高端聚烯烃) & 企业'
        liantu query 'led-by(市工信局) & kind(project) & in(船舶机械)'
        liantu query 'gaps(泳装) & downstream(化纤)' --explain
        liantu query 'where(project, capacity >= 20 万千瓦)' --output json
        liantu query 'upstream(高端聚烯烃, 2)' -o upstream.svg
        liantu query 'paths(原油炼制, 高端聚烯烃, 5)'
        liantu query 无人负责的项目 --output count
        liantu query 'gaps( 泳装 )&downstream( 化纤 )' --format-expression
      """
    )
  )

  /// A line for each function: how it is written and what it means.
  private static let functions = QueryFunction.allCases.map { function in
    let language = Speech.language
    let other = language == .zh ? function.word(.en) : function.word(.zh)
    return "  \(function.usage(language)) [\(other)]\n      \(function.summary[language])"
  }.joined(separator: "\n")

  @Argument(
    help: ArgumentHelp(say("表达式", "the expression"), valueName: "expr"),
    completion: Completion.expression
  )
  var expression: String
  @Option(
    name: .long,
    help: ArgumentHelp(
      say(
        "输出形式（缺省按文件名，否则为 table）",
        "the form of the output (default: by the file's ending, else table)"
      ),
      valueName: QueryOutput.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var output: QueryOutput?
  @Option(
    name: [.customShort("o"), .customLong("file")],
    help: ArgumentHelp(say("写入文件", "write to a file"), valueName: "file")
  )
  var file: String?
  @Flag(
    help: ArgumentHelp(
      say("用一句话说明，并列出各步及其数量", "say the query as a sentence, and the steps with their sizes")
    )
  )
  var explain = false
  @Flag(help: ArgumentHelp(say("只把表达式写成规范形式", "only write the expression in its canonical form")))
  var formatExpression = false
  @OptionGroup var overwriting: OverwritingOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var drawing: DrawingOptions

  /// The form asked for, else that of the file's ending, else a table.
  private var form: QueryOutput {
    let ending = file.flatMap { FileEnding(of: $0) }
    return output ?? ending.flatMap { QueryOutput(ending: $0.text) } ?? .table
  }

  func validate() throws {
    try FileEnding.check(
      file,
      among: output?.endings ?? AnswerFormat.allEndings + PictureFormat.allCases.map(\.rawValue),
      isNamed: output != nil || formatExpression
    )
    if form == .xlsx, !formatExpression {
      try FileEnding.checkNoWorkbook(file, isForced: overwriting.force)
    }
    if !form.isText, file == nil, Terminal.isTerminal(.output) {
      throw ValidationError(
        say("这种文件不能显示在终端上；用 -o 指明文件", "a terminal cannot show that; name a file with -o")
      )
    }
    if explain, form.answerFormat == nil {
      throw ValidationError(
        say("--explain 只用于表格和 JSON 等清单", "--explain goes with tables, JSON and other lists")
      )
    }
  }

  func run() throws {
    if formatExpression {
      let language = dataset.lang ?? Speech.language
      let query = try reporting(language) { () throws(QueryFaults) in try Query(parsing: expression)
      }
      try write(Array((query.text(in: language) + "\n").utf8))
      return
    }
    let opened = try Session(dataset)
    let session = opened.replacing(opened.dataset.asOneDay)
    let (query, result) = try reporting(session.language, session) { () throws(QueryFaults) in
      let query = try Query(parsing: expression)
      return (query, try session.dataset.evaluate(query))
    }
    if let format = form.pictureFormat {
      try draw(result, query, as: format, session)
    } else {
      try write(try bytes(of: result, session))
    }
  }

  private func draw(
    _ result: QueryResult,
    _ query: Query,
    as format: PictureFormat,
    _ session: Session
  ) throws(Failure) {
    let view: ChainView
    do throws(ViewFailure) {
      view = try session.dataset.view(of: result, query, language: session.language)
    } catch {
      throw Failure(error.fault(in: session.graph), in: session.language)
    }
    let writer = try session.writer(drawing)
    try PictureOptions.write(view.picture, as: format, to: file, writer, in: session.language)
  }

  private func bytes(
    of result: QueryResult,
    _ session: Session
  ) throws(Failure) -> [UInt8] {
    if let format = form.answerFormat {
      let answer = Answer.query(result, in: session.graph, isExplaining: explain)
        .noting(session.dataset.conditions)
      return try session.bytes(answer, in: format, width: file == nil ? Terminal.width : nil)
    }
    if form == .count { return Array("\(result.count)\n".utf8) }
    let lines: [String] =
      switch result.content {
      case .nodes(let nodes): nodes.map { session.graph.id(of: $0) }
      case .paths(let paths, _):
        paths.map { $0.map { session.graph.id(of: $0) }.joined(separator: "\t") }
      }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    if let file { try OutputFile.write(bytes, to: file) } else { try Terminal.write(bytes) }
  }
}

/// How the result of a query is written.
enum QueryOutput: String, ExpressibleByArgument, CaseIterable {
  case ids
  case table
  case json
  case csv
  case markdown
  case xlsx
  case html
  case dot
  case svg
  case png
  case pdf
  case count

  init?(ending: String) {
    let format = AnswerFormat(ending: ending)?.rawValue ?? PictureFormat(rawValue: ending)?.rawValue
    guard let format else { return nil }
    self.init(rawValue: format)
  }

  /// The endings of its files.
  var endings: [String] {
    answerFormat?.endings ?? pictureFormat.map { [$0.rawValue] } ?? ["txt"]
  }

  var answerFormat: AnswerFormat? { AnswerFormat(rawValue: rawValue) }

  var pictureFormat: PictureFormat? { PictureFormat(rawValue: rawValue) }

  var isText: Bool { ![.xlsx, .png, .pdf].contains(self) }
}
