import Bilingual
import Diagnostics

/// A list in one cell: items with line breaks or semicolons between them, each a text and, in
/// brackets behind it, what is known of it.
///
/// ```
/// cell    = [ item ] { separator [ item ] }      separator = line break | "；" | ";"
/// item    = text { "【" note "】" | "[" note "]" }
/// note    = text [ ( "：" | ": " ) text ]          a text may hold days behind a comma: 附件/二，2024-04-01起
/// text    = plain | '"' { any but '"' | '""' } '"'
/// ```
///
/// Spaces around a text are no part of it, and an item of nothing is passed over.
struct ListCell {
  /// A text of the cell and where it stands.
  struct Text {
    let text: String
    let range: SourceRange
    /// Whether it stands in quotes, and so means itself alone.
    let isQuoted: Bool
  }

  /// What stands in one pair of brackets: a place, or a document and a place, or a word.
  struct Note {
    let texts: [Text]
    let range: SourceRange
  }

  struct Item {
    let text: Text
    let notes: [Note]
  }

  static let separators: Set<Unicode.Scalar> = ["；", ";", "\n", "\r"]
  static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["【": "】", "[": "]"]

  private let scalars: [Unicode.Scalar]
  private let firstLine: Int
  private let hasNotes: Bool
  private var offset = 0

  private init(_ text: String, firstLine: Int, hasNotes: Bool) {
    scalars = Array(text.unicodeScalars)
    self.firstLine = firstLine
    self.hasNotes = hasNotes
  }

  /// The items of a cell whose text begins on line `firstLine`; `nil` and a report when a quote or
  /// a bracket has no end. Without notes, brackets are letters like any other.
  static func items(
    of text: String,
    firstLine: Int,
    hasNotes: Bool,
    log: inout FaultLog
  ) -> [Item]? {
    var cell = ListCell(text, firstLine: firstLine, hasNotes: hasNotes)
    do throws(Fault) { return try cell.items() } catch {
      log.report(error.diagnostic(at: log.location(of: error.range)))
      return nil
    }
  }

  /// The one note that a whole cell is; `nil` and a report when a quote has no end.
  static func note(of text: String, firstLine: Int, log: inout FaultLog) -> Note? {
    var cell = ListCell(text, firstLine: firstLine, hasNotes: false)
    do throws(Fault) { return try cell.note(from: 0, closedBy: nil) } catch {
      log.report(error.diagnostic(at: log.location(of: error.range)))
      return nil
    }
  }

  // MARK: Items

  private mutating func items() throws(Fault) -> [Item] {
    var items: [Item] = []
    while offset < scalars.count {
      if Self.separators.contains(scalars[offset]) || Self.isSpace(scalars[offset]) {
        offset += 1
      } else {
        items.append(try item())
      }
    }
    return items
  }

  private mutating func item() throws(Fault) -> Item {
    let text = try text { $0.isItemEnd($1) }
    var notes: [Note] = []
    while offset < scalars.count, hasNotes, let closing = Self.brackets[scalars[offset]] {
      let start = offset
      offset += 1
      notes.append(try note(from: start, closedBy: closing))
      skipSpaces()
    }
    guard offset == scalars.count || Self.separators.contains(scalars[offset]) else {
      throw Fault(problem: .textBehind, range: range(offset..<offset + 1))
    }
    return Item(text: text, notes: notes)
  }

  private func isItemEnd(_ offset: Int) -> Bool {
    Self.separators.contains(scalars[offset])
      || (hasNotes && Self.brackets[scalars[offset]] != nil)
  }

  // MARK: Notes

  /// A note up to its bracket, or to the end of the cell; the bracket is passed.
  private mutating func note(
    from start: Int,
    closedBy closing: Unicode.Scalar?
  ) throws(Fault) -> Note {
    func ends(_ cell: ListCell, _ offset: Int) -> Bool { cell.scalars[offset] == closing }
    skipSpaces()
    var texts = [try text { ends($0, $1) || $0.widthOfColon(at: $1) != nil }]
    if offset < scalars.count, let width = widthOfColon(at: offset) {
      offset += width
      skipSpaces()
      texts.append(try text { ends($0, $1) })
    }
    if let closing {
      guard offset < scalars.count else {
        throw Fault(problem: .noBracket(closing), range: range(start..<start + 1))
      }
      guard scalars[offset] == closing else {
        throw Fault(problem: .textBehind, range: range(offset..<offset + 1))
      }
      offset += 1
    } else if offset < scalars.count {
      throw Fault(problem: .textBehind, range: range(offset..<offset + 1))
    }
    return Note(texts: texts, range: range(start..<offset))
  }

  /// How many scalars the colon between a document and its place takes; `nil` when there is none.
  private func widthOfColon(at offset: Int) -> Int? {
    if scalars[offset] == "：" { return 1 }
    let isColon = scalars[offset] == ":" && offset + 1 < scalars.count
    return isColon && scalars[offset + 1] == " " ? 2 : nil
  }

  // MARK: Texts

  /// A text in quotes, or one up to where `isEnd` says, less space behind it.
  private mutating func text(_ isEnd: (ListCell, Int) -> Bool) throws(Fault) -> Text {
    let start = offset
    if start < scalars.count, scalars[start] == "\"" { return try quoted() }
    while offset < scalars.count, !isEnd(self, offset) { offset += 1 }
    var end = offset
    while end > start, Self.isSpace(scalars[end - 1]) { end -= 1 }
    return Text(text: string(scalars[start..<end]), range: range(start..<end), isQuoted: false)
  }

  private mutating func quoted() throws(Fault) -> Text {
    let start = offset
    var text: [Unicode.Scalar] = []
    offset += 1
    while offset < scalars.count {
      let scalar = scalars[offset]
      offset += 1
      guard scalar == "\"" else {
        text.append(scalar)
        continue
      }
      if offset < scalars.count, scalars[offset] == "\"" {
        text.append(scalar)
        offset += 1
        continue
      }
      let range = range(start..<offset)
      skipSpaces()
      return Text(text: string(text[...]), range: range, isQuoted: true)
    }
    throw Fault(problem: .noQuote, range: range(start..<start + 1))
  }

  private mutating func skipSpaces() {
    while offset < scalars.count, Self.isSpace(scalars[offset]) { offset += 1 }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\u{A0}", "\u{3000}"].contains(scalar)
  }

  private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Where a stretch of scalars stands.
  private func range(_ stretch: Range<Int>) -> SourceRange {
    let before = scalars[..<stretch.lowerBound]
    let line = before.count { $0 == "\n" }
    let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return SourceRange(
      start: SourcePosition(
        line: firstLine + line,
        column: stretch.lowerBound - lineStart + 1
      ),
      length: stretch.count
    )
  }
}

extension ListCell {
  /// Why a cell is no list.
  struct Fault: Error {
    enum Problem {
      case noQuote
      case noBracket(Unicode.Scalar)
      case textBehind
    }

    let problem: Problem
    let range: SourceRange

    func diagnostic(at location: Diagnostic.Location) -> Diagnostic {
      switch problem {
      case .noQuote: .unclosed("\"", at: location)
      case .noBracket(let closing): .unclosed(String(Character(closing)), at: location)
      case .textBehind: .textBehindItem(at: location)
      }
    }
  }
}
