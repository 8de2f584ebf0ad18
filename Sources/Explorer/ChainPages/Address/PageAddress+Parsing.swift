import Bilingual
import ChainModel
import ChainQueries
import ChainViews

extension PageAddress {
  /// The address that a request asks for, both parts as they come: percent-encoded.
  ///
  /// Parameters without a value are passed over, since a form sends those too.
  ///
  /// - Throws: A fault of status 404 for an unknown page or view, 400 for the rest.
  public init(path: String, query: String = "") throws(PageFault) {
    var parameters = try Self.parameters(query)
    self.init(try Self.place(path, &parameters))
    if case .view = place, let dot = path.lastIndex(of: ".") {
      download = Download(rawValue: String(path[path.index(after: dot)...]))
    }
    filter.kinds = Set(parameters.take("kind").map { NodeKind($0) })
    filter.stages = Set(try parameters.words("stage", as: Stage.self))
    filter.coverages = Set(try parameters.words("coverage", as: Coverage.self))
    node = parameters.take("node").last
    language = try parameters.words("lang", as: Language.self).last
    isStatedAlone = try parameters.words("basis", as: Facts.self).last == .document
    if let name = parameters.pairs.first?.name { throw .unknownParameter(name) }
  }

  /// The address of a link; see ``init(path:query:)``. A fragment is left out.
  public init(href: String) throws(PageFault) {
    let whole = href.prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    try self.init(path: String(path), query: String(whole.dropFirst(path.count + 1)))
  }

  private enum Facts: String, CaseIterable { case all, document }

  private static func place(
    _ path: String,
    _ parameters: inout Parameters
  ) throws(PageFault) -> Place {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard path.hasPrefix("/"), let first = parts.first, parts.count <= 2 else {
      throw .unknownPage(path)
    }
    guard parts.count == 2, let last = parts.last else {
      switch first {
      case "": return .overview
      case "lists": return .lists
      case "search": return .search(parameters.take("q").last ?? "")
      case "suggest": return .suggestions(parameters.take("q").last ?? "")
      default: throw .unknownPage(path)
      }
    }
    guard let text = PercentEncoding.decode(last) else { throw .unreadable(path) }
    guard !text.isEmpty else { throw .unknownPage(path) }
    switch first {
    case "node": return .node(text)
    case "panel": return .panel(text)
    case "view": return .view(try view(text, path, &parameters))
    default: throw .unknownPage(path)
    }
  }

  private static func view(
    _ text: String,
    _ path: String,
    _ parameters: inout Parameters
  ) throws(PageFault) -> QuestionWords {
    var name = text
    if let dot = text.lastIndex(of: ".") {
      guard Download(rawValue: String(text[text.index(after: dot)...])) != nil else {
        throw .unknownPage(path)
      }
      name = String(text[..<dot])
    }
    guard let view = QuestionName(word: name), view.definition.hasPicture else {
      throw .unknownPage(path)
    }
    var options: [QuestionOption: [String]] = [:]
    for option in QuestionOption.allCases where ![.kind, .stage].contains(option) {
      let values = parameters.take(option.rawValue, keepingEmpty: option.isSwitch)
      if !values.isEmpty { options[option] = option.isSwitch ? [] : values }
    }
    return QuestionWords(view.rawValue, of: parameters.take("of"), options: options)
  }

  private static func parameters(_ query: String) throws(PageFault) -> Parameters {
    var parameters = Parameters()
    for part in query.split(separator: "&") {
      let name = part.prefix { $0 != "=" }
      let value = part.dropFirst(name.count + 1)
      guard let name = PercentEncoding.decode(name, isForm: true),
        let value = PercentEncoding.decode(value, isForm: true)
      else { throw .unreadable(String(part)) }
      parameters.pairs.append((name, value))
    }
    return parameters
  }
}

/// What is left of a query while its parameters are read one by one.
private struct Parameters {
  var pairs: [(name: String, value: String)] = []

  mutating func take(_ name: String, keepingEmpty: Bool = false) -> [String] {
    let values = pairs.filter { $0.name == name }.map(\.value)
    pairs.removeAll { $0.name == name }
    return keepingEmpty ? values : values.filter { !$0.isEmpty }
  }

  mutating func words<Word: RawRepresentable & CaseIterable>(
    _ name: String,
    as type: Word.Type
  ) throws(PageFault) -> [Word] where Word.RawValue == String {
    var words: [Word] = []
    for value in take(name) {
      guard let word = Word(rawValue: value) else {
        throw .unknownValue(value, of: name, among: Word.allCases.map(\.rawValue))
      }
      words.append(word)
    }
    return words
  }
}
