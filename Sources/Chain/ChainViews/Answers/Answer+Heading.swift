public import Bilingual
import ChainQueries

extension Answer {
  /// What stands over the list on paper: its title, else a word for the command, with the subject's
  /// name.
  public var heading: BilingualText {
    if let title { return title }
    guard let name = subject?.name else { return label }
    return BilingualText(zh: name + label.zh, en: "\(label.en): \(name)")
  }

  /// The word for the command, without a subject.
  var label: BilingualText {
    if let question = QuestionName(rawValue: command) { return question.definition.listLabel }
    return command == "check"
      ? BilingualText(zh: "数据检查结果", en: "Faults of the data") : BilingualText(same: command)
  }
}
