import ChainModel
import LoopSheets
import ProgressLoop
import TestSupport
import Testing

/// Lines go behind a journal, and what it held stays.
@Suite struct JournalAppendTests {
  private var line: JournalLine {
    var line = JournalLine(
      line: "j9",
      recorded: Day(number: 19_910),
      period: ReportPeriod(year: 2024, month: 6),
      by: "局",
      item: "港口",
      type: .report
    )
    line.progress = "桩基,\"完成\"\n一半"
    return line
  }

  private func appended(_ files: [(String, String)]) throws -> (name: String, text: String) {
    let files = LoopFiles(
      journals: files.map { LoopFiles.File(path: "d/journal/\($0)", bytes: Array($1.utf8)) }
    )
    let append = try JournalAppend([line], to: files, in: "d/journal")
    #expect(append.files.journals.contains { $0.bytes == append.bytes })
    return (append.name, String(decoding: append.bytes, as: UTF8.self))
  }

  @Test func `a month begins with its headings`() throws {
    let (name, text) = try appended([])
    #expect(name == "2024-07.csv" && text.hasPrefix(JournalText.head))
    #expect(
      text.dropFirst(JournalText.head.count)
        == "j9,2024-07-06,,2024-06,局,港口,report,,,\"桩基,\"\"完成\"\"\n一半\",,,,,,,,,,\n"
    )
  }

  @Test(arguments: ["", "\n"])
  func `a file keeps its order of columns, its byte order mark and its ends of lines`(
    end: String
  ) throws {
    let held = "\u{FEFF}事项,行号,记录日,报送单位,类型,报告期,形象进度\r\n港口,j1,2024-07-01,局,月报,2024-05,桩\(end)"
    let (name, text) = try appended([("2024-07.csv", held)])
    let added = "港口,j9,2024-07-06,局,report,2024-06,\"桩基,\"\"完成\"\"\n一半\"\r\n"
    #expect(name == "2024-07.csv" && text == held + (end.isEmpty ? "\r\n" : "") + added)
  }

  @Test func `lines go behind the last file in the order of the names`() throws {
    let held = JournalText.head
    #expect(try appended([("2024-06.csv", held)]).name == "2024-07.csv")
    #expect(try appended([("2024-07.csv", held), ("2024.csv", held)]).name == "2024.csv")
  }

  @Test func `a file without a column for what is written is refused`() {
    let held = "line,recorded,period,by,item,type\n"
    #expect(throws: JournalAppendFault.missingColumns("d/journal/2024-07.csv", ["形象进度"])) {
      try appended([("2024-07.csv", held)])
    }
  }
}
