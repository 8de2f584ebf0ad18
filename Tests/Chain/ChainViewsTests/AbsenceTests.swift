import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import TestSupport
import Testing

/// What an answer says of the day that it is of, of what is not there on it, and of the documents that it rests on.
struct AbsenceTests {
  private static let facts = """
    document:
      - {name: 通知, source: 序言, date: 2024-01-01}
    cluster:
      - {name: 集群, level: 市级, source: 一, until: 2024-03-31}
      - {name: 新集群, level: 市级, source: 一, from: 2024-07-01}
    segment:
      - {name: 环节, source: 一, partOf: 集群}
    department:
      - {name: 旧局, source: 一, until: 2024-03-31}
      - {name: 甲局, source: 一, succeeds: {to: 旧局, from: 2024-04-01}}
      - {name: 旧办, source: 一}
      - {name: 新办, source: 一, succeeds: {to: 旧办, from: 2024-05-01}}
      - {name: 他局, source: 一}
    project:
      - {name: 项目, source: {document: 通知, place: 三}, lead: 旧局}
      - {name: 别的项目, source: 二, lead: 旧办}

    """

  private func dataset(on day: String) throws -> Dataset {
    let folder = try DatasetFolder.dataset(["facts.yaml": Self.facts])
    defer { withExtendedLifetime(folder) {} }
    let loaded = Dataset.load(folder: folder.path)
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))")
    return dataset.asked(on: try #require(CalendarDate(parsing: day)))
  }

  private func notes(_ words: QuestionWords, on day: String) throws -> (zh: String, en: String) {
    let notes = try dataset(on: day).answer(words, language: .zh).notes
    return (notes.map(\.zh).joined(separator: "\n"), notes.map(\.en).joined(separator: "\n"))
  }

  @Test func `who has ended is told with the day and who succeeded`() throws {
    let words = QuestionWords("duties", of: ["旧局"])
    let after = try notes(words, on: "2024-06-01")
    #expect(after.zh.contains("“旧局”止于 2024-03-31，2024-06-01 已不在，由甲局承接"), "\(after.zh)")
    #expect(
      after.en.contains("'旧局' ended on 2024-03-31, before 2024-06-01; it was succeeded by 甲局")
    )
    let before = try notes(words, on: "2024-03-31")
    #expect(!before.zh.contains("旧局") && !before.en.contains("旧局"))
    #expect(try !notes(QuestionWords("duties", of: ["甲局"]), on: "2024-06-01").zh.contains("承接"))
  }

  @Test func `who was succeeded and goes on is told from that day`() throws {
    let words = QuestionWords("duties", of: ["旧办"])
    #expect(try notes(words, on: "2024-05-01").zh.contains("“旧办”到 2024-05-01 已由新办承接"))
    #expect(try notes(words, on: "2024-05-01").en.contains("'旧办' was succeeded by 新办"))
    #expect(try !notes(words, on: "2024-04-30").zh.contains("承接"))
  }

  @Test func `what has ended or begins later is told where a view has nothing to show`() throws {
    for (name, told) in [
      ("集群", "“集群”止于 2024-03-31，2024-06-01 已不在"),
      ("新集群", "“新集群”自 2024-07-01 起才有，2024-06-01 还没有"),
    ] {
      let asked = try dataset(on: "2024-06-01")
      let fault = #expect(throws: QuestionFault.self) {
        try asked.view(QuestionWords("panorama", of: [name]), language: .zh)
      }
      #expect(fault?.message.zh.contains(told) == true, "\(fault?.message.zh ?? "")")
      #expect(fault?.message.en.contains("--at asks for another day") == true)
    }
    _ = try dataset(on: "2024-03-31").view(QuestionWords("panorama", of: ["集群"]), language: .zh)
  }

  @Test func `a query tells of what its expression names`() throws {
    let words = QuestionWords("query", of: ["kind(project) + 旧局"])
    #expect(try notes(words, on: "2024-06-01").zh.contains("“旧局”止于 2024-03-31"))
    #expect(try !notes(words, on: "2024-03-31").zh.contains("旧局"))
    let other = QuestionWords("query", of: ["kind(department)"])
    #expect(try !notes(other, on: "2024-06-01").zh.contains("旧局"))
  }

  @Test func `of a month or a year the last day is meant, and said`() throws {
    let words = QuestionWords("duties", of: ["他局"])
    #expect(try notes(words, on: "2024-03").zh.contains("按 2024-03-31（2024-03 的最后一天）的情形"))
    #expect(try notes(words, on: "2024").en.contains("on 2024-12-31, the last day of 2024"))
    #expect(try notes(words, on: "2024-03-31").zh.contains("按 2024-03-31 的情形"))
    #expect(
      try notes(QuestionWords("duties", of: ["旧局"]), on: "2024").zh.contains("2024-12-31 已不在")
    )
  }

  @Test func `a source names its document where that is not the first`() throws {
    let list = try dataset(on: "2024-03-01").answer(
      QuestionWords("duties", of: ["旧局"]),
      language: .zh
    )
    #expect(list.text(in: .csv, language: .zh).contains("通知 三"))
    let other = try dataset(on: "2024-03-01").answer(
      QuestionWords("duties", of: ["旧办"]),
      language: .zh
    )
    let text = other.text(in: .csv, language: .zh)
    #expect(text.contains(",二") && !text.contains("意见"), "\(text)")
  }
}
