import Diagnostics
import ProgressLoop

/// An answer in the form in which examples expect it.
indirect enum ExampleAnswer {
  case none
  case text(String)
  case list([ExampleAnswer])
  case mapping([(field: String, value: ExampleAnswer)])

  init(_ text: String?) { self = text.map { .text($0) } ?? .none }
  init(_ number: Int?) { self = number.map { .text("\($0)") } ?? .none }
  init(_ truth: Bool) { self = .text(truth ? "true" : "false") }
  init(_ texts: [String]) { self = .list(texts.map { .text($0) }) }

  var description: String {
    switch self {
    case .none: "null"
    case .text(let text): text
    case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.field): \($0.value.description)" }.joined(separator: ", ") + "}"
    }
  }

  /// Where the answer is not what is expected: of a mapping only the fields written, a list entirely and in
  /// order, `null` no value. A field that no answer has is a difference.
  func differences(from expected: EntryNode, _ path: String) -> [String] {
    switch (expected.content, self) {
    case (.mapping(let wanted), .mapping(let pairs)):
      return wanted.flatMap { pair -> [String] in
        let field = pair.key.scalar ?? ""
        guard let own = pairs.first(where: { $0.field == field }) else {
          return ["\(path).\(field): no answer has this field"]
        }
        return own.value.differences(from: pair.value, "\(path).\(field)")
      }
    case (.sequence(let wanted), .list(let items)):
      guard wanted.count == items.count else {
        return ["\(path): \(description) has not \(wanted.count) items"]
      }
      return zip(wanted, items).enumerated().flatMap { place, pair in
        pair.1.differences(from: pair.0, "\(path)[\(place)]")
      }
    case (.scalar(let text), _):
      if case .plain = expected.style, text == "null" || text.isEmpty {
        if case .none = self { return [] }
        return ["\(path): \(description) instead of nothing"]
      }
      if case .text(let own) = self, Self.isSame(own, text) { return [] }
      return ["\(path): \(description) instead of \(text)"]
    default: return ["\(path): \(description) has another shape than expected"]
    }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let a = ExactDecimal(parsing: a), let b = ExactDecimal(parsing: b) else { return false }
    return a == b
  }
}
