public import Bilingual

/// A question: what it is called, what it is of, what it heeds, and whether it has a picture.
///
/// One declaration for the command line and its help, the API and its document, pages, galleries
/// and packs. The answer, and the picture of a view, are made where the views are.
public struct QuestionDefinition: Sendable {
  /// Under which heading a question stands.
  public enum Topic: Sendable, Hashable, CaseIterable {
    /// Chains: what feeds what, and what is missing.
    case chains
    /// How the net of flows hangs together.
    case structure
    /// Responsibility.
    case people
    /// Places and projects.
    case places
    /// The data itself.
    case data
    /// What was planned and reported: questions of the wing above, which a data set alone cannot answer.
    case progress
  }

  /// The question.
  public let name: QuestionName
  /// Where it stands.
  public let topic: Topic
  /// Other words for it.
  public let aliases: [String]
  /// The word for its list: 缺链清单.
  public let listLabel: BilingualText
  /// The word for its picture, 缺链图; `nil` for a question without one.
  public let pictureLabel: BilingualText?
  /// One line of help.
  public let summary: BilingualText
  /// What the words of its answer mean, where that needs saying.
  public let remark: BilingualText?
  /// What it is of, in the order in which it is named.
  public let subjects: [QuestionSubject]
  /// The options that change its answer or its picture, in the order of help.
  public let options: [QuestionOption]
  /// How it is asked, without the name of the program: `gaps 泳装`.
  public let examples: [BilingualText]

  /// A question; those of a wing above have rows of their own, in the same form.
  package init(
    _ name: QuestionName,
    _ topic: Topic,
    aliases: [String] = [],
    list: BilingualText,
    picture: BilingualText? = nil,
    summary: BilingualText,
    remark: BilingualText? = nil,
    of subjects: [QuestionSubject] = [],
    options: [QuestionOption] = [],
    examples: [BilingualText]
  ) {
    self.name = name
    self.topic = topic
    self.aliases = aliases
    listLabel = list
    pictureLabel = picture
    self.summary = summary
    self.remark = remark
    self.subjects = subjects
    self.options = options
    self.examples = examples
  }

  /// Whether it has a picture: whether it is a view.
  public var hasPicture: Bool { pictureLabel != nil }

  /// The word for its picture, else that for its list.
  public var label: BilingualText { pictureLabel ?? listLabel }

  /// The words that mean it: its name, other words, the labels of its list and its picture.
  public var words: [String] {
    var seen: Set<String> = []
    let labels = [listLabel, pictureLabel].compactMap { $0 }.flatMap { [$0.zh, $0.en] }
    return ([name.rawValue] + aliases + labels).filter { seen.insert($0).inserted }
  }

  /// How it is named on a command line: `paths FROM TO`.
  public var usage: String {
    ([name.rawValue] + subjects.map(\.usage)).joined(separator: " ")
  }

  /// The most subjects that it can be of.
  public var mostSubjects: Int {
    subjects.last?.isRepeated == true ? Self.mostRepeated : subjects.count
  }

  private static let mostRepeated = 1_000

  /// What the subject at `position` stands for; the last one may stand several times.
  ///
  /// - Precondition: `position` is below ``mostSubjects``.
  public func subject(at position: Int) -> QuestionSubject {
    subjects[min(position, subjects.count - 1)]
  }

  /// The fewest subjects that it can do with.
  public var fewestSubjects: Int { subjects.count { !$0.isOptional } }

  /// Whether `option` changes its answer or its picture.
  public func heeds(_ option: QuestionOption) -> Bool { options.contains(option) }
}
