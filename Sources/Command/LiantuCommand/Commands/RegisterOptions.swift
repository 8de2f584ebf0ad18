import ArgumentParser
import Bilingual
import ChainModel
import Diagnostics
import RegisterReader

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How the columns of a register are found.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "列名不常用时指明：name=单位,scope=业务；字段有 \(Self.fields(.zh))",
        "which columns say what, where their headings are unusual: name=单位,scope=业务; the fields are "
          + Self.fields(.en)
      ),
      valueName: "field=heading,…"
    )
  )
  var columns: String?

  @Option(
    help: ArgumentHelp(
      say("文本的编码，如 gb18030（缺省由内容推测）", "how the text is written (default: what the bytes are)"),
      valueName: "encoding"
    )
  )
  var encoding: String?

  @Option(
    name: .customLong("name"),
    help: ArgumentHelp(
      say(
        "名录的名称（缺省为文件名）；各月用同一名称，判断记在一处",
        "what the register is called (default: the file's name); under one name the months' decisions "
          + "are kept in one file"
      ),
      valueName: "name"
    )
  )
  var title: String?

  @Option(
    help: ArgumentHelp(
      say("名录的日期（缺省为今天，即读取之日）", "the day of the register (default: today, when it is read)"),
      valueName: "date"
    )
  )
  var date: CalendarDate?

  /// The day on which the register stood so.
  var readOn: CalendarDate { date ?? .today }

  private static func fields(_ language: Language) -> String {
    RegisterColumn.allCases.map { column in
      language == .zh ? "\(column.rawValue)（\(column.label.zh)）" : column.rawValue
    }.joined(separator: language == .zh ? "、" : ", ")
  }

  /// The register in a file; what was left out, guessed or refused is told on standard error.
  func register(_ path: String, _ language: Language) throws(Failure) -> Register {
    let renderer = DiagnosticRenderer(
      language: language,
      isColored: Terminal.isColored(.error)
    )
    if let title, title.isEmpty || title.contains(where: \.isNewline) {
      throw Failure(
        .usage,
        BilingualText(zh: "名录的名称不能空着，也不能分行", en: "a register needs a name, on one line"),
        in: language
      )
    }
    var names = RegisterColumnNames()
    if let columns {
      let read = RegisterColumnNames.reading(columns)
      guard read.diagnostics.isEmpty else {
        Terminal.complain(renderer.report(read.diagnostics, [:]))
        throw Failure(.usage)
      }
      names = read.names
    }
    let bytes = try InputFile.read(path, in: language)
    let reading = RegisterReader.read(bytes, path: path, columns: names, encoding: encoding)
    if !reading.diagnostics.isEmpty {
      Terminal.complain(renderer.report(reading.diagnostics, [path: reading.source]))
    }
    guard var register = reading.register else { throw Failure(.faulty) }
    if let title { register.title = title }
    return register
  }
}

extension CalendarDate {
  /// The day that it is where the program runs.
  fileprivate static var today: CalendarDate {
    let seconds = Int(Date.now.timeIntervalSince1970) + TimeZone.current.secondsFromGMT()
    return CalendarDate(daysSince1970: seconds / 86_400)
  }
}
