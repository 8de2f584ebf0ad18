import ChainModel
import Diagnostics

extension ListCell.Note {
  /// The note as two where a comma parts a place from days, `附件/二，2024-04-01起` or the other way round;
  /// any other as it is.
  ///
  /// What stands in quotes is never parted.
  var parted: [Self] {
    guard let last = texts.last, !last.isQuoted else { return [self] }
    if let (place, days) = last.parted(where: { Self.areDays($1) }) {
      return [
        Self(texts: texts.dropLast() + [place], range: range),
        Self(texts: [days], range: days.range),
      ]
    }
    // Before a document and its place days would be taken for a part of its name.
    if texts.count == 1, let (days, place) = last.parted(where: { first, _ in Self.areDays(first) })
    {
      return [Self(texts: [place], range: range), Self(texts: [days], range: days.range)]
    }
    return [self]
  }

  /// Whether a place would be read as a place and days.
  static func isParted(_ place: String) -> Bool {
    let nowhere = SourceRange(start: SourcePosition(line: 1, column: 1), length: 0)
    let text = ListCell.Text(text: place, range: nowhere, isQuoted: false)
    return Self(texts: [text], range: nowhere).parted.count > 1
  }

  /// Whether a part of a note is meant as days, be they right or wrong: 2024-13-01起 is, and 2023至2025年目标
  /// is not.
  private static func areDays(_ text: String) -> Bool {
    do throws(Origin.Period.Fault) { return try Origin.Period(parsing: text) != nil } catch {
      switch error {
      case .isEmpty: return true
      case .badDay(let day): return day.allSatisfy { "0123456789-./年月日号 ".contains($0) }
      }
    }
  }
}

extension ListCell.Text {
  private static let commas: Set<Character> = ["，", ",", "、"]

  /// What stands before and behind the first comma at which `isMeant` holds of the two.
  fileprivate func parted(where isMeant: (String, String) -> Bool) -> (Self, Self)? {
    for comma in text.indices where Self.commas.contains(text[comma]) {
      let (first, second) = (text[..<comma], text[text.index(after: comma)...])
      let (before, behind) = (String(first).trimmingSpace(), String(second).trimmingSpace())
      guard !before.isEmpty, !behind.isEmpty, isMeant(before, behind) else { continue }
      return (part(before, at: first), part(behind, at: second))
    }
    return nil
  }

  private func part(_ trimmed: String, at stretch: Substring) -> Self {
    // Of a text of several lines the whole is shown.
    guard !text.contains("\n") else { return Self(text: trimmed, range: range, isQuoted: false) }
    let skipped =
      text[..<stretch.startIndex].unicodeScalars.count
      + stretch.prefix(while: \.isWhitespace).unicodeScalars.count
    return Self(
      text: trimmed,
      range: SourceRange(
        start: SourcePosition(
          line: range.start.line,
          column: range.start.column + skipped
        ),
        length: trimmed.unicodeScalars.count
      ),
      isQuoted: false
    )
  }
}
