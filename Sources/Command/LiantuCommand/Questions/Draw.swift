import ArgumentParser
import Bilingual
import ChainQueries
import ChainViews
import LoopPictures

struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("画图", "draw a picture"),
    discussion: say(
      """
      \(QuestionHelp.lines(of: views))
      一张 A0 也看不清的图，PDF 分成多页 A3，PNG 把相似的卡片并在一起，都在图脚注明。
      示例：
        liantu draw panorama 船舶机械 -o 船舶机械.svg
        liantu draw gaps 泳装 -o 缺链图.pdf
        liantu draw duties 市工信局 --inherited -o 职责图.svg
        liantu draw neighborhood 锦西石化 --radius 2 -o 关系图.svg
        liantu draw paths 原油 高端聚烯烃 -o 路径图.png
        liantu draw gaps 船舶机械 --paper a3 -o 缺链图A3.pdf
        liantu draw progress -o 进度总览.pdf
        liantu draw schedule 船舶机械 --at 2024-11-06 -o 进度表.svg
      """,
      """
      \(QuestionHelp.lines(of: views))
      What could not be read even on A0 becomes pages of A3 in a PDF; a PNG has cards that look alike \
      made one. The picture's foot says so.
      Examples:
        liantu draw panorama 船舶机械 -o shipbuilding.svg
        liantu draw gaps 泳装 -o gaps.pdf
        liantu draw duties 市工信局 --inherited -o duties.svg
        liantu draw neighborhood 锦西石化 --radius 2 -o around.svg
        liantu draw paths 原油 高端聚烯烃 -o paths.png
        liantu draw gaps 船舶机械 --paper a3 -o gaps-a3.pdf
        liantu draw progress -o progress.pdf
        liantu draw schedule 船舶机械 --at 2024-11-06 -o schedule.svg
      """
    )
  )

  /// The rows that have a picture.
  private static let views = (QuestionTable.all + QuestionTable.progress).filter(\.hasPicture)

  @OptionGroup var question: QuestionArguments<AnyView>
  @OptionGroup var days: LoopOptions
  @OptionGroup var dataset: DatasetOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var picture: PictureOptions

  func run() throws {
    let asked = try days.asked(question.words)
    let session = try Session(dataset)
    let writer = try session.writer(drawing)
    if let asked {
      return try picture.write(
        try session.plate(asked, question.words, days, dataset),
        writer,
        in: session.language
      )
    }
    try picture.write(
      try session.view(question.words).picture,
      writer,
      in: session.language
    )
  }
}
