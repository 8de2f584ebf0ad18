import ArgumentParser
import Bilingual
import ChainModel
import ChainViews

/// Which data set, and in which language: options of every command that reads one.
struct DatasetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("数据集文件夹", "the data set's folder"),
      discussion: say(
        "缺省依次为 LIANTU_DATASET、向上最近的 dataset.yaml、Data 下唯一的数据集。",
        "By default LIANTU_DATASET, the nearest dataset.yaml upward, or the only data set under Data."
      ),
      valueName: "path"
    )
  )
  var dataset: String?

  @Option(
    help: ArgumentHelp(
      say("只用文件所载（document）的事实", "use only facts that a document states (document)"),
      valueName: "basis"
    )
  )
  var basis: Basis?

  @Option(
    help: ArgumentHelp(
      say("语言：zh 或 en（缺省随系统，其次随数据集）", "zh or en (default: the locale's, then the data set's)"),
      valueName: "lang"
    )
  )
  var lang: Language?
}

/// How and where an answer is written.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("输出格式", "how the answer is written"),
      valueName: AnswerFormat.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var format: AnswerFormat = .table

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入文件", "write to a file"), valueName: "file")
  )
  var output: String?
}

extension Basis: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension AnswerFormat: ExpressibleByArgument {}
