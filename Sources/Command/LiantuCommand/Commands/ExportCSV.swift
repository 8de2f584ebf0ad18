import ChainExchange
import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel

struct ExportCSV: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: say("nodes.csv 和 edges.csv 两张表", "two tables, nodes.csv and edges.csv"),
    discussion: say(
      """
      写成一个文件夹：nodes.csv、edges.csv（Neo4j 导入的表头）、dataset.yaml；有自定类别或命名查询时另有 \
      ontology.yaml 和 queries.yaml。各命令都能以 --dataset 读它。文件夹须是新的或空的；--force 覆盖同名文件。
      示例：
        liantu export csv -o 表
        liantu export csv --within '属于(船舶机械)' -o 船舶机械表
      """,
      """
      Writes a folder: nodes.csv and edges.csv with the headers of Neo4j's import, dataset.yaml, and where \
      there are kinds or queries of its own ontology.yaml and queries.yaml. Every command reads it with \
      --dataset. The folder must be new or empty; --force overwrites the files of the same names.
      Examples:
        liantu export csv -o tables
        liantu export csv --within 'in(船舶机械)' -o shipbuilding-tables
      """
    )
  )

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入的文件夹", "the folder to write"), valueName: "folder")
  )
  var output: String
  @Flag(help: ArgumentHelp(say("覆盖同名文件", "overwrite files of the same names"))) var force = false
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var filter: FilterOptions

  func validate() throws { try FileEnding.checkFolder(output) }

  func run() throws {
    let session = try Session(dataset, filter)
    var files: [TableFile] = []
    try exporting(session) { files = try session.dataset.tableFiles() }
    var progress = Progress(total: files.count)
    defer { progress.end() }
    let folder = try OutputFolder(
      output,
      isForced: force,
      as: .dataset(.tables),
      reading: session.folder,
      in: session.language
    )
    do throws(Failure) {
      for file in files {
        progress.step(file.name)
        try folder.write(to: file.name) { sink throws(Failure) in
          try exporting(session) { try file.write { try $0.withUnsafeBytes { try sink($0) } } }
        }
      }
      try folder.finish()
    } catch {
      folder.abandon()
      throw error
    }
    if let text = folder.changes.text() { Terminal.tell(text[session.language]) }
    session.tellAttachments()
    if let remark = session.dataset.tableRemark { Terminal.tell(remark[session.language]) }
  }
}
