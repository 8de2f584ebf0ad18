public import Bilingual

/// An error that reaches people: a stable code, what is wrong, and what to do, in both languages.
///
/// What the products throw at people conforms, so that a program needs one place to show it:
///
/// ```swift
/// do { try work() } catch let error as any LiantuError {
///   print("\(error.code): \(error.text[.en])")
/// }
/// ```
public protocol LiantuError: Error, Sendable {
  /// A stable name, such as `unknown-name`, by which scripts and documents know the error.
  var code: String { get }
  /// What is wrong: lower case, no full stop.
  var message: BilingualText { get }
  /// What to do, where that can be said.
  var help: BilingualText? { get }
  /// Who or what is at fault: what a program's exit code, or a server's status, goes by.
  var cause: ErrorCause { get }
  /// What is wrong place by place, where the error lies in files or in an expression.
  var diagnostics: [Diagnostic] { get }
}

/// Who or what is at fault.
public enum ErrorCause: String, Sendable, Hashable, CaseIterable {
  /// What was asked makes no sense.
  case usage
  /// A name means nothing, or there is nothing to show.
  case notFound
  /// A name means several things.
  case ambiguous
  /// The data is wrong, or does not fit what is wanted.
  case data
  /// The machine: disk, font, library, network.
  case machine
}

extension LiantuError {
  /// Nothing that could be said.
  public var help: BilingualText? { nil }
  /// The data.
  public var cause: ErrorCause { .data }
  /// Nothing beside the message.
  public var diagnostics: [Diagnostic] { [] }

  /// The message, and what to do.
  public var text: BilingualText {
    guard let help else { return message }
    return BilingualText(zh: message.zh + "；" + help.zh, en: message.en + "; " + help.en)
  }
}
