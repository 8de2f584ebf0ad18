import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("把数据集写成其他工具能读的格式", "write the data set for the tools of others"),
    discussion: say(
      """
      对象、关系、属性、别名和出处都写出；--kind、--relation、--within 和 --basis 选取一部分，liantu stats 用同样的\
      选项给出同样的数目。
      示例：
        liantu export jsongraph -o 图谱.json
      """,
      """
      Nodes, relations, attributes, aliases and sources are all written; --kind, --relation, --within and \
      --basis pick a part, and liantu stats counts the same with the same options.
      Examples:
        liantu export jsongraph -o graph.json
      """
    ),
    subcommands: [ExportJSONGraph.self]
  )
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
  func write(
    _ session: Session,
    as format: ExchangeFormat,
    _ options: ExchangeOptions
  ) throws(Failure) {
    defer { Progress.clear() }
    if let output {
      try OutputFile.write(to: output) { sink throws(Failure) in
        try write(session, as: format, options) { bytes in try bytes.withUnsafeBytes(sink) }
      }
    } else {
      try write(session, as: format, options) { bytes in try Terminal.write(bytes) }
    }
  }

  private func write(
    _ session: Session,
    as format: ExchangeFormat,
    _ options: ExchangeOptions,
    to sink: ([UInt8]) throws -> Void
  ) throws(Failure) {
    do {
      try session.dataset.write(
        as: format,
        options: options,
        progress: Progress.writing,
        to: sink
      )
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.machine, BilingualText(same: "\(error)"), in: session.language)
    }
  }
}

struct ExportJSONGraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jsongraph",
    abstract: say("JSON Graph Format 第 2 版", "JSON Graph Format, version 2"),
    discussion: say(
      """
      示例：
        liantu export jsongraph -o 图谱.json
        liantu export jsongraph --kind 企业 --kind 产业链环节 -o 企业.json
      """,
      """
      Examples:
        liantu export jsongraph -o graph.json
        liantu export jsongraph --kind enterprise --kind segment -o enterprises.json
      """
    )
  )

  @OptionGroup var export: ExportOptions

  func run() throws {
    let session = try export.session()
    try export.write(session, as: .jsongraph, ExchangeOptions(language: session.language))
  }
}
