import ArgumentParser
import Bilingual
import ChainModel
import ChainRegisters
import ChainViews
import ChainWorkbooks
import GraphKernel
import RegisterReader

/// `liantu attach`: where the firms of a register stand in the chains; for people to decide.
struct Attach: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "挂链：名录中的企业可能在哪些环节，由人判断",
      "where the firms of a register may stand in the chains, for people to decide"
    ),
    discussion: say(
      """
      读取名录（.csv、.xlsx 或每行一个 JSON），按主要产品、经营范围、行业代码和名称给出建议，说明凭哪个词、胜过哪些\
      环节。只是建议，什么也不写。-o 待核定.xlsx 写出工作簿：每条一行，选 是、否 或 存疑，填好后用 --decisions 交回，\
      先看差别，加 --write 写入数据集。只有“是”成为数据（依据：名录）；“否”只对那家企业和那个环节，名录中该行变了再问。
      列名认得常用的：企业名称、统一社会信用代码、行业代码、主要产品、经营范围、曾用名、登记状态等；别的用 --columns 指明。
      下个月的名录再 attach 一次：已判断的不再问，只问新增的和变了的；--since 另与上一份名录相比。
      示例：
        liantu attach 企业名录.csv
        liantu attach 企业名录.xlsx --within 泳装 --by firm
        liantu attach 企业名录.csv -o 待核定.xlsx
        liantu attach --decisions 待核定.xlsx
        liantu attach 十二月.csv --since 十一月.csv
        liantu attach --stream
      --stream 从标准输入读、向标准输出写，每行一个 JSON：
        {"id": "1", "name": "甲公司", "products": [{"name": "烧碱", "share": 0.31}]}
      只有 id 和 name 必填；还可有 creditCode、industryCode、scope。读不懂的行答以行号和错误，接着读下一行。
      """,
      """
      Reads a register (.csv, .xlsx, or a JSON object a line), and proposes by products, scope of \
      business, industry code and name, with the words and the segments that lost to them. Proposals \
      alone: nothing is written. -o review.xlsx makes a workbook, a row a question, to choose yes, no or \
      unsure; filled in, it comes back with --decisions, which shows what changes, and writes it with \
      --write. A yes alone becomes data (basis: register); a no holds for that firm and that segment, \
      until the row says something else.
      The usual headings of columns are known; --columns names others.
      Attach next month's register alike: what is decided is not asked again, only what is new or has \
      changed; --since compares it with the earlier one too.
      Examples:
        liantu attach 企业名录.csv
        liantu attach 企业名录.xlsx --within 泳装 --by firm
        liantu attach 企业名录.csv -o review.xlsx
        liantu attach --decisions review.xlsx
        liantu attach 十二月.csv --since 十一月.csv
        liantu attach --stream
      --stream reads standard input and writes standard output, a JSON object a line:
        {"id": "1", "name": "甲公司", "products": [{"name": "烧碱", "share": 0.31}]}
      id and name alone are needed; creditCode, industryCode and scope may stand beside. A line that is \
      no firm is answered with its number and the error, and the work goes on.
      """
    )
  )

  @Argument(
    help: ArgumentHelp(say("名录（.csv、.xlsx、.jsonl）", "the register"), valueName: "register")
  )
  var register: String?

  @OptionGroup var reading: RegisterOptions

  @Option(
    help: ArgumentHelp(
      say("上一份名录：只问新增的和变了的", "an earlier register: only what is new or changed is asked"),
      valueName: "file"
    )
  )
  var since: String?

  @Option(
    help: ArgumentHelp(
      say("只看某个集群或环节", "only this cluster or segment"),
      valueName: "scope"
    )
  )
  var within: String?

  @Option(
    help: ArgumentHelp(
      say("按环节还是按企业列（缺省按环节）", "a row a segment, or a row a proposal (default: segment)"),
      valueName: "segment|firm"
    )
  )
  var by: ReviewOrder?

  @Option(
    help: ArgumentHelp(
      say(
        "名录中某环节的企业都已判断时，把可采用的摸排写成文件（.yaml）；放进数据集文件夹才算数",
        "writes the surveys that the decisions support (.yaml); they count once they stand in the data set's "
          + "folder"
      ),
      valueName: "file"
    )
  )
  var surveys: String?

  @Flag(help: ArgumentHelp(say("也列只是文字相近的", "list also what is alike in wording alone")))
  var similar = false

  @Option(
    help: ArgumentHelp(
      say("交回填好的工作簿", "takes a workbook that was filled in"),
      valueName: "file"
    )
  )
  var decisions: String?

  @Flag(help: ArgumentHelp(say("写入（与 --decisions 同用）", "write the decisions"))) var write = false

  @Flag(
    help: ArgumentHelp(
      say("与 --decisions 同用：另列出各文件逐行的改动", "with --decisions: show the lines that change too")
    )
  )
  var diff = false

  @Flag(
    help: ArgumentHelp(
      say(
        "从标准输入逐行读 JSON，逐行写出建议，次序不变",
        "read a JSON object a line from standard input, and write proposals a line, in order"
      )
    )
  )
  var stream = false

  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let ways = [register != nil, decisions != nil, stream].count { $0 }
    guard ways == 1 else {
      throw ValidationError(
        say(
          "写明名录文件，或 --decisions 工作簿，或 --stream，三者取一",
          "name a register, or --decisions with a workbook, or --stream: one of the three"
        )
      )
    }
    try FileEnding.check(surveys, among: ["yaml", "yml"])
    // What an option would change where it is not heeded, nobody should believe to have changed.
    let ofRegister: [(String, Bool)] = [
      ("--since", since != nil), ("--by", by != nil), ("--similar", similar),
      ("--surveys", surveys != nil), ("--columns", reading.columns != nil),
      ("--encoding", reading.encoding != nil), ("--name", reading.title != nil),
      ("-o", output.output != nil),
    ]
    let ofDecisions = [("--write", write), ("--diff", diff)]
    let unheeded =
      (register == nil ? ofRegister : []) + (decisions == nil ? ofDecisions : [])
      + (decisions == nil ? [] : [("--within", within != nil), ("--date", reading.date != nil)])
      + (surveys == nil ? [] : [("--by", by != nil), ("-o", output.output != nil)])
    if let option = unheeded.first(where: \.1)?.0 {
      throw ValidationError(
        say(
          "这样用不到 \(option)；见 liantu help attach",
          "\(option) has no meaning here; see liantu help attach"
        )
      )
    }
  }

  func run() throws {
    if let decisions { return try file(decisions) }
    let session = try Session(dataset)
    let scope = try within.map { name throws(Failure) in
      try session.resolve(name, among: [.cluster] + session.graph.ontology.flowKinds)
    }
    if stream { return try stream(session, within: scope) }
    guard let register else { return }
    try OutputFile.check(
      [output.output, surveys],
      apartFrom: [register, since],
      in: session.language
    )
    var limits = RegisterReview.Limits()
    limits.scope = scope
    limits.showsSimilar = similar
    limits.earlier = try since.map { path throws(Failure) in
      try reading.register(path, session.language)
    }
    let read = try reading.register(register, session.language)
    if let surveys {
      return try offer(RegisterReview(of: read, in: session.dataset, limits), to: surveys, session)
    }
    try Self.answer(session, read, limits, by: by ?? .segment, reading.readOn, output)
  }

  /// Writes the surveys that the decisions on a register support.
  private func offer(_ review: RegisterReview, to path: String, _ session: Session) throws(Failure)
  {
    let offered = review.offeredSurveys()
    guard !offered.isEmpty else {
      throw Failure(
        .notFound,
        BilingualText(
          zh: "没有可采用的摸排：没有一个环节，其行业代码下的企业都已判断、又没有待核的可能企业",
          en:
            "no survey is supported: of no segment all firms of its industry codes are decided, with "
            + "nothing possible open"
        ),
        in: session.language
      )
    }
    guard output.overwriting.force || !OutputFile.exists(path) else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "文件已存在：\(path)；加 --force 覆盖",
          en: "the file is there already: \(path); --force overwrites it"
        ),
        in: session.language
      )
    }
    for survey in offered { Terminal.tell(survey.words(in: session.graph)[session.language]) }
    let text = review.text(of: offered, on: reading.readOn, session.language)
    try OutputFile.write(Array(text.utf8), to: path)
  }

  /// Shows what is asked, or writes the workbook that asks it.
  static func answer(
    _ session: Session,
    _ register: Register,
    _ limits: RegisterReview.Limits,
    by order: ReviewOrder,
    _ date: CalendarDate,
    _ output: OutputOptions
  ) throws {
    var progress = Progress(total: 1)
    progress.step(register.title)
    let review = RegisterReview(of: register, in: session.dataset, limits)
    progress.end()
    let names = review.namedFirms()
    guard output.answerFormat == .xlsx else {
      let answer: Answer =
        limits.isOutside
        ? .candidates(review, names: names) : .review(review, by: order, names: names)
      return try session.write(answer, output)
    }
    // Whoever fills it in should not learn afterwards that it can go nowhere.
    do throws(EditingFault) { _ = try EditableFolder(folder: session.folder) } catch {
      throw Failure(error, in: session.language)
    }
    let workbook = ReviewWorkbook(
      review,
      names: names,
      terms: limits.isOutside ? [] : review.suggestedTerms(),
      language: session.language,
      date: date
    )
    let bytes: [UInt8]
    do throws(ReviewWorkbook.Failure) { bytes = try workbook.bytes() } catch {
      throw Failure(error, in: session.language)
    }
    try output.write(bytes)
    for note in review.notes { Terminal.tell(note[session.language]) }
  }
}

extension ReviewOrder: ExpressibleByArgument {}
