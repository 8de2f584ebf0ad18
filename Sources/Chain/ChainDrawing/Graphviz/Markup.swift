/// A piece of an HTML label. Text enters it only through ``Escaping``.
struct Markup: Equatable, Sendable {
  var text: String

  static let empty = Markup(text: "")

  static func + (left: Markup, right: Markup) -> Markup {
    Markup(text: left.text + right.text)
  }

  /// Text in a size and colour; its lines are set under each other, aligned as the cell says.
  static func words(
    _ lines: [String],
    size: Double,
    color: Theme.Color,
    isBold: Bool = false
  ) -> Markup {
    // Graphviz's grammar has no empty run of text.
    let escaped = lines.map { $0.isEmpty ? " " : Escaping.markup($0) }.joined(
      separator: "<BR ALIGN=\"LEFT\"/>"
    )
    // The last line of a cell aligns by its own break.
    let body = escaped + (lines.count > 1 ? "<BR ALIGN=\"LEFT\"/>" : "")
    let weighted = isBold ? "<B>\(body)</B>" : body
    return Markup(
      text: "<FONT POINT-SIZE=\"\(number(size))\" COLOR=\"\(color.hex)\">\(weighted)</FONT>"
    )
  }

  /// Ends a line that is aligned to the left.
  static let lineBreak = Markup(text: "<BR ALIGN=\"LEFT\"/>")

  /// One line, set a little lower. Chinese characters fill the upper part of the line that Graphviz
  /// allots, and look too high in a narrow box; a very small line above them moves them down.
  static func lowered(_ line: Markup) -> Markup {
    Markup(text: "<FONT POINT-SIZE=\"3\"> </FONT>") + lineBreak + line + lineBreak
  }

  static func cell(_ attributes: [(String, String)] = [], _ content: Markup) -> Markup {
    Markup(text: "<TD\(list(attributes))>\(content.text)</TD>")
  }

  static func row(_ cells: [Markup]) -> Markup {
    Markup(text: "<TR>\(cells.map(\.text).joined())</TR>")
  }

  /// A table, one line a row, so that golden files differ where pictures do.
  static func table(_ attributes: [(String, String)], _ rows: [Markup]) -> Markup {
    let body = rows.map { $0.text + "\n" }.joined()
    return Markup(text: "<TABLE\(list(attributes))>\n\(body)</TABLE>")
  }

  /// A number with at most two decimals.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    guard hundredths % 100 != 0 else { return String(hundredths / 100) }
    let fraction = String(abs(hundredths) % 100)
    let digits = fraction.count == 1 ? "0" + fraction : fraction
    let sign = hundredths < 0 ? "-" : ""
    return sign + String(abs(hundredths) / 100) + "."
      + (digits.hasSuffix("0") ? String(digits.prefix(1)) : digits)
  }

  private static func list(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\($1)\"" }.joined()
  }
}
