public import Bilingual

/// What is wrong with a user's data, where, and what to do about it.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, Comparable {
    /// Worth a look; the data is used as it stands.
    case warning
    /// The data cannot be used until it is mended.
    case error

    /// A warning matters less than an error.
    public static func < (a: Self, b: Self) -> Bool { a == .warning && b == .error }
  }

  /// A file and a stretch of it.
  public struct Location: Sendable, Hashable {
    /// The path by which the user knows the file.
    public let path: String
    /// The stretch that the caret points at; `nil` for the file as a whole. In a workbook the lines
    /// of all cells count on from one to the next, so that places keep their order.
    public let range: SourceRange?
    /// The cell that `range` lies in, by which people know the place; `nil` where the file has lines.
    public let cell: SheetCell?

    /// A place in the file at `path`, in a workbook that of a `cell`.
    public init(path: String, range: SourceRange?, cell: SheetCell? = nil) {
      self.path = path
      self.range = range
      self.cell = cell
    }

    /// The place as a message speaks of it: path, line and column, or path, sheet and cell.
    public var text: String {
      if let cell {
        // One of several sheets is known by a path of its own, which ends with its name.
        let tail = "/" + cell.sheet
        return "\(path.hasSuffix(tail) ? String(path.dropLast(tail.count)) : path): \(cell)"
      }
      guard let start = range?.start else { return path }
      return "\(path):\(start.line):\(start.column)"
    }
  }

  /// How much it matters.
  public let severity: Severity
  /// A stable name, such as `unknown-field`, by which scripts and documents know the fault.
  public let code: String
  /// What is wrong: lower case, no full stop.
  public let message: BilingualText
  /// What to do, when that can be said.
  public let help: BilingualText?
  /// Where; `nil` when the fault lies in no one file.
  public let location: Location?

  /// A diagnostic; catalogues of static makers are the usual way to one.
  public init(
    _ severity: Severity,
    code: String,
    message: BilingualText,
    help: BilingualText? = nil,
    at location: Location?
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.help = help
    self.location = location
  }
}

extension Sequence where Element == Diagnostic {
  /// The diagnostics by path, then place, then code; those without a place come first.
  public func inReadingOrder() -> [Diagnostic] {
    map { (key: Self.key($0), diagnostic: $0) }
      .sorted { $0.key < $1.key }
      .map(\.diagnostic)
  }

  private static func key(_ diagnostic: Diagnostic) -> (String, Int, Int, String, String) {
    let start = diagnostic.location?.range?.start
    return (
      diagnostic.location?.path ?? "", start?.line ?? 0, start?.column ?? 0, diagnostic.code,
      diagnostic.message.en
    )
  }
}
