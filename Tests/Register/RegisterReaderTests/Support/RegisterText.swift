import Diagnostics
import RegisterReader

/// Reads a register that a test writes down.
func reading(
  _ text: String,
  path: String = "名录.csv",
  columns: String = ""
) -> RegisterReading {
  RegisterReader.read(
    Array(text.utf8),
    path: path,
    columns: RegisterColumnNames.reading(columns).names
  )
}

extension RegisterReading {
  /// The rows; none where there is no register.
  var rows: [RegisterRow] { register?.rows ?? [] }
  /// Each note as `code count: rows`.
  var told: [String] {
    (register?.notes ?? []).map { note in
      "\(note.reason.rawValue) \(note.count): \(note.rows.map(String.init).joined(separator: " "))"
    }
  }
  /// Each error as `code at place`.
  var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map { "\($0.code) at \($0.location?.text ?? "")" }
  }
}
