import Bilingual
import ChainModel
import SQLite

/// Writes a database of SQLite: tables for programs, views with plain names for people.
///
/// Through SQLite's own C library, which every system brings: there is one writer, every statement is
/// prepared once, and nothing is left that a library on top of it would do.
struct SQLiteWriter: ExchangeWriter {
  static let format = ExchangeFormat.sqlite
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "SQLite 数据库，供报表工具（BI）使用",
      en: "a database of SQLite, for those who report with other tools"
    ),
    notes: BilingualText(
      zh: """
        表：nodes、aliases、attributes、relations；plan、journal、owners、status、status_reasons 是计划、台账和\
        某一天的责任与红黄绿灯，与 status 命令一致；kinds 等是词汇。视图“事项”“责任”“关系”“台账”等名称直白，\
        语言随 --lang。每次写出都是新的文件；已有的不覆盖，别人可能在里面加过视图；加 --force 才覆盖。
        """,
      en: """
        Tables: nodes, aliases, attributes, relations; plan, journal, owners, status and status_reasons are \
        the plan, the journal, and who answers for what and how it stands on a day, as status says it; kinds \
        and others are the vocabulary. Views with plain names, such as "items" and "responsibilities", are in \
        the language of --lang. A file that is there is not written over, since somebody may have added \
        views; --force overwrites it.
        """
    ),
    examples: [
      BilingualText(zh: "-o 图谱.sqlite", en: "-o graph.sqlite"),
      BilingualText(same: "--at 2024-06-30 -o 2024-06.sqlite"),
    ],
    endings: ["sqlite", "sqlite3", "db"],
    options: [.database]
  )

  private let content: ExchangeContent

  init(_ content: ExchangeContent) { self.content = content }

  func write(to output: inout ExchangeOutput) throws {
    do {
      var file = try SQLiteFile(
        applicationID: DatabaseSchema.applicationID,
        version: DatabaseSchema.version
      )
      try file.run(DatabaseSchema.tables)
      try VocabularyRows(content).write(to: &file)
      try GraphRows(content).write(to: &file, &output)
      if let progress = content.options.progress {
        try ProgressRows(content, progress).write(to: &file, &output)
      }
      try file.run(DatabaseSchema.indices)
      try file.run(DatabaseViews(language: content.language).statements)
      try file.finish { try output.write(piece: $0) }
    } catch let fault as SQLiteFault {
      throw ExchangeFailure.database(fault.text)
    }
  }
}

extension SQLiteValue {
  /// A text, or nothing where there is none.
  static func text(orNull text: (some CustomStringConvertible)?) -> Self {
    text.map { .text($0.description) } ?? .null
  }

  /// A text, or nothing where it is empty: nothing was said.
  static func said(_ text: String) -> Self { text.isEmpty ? .null : .text(text) }

  static func flag(_ flag: Bool) -> Self { .integer(flag ? 1 : 0) }
}
