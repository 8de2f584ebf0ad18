import ArgumentParser
import Bilingual
import ChainQueries
import ChainViews

struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("画图", "draw a picture"),
    discussion: say(
      """
      \(QuestionHelp.lines(of: QuestionName.views))
      示例：
        liantu draw panorama 船舶机械 -o 船舶机械.svg
        liantu draw gaps 泳装 -o 缺链图.pdf
        liantu draw duties 市工信局 --inherited -o 职责图.svg
        liantu draw neighborhood 锦西石化 --radius 2 -o 关系图.svg
        liantu draw paths 原油 高端聚烯烃 -o 路径图.png
        liantu draw gaps 船舶机械 --paper a3 -o 缺链图A3.pdf
      """,
      """
      \(QuestionHelp.lines(of: QuestionName.views))
      Examples:
        liantu draw panorama 船舶机械 -o shipbuilding.svg
        liantu draw gaps 泳装 -o gaps.pdf
        liantu draw duties 市工信局 --inherited -o duties.svg
        liantu draw neighborhood 锦西石化 --radius 2 -o around.svg
        liantu draw paths 原油 高端聚烯烃 -o paths.png
        liantu draw gaps 船舶机械 --paper a3 -o gaps-a3.pdf
      """
    )
  )

  @OptionGroup var question: QuestionArguments<AnyView>
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var picture: PictureOptions

  func run() throws {
    let session = try Session(dataset)
    let writer = try session.writer(drawing)
    try picture.write(
      try session.view(question.words).picture,
      writer,
      in: session.language
    )
  }
}
