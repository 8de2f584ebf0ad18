internal import Bilingual
internal import ChainModel
internal import JSON

/// One word or option of a question, as an address writes it.
struct Parameter: Sendable {
  /// Where it stands.
  enum Place: String, Sendable {
    /// Between two slashes; always there.
    case path
    /// After the question mark.
    case query
  }

  /// What it may be.
  enum Form: Sendable {
    case text
    case integer(ClosedRange<Int>)
    case flag
    /// A day: 2024-02-29.
    case date
    case word([String])
  }

  let name: String
  let place: Place
  let form: Form
  let summary: BilingualText
  var isRequired = false
  var isRepeated = false
  var example: String?
  /// What stands for a value that is not given; `nil` where nothing does.
  var usual: JSONValue?

  /// The most characters of a text.
  static let mostCharacters = 500
  /// The most values of a parameter that can be repeated.
  static let mostValues = 50

  static func path(_ name: String, _ zh: String, _ en: String, example: String) -> Self {
    Self(
      name: name,
      place: .path,
      form: .text,
      summary: BilingualText(zh: zh, en: en),
      isRequired: true,
      example: example
    )
  }

  static func option(_ name: String, _ form: Form, _ zh: String, _ en: String) -> Self {
    Self(name: name, place: .query, form: form, summary: BilingualText(zh: zh, en: en))
  }

  static func options(_ name: String, _ form: Form, _ zh: String, _ en: String) -> Self {
    Self(
      name: name,
      place: .query,
      form: form,
      summary: BilingualText(zh: zh, en: en),
      isRepeated: true
    )
  }

  /// The parameter, which cannot be left out.
  func required(example: String) -> Self {
    var parameter = self
    parameter.isRequired = true
    parameter.example = example
    return parameter
  }

  /// As an object of OpenAPI 3.1.
  var description: JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(name)), ("in", .string(place.rawValue)),
      ("description", .string("\(summary.en) / \(summary.zh)")), ("required", .flag(isRequired)),
      ("schema", schema),
    ]
    if isRepeated { members += [("style", .string("form")), ("explode", .flag(true))] }
    if let example {
      members.append(("example", isRepeated ? .array([.string(example)]) : .string(example)))
    }
    return .object(members)
  }

  private var schema: JSONValue {
    var item: [(String, JSONValue)]
    switch form {
    case .text:
      item = [
        ("type", .string("string")), ("minLength", .integer(1)),
        ("maxLength", .integer(Self.mostCharacters)),
      ]
    case .integer(let range):
      item = [
        ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
        ("maximum", .integer(range.upperBound)),
      ]
    case .flag: item = [("type", .string("boolean"))]
    case .date: item = [("type", .string("string")), ("format", .string("date"))]
    case .word(let words):
      item = [("type", .string("string")), ("enum", .array(words.map { .string($0) }))]
    }
    let usual = self.usual.map { [("default", $0)] } ?? []
    guard isRepeated else { return .object(item + usual) }
    return .object(
      [
        ("type", .string("array")), ("items", .object(item)),
        ("maxItems", .integer(Self.mostValues)),
      ] + (isRequired ? [("minItems", .integer(1))] : []) + usual
    )
  }

  /// What is wrong with `value`, if anything.
  func fault(of value: String) -> APIFault? {
    switch form {
    case .text where value.isEmpty:
      return .badParameter(name, BilingualText(zh: "不能为空", en: "must not be empty"))
    case .text where value.unicodeScalars.count > Self.mostCharacters:
      return .badParameter(name, BilingualText(zh: "太长", en: "is too long"))
    case .integer(let range):
      guard Int(value).map({ range.contains($0) }) != true else { return nil }
      let (least, most) = (range.lowerBound, range.upperBound)
      return .badParameter(
        name,
        BilingualText(
          zh: "应为 \(least) 到 \(most) 的整数",
          en: "must be a whole number from \(least) to \(most)"
        )
      )
    case .flag where !["", "true", "false"].contains(value):
      return .badParameter(name, BilingualText(zh: "应为 true 或 false", en: "must be true or false"))
    case .date where CalendarDate(parsing: value)?.day == nil:
      return .badParameter(
        name,
        BilingualText(zh: "应为某一天，如 2024-02-29", en: "must be a day such as 2024-02-29")
      )
    case .word(let words) where !words.contains(value):
      return .unknownWord(value, of: name, among: words)
    case .text, .flag, .date, .word: return nil
    }
  }
}
