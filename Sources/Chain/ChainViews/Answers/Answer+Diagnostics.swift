public import Diagnostics

extension Answer {
  /// What `check` says.
  public static func diagnostics(_ diagnostics: [Diagnostic]) -> Answer {
    let table = Answer.Table(
      [
        Answer.Table.Column("severity", zh: "级别", en: "severity"),
        Answer.Table.Column("code", zh: "代码", en: "code"),
        Answer.Table.Column("file", zh: "文件", en: "file"),
        Answer.Table.Column("line", zh: "行", en: "line"),
        Answer.Table.Column("column", zh: "列", en: "column"),
        Answer.Table.Column("message", zh: "问题", en: "message"),
        Answer.Table.Column("help", zh: "建议", en: "help"),
      ],
      diagnostics
    ) { diagnostic in
      // A cell is told by its name; a workbook has no lines.
      let cell = diagnostic.location?.cell
      let start = cell == nil ? diagnostic.location?.range?.start : nil
      return [
        .text(diagnostic.severity.rawValue), .text(diagnostic.code),
        diagnostic.location.map { .text($0.cell == nil ? $0.path : $0.text) } ?? .none,
        start.map { .number($0.line) } ?? .none, start.map { .number($0.column) } ?? .none,
        .sentence(diagnostic.message), diagnostic.help.map { .sentence($0) } ?? .none,
      ]
    }
    return Answer(command: "check", table: table)
  }
}
