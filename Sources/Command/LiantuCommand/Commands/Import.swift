import ArgumentParser
import ChainExchange

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("由别处的资料生成数据集", "make a data set from what others wrote"),
    discussion: say(
      """
      示例：
        liantu import policy 意见.txt -o 草稿
        liantu import workbook 数据集.xlsx -o 数据集
        liantu import csv 企业.csv --mapping 企业映射.yaml -o 企业
      """,
      """
      Examples:
        liantu import policy 意见.txt -o draft
        liantu import workbook 数据集.xlsx -o chain
        liantu import csv 企业.csv --mapping 企业映射.yaml -o firms
      """
    ),
    subcommands: commands
  )

  /// Documents and workbooks are read like nothing else.
  private static var commands: [any ParsableCommand.Type] {
    let own: [any ParsableCommand.Type] = [ImportPolicy.self, ImportWorkbook.self]
    return own + ForeignGraph.Form.allCases.map(\.command)
  }
}
