import ArgumentParser
import ChainViews

struct ListView: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "出清单：与同名的图内容一致、编号一致",
      "print the list of a view: what its picture shows, by the same numbers"
    ),
    discussion: say(
      """
      \(ViewArguments.help)
      示例：
        liantu list responsibility
        liantu list gaps 泳装 -o 缺链清单.csv
        liantu list projects 市工信局
        liantu list duties
      """,
      """
      \(ViewArguments.help)
      Examples:
        liantu list responsibility
        liantu list gaps 泳装 -o gaps.csv
        liantu list projects 市工信局
        liantu list duties
      """
    )
  )

  @OptionGroup var view: ViewArguments
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(dataset).write(.list(view.words), output)
  }
}
