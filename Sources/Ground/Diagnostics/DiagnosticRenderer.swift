public import Bilingual

/// Writes diagnostics as a good compiler does: place, line, caret, help.
public struct DiagnosticRenderer: Sendable {
  private let language: Language
  private let isColored: Bool

  /// A renderer that speaks `language` and uses ANSI colours when `isColored`.
  public init(language: Language, isColored: Bool) {
    self.language = language
    self.isColored = isColored
  }

  /// The diagnostic as lines of text, ended by a newline; `source` gives the line that is shown.
  public func render(_ diagnostic: Diagnostic, source: SourceText?) -> String {
    var text = ""
    if let location = diagnostic.location {
      text += Self.printable(location.text) + ": "
    }
    let word = Self.word(for: diagnostic.severity)[language]
    let paint: Paint = diagnostic.severity == .error ? .red : .yellow
    text += painted("\(word)[\(diagnostic.code)]", paint)
    text += ": " + painted(Self.printable(diagnostic.message[language]), .bold) + "\n"
    if let location = diagnostic.location, let range = location.range,
      let line = source?.line(range.start.line)
    {
      let label = location.cell?.reference ?? String(range.start.line)
      text += excerpt(of: line, label: label, range: range, paint: paint)
    }
    if let help = diagnostic.help {
      let label = BilingualText(zh: "建议", en: "help")[language]
      text += "  = " + painted(label, .bold) + ": " + Self.printable(help[language]) + "\n"
    }
    return text
  }

  /// "2 errors, 1 warning"; `nil` when there are neither.
  public func summary(of diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var parts: [String] = []
    if errors > 0 {
      parts.append(
        BilingualText(zh: "\(errors) 个错误", en: errors == 1 ? "1 error" : "\(errors) errors")[
          language
        ]
      )
    }
    if warnings > 0 {
      parts.append(
        BilingualText(
          zh: "\(warnings) 个警告",
          en: warnings == 1 ? "1 warning" : "\(warnings) warnings"
        )[language]
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: BilingualText(zh: "，", en: ", ")[language])
  }

  private func excerpt(
    of line: String,
    label: String,
    range: SourceRange,
    paint: Paint
  ) -> String {
    // A window over a long line keeps the caret in sight of the text that it points at.
    let window = 160
    let scalars = Array(line.unicodeScalars)
    let first = max(0, min(range.start.column - 1, scalars.count))
    let from = first > window / 2 ? first - window / 2 : 0
    let shown = scalars[from..<min(scalars.count, from + window)]
    let lead = from > 0 ? "…" : ""
    let tail = from + window < scalars.count ? "…" : ""
    let margin = String(repeating: " ", count: max(4, label.count))
    let before = lead + Self.text(scalars[from..<first])
    let pointed = scalars[first..<max(first, min(first + range.length, from + shown.count))]
    let width = max(1, Self.text(pointed).cellWidth)
    let caret =
      String(repeating: " ", count: before.cellWidth) + "^"
      + String(repeating: "~", count: width - 1)
    let gap = String(repeating: " ", count: margin.count - label.count)
    return gap + label + " | " + lead + Self.text(shown) + tail + "\n" + margin + " | "
      + painted(caret, paint) + "\n"
  }

  /// Text without control characters, so that a file cannot steer the terminal, nor turn the reading of
  /// a line around.
  private static func printable(_ text: String) -> String { Self.text(text.unicodeScalars) }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      let isControl =
        scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.turnsDirection
      result.append(scalar == "\t" || !isControl ? (scalar == "\t" ? " " : scalar) : "\u{FFFD}")
    }
    return String(result)
  }

  private static func word(for severity: Diagnostic.Severity) -> BilingualText {
    switch severity {
    case .error: BilingualText(zh: "错误", en: "error")
    case .warning: BilingualText(zh: "警告", en: "warning")
    }
  }

  private enum Paint: String {
    case red = "1;31"
    case yellow = "1;33"
    case bold = "1"
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    isColored ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
