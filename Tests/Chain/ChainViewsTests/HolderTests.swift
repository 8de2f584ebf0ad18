import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import TestSupport
import Testing

/// Lists and pictures say of whom it is not sure that he stands somewhere, and of posts that they stand empty.
struct HolderTests {
  private static let facts = """
    cluster:
      - {name: 集群, level: 市级, source: 一, lead: 旧局, accountable: 张三}
    segment:
      - {name: 环节, source: 一, partOf: 集群}
    leader:
      - {name: 张三, source: 一, until: 2024-03-31}
    department:
      - {name: 旧局, source: 一, until: 2024-03-31}
      - {name: 甲局, source: 一, succeeds: {to: 旧局, from: 2024-04-01}}
      - {name: 乙局, source: 一, succeeds: {to: 旧局, from: 2024-04-01}}
    enterprise:
      - {name: 厂, source: 三, operatesIn: 环节}
    project:
      - {name: 项目, source: 二, partOf: 集群}
    """

  private func dataset(on day: String) throws -> Dataset {
    let folder = try DatasetFolder.dataset(["facts.yaml": Self.facts])
    defer { withExtendedLifetime(folder) {} }
    let loaded = Dataset.load(folder: folder.path)
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))")
    return dataset.asked(on: try #require(CalendarDate(parsing: day)))
  }

  @Test(arguments: ["responsibility", "overview", "projects"], Language.allCases)
  func `a list says who only may stand there, and what is vacant`(
    question: String,
    language: Language
  ) throws {
    let words = QuestionWords(question)
    let now = try dataset(on: "2024-06-01").view(words, language: language)
    let text = now.list.text(in: .csv, language: language)
    let notes = now.list.notes.map { $0[language] }.joined()
    for name in ["甲局", "乙局"] {
      #expect(text.contains(language == .zh ? "\(name)（可能）" : "\(name) (possible)"), "\(text)")
    }
    let vacant =
      language == .zh ? "自 2024-04-01 起空缺（原为张三）" : "vacant since 2024-04-01 (was 张三)"
    #expect(text.contains(vacant), "\(text)")
    if question != "overview" { #expect(notes.contains(language == .zh ? "空缺" : "vacant posts")) }
    let foot = now.picture.footnotes.joined()
    #expect(foot.contains("张三") && foot.contains(language == .zh ? "可能" : "possible"), "\(foot)")
    let before = try dataset(on: "2024-03-01").view(words, language: language)
    let earlier = before.list.text(in: .csv, language: language)
    #expect(earlier.contains("旧局") && !earlier.contains("可能") && !earlier.contains("possible"))
    #expect(!before.list.notes.contains { $0.zh.contains("空缺") || $0.zh.contains("可能") })
  }

  @Test func `links to those who only may stand there are dotted`() throws {
    let picture = try dataset(on: "2024-06-01")
      .view(QuestionWords("responsibility"), language: .zh).picture
    #expect(picture.links.count { $0.isTentative } == 2)
    let before = try dataset(on: "2024-03-01")
      .view(QuestionWords("responsibility"), language: .zh).picture
    #expect(!before.links.isEmpty && !before.links.contains { $0.isTentative })
  }

  @Test(arguments: [QuestionName.show, .neighborhood], Language.allCases)
  func `what stands beside an item says so too`(question: QuestionName, language: Language) throws {
    let words = QuestionWords(question, of: ["集群"])
    let list = try dataset(on: "2024-06-01").answer(words, language: language)
    let text = list.text(in: .csv, language: language)
    for name in ["甲局", "乙局"] {
      #expect(text.contains(language == .zh ? "\(name)（可能）" : "\(name) (possible)"), "\(text)")
    }
    let from = language == .zh ? "可能承接自旧局" : "possibly from 旧局"
    #expect(text.contains(from), "\(text)")
    if question == .show {
      let notes = list.notes.map { $0[language] }.joined()
      #expect(
        notes.contains(language == .zh ? "责任领导自 2024-04-01 起空缺" : "is vacant since 2024-04-01")
      )
    }
    let before = try dataset(on: "2024-03-01").answer(words, language: language)
    #expect(!before.text(in: .csv, language: language).contains(language == .zh ? "可能" : "possibl"))
  }

  @Test func `pictures of relations dot those of one of several`() throws {
    let now = try dataset(on: "2024-06-01")
    for words in [
      QuestionWords("neighborhood", of: ["集群"]), QuestionWords("query", of: ["集群 + 甲局 + 乙局"]),
    ] {
      let picture = try now.view(words, language: .zh).picture
      #expect(picture.links.count { $0.isTentative } == 2, "\(words.question)")
      #expect(picture.footnotes.contains { $0.contains("虚线 2 条") }, "\(picture.footnotes)")
    }
    let before = try dataset(on: "2024-03-01")
      .view(QuestionWords("neighborhood", of: ["集群"]), language: .zh).picture
    #expect(!before.links.isEmpty && !before.links.contains { $0.isTentative })
    #expect(!before.footnotes.contains { $0.contains("虚线") })
  }

  @Test func `a load says how much of it is not sure, and a panorama's head whom it may be`() throws
  {
    let now = try dataset(on: "2024-06-01")
    let loads = now.graph.workloads()
    #expect(loads.map(\.possible) == [1, 1] && loads.map(\.total) == [1, 1])
    let head = try now.view(QuestionWords("panorama", of: ["集群"]), language: .zh).picture
    let words = ([head.subtitle] + head.footnotes).joined()
    #expect(words.contains("甲局（可能）") && words.contains("空缺（原为张三）"), "\(words)")
    #expect(try dataset(on: "2024-03-01").graph.workloads().allSatisfy { $0.possible == 0 })
  }
}
