public import GraphKernel

/// Which question, of what, and how: words that have found their meaning in a data set. One request
/// has one answer, however it was asked, and a picture that equals it where the question is a view.
public struct QuestionRequest: Sendable, Hashable {
  /// The question.
  public var name: QuestionName
  /// What it is of, as its definition lists it; optional ones may be left out at the end.
  public var subjects: [NodeIndex]
  /// The text that it is of, where it is of no node.
  public var text: String
  /// How it is asked.
  public var options: QuestionOptions

  /// The question `name` of `subjects`, or of a text.
  public init(
    _ name: QuestionName,
    of subjects: [NodeIndex] = [],
    text: String = "",
    options: QuestionOptions = QuestionOptions()
  ) {
    self.name = name
    self.subjects = subjects
    self.text = text
    self.options = options
  }
}
