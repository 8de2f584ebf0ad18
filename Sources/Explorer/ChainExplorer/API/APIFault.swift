internal import Bilingual
internal import ChainQueries
internal import ChainViews
internal import Diagnostics
internal import HTTPTypes
internal import JSON

/// Why a question of the API has no answer.
struct APIFault: LiantuError {
  var status: HTTPResponse.Status
  var code: String
  var message: BilingualText
  var help: BilingualText?
  /// The faults of an expression, with their places in it.
  var diagnostics: [Diagnostic] = []

  init(
    _ status: HTTPResponse.Status,
    _ code: String,
    _ message: BilingualText,
    help: BilingualText? = nil
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.help = help
  }

  /// What an error says; the exit codes 2, 3 and 1 of the command are 400, 404 and 409 here, and 400
  /// where an expression is wrong.
  init(_ error: some LiantuError) {
    let status: HTTPResponse.Status =
      switch error.cause {
      case .usage, .data: .badRequest
      case .notFound: .notFound
      case .ambiguous: .conflict
      case .machine: .serviceUnavailable
      }
    self.init(status, error.code, error.message, help: error.help)
    diagnostics = error.diagnostics
  }

  static func badParameter(_ name: String, _ reason: BilingualText) -> Self {
    APIFault(
      .badRequest,
      "bad-parameter",
      BilingualText(zh: "参数 \(name) \(reason.zh)", en: "the parameter \(name) \(reason.en)")
    )
  }

  static func unknownWord(_ word: String, of name: String, among words: [String]) -> Self {
    var fault = badParameter(name, BilingualText(zh: "不能是“\(word)”", en: "cannot be '\(word)'"))
    fault.help =
      .instead(of: word, among: words)
    return fault
  }

  static func unknownParameter(_ name: String, among names: [String]) -> Self {
    APIFault(
      .badRequest,
      "unknown-parameter",
      BilingualText(zh: "没有名为“\(name)”的参数", en: "no parameter is called '\(name)'"),
      help: .didYouMean(name, among: names)
    )
  }

  static func unknownPath(_ path: String) -> Self {
    APIFault(
      .notFound,
      "unknown-path",
      BilingualText(zh: "这里没有“\(path)”", en: "there is nothing at '\(path)'"),
      help: BilingualText(zh: "见 /api/v1/openapi.json", en: "see /api/v1/openapi.json")
    )
  }

  /// What a fault looks like.
  static let shape = Shape.object([
    (
      "error",
      .object(
        [("code", .text), ("message", .text)],
        maybe: [
          ("help", .text),
          (
            "diagnostics",
            .list(
              .object([
                ("code", .text), ("message", .text), ("help", .optional(.text)),
                ("file", .optional(.text)), ("line", .optional(.integer)),
                ("column", .optional(.integer)),
              ])
            )
          ),
        ]
      )
    )
  ])

  func reply(in language: Language) -> Reply {
    var members: [(String, JSONValue)] = [
      ("code", .string(code)), ("message", .string(message[language])),
    ]
    if let help { members.append(("help", .string(help[language]))) }
    if !diagnostics.isEmpty {
      members.append(("diagnostics", .array(diagnostics.map { $0.json(in: language) })))
    }
    return Reply(status, json: .object([("error", .object(members))]))
  }
}

extension Diagnostic {
  func json(in language: Language) -> JSONValue {
    // A cell is told by its name; a workbook has no lines.
    let start = location?.cell == nil ? location?.range?.start : nil
    return .object([
      ("code", .string(code)), ("message", .string(message[language])),
      ("help", help.map { .string($0[language]) } ?? .null),
      ("file", location.map { .string($0.cell == nil ? $0.path : $0.text) } ?? .null),
      ("line", start.map { .integer($0.line) } ?? .null),
      ("column", start.map { .integer($0.column) } ?? .null),
    ])
  }
}
