import Diagnostics
import Bilingual

/// Why a command ends without having done what it was asked.
struct Failure: Error {
  /// What the shell is told.
  enum Code: Int32 {
    /// The data set or the query has errors.
    case faulty = 1
    /// The command was used wrongly.
    case usage = 2
    /// Nothing was found where something was named.
    case notFound = 3
    /// The machine failed: disk, font, library.
    case machine = 4
  }

  let code: Code
  /// What is reported on standard error; `nil` when it has been reported already.
  let message: BilingualText?
  /// The language in which it is told, where it is known better than from the locale.
  let language: Language?

  init(_ code: Code, _ message: BilingualText? = nil, in language: Language? = nil) {
    self.code = code
    self.message = message
    self.language = language
  }
}

extension Failure {
  /// An error that reaches people: its message with what to do, and the exit code of its cause.
  init(_ error: some LiantuError, in language: Language? = nil) {
    self.init(Code(error.cause), error.text, in: language)
  }
}

extension Failure.Code {
  init(_ cause: ErrorCause) {
    self =
      switch cause {
      case .usage: .usage
      case .notFound: .notFound
      case .ambiguous, .data: .faulty
      case .machine: .machine
      }
  }
}
