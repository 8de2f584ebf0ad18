import Bilingual
import Diagnostics

/// What keeps a file from being read as records.
struct RecordFault: Error {
  let range: Range<Int>
  let diagnostic: @Sendable (Diagnostic.Location) -> Diagnostic

  init(
    _ range: Range<Int>,
    _ diagnostic: @escaping @Sendable (Diagnostic.Location) -> Diagnostic
  ) {
    self.range = range
    self.diagnostic = diagnostic
  }

  init(
    code: String,
    at range: Range<Int>,
    _ message: BilingualText,
    help: BilingualText? = nil
  ) {
    self.init(range) { Diagnostic(.error, code: code, message: message, help: help, at: $0) }
  }
}
