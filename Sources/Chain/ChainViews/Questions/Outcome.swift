import Bilingual
import ChainDrawing

/// What a question comes to: its answer, and for a view the picture that equals it, which is put
/// together only when it is asked for.
struct Outcome {
  /// What it shows, for headings: 泳装产业集群 · 产业链全景图.
  let title: BilingualText
  /// The answer, whichever way it was asked for.
  let answer: Answer
  private let makePicture: (() throws(ViewFailure) -> Picture)?

  /// An answer and its picture.
  init(
    title: BilingualText,
    answer: Answer,
    picture: @escaping () throws(ViewFailure) -> Picture
  ) {
    self.title = title
    self.answer = answer
    makePicture = picture
  }

  /// An answer without a picture.
  init(_ answer: Answer) {
    title = answer.heading
    self.answer = answer
    makePicture = nil
  }

  /// Picture and answer together; `nil` without a picture.
  ///
  /// - Throws: that there is nothing to draw.
  func view() throws(ViewFailure) -> ChainView? {
    guard let makePicture else { return nil }
    return ChainView(title: title, picture: try makePicture(), list: answer)
  }
}
