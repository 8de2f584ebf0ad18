internal import Bilingual
internal import ChainModel
internal import ChainPages
internal import ChainViews
internal import Diagnostics

/// Answers the addresses under `/api/v1` from one state of the data.
struct API: Sendable {
  let current: DataState
  let version: String

  /// The reply to the parts of a path after `api/v1`.
  func reply(to path: ArraySlice<String>, _ target: RequestTarget) -> Reply {
    let language =
      target.value("lang").flatMap { Language(rawValue: $0) }
      ?? current.language
    if path == ["openapi.json"] { return OpenAPIDocument.reply(version: version) }
    do {
      return Reply(type: MIMEType.json, body: try answer(path, target, language))
    } catch {
      return error.reply(in: language)
    }
  }

  private func answer(
    _ path: ArraySlice<String>,
    _ target: RequestTarget,
    _ language: Language
  ) throws(APIFault) -> [UInt8] {
    let words = path.dropFirst()
    guard
      let endpoint = Endpoint.all.first(where: { endpoint in
        endpoint.name == path.first
          && endpoint.parameters.count { $0.place == .path } == words.count
      })
    else {
      throw .unknownPath(target.rawPath)
    }
    let values = try ParameterValues(
      path: Array(words),
      query: target.items,
      for: endpoint.allParameters
    )
    let isStatedAlone = values.text("basis") == "document"
    let day = values.text("at").flatMap { CalendarDate(parsing: $0) }
    let dataset = current.dataset(on: day, isStatedAlone: isStatedAlone)
    let name: String
    switch endpoint.question {
    case .check:
      return json(.diagnostics(current.diagnostics), language)
    case .question(let question): name = question.rawValue
    case .named: name = values.text("view") ?? ""
    }
    do {
      return json(try dataset.answer(values.words(of: name), language: language), language)
    } catch {
      throw APIFault(error)
    }
  }

  private func json(_ answer: Answer, _ language: Language) -> [UInt8] {
    Array(answer.text(in: .json, language: language).utf8)
  }
}
