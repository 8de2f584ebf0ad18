/// A question as people write it: on a command line, in a gallery, in a pack, in an address.
public struct QuestionWords: Sendable, Hashable {
  /// The name of the question, or another word for it.
  public var question: String
  /// What it is of, by name; `all` stands for everything where a question can be of everything.
  public var subjects: [String]
  /// The options given, each with its values; a switch has none.
  public var options: [QuestionOption: [String]]

  /// The question `question` of `subjects`.
  public init(
    _ question: String,
    of subjects: [String] = [],
    options: [QuestionOption: [String]] = [:]
  ) {
    self.question = question
    self.subjects = subjects
    self.options = options
  }

  /// The question `name` of `subjects`.
  public init(
    _ name: QuestionName,
    of subjects: [String] = [],
    options: [QuestionOption: [String]] = [:]
  ) {
    self.init(name.rawValue, of: subjects, options: options)
  }
}
