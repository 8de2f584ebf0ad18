import ChainWorkbooks
import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel

struct ExportWorkbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbook",
    abstract: say("写成可编辑的 Excel 工作簿", "write a workbook of Excel to be edited"),
    discussion: say(
      """
      每一类对象一张表：名称、别名、属性、关系、出处、依据；没有对象的类别也有空表，可直接填写。可选的词有下拉\
      列表，每个表头有填写说明。另有“数据集”和“查询”两张表；数据集增补过词汇时还有“词汇表”。
      再读回来内容不变；同一数据集写出的文件逐字节相同。表头和用词随数据集的语言，--lang 可改。
      首张表有数据集的指纹，另有隐藏的表和列记住导出时的内容和每行是谁：import workbook 据此看出谁改了什么。
      已有的工作簿可能有人改过，不覆盖；加 --force 才覆盖。
      改过的文件可直接用 --dataset 指明：check 对每个问题指明工作表和单元格。
      示例：
        liantu export workbook -o huludao.xlsx
        liantu export workbook --basis document --lang en -o huludao-en.xlsx
      """,
      """
      A sheet for each kind: names, aliases, attributes, relations, sources; kinds without nodes have \
      theirs too, ready to be filled in. Cells with a choice offer it as a list, and every heading has \
      a note on how to write. Two sheets more hold the data set as a whole and its queries, a third \
      what it adds to the vocabulary.
      Read back, it is the same data set; the same data set gives the same bytes. Headings and words \
      are in the language of the data set, or that of --lang.
      The first sheet has a fingerprint of the data set, and a hidden sheet and hidden columns remember \
      what was exported and which row is which: import workbook knows by them who changed what.
      A workbook that is there is not written over, since people edit it; --force overwrites it.
      An edited file can be named with --dataset: check tells each fault with its sheet and cell.
      Examples:
        liantu export workbook -o huludao.xlsx
        liantu export workbook --basis document --lang en -o huludao-en.xlsx
      """
    )
  )

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入文件", "write to a file"), valueName: "file")
  )
  var output: String
  @OptionGroup var overwriting: OverwritingOptions
  @OptionGroup var dataset: DatasetOptions

  func validate() throws {
    try FileEnding.check(output, among: ["xlsx"])
    try FileEnding.checkNoWorkbook(output, isForced: overwriting.force)
  }

  func run() throws {
    let session = try Session(dataset)
    session.tellOfDay()
    let bytes: [UInt8]
    do throws(DatasetWorkbookFailure) {
      bytes = try session.dataset.workbook(in: dataset.lang)
    } catch {
      throw Failure(error, in: session.language)
    }
    try OutputFile.write(bytes, to: output)
    session.tellAttachments()
  }
}
