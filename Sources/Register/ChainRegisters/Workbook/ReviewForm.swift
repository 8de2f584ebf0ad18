import Bilingual
package import ChainModel
import ChainWorkbooks
package import Diagnostics
import RegisterReader
import Spreadsheet

/// A workbook of questions that came back filled in.
package struct ReviewForm: Sendable {
  /// A question with a verdict.
  package struct Answered: Sendable {
    package let decision: FirmDecision
    /// The name of the segment that the row shows.
    package let segmentName: String
    package let place: Diagnostic.Location
  }

  /// An enterprise of the data set and a firm of the register that somebody compared.
  package struct ComparedName: Sendable {
    package let enterprise: String
    let firm: RegisterRow
    package let verdict: FirmDecision.Verdict
    package let place: Diagnostic.Location
  }

  /// A word that somebody approved, or refused.
  package struct ApprovedTerm: Sendable {
    package let segment: String
    package let term: String
    package let isApproved: Bool
    package let place: Diagnostic.Location
  }

  /// The register that was asked about.
  package let register: String
  /// The day on which it was read.
  package let readOn: CalendarDate
  package let firmCount: Int
  package let isOutside: Bool
  /// The data set that was asked about, by its title.
  package let datasetTitle: String
  /// Whether everything was asked: then what is not open here is not open at all.
  package let isWhole: Bool
  /// Whether only what is new or changed was asked: what was open before still is.
  package let isSince: Bool
  /// The segments that were asked about, by identity.
  package let segments: [String]
  package let answered: [Answered]
  /// The questions without a verdict, by segment, and whether they were possible.
  package let open: [(segment: String, isPossible: Bool)]
  package let names: [ComparedName]
  package let terms: [ApprovedTerm]
  /// The firms, by the number of their row.
  let firms: [Int: RegisterRow]
  /// The text of the cells, for messages.
  package let source: SourceText

  /// Reads the workbook; every fault is reported at its cell.
  ///
  /// - Parameter path: by which messages name it.
  /// - Returns: `nil` where there are errors.
  package static func read(
    _ bytes: [UInt8],
    path: String
  ) -> (form: ReviewForm?, diagnostics: [Diagnostic], source: SourceText) {
    let none = SourceText(path: path, bytes: [])
    let contents: WorkbookContents
    do throws(WorkbookFault) { contents = try WorkbookContents(bytes: bytes) } catch {
      return (nil, [Diagnostic(error, path: path)], none)
    }
    guard let grids = Grid.grids(of: contents) else {
      return (nil, [.tooManyReviewCells(at: path)], none)
    }
    let text = GridText(grids, path: path)
    var log = FaultLog(path: path, cells: text.source)
    var reader = ReviewFormReader(grids, text)
    let form = reader.form(log: &log)
    return (log.diagnostics.isEmpty ? form : nil, log.diagnostics, text.source)
  }

  init(
    about: ReviewFormReader.About,
    readOn: CalendarDate,
    answered: [Answered],
    open: [(segment: String, isPossible: Bool)],
    segments: [String],
    names: [ComparedName],
    terms: [ApprovedTerm],
    firms: [Int: RegisterRow],
    source: SourceText
  ) {
    register = about.register
    self.readOn = readOn
    firmCount = about.firmCount
    isOutside = about.isOutside
    datasetTitle = about.datasetTitle
    isWhole = about.isWhole
    isSince = about.isSince
    self.segments = segments
    (self.answered, self.open, self.names) = (answered, open, names)
    (self.terms, self.firms, self.source) = (terms, firms, source)
  }
}
