import ArgumentParser
import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import PolicyReader

/// `liantu show`: everything about one thing, and on request the sentences that say it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: QuestionName.show.rawValue,
    abstract: QuestionName.show.definition.summary[Speech.language],
    discussion: QuestionName.show.definition.discussion + "\n"
      + say(
        """
          liantu show 市科技局 --quote
        --quote 附上出处的原文：数据集在文件的 text 中写明原文所在（import policy 的草稿都有）才有原文可附。
        """,
        """
          liantu show 市科技局 --quote
        --quote adds the sentences that are cited, where the data set keeps the text of its documents (text of a \
        document; drafts of import policy have it).
        """
      )
  )

  @Argument(help: ArgumentHelp(say("名称、别名或标识", "a name, alias or id"), valueName: "node"))
  var node: String
  @Flag(help: ArgumentHelp(say("附上出处的原文", "add the sentences that are cited")))
  var quote = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(dataset)
    var words = QuestionWords(.show)
    words.subjects = [node]
    let answer = try session.answer(words)
    guard quote else { return try session.write(answer, output) }
    let texts = DocumentTexts(of: session.dataset, in: session.folder)
    session.tell(texts.diagnostics)
    let found = try session.resolve(node, among: session.graph.ontology.kinds.map(\.kind))
    try session.write(answer.quoting(texts, of: found, in: session.graph), output)
  }
}

extension Answer {
  /// The answer about `node` with the lines of the documents that its facts are cited from, each place once.
  fileprivate func quoting(
    _ texts: DocumentTexts,
    of node: NodeIndex,
    in graph: ChainGraph
  ) -> Answer {
    let origins = texts.origins(around: node, in: graph)
    let rows = origins.flatMap { origin in texts.lines(of: origin, in: graph).map { (origin, $0) } }
    let table = Answer.Table(
      [
        Answer.Table.Column("place", zh: "出处", en: "place"),
        Answer.Table.Column("line", zh: "行", en: "line"),
        Answer.Table.Column("text", zh: "原文", en: "text"),
      ],
      rows
    ) { origin, line in
      [.text(origin.place), .number(line.number), .text(line.text)]
    }
    let note = BilingualText(
      zh: "没有可附的原文：数据集没有保存这些出处所在文件的文本",
      en: "no text to quote: the data set does not keep the documents that are cited"
    )
    return Answer(
      command: command,
      subject: subject,
      sections: sections + [
        Answer.Section(
          key: "quotes",
          title: BilingualText(zh: "原文", en: "quoted"),
          content: .table(table)
        )
      ],
      notes: notes + (rows.isEmpty ? [note] : [])
    )
  }
}
