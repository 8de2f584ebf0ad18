/// One thing that a firm's text names, as a range of the normalised text.
struct Phrase: Sendable {
  /// Where a phrase stands in a firm's texts.
  enum Source: Sendable, Equatable {
    case product(Int)
    case scope
    case name
  }

  let source: Source
  let range: Range<Int>
  /// The range without verbs and fillers at its edges.
  let core: Range<Int>
  var deeds: Deeds
  /// Where it stands in the text as written, in bytes.
  let written: Range<Int>
}
