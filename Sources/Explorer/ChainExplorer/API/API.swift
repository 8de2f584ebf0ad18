internal import Bilingual
internal import ChainModel
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
    let dataset = values.text("basis") == "document" ? current.stated : current.dataset
    let answer: Answer
    switch endpoint.question(values) {
    case .check: answer = .diagnostics(current.diagnostics)
    case .question(let question):
      do {
        answer = try dataset.answer(
          question,
          language: language,
          isExplaining: values.flag("explain")
        )
      } catch {
        throw APIFault(error)
      }
    }
    return Array(answer.text(in: .json, language: language).utf8)
  }
}
