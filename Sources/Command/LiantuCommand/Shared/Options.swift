public import ArgumentParser
import Bilingual
public import ChainModel
import ChainViews

/// Which data set, and in which language: options of every command that reads one.
struct DatasetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("数据集文件夹", "the data set's folder"),
      discussion: say(
        "文件夹中是 YAML 文件，或 nodes.csv 和 edges.csv。缺省依次为 LIANTU_DATASET、向上最近的 dataset.yaml 或 nodes.csv、Data 下唯一的数据集。",
        """
        A folder of YAML files, or of nodes.csv and edges.csv. By default LIANTU_DATASET, the nearest \
        dataset.yaml or nodes.csv upward, or the only data set under Data.
        """
      ),
      valueName: "path"
    )
  )
  var dataset: String?

  @Option(
    help: ArgumentHelp(
      say(
        "参考链库的文件夹（缺省依次为 LIANTU_CHAINS、向上最近的 Data/chains、随程序安装的）",
        "the folder of the library of chains (default: LIANTU_CHAINS, the nearest Data/chains upward, the one installed)"
      ),
      valueName: "folder"
    )
  )
  var chains: String?

  @Option(
    help: ArgumentHelp(
      say(
        "document：只用文件所载的事实；all：也用行业常识",
        "document: only facts that a document states; all: general knowledge too"
      ),
      valueName: "basis"
    )
  )
  var basis: BasisFilter = .all

  @Option(
    help: ArgumentHelp(
      say(
        "按哪一天问：到那天已过期的摸排不再算数（缺省为数据集的日期；进展各命令为最后一次记录的那天）",
        "the day that is asked about: surveys that have run out by then hold no longer (default: the data set's date; of progress, the last day on which anything was recorded)"
      ),
      valueName: "date"
    )
  )
  var at: CalendarDate?

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
      say(
        "输出格式（缺省按文件名，否则为 table）",
        "how the answer is written (default: by the file's ending, else table)"
      ),
      discussion: say(
        "xlsx 和 html 可直接打印：-o 缺链清单.xlsx，或 --format html -o 缺链清单.html。",
        "xlsx and html are ready to be printed: -o gaps.xlsx, or --format html -o gaps.html."
      ),
      valueName: AnswerFormat.allCases.map(\.rawValue).joined(separator: "|")
    )
  )
  var format: AnswerFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入文件", "write to a file"), valueName: "file")
  )
  var output: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "CSV 加上字节顺序标记，Excel 打开时中文才不会乱码：--format csv --bom",
        "begin CSV with a byte-order mark, as Excel needs for Chinese: --format csv --bom"
      )
    )
  )
  var bom = false

  @OptionGroup var overwriting: OverwritingOptions

  func validate() throws {
    try FileEnding.check(
      output,
      among: format?.endings ?? AnswerFormat.allEndings,
      isNamed: format != nil
    )
    if answerFormat == .xlsx {
      try FileEnding.checkNoWorkbook(output, isForced: overwriting.force)
    }
    if bom, answerFormat != .csv {
      throw ValidationError(
        say("--bom 只用于 --format csv", "--bom goes with --format csv alone")
      )
    }
    if !answerFormat.isText, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(
        say(
          "Excel 文件不能显示在终端上；用 -o 指明文件，如 -o 清单.xlsx",
          "a terminal cannot show an Excel file; name a file with -o, such as -o list.xlsx"
        )
      )
    }
  }

  /// The format asked for, else that of the file's ending, else a table.
  var answerFormat: AnswerFormat {
    if let format { return format }
    return output.flatMap { FileEnding(of: $0) }.flatMap { AnswerFormat(ending: $0.text) } ?? .table
  }
}

/// Whether a workbook that is there is written over: of every command that writes one.
struct OverwritingOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      say(
        "覆盖已有的 Excel 文件，其中填写过的内容不再保留",
        "overwrite an Excel file that is there, and what was filled in"
      )
    )
  )
  var force = false
}

/// Which facts a query may use.
enum BasisFilter: String, ExpressibleByArgument, CaseIterable {
  /// Those of documents and those of general knowledge.
  case all
  /// Those that a document states.
  case document
}

extension Language: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// A day, a month or a year: 2026-03-01.
  public init?(argument: String) { self.init(parsing: argument) }
}
extension AnswerFormat: ExpressibleByArgument {}
