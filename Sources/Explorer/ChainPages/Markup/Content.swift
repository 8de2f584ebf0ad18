import Mustache

/// What a template is filled with, by name. Every key that a template names stands in it, since a
/// template looks for what it misses in the content around.
typealias Content = [String: Value]

/// One thing that a template is filled with. Templates name texts in three braces: they are escaped
/// here already, scalar by scalar, which the template engine is not careful enough for.
enum Value: Sendable, MustacheCustomRepresentation {
  /// A text; an empty one counts as nothing.
  case text(String)
  /// Markup; empty one counts as nothing.
  case markup(Markup)
  /// Whether a part of a template stands.
  case flag(Bool)
  /// Parts that a template repeats; none counts as nothing.
  case list([Content])
  /// One part; `nil` counts as nothing.
  case part(Content?)

  var representation: Any? {
    switch self {
    case .text(let text): text.isEmpty ? nil : Markup(text: text).html
    case .markup(let markup): markup.html.isEmpty ? nil : markup.html
    case .flag(let flag): flag
    case .list(let parts): parts.isEmpty ? nil : parts
    case .part(let content): content
    }
  }
}

extension Value {
  /// A text that may be missing.
  static func text(_ text: String?) -> Value { .text(text ?? "") }
}
