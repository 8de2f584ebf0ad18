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
  package init(path: String, query: String = "") throws(PageFault) {
    let target: RequestTarget
    do throws(RequestTarget.Fault) {
      target = try RequestTarget(path: path, query: query)
    } catch {
      switch error {
      case .noPath: throw .unknownPage(path)
      case .unreadable(let text): throw .unreadable(text)
      }
    }
    try self.init(target)
  }

  /// The address of a link; see ``init(path:query:)``. A fragment is left out.
  package init(href: String) throws(PageFault) {
    let whole = href.prefix { $0 != "#" }
    let path = whole.prefix { $0 != "?" }
    try self.init(path: String(path), query: String(whole.dropFirst(path.count + 1)))
  }

  /// The address that a request asks for; see ``init(path:query:)``.
  package init(_ target: RequestTarget) throws(PageFault) {
    var parameters = Parameters(pairs: target.items)
    self.init(try Self.place(target, &parameters))
    switch place {
    case .view, .home: download = target.path.last.flatMap { Self.cut($0).download }
    default: break
    }
    filter.kinds = Set(parameters.take("kind").map { NodeKind($0) })
    filter.stages = Set(try parameters.words("stage", as: Stage.self))
    filter.verdicts = Set(try parameters.words("verdict", as: Verdict.self))
    node = parameters.take("node").last
    language = try parameters.words("lang", as: Language.self).last
    isStatedAlone = try parameters.words("basis", as: Facts.self).last == .document
    if let name = parameters.pairs.first?.name { throw .unknownParameter(name) }
  }

  private enum Facts: String, CaseIterable { case all, document }

  private static func place(
    _ target: RequestTarget,
    _ parameters: inout Parameters
  ) throws(PageFault) -> Place {
    guard let first = target.path.first else { return .overview }
    guard target.path.count > 1 else {
      switch first {
      case "lists": return .lists
      case "search": return .search(parameters.take("q").last ?? "")
      case "suggest": return .suggestions(parameters.take("q").last ?? "")
      default: throw .unknownPage(target.rawPath)
      }
    }
    let name = target.path[1]
    guard target.path.count == 2, !name.isEmpty else { throw .unknownPage(target.rawPath) }
    switch first {
    case "node": return .node(name)
    case "home": return .home(cut(name).name)
    case "panel": return .panel(name)
    case "view": return .view(try view(name, target, &parameters))
    default: throw .unknownPage(target.rawPath)
    }
  }

  /// The name of a view, or who is at home, and the download that its ending asks for, if it has one of these
  /// endings.
  private static func cut(_ name: String) -> (name: String, download: Download?) {
    guard let dot = name.lastIndex(of: "."),
      let download = Download(rawValue: String(name[name.index(after: dot)...]))
    else { return (name, nil) }
    return (String(name[..<dot]), download)
  }

  private static func view(
    _ text: String,
    _ target: RequestTarget,
    _ parameters: inout Parameters
  ) throws(PageFault) -> QuestionWords {
    guard let view = QuestionName(word: cut(text).name), view.definition.hasPicture else {
      throw .unknownPage(target.rawPath)
    }
    var options: [QuestionOption: [String]] = [:]
    for option in QuestionOption.allCases where ![.kind, .stage].contains(option) {
      let values = parameters.take(option.rawValue, keepingEmpty: option.isSwitch)
      if !values.isEmpty { options[option] = option.isSwitch ? [] : values }
    }
    return QuestionWords(view.rawValue, of: parameters.take("of"), options: options)
  }
}

/// What is left of a query while its parameters are read one by one.
private struct Parameters {
  var pairs: [RequestTarget.Item]

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
