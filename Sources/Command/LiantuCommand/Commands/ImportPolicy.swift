public import ArgumentParser
import Bilingual
import ChainViews
import PolicyReader

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct ImportPolicy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: say("由政策文件生成数据集草稿", "make a draft data set from a policy document"),
    discussion: say(
      """
      读取 .txt（UTF-8、UTF-16 或 GB 18030）、.docx 和 .html：标题层级、责任分工、领导、目标、集群、企业、项目、园区。
      每条事实注明出处；拿不准的都列在 review.md 和 review.csv 里，附行号和原因，须逐条核对。
      文件夹必须是新的或空的；--force 覆盖旧草稿，逐个列出覆盖和删去的文件；旧草稿里不再写出、又有人改过的文件，\
      不删，也不写。
      --score 用人工答案（JSON）评分：准确率、召回率和 F1。
      示例：
        liantu import policy 意见.txt -o 草稿
        liantu import policy 意见.txt --score 答案.json
      """,
      """
      Reads .txt (UTF-8, UTF-16 or GB 18030), .docx and .html: headings, statements of responsibility, leaders, \
      targets, clusters, enterprises, projects, parks.
      Every fact has its source; whatever is uncertain stands in review.md and review.csv with its line \
      and the reason, and must be looked at.
      The folder must be new or empty; --force writes over an older draft, and names every file that is \
      overwritten or goes. Where a file that goes was changed by somebody, nothing is written.
      --score measures the reading against a key made by hand (JSON): precision, recall and F1.
      Examples:
        liantu import policy 意见.txt -o draft
        liantu import policy 意见.txt --score 答案.json
      """
    )
  )

  @Argument(help: ArgumentHelp(say("政策文件", "the document")))
  var file: String
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入的文件夹", "the folder to write"), valueName: "folder")
  )
  var output: String?
  @Option(
    help: ArgumentHelp(say("人工答案，用来评分", "a key to measure the reading against"), valueName: "key")
  )
  var score: String?
  @Flag(
    help: ArgumentHelp(
      say(
        "评分时改为列出漏掉的和多出的",
        "with --score, list what was missed and what is surplus in place of the figures"
      )
    )
  )
  var differences = false
  @Option(
    help: ArgumentHelp(
      say("文件格式（缺省按文件名）", "the document's form (default: by the file's ending)"),
      valueName: PolicyFormat.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var from: PolicyFormat?
  @Option(
    help: ArgumentHelp(
      say("评分的输出格式", "how the score is written"),
      valueName: "table|json|csv|markdown"
    )
  )
  var format: AnswerFormat = .table
  @Flag(help: ArgumentHelp(say("覆盖同名文件", "overwrite files of the same names"))) var force = false
  @Option(help: ArgumentHelp(say("语言：zh 或 en", "zh or en"), valueName: "lang"))
  var lang: Language?

  func validate() throws {
    try FileEnding.checkFolder(output)
    if output == nil, score == nil {
      throw ValidationError(
        say("用 -o 指明文件夹，或用 --score 评分", "name a folder with -o, or measure with --score")
      )
    }
    if !format.isText {
      throw ValidationError(
        say("评分只能写成文本格式", "a score is written as a text")
      )
    }
  }

  func run() throws {
    // Policy documents are Chinese, and so is what is made of them.
    let language = lang ?? Speech.locale ?? .zh
    let document = try read(file, language) { bytes throws(PolicyFault) in
      try PolicyDocument(bytes: bytes, format: from ?? PolicyFormat(path: file))
    }
    let key = try score.map { path in
      try read(path, language) { bytes throws(PolicyFault) in try ScoreKey(json: bytes) }
    }
    if let output { try write(PolicyDraft(of: document, path: file), to: output, language) }
    if let key {
      let answer = Answer(PolicyScore(of: document, against: key), withDifferences: differences)
      let bytes: [UInt8]
      do throws(WorkbookFailure) {
        bytes = try answer.bytes(in: format, language: language, width: Terminal.width)
      } catch {
        throw Failure(error, in: language)
      }
      try Terminal.write(bytes)
    } else if let output {
      try Terminal.write(document.summary(in: output)[language] + "\n")
      guard !document.isEmpty else { throw Self.nothing(path: file, language) }
    }
  }

  /// That nothing was read, and what may be wrong.
  private static func nothing(path: String, _ language: Language) -> Failure {
    Failure(
      .notFound,
      BilingualText(
        zh: "\(path) 里没有读出任何事实；看一看它是不是正文（不是目录、图片的文字或别的语言），"
          + "再看 review.md 里没有读出的话",
        en:
          "nothing was read in \(path): see whether it holds the text of a document, and look at what stands "
          + "unread in review.md"
      ),
      in: language
    )
  }

  private func read<Value>(
    _ path: String,
    _ language: Language,
    _ parse: ([UInt8]) throws(PolicyFault) -> Value
  ) throws(Failure) -> Value {
    let bytes = try InputFile.read(path, in: language)
    do throws(PolicyFault) {
      return try parse(bytes)
    } catch {
      let message = error.message
      throw Failure(
        .faulty,
        BilingualText(zh: "\(path)：\(message.zh)", en: "\(path): \(message.en)"),
        in: language
      )
    }
  }

  private func write(
    _ draft: PolicyDraft,
    to output: String,
    _ language: Language
  ) throws(Failure) {
    let target = try OutputFolder(output, isForced: force, as: .dataset(.yaml), in: language)
    do throws(Failure) {
      for (name, text) in draft.files { try target.write(Array(text.utf8), to: name) }
      try target.finish()
    } catch {
      target.abandon()
      throw error
    }
    if let text = target.changes.text() { Terminal.tell(text[language]) }
  }
}

extension PolicyFormat: ExpressibleByArgument {}

extension PolicyDocument {
  /// How much was read, and where the draft is.
  fileprivate func summary(in folder: String) -> BilingualText {
    BilingualText(
      zh: "已在 \(folder) 写好草稿：责任分工 \(statements.count) 条，目标 \(targets.count) 个，"
        + "集群 \(clusters.count) 个，企业 \(enterprises.count) 家，项目 \(projects.count) 个；"
        + "待核对 \(review.count) 处，见 review.md；说到责任的 \(places.read + places.unread) 处，"
        + "读出 \(places.read) 处",
      en: "the draft is in \(folder): \(statements.count) statements, \(targets.count) targets, "
        + "\(clusters.count) clusters, \(enterprises.count) enterprises, \(projects.count) projects; "
        + "\(review.count) doubts stand in review.md; of \(places.read + places.unread) places that speak of "
        + "responsibility \(places.read) were read"
    )
  }
}

extension Answer {
  /// The figures of a score as a table.
  fileprivate init(_ score: PolicyScore, withDifferences: Bool) {
    let figures = Answer.Table(
      [
        Answer.Table.Column("kind", zh: "类别", en: "kind"),
        Answer.Table.Column("right", zh: "正确", en: "right"),
        Answer.Table.Column("found", zh: "读出", en: "found"),
        Answer.Table.Column("expected", zh: "应有", en: "expected"),
        Answer.Table.Column("precision", zh: "准确率", en: "precision"),
        Answer.Table.Column("recall", zh: "召回率", en: "recall"),
        Answer.Table.Column("f1", zh: "F1", en: "F1"),
      ],
      score.rows
    ) { row in
      [
        .word(key: row.measure.rawValue, label: row.measure.label), .number(row.right),
        .number(row.found), .number(row.expected), .text(Self.fraction(row.precision)),
        .text(Self.fraction(row.recall)), .text(Self.fraction(row.f1)),
      ]
    }
    guard withDifferences else {
      self.init(command: "import policy", table: figures)
      return
    }
    let lines = score.rows.flatMap { row in
      row.missed.map { (row.measure, "missed", BilingualText(zh: "漏掉", en: "missed"), $0) }
        + row.surplus.map { (row.measure, "surplus", BilingualText(zh: "多出", en: "surplus"), $0) }
    }
    let differences = Answer.Table(
      [
        Answer.Table.Column("kind", zh: "类别", en: "kind"),
        Answer.Table.Column("side", zh: "情况", en: "side"),
        Answer.Table.Column("fact", zh: "内容", en: "fact"),
      ],
      lines
    ) { measure, key, label, fact in
      [
        .word(key: measure.rawValue, label: measure.label), .word(key: key, label: label),
        .text(fact),
      ]
    }
    self.init(command: "import policy", table: differences)
  }

  /// A fraction with three decimals.
  private static func fraction(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
