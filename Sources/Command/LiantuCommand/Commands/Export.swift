import Diagnostics
import ChainExchange
import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("把数据集写成其他工具能读的格式", "write the data set for the tools of others"),
    discussion: say(
      """
      对象、关系、属性、别名和出处都写出；--kind、--relation、--within 和 --basis 选取一部分，stats 用同样的\
      选项给出同样的数目。各格式写什么，见文档 ExchangeFormats。
      示例：
        liantu export graphml -o 图谱.graphml
        liantu export csv -o 表
        liantu export workbook -o 数据集.xlsx
      """,
      """
      Nodes, relations, attributes, aliases and sources are all written; --kind, --relation, --within and \
      --basis pick a part, of which stats counts the same with the same options. What each format \
      holds is in the documentation, ExchangeFormats.
      Examples:
        liantu export graphml -o graph.graphml
        liantu export csv -o tables
        liantu export workbook -o dataset.xlsx
      """
    ),
    subcommands: commands
  )

  /// The tables of a data set and its workbook have options like no other.
  private static var commands: [any ParsableCommand.Type] {
    var commands: [any ParsableCommand.Type] = ExchangeFormat.allCases.map(\.command)
    commands.insert(ExportCSV.self, at: 0)
    commands.append(ExportWorkbook.self)
    return commands
  }
}

/// What every exporter of one file takes.
struct ExportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("写入文件（缺省为标准输出）", "write to a file (default: standard output)"),
      valueName: "file"
    )
  )
  var output: String?
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var filter: FilterOptions

  /// The part of the data set that is meant.
  func session() throws(Failure) -> Session { try Session(dataset, filter) }

  /// Writes the session's data set in `format` where the options say.
  ///
  /// - Parameter watch: shown every piece that is written.
  func write(
    _ session: Session,
    as format: ExchangeFormat,
    _ options: ExchangeOptions,
    watch: ([UInt8]) -> Void = { _ in }
  ) throws(Failure) {
    defer { Progress.clear() }
    func write(to sink: ([UInt8]) throws -> Void) throws(Failure) {
      try exporting(session) {
        try session.dataset.write(as: format, options: options, progress: Progress.writing) {
          watch($0)
          try sink($0)
        }
      }
    }
    guard let output else { return try write { try Terminal.write($0) } }
    try OutputFile.write(to: output) { sink throws(Failure) in
      try write { try $0.withUnsafeBytes { try sink($0) } }
    }
  }
}

/// Runs what exports a session's data; what keeps it from being written is told in people's words.
func exporting(_ session: Session, _ body: () throws -> Void) throws(Failure) {
  try exporting(in: session.language, body)
}

/// Runs what exports data; what keeps it from being written is told in people's words.
func exporting(in language: Language, _ body: () throws -> Void) throws(Failure) {
  do {
    try body()
  } catch let failure as Failure {
    throw failure
  } catch let error as any LiantuError {
    throw Failure(error, in: language)
  } catch {
    throw Failure(.machine, BilingualText(same: "\(error)"), in: language)
  }
}
