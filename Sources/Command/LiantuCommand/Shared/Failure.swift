import Bilingual
import ChainQueries
import ChainViews

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
  /// A fault of the words of a view.
  init(_ fault: QuestionFault, in language: Language?) {
    let code: Code =
      switch fault.category {
      case .usage: .usage
      case .notFound: .notFound
      case .ambiguous: .faulty
      }
    let message = fault.help.map { help in
      BilingualText(
        zh: fault.message.zh + "；" + help.zh,
        en: fault.message.en + "; " + help.en
      )
    }
    self.init(code, message ?? fault.message, in: language)
  }

  /// A workbook that cannot be written.
  init(_ failure: WorkbookFailure, in language: Language) {
    let code: Code =
      switch failure.cause {
      case .size: .faulty
      case .machine: .machine
      }
    self.init(code, failure.message, in: language)
  }
}
