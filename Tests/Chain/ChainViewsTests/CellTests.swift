import Bilingual
import ChainModel
import ChainViews
import Foundation
import TestSupport
import Testing

/// The cells that lists to fill in are made of, in every format of text.
struct CellTests {
  private static let answer: Answer = {
    let columns = [
      Answer.Table.Column("capacity", zh: "规模", en: "capacity"),
      Answer.Table.Column("leader", zh: "责任领导", en: "leader"),
    ]
    let unit = UnitOfMeasure(symbol: "吨", dimension: "mass", factor: 1)
    let rows: [[Answer.Cell]] = [
      [.quantity(Quantity(amount: 6000, unit: unit)), .unanswered],
      [.unanswered, .list([.text("甲"), .unanswered])],
    ]
    return Answer(
      command: "projects",
      title: BilingualText(zh: "项目清单", en: "Projects"),
      table: Answer.Table(columns, rows) { $0 }
    )
  }()

  @Test func `JSON has a text for a quantity and null for what is to be filled in`() throws {
    let text = Self.answer.text(in: .json, language: .zh)
    #expect(text.contains("{\"capacity\": \"6000 吨\", \"leader\": null}"))
    #expect(text.contains("{\"capacity\": null, \"leader\": [\"甲\", null]}"))
  }

  @Test func `people read what is to be filled in`() {
    #expect(
      Self.answer.text(in: .csv, language: .zh)
        == "规模,责任领导\r\n6000 吨,待填\r\n待填,甲、待填\r\n"
    )
    #expect(
      Self.answer.text(in: .csv, language: .en)
        == "capacity,leader\r\n6000 吨,to fill\r\nto fill,\"甲, to fill\"\r\n"
    )
  }

  @Test func `the title of a list stands over it`() {
    let markdown = Self.answer.text(in: .markdown, language: .en)
    #expect(markdown.hasPrefix("# Projects\n\n| capacity |"))
    #expect(Self.answer.text(in: .table, language: .zh).hasPrefix("项目清单\n\n"))
    #expect(!Self.answer.text(in: .json, language: .zh).contains("项目清单"))
  }

  @Test func `without a title the command and its subject are the heading`() throws {
    let graph = try Samples.tiny().graph
    let leader = try #require(graph.node(id: "leader:张三"))
    let duties = Answer.duties([], of: leader, in: graph, isExplaining: false)
    #expect(duties.heading == BilingualText(zh: "张三职责清单", en: "list of duties: 张三"))
    #expect(Answer.alignment(in: graph).heading.zh == "省市对接表")
    for (label, answer) in Samples.answers(on: try Samples.tiny()) {
      #expect(answer.heading.zh != answer.command, "\(label) has no heading")
    }
  }

  @Test func `CSV begins with a mark when asked, and only CSV does`() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    for format in AnswerFormat.allCases {
      let plain = try Self.answer.bytes(in: format, language: .zh)
      let marked = try Self.answer.bytes(in: format, language: .zh, hasByteOrderMark: true)
      #expect(marked == (format == .csv ? mark + plain : plain))
      #expect(!plain.starts(with: mark))
    }
  }

  @Test func `CSV is read by others as it was meant, with its mark and without`() throws {
    for answer in try HostileNames.answers() + [Self.answer] {
      let tables = answer.sections.compactMap { section -> Answer.Table? in
        if case .table(let table) = section.content { table } else { nil }
      }
      guard tables.count == 1, let table = tables.first, !table.rows.isEmpty else { continue }
      let expected = try #require(CSVReader.rows(answer.text(in: .csv, language: .zh)))
      for (isMarked, encoding) in [(false, "utf-8"), (true, "utf-8-sig")] {
        let bytes = try answer.bytes(in: .csv, language: .zh, hasByteOrderMark: isMarked)
        let rows: [[String]] = try Python.read(bytes, with: "read_csv.py", encoding)
        let scalars = { (rows: [[String]]) in rows.map { $0.map { Array($0.unicodeScalars) } } }
        #expect(scalars(rows) == scalars(expected))
        #expect(rows.count == table.rows.count + 1)
      }
    }
  }
}
