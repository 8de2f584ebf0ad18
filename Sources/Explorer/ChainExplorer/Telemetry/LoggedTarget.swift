internal import ChainPages

/// The address of a request as a log may have it: without the token.
struct LoggedTarget: CustomStringConvertible {
  let description: String

  init(_ text: String) {
    guard let target = try? RequestTarget(text) else {
      // What cannot be read could hide anything behind its sign of question.
      description = text.prefix { $0 != "?" } + (text.contains("?") ? "?…" : "")
      return
    }
    description = target.without(AccessToken.parameter)
  }
}
