public import Bilingual
public import ChainModel

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
  /// A workbook of Excel, ready to be printed on A4.
  case xlsx
  /// A page for a browser, whole in itself, ready to be printed on A4.
  case html

  /// Whether it is made of letters: all but a workbook.
  public var isText: Bool { self != .xlsx }
}

extension Answer {
  /// The answer as a file in `format`; the same bytes for the same answer, on every run.
  ///
  /// - Parameters:
  ///   - format: what kind of file.
  ///   - language: that of headings, labels and remarks.
  ///   - width: the cells of a line on the terminal that a table is cut to; `nil` for as wide as it
  ///     gets. Other formats ignore it.
  ///   - hasByteOrderMark: whether CSV begins with a byte-order mark, without which Excel takes
  ///     Chinese for something else. Other formats ignore it.
  ///   - date: the day that a workbook gives as that of its making; `nil` for a constant one.
  /// - Throws: Only for a workbook: what does not fit into one, and what the machine refuses.
  public func bytes(
    in format: AnswerFormat,
    language: Language,
    width: Int? = nil,
    hasByteOrderMark: Bool = false,
    date: CalendarDate? = nil
  ) throws(WorkbookFailure) -> [UInt8] {
    guard format.isText else {
      return try WorkbookWriter(language: language, date: date).bytes(self)
    }
    let mark: [UInt8] = hasByteOrderMark && format == .csv ? [0xEF, 0xBB, 0xBF] : []
    return mark + Array(text(in: format, language: language, width: width).utf8)
  }

  /// What a file in `format` holds otherwise than the answer does, to be told beside it: cells that
  /// are cut, and signs before cells that begin like a formula.
  ///
  /// - Complexity: O(*n*) over the cells.
  public func remarks(in format: AnswerFormat, language: Language) -> [BilingualText] {
    switch format {
    case .xlsx:
      let count = WorkbookWriter(language: language, date: nil).cutCells(self)
      return count > 0 ? [WorkbookWriter.cutNote(count)] : []
    case .csv:
      let count = CSVWriter(language: language).guardedCells(self)
      let text = BilingualText(
        zh: "\(count) 格以 = + - @ 等开头，前面加了一个 '，以免表格程序当作公式运行",
        en:
          "\(count) \(count == 1 ? "cell begins" : "cells begin") like a formula, and a ' stands before "
          + "it, so that no spreadsheet runs it"
      )
      return count > 0 ? [text] : []
    case .table, .json, .markdown, .html: return []
    }
  }

  /// The answer as text in `format`, ended by a newline.
  ///
  /// - Parameters:
  ///   - format: what kind of text.
  ///   - language: that of headings, labels and remarks.
  ///   - width: the cells of a line on the terminal that a table is cut to; `nil` for as wide as it
  ///     gets.
  /// - Precondition: `format` is text.
  public func text(
    in format: AnswerFormat,
    language: Language,
    width: Int? = nil
  ) -> String {
    switch format {
    case .table: PlainWriter(language: language, width: width).text(self)
    case .json: JSONAnswerWriter(language: language).text(self)
    case .csv: CSVWriter(language: language).text(self)
    case .markdown: MarkdownWriter(language: language).text(self)
    case .html: PageWriter(language: language).text(self)
    case .xlsx: preconditionFailure("a workbook is no text; ask for its bytes")
    }
  }

  /// A workbook of several lists, each on a sheet under its name; an answer of several parts has a
  /// sheet for each.
  ///
  /// Names that Excel does not allow are mended, and names that are taken get a number.
  ///
  /// - Parameters:
  ///   - lists: the lists, in the order of their sheets.
  ///   - language: that of headings, labels and remarks.
  ///   - date: the day that the workbook gives as that of its making; `nil` for a constant one.
  /// - Throws: What does not fit into a workbook, and what the machine refuses.
  public static func workbook(
    of lists: [Answer.Named],
    language: Language,
    date: CalendarDate? = nil
  ) throws(WorkbookFailure) -> [UInt8] {
    try WorkbookWriter(language: language, date: date).bytes(lists)
  }
}

extension Answer {
  /// An answer and the name of its sheet; its heading stands on the sheet itself.
  public struct Named: Sendable {
    /// The name on the tab.
    public let name: String
    /// The list.
    public let answer: Answer

    /// `answer` under `name`.
    public init(_ name: String, _ answer: Answer) {
      self.name = name
      self.answer = answer
    }
  }
}
