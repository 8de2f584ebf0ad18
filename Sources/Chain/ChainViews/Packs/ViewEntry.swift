public import Bilingual
public import ChainQueries
public import Diagnostics

/// One picture or list of a gallery or a pack, as its file names it.
public struct ViewEntry: Sendable {
  /// The name of its file, without an ending, or of its sheet.
  public let name: String
  /// The heading; `nil` for that of the view.
  public let title: BilingualText?
  /// The view; `nil` for a form that people fill in from the start.
  public let words: QuestionWords?
  /// The fields that the data does not hold and people fill in.
  public let fill: [BilingualText]

  /// Where the words stand, so that a fault that only a data set shows can point at them.
  let places: Places

  struct Places: Sendable {
    let path: String
    let entry: SourceRange
    let view: SourceRange?
    let subjects: [SourceRange]
    let options: [QuestionOption: [SourceRange]]
  }

  /// A fault of the words, told at the place where they stand.
  public func diagnostic(_ fault: QuestionFault) -> Diagnostic {
    let range: SourceRange? =
      switch fault.part {
      case .question: places.view
      case .subject(let position):
        places.subjects.indices.contains(position) ? places.subjects[position] : places.view
      case .option(let option, let position): places.options[option]?.dropFirst(position).first
      }
    return Diagnostic(
      .error,
      code: fault.code,
      message: fault.message,
      help: fault.help,
      at: Diagnostic.Location(path: places.path, range: range ?? places.entry)
    )
  }
}
