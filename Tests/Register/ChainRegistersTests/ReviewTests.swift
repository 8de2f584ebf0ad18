import ChainFiles
import ChainModel
import ChainQueries
import ChainViews
import Diagnostics
import GraphKernel
import RegisterMatching
import RegisterReader
import TestSupport
import Testing

@testable import ChainRegisters

/// What a register asks, and what is told beside it.
struct ReviewTests {
  @Test func `a firm that was confirmed and is deregistered is asked about again`() throws {
    var world = try ReviewWorld()
    let csv = "企业名称,主要产品,登记状态\n甲公司,离子膜烧碱,存续\n"
    try world.file(try world.form(try world.review(csv)) { _, _ in .yes })
    #expect(try world.review(csv).questions.isEmpty)
    let ended = try world.review(csv.replacing("存续", with: "注销"))
    #expect(ended.questions.map(\.reason) == [.ended])
    #expect(ended.notes.contains { $0.zh.contains("已注销") && $0.zh.contains("甲公司") })
  }

  @Test func `a yes whose words are gone is asked about again, a no is not`() throws {
    for (verdict, asked) in [(FirmDecision.Verdict.yes, 1), (.no, 0)] {
      var world = try ReviewWorld()
      let csv = "企业名称,主要产品\n甲公司,离子膜烧碱\n"
      try world.file(try world.form(try world.review(csv)) { _, _ in verdict })
      let next = try world.review("企业名称,主要产品\n甲公司,房屋租赁\n")
      #expect(next.questions.filter { $0.reason == .changedRow }.count == asked)
    }
  }

  @Test func `doubled rows of one code are one question, whichever stands first`() throws {
    let code = "91210000AAAAAAAAA"
    let check = "0123456789ABCDEFGHJKLMNPQRTUWXY".first {
      (try? CreditCode(parsing: code + String($0))) != nil
    }
    let whole = code + String(try #require(check))
    let rows = ["甲公司,\(whole),离子膜烧碱", "甲公司,\(whole),离子膜烧碱；氯气"]
    let head = "企业名称,统一社会信用代码,主要产品\n"
    var world = try ReviewWorld()
    let review = try world.review(head + rows.joined(separator: "\n") + "\n")
    #expect(world.asked(review) == ["甲公司-烧碱"] && review.counts.repeated == 1)
    try world.file(try world.form(review) { _, _ in .no })
    let turned = try world.review(head + rows.reversed().joined(separator: "\n") + "\n")
    #expect(turned.questions.isEmpty)
  }

  @Test func `a segment that its chain says something new of is asked about once more`() throws {
    var world = try ReviewWorld()
    let csv = "企业名称,主要产品\n甲公司,离子膜烧碱\n"
    try world.file(try world.form(try world.review(csv)) { _, _ in .no })
    let files = world.files
    let facts = ReviewWorld.facts.replacing("name: 烧碱,", with: "name: 烧碱, pending: 拆分,")
    var changed = try ReviewWorld(facts, files: files)
    let review = try changed.review(csv)
    #expect(review.questions.map(\.reason) == [.changedSegment])
    try changed.file(try changed.form(review) { _, _ in .no })
    #expect(try changed.review(csv).questions.isEmpty)
  }

  @Test func `a firm that is gone is asked about once, and once more when it is back and gone`()
    throws
  {
    var world = try ReviewWorld()
    let head = "企业名称,主要产品,登记状态\n"
    let (open, closed) = (head + "甲公司,离子膜烧碱,存续\n", head + "甲公司,离子膜烧碱,注销\n")
    try world.file(try world.form(try world.review(open)) { _, _ in .yes })
    #expect(try world.review(open).questions.isEmpty)
    let ended = try world.review(closed)
    #expect(ended.questions.map(\.reason) == [.ended])
    try world.file(try world.form(ended) { _, _ in .yes })
    #expect(try world.review(closed).questions.isEmpty)
    #expect(try world.review(closed.replacing("注销", with: "吊销")).questions.count == 1)
    #expect(try world.review(open).questions.isEmpty)
    let again = try ReviewWorld(ReviewWorld.facts, files: world.files)
    #expect(again.dataset.attachments == world.dataset.attachments)
  }

  @Test func `what a city's decisions proved is filled in, and proves nothing further`() throws {
    var world = try ReviewWorld()
    let head = "企业名称,主要产品\n"
    let firms = (1...35).map { "甲\($0)公司,离子膜烧碱\n" }.joined()
    let first = try world.review(head + firms)
    #expect(first.questions.allSatisfy { $0.band == .possible })
    try world.file(try world.form(first) { _, _ in .yes })
    let second = try world.review(head + "乙公司,离子膜烧碱\n")
    #expect(second.questions.map(\.band) == [.certain])
    try world.file(try world.form(second) { _, _ in .yes })
    let record = DecisionRecord(KnownDecisions(of: world.dataset, isOutside: false))
    #expect(record.accuracy.findings.map(\.interval.total) == [35])
    #expect(record.lines.first?.zh.contains("35 条判断中 35 条为是") == true)
  }

  @Test func `a survey waits for everything that is possible, and for firms without a code`() throws
  {
    let head = "企业名称,行业代码,主要产品,企业规模\n"
    let coded = "甲公司,2612,离子膜烧碱,规上\n"
    for (rows, isOffered) in [
      (coded, true), (coded + "乙公司,2929,离子膜烧碱,规上\n", false),
      (coded + "乙公司,26,房屋租赁,规上\n", false), (coded + "乙公司,,房屋租赁,规上\n", false),
      (coded + "乙公司,2929,房屋租赁,规上\n", true), (coded + "乙公司,,房屋租赁,规下\n", true),
    ] {
      var world = try ReviewWorld()
      let review = try world.review(head + rows)
      let form = try world.form(review) { firm, _ in firm == "甲公司" ? .yes : nil }
      try world.file(form)
      let offered = try world.review(head + rows).offeredSurveys()
      #expect(offered.isEmpty != isOffered, "\(rows)")
    }
  }

  @Test func `candidates tell how far the nearest buyers are`() throws {
    let world = try ReviewWorld()
    let review = try world.review("企业名称,主要产品\n乙公司,PVC\n") { $0.isOutside = true }
    let rows = Answer.candidates(review, names: []).rowCount
    #expect(rows == 1)
    let segment = try world.segment("聚氯乙烯")
    let demand = LocalDemand(for: [segment], in: world.graph)
    #expect(demand.distance(from: segment) == 1)
    #expect(demand.buyers(from: segment) == [try #require(world.enterprise("老厂"))])
  }

  @Test func `what contradicts the decisions is warned of`() throws {
    var world = try ReviewWorld()
    let csv = "企业名称,主要产品\n甲公司,离子膜烧碱\n"
    try world.file(try world.form(try world.review(csv)) { _, _ in .yes })
    func codes(_ dataset: Dataset) -> [String] {
      dataset.warnings { _ in nil }.map(\.code).filter {
        [
          "yes-without-fact", "fact-against-decision", "fact-without-decision",
          "decision-on-nothing",
        ]
        .contains($0)
      }
    }
    #expect(codes(world.dataset).isEmpty)
    #expect(codes(world.dataset.attaching([])) == ["fact-without-decision"])
    #expect(codes(try ReviewWorld(files: world.files).dataset) == ["yes-without-fact"])
    let lost = world.files.mapValues { $0.replacing("segment:烧碱", with: "segment:无") }
    #expect(codes(try ReviewWorld(files: lost).dataset) == ["decision-on-nothing"])
  }
}
