internal import Bilingual
internal import ChainQueries
internal import ChainViews
internal import JSON

extension Endpoint {
  /// Whatever the API offers, in the order of the document: what is wrong with the data, each
  /// question of the table, and any question by its name.
  static let all: [Endpoint] = [check] + QuestionTable.all.flatMap(endpoints) + [list]

  private static let check = Endpoint(
    name: "check",
    summary: BilingualText(zh: "数据集的错误和警告", en: "the faults of the data set"),
    parameters: [],
    shape: .rows(of: "check", Shape.diagnostics),
    question: .check
  )

  private static let list = Endpoint(
    name: "list",
    summary: BilingualText(
      zh: "任何问题的清单：与同名的图一致",
      en: "the answer to any question: what its picture shows"
    ),
    parameters: [
      .path("view", "哪种清单", "which question", example: QuestionName.responsibility.rawValue), .of,
    ] + allSubjects + QuestionOption.allCases.map { Parameter($0, isStrict: false) },
    shape: .anyQuestion,
    question: .named
  )

  /// A question with its subjects between slashes; one that can do without them, or has several,
  /// with its subjects behind the question mark.
  private static func endpoints(_ question: QuestionDefinition) -> [Endpoint] {
    let places = question.subjects.filter { !$0.isRepeated && $0.choice != .expression }
    let options = question.options.map { Parameter($0, isStrict: true) }
    func endpoint(_ subjects: [Parameter]) -> Endpoint {
      Endpoint(
        name: question.name.rawValue,
        summary: question.summary,
        parameters: subjects + options,
        shape: Shape.answer(to: question),
        question: .question(question.name)
      )
    }
    let isOptional = places.count < question.subjects.count || places.allSatisfy(\.isOptional)
    return (places.isEmpty ? [] : [endpoint(places.map { Parameter($0, in: .path) })])
      + (isOptional
        ? [
          endpoint(
            question.subjects.map { Parameter($0, in: .query) }
              + (question.subjects.isEmpty ? [] : [.of])
          )
        ] : [])
  }

  /// The subjects of all questions by their names, each once: what `of` gives in order.
  private static let allSubjects: [Parameter] = {
    var seen: Set<String> = []
    return QuestionTable.all.flatMap(\.subjects).filter { seen.insert($0.name).inserted }
      .map { Parameter($0, in: .query, isAlone: false) }
  }()
}

extension Parameter {
  /// The subjects in their order, whatever they are called.
  fileprivate static let of = Parameter.options(
    "of",
    .text,
    "对象（all 为全部）",
    "what it is of (all: everything)"
  )

  fileprivate init(_ subject: QuestionSubject, in place: Place, isAlone: Bool = true) {
    self.init(
      name: subject.name,
      place: place,
      form: .text,
      summary: subject.label,
      isRequired: place == .path,
      isRepeated: subject.isRepeated || !isAlone,
      example: isAlone && (place == .path || !subject.isOptional) ? subject.example : nil
    )
  }

  /// An option of a question; where any question can be meant, its value is left to the question.
  fileprivate init(_ option: QuestionOption, isStrict: Bool) {
    let form: Form =
      switch option.form {
      case .switch: .flag
      case .number(let range, _) where isStrict: .integer(range)
      case .words(let words, _) where isStrict:
        .word(words.flatMap { $0.label.en == $0.name ? [$0.name, $0.label.zh] : $0.all })
      default: .text
      }
    self.init(
      name: option.rawValue,
      place: .query,
      form: form,
      summary: option.summary,
      isRepeated: !option.isSwitch && !option.hasOneValue,
      usual: isStrict ? option.usual : nil
    )
  }
}

extension QuestionOption {
  /// What stands for a value that is not given.
  fileprivate var usual: JSONValue? {
    switch form {
    case .number(_, let usual): usual.map { .integer($0) }
    case .words(_, let usual) where !usual.isEmpty: .array(usual.map { .string($0) })
    default: nil
    }
  }
}

extension QuestionWord {
  fileprivate var all: [String] { [name, label.zh, label.en] }
}

extension ParameterValues {
  /// The words of a question: its subjects under their names or in order, and its options.
  func words(of name: String) -> QuestionWords {
    let definition = QuestionName(word: name)?.definition
    let named = definition?.subjects.flatMap { texts($0.name) } ?? []
    var options: [QuestionOption: [String]] = [:]
    for option in QuestionOption.allCases where text(option.rawValue) != nil {
      guard option.isSwitch else {
        options[option] = texts(option.rawValue)
        continue
      }
      if flag(option.rawValue) { options[option] = [] }
    }
    return QuestionWords(name, of: named + texts("of"), options: options)
  }
}
