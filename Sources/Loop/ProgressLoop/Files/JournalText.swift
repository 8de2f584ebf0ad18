import CSV

/// Lines of a journal as a file has them, and as ``JournalReader`` reads them.
package enum JournalText {
  /// The headings, in English as scripts have them, with the end of the line.
  package static let head = CSVText.row(JournalReader.columns.map(\.name))

  /// The lines, each with its end, to be written behind the others of a file.
  ///
  /// - Complexity: O(*n*) over the texts.
  package static func text(_ lines: some Sequence<JournalLine>) -> String {
    lines.map { CSVText.row(cells($0)) }.joined()
  }

  /// A line in columns of another order, without the end of the line; `nil` is a column to be left empty.
  ///
  /// Of the line the columns that it has something for, and that are not among those: what would be lost.
  package static func row(
    _ line: JournalLine,
    in columns: [Int?]
  ) -> (text: String, lost: [Int]) {
    let cells = cells(line)
    let text = columns.map { $0.map { CSVText.cell(cells[$0]) } ?? "" }.joined(separator: ",")
    let had = Set(columns.compactMap { $0 })
    return (text, cells.indices.filter { !cells[$0].isEmpty && !had.contains($0) })
  }

  private static func cells(_ line: JournalLine) -> [String] {
    [
      line.line, "\(line.recorded)", line.received.map { "\($0)" } ?? "",
      line.period.map { "\($0)" } ?? "", line.by, line.item, line.type.words[0], line.status,
      line.value.map { "\($0.number) \($0.unit ?? "万元")" } ?? "", line.progress, line.problem,
      line.next, line.milestone?.rawValue ?? "", line.date.map { "\($0)" } ?? "", line.corrects,
      line.answers, line.number, line.level, line.reason, line.source,
    ]
  }
}
