import ArgumentParser
import ChainQueries
import ChainViews
import LoopPictures

/// Which arguments are read: those of one question, or of any.
protocol QuestionScope {
  /// The arguments, those in a place first.
  static var arguments: [QuestionArgument] { get }
}

/// An argument of a question as the command line knows it.
struct QuestionArgument {
  /// What it gives.
  enum Role: Hashable {
    /// The name of the question.
    case question
    /// The subject at a position.
    case subject(Int)
    /// All subjects.
    case subjects
    case option(QuestionOption)
  }

  let role: Role
  let key: String
  let definition: any Decodable & Sendable

  /// Reads it as one or several texts; `nil` where it is not given.
  fileprivate func values(
    in container: KeyedDecodingContainer<Key>
  ) throws -> [String]? {
    let key = Key(key)
    switch definition {
    case is Flag<Bool>:
      return try container.decode(Flag<Bool>.self, forKey: key).wrappedValue ? [] : nil
    case is Argument<String>:
      return [try container.decode(Argument<String>.self, forKey: key).wrappedValue]
    case is Argument<String?>:
      return try container.decode(Argument<String?>.self, forKey: key).wrappedValue.map { [$0] }
    case is Argument<[String]>:
      return Self.some(try container.decode(Argument<[String]>.self, forKey: key).wrappedValue)
    case is Option<String?>:
      return try container.decode(Option<String?>.self, forKey: key).wrappedValue.map { [$0] }
    default:
      return Self.some(try container.decode(Option<[String]>.self, forKey: key).wrappedValue)
    }
  }

  private static func some(_ values: [String]) -> [String]? { values.isEmpty ? nil : values }

  /// The name under which the parser keeps it.
  fileprivate struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}

/// The words of a question, read from the arguments that the table of questions gives it.
///
/// The parser finds the arguments of a type by reflection; this type reflects what the table says,
/// so that an option or a question of the table needs no declaration here.
struct QuestionArguments<Scope: QuestionScope>: ParsableArguments, CustomReflectable {
  private(set) var words = QuestionWords("")

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: QuestionArgument.Key.self)
    var subjects: [Int: [String]] = [:]
    for argument in Scope.arguments {
      guard let values = try argument.values(in: container) else { continue }
      switch argument.role {
      case .question: words.question = values.first ?? ""
      case .subject(let position): subjects[position] = values
      case .subjects: words.subjects = values
      case .option(let option): words.options[option] = values
      }
    }
    words.subjects += subjects.keys.sorted().flatMap { subjects[$0] ?? [] }
  }

  var customMirror: Mirror {
    Mirror(self, children: Scope.arguments.map { ("_" + $0.key, $0.definition as Any) })
  }

  // What is decoded is asked of the parser argument by argument; nothing is ever written.
  func encode(to encoder: any Encoder) throws {}
}

extension QuestionArgument {
  static let question = QuestionArgument(
    role: .question,
    key: "question",
    definition: Argument<String>(
      help: ArgumentHelp(say("哪种图或清单", "which view"), valueName: "view"),
      completion: .list(
        (QuestionTable.all + QuestionTable.progress).map(\.name.rawValue)
      )
    )
  )

  static let subjects = QuestionArgument(
    role: .subjects,
    key: "subjects",
    definition: Argument<[String]>(
      wrappedValue: [],
      help: ArgumentHelp(
        say(
          "对象：集群、部门、环节……（all 为全部）",
          "what it is of: cluster, party, segment, … (all: everything)"
        ),
        valueName: "subject"
      ),
      completion: Completion.names()
    )
  )

  /// A subject of one question, by its position.
  static func subject(_ subject: QuestionSubject, at position: Int) -> Self {
    let help = ArgumentHelp(
      subject.label[Speech.language],
      valueName: subject.word.lowercased()
    )
    let completion =
      switch subject.choice {
      case .text: CompletionKind.default
      case .expression: Completion.expression
      default: Completion.names { subject.kinds(in: $0) }
      }
    let definition: any Decodable & Sendable =
      if subject.isRepeated {
        Argument<[String]>(help: help, completion: completion)
      } else if subject.isOptional {
        Argument<String?>(help: help, completion: completion)
      } else {
        Argument<String>(help: help, completion: completion)
      }
    return Self(role: .subject(position), key: "subject-\(subject.name)", definition: definition)
  }

  static func option(_ option: QuestionOption) -> Self {
    let help = ArgumentHelp(option.summary[Speech.language])
    let name = NameSpecification.customLong(option.rawValue)
    let completion =
      switch option.form {
      case .words(let words, _): CompletionKind.list(words.map(\.name))
      case .cluster: Completion.names { _ in [.cluster] }
      default: CompletionKind.default
      }
    let definition: any Decodable & Sendable =
      if option.isSwitch {
        Flag<Bool>(wrappedValue: false, name: name, help: help)
      } else if option.hasOneValue {
        Option<String?>(name: name, help: help, completion: completion)
      } else {
        Option<[String]>(wrappedValue: [], name: name, help: help, completion: completion)
      }
    return Self(role: .option(option), key: option.rawValue, definition: definition)
  }
}
