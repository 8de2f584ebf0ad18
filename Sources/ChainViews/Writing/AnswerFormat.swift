public import Bilingual

/// How an answer is written.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// Aligned columns for a terminal; a Chinese character counts two cells.
  case table
  /// One JSON object.
  case json
  /// Comma-separated values.
  case csv
  /// A Markdown table.
  case markdown
}

extension Answer {
  /// The answer as text in `format`, ended by a newline.
  ///
  /// - Parameter width: the cells of a line on the terminal that a table is cut to; `nil` for as
  ///   wide as it gets.
  public func text(
    in format: AnswerFormat,
    language: Language,
    width: Int? = nil
  ) -> String {
    switch format {
    case .table: PlainWriter(language: language, width: width).text(self)
    case .json: JSONWriter(language: language).text(self)
    case .csv: CSVWriter(language: language).text(self)
    case .markdown: MarkdownWriter(language: language).text(self)
    }
  }
}
