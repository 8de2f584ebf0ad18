internal import Bilingual
internal import ChainPages
internal import ChainQueries
internal import ChainViews

/// One way to ask over the API: its address, its parameters, the question that they make and what the
/// answer looks like. Routes, checks and the OpenAPI document all come from it.
struct Endpoint: Sendable {
  /// The question's name, with which the address begins.
  let name: String
  let summary: BilingualText
  let parameters: [Parameter]
  /// What the answer holds besides `command`, in order.
  let shape: Shape
  /// The question that the values make.
  let question: APIQuestion

  /// The parameters of its own, then those that every command heeds.
  var allParameters: [Parameter] {
    parameters + [Self.basis, Self.day, Self.language]
  }

  /// A name that no other way to ask has: the question's, and what stands between slashes where it
  /// can do without.
  var identifier: String {
    let places = parameters.filter { $0.place == .path }
    let isOneOfTwo = Self.all.count { $0.name == name } > 1 && !places.isEmpty
    return name + (isOneOfTwo ? places.map { "-of-" + $0.name }.joined() : "")
  }

  /// The address, with the names of what stands between slashes in braces.
  var path: String {
    let places = parameters.filter { $0.place == .path }.map { "/{\($0.name)}" }
    return "/api/v1/\(name)" + places.joined()
  }

  private static let basis = Parameter.option(
    "basis",
    .word(["all", "document"]),
    "document：只用文件所载的事实",
    "document: only facts that a document states"
  )
  private static let day = Parameter.option(
    "at",
    .date,
    "以哪一天为准（缺省为数据集的日期）：过期的摸排不再算数",
    "the day that is asked about (default: the data set's): a survey that has run out closes nothing"
  )
  private static let language = Parameter.option(
    "lang",
    .word(Language.allCases.map(\.rawValue)),
    "语言（缺省为数据集的）",
    "the language of texts (default: the data set's)"
  )
}

/// What an endpoint wants to know.
enum APIQuestion: Sendable {
  /// A question of the table.
  case question(QuestionName)
  /// The question that the address names.
  case named
  /// What is wrong with the data.
  case check
}

/// The values of an endpoint's parameters, all of them sound.
struct ParameterValues: Sendable {
  private let values: [String: [String]]

  /// Reads what stands in a path and in a query; the first fault is thrown.
  init(
    path: [String],
    query: [RequestTarget.Item],
    for parameters: [Parameter]
  ) throws(APIFault) {
    var values: [String: [String]] = [:]
    let places = parameters.filter { $0.place == .path }
    for (parameter, value) in zip(places, path) { values[parameter.name] = [value] }
    let options = parameters.filter { $0.place == .query }
    for item in query {
      guard options.contains(where: { $0.name == item.name }) else {
        throw .unknownParameter(item.name, among: options.map(\.name))
      }
      values[item.name, default: []].append(item.value)
    }
    for parameter in parameters {
      let given = values[parameter.name] ?? []
      if parameter.isRequired, given.isEmpty {
        throw .badParameter(parameter.name, BilingualText(zh: "必须给出", en: "is required"))
      }
      if given.count > (parameter.isRepeated ? Parameter.mostValues : 1) {
        throw .badParameter(parameter.name, BilingualText(zh: "给得太多", en: "is given too often"))
      }
      if let fault = given.lazy.compactMap({ parameter.fault(of: $0) }).first { throw fault }
    }
    self.values = values
  }

  func text(_ name: String) -> String? { values[name]?.first }

  func texts(_ name: String) -> [String] { values[name] ?? [] }

  func flag(_ name: String) -> Bool { text(name).map { $0 != "false" } ?? false }
}
