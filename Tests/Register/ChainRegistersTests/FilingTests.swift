import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics
import GraphKernel
import RegisterReader
import TestSupport
import Testing

@testable import ChainRegisters

/// What becomes of answers: facts, decisions, and what is told.
struct FilingTests {

  @Test func `two rows of one firm become one enterprise`() throws {
    var world = try ReviewWorld()
    let review = try world.review("企业名称,主要产品\n甲公司,离子膜烧碱\n甲公司,塑料型材\n")
    try world.file(try world.form(review) { _, _ in .yes })
    let firm = try #require(world.enterprise("甲公司"))
    #expect(world.graph.nodes(of: .enterprise).count == 3)
    #expect(world.graph.relations(of: firm, at: .source, .operatesIn).count == 2)
  }

  @Test func `an answer under a name is found again when the register has codes`() throws {
    var world = try ReviewWorld()
    let review = try world.review("企业名称,主要产品\n甲公司,离子膜烧碱；塑料型材\n")
    try world.file(try world.form(review) { _, segment in segment == "烧碱" ? .yes : .no })
    let code = try #require(Self.codes.first)
    let next = try world.review("企业名称,统一社会信用代码,主要产品\n甲公司,\(code),离子膜烧碱；塑料型材\n")
    #expect(world.asked(next).isEmpty && next.gone.isEmpty)
  }

  /// Codes with right check characters.
  private static let codes = ["91210000AAAAAAAAA", "91210000BBBBBBBBB"].compactMap { first in
    "0123456789ABCDEFGHJKLMNPQRTUWXY".map { first + String($0) }
      .first { (try? CreditCode(parsing: $0)) != nil }
  }

  @Test func `a later verdict takes the place of an earlier one, whatever the segment is called`()
    throws
  {
    var world = try ReviewWorld()
    let csv = "企业名称,主要产品\n甲公司,离子膜烧碱\n"
    let review = try world.review(csv)
    try world.file(try world.form(review) { _, _ in .yes })
    let told = try world.file(try world.form(review, on: "2023-08-02") { _, _ in .no })
    #expect(told.map(\.code) == ["decided-anew"])
    #expect(world.dataset.attachments.flatMap(\.decisions).map(\.verdict) == [.no])
    // Nothing ties the firm to anything any more.
    #expect(world.enterprise("甲公司") == nil)
    let later = DecisionFiling(
      try world.form(review, on: "2023-07-01") { _, _ in .yes },
      into: world.dataset,
      path: "x.xlsx"
    ).filed()
    #expect(later.dataset == nil && later.diagnostics.map(\.code) == ["decided-later"])
  }

  @Test func `a no does not touch what a document says, and tells so`() throws {
    var world = try ReviewWorld()
    let review = try world.review("企业名称,主要产品\n老厂,塑料型材\n")
    let told = try world.file(try world.form(review) { _, _ in .no })
    #expect(told.map(\.code) == ["document-says-so"])
    let old = try #require(world.enterprise("老厂"))
    #expect(world.graph.relations(of: old, at: .source, .operatesIn).count == 1)
  }

  @Test func `a firm of elsewhere that a register of here has is local from then on`() throws {
    var world = try ReviewWorld()
    let review = try world.review("企业名称,主要产品\n外地大厂,离子膜烧碱\n")
    let told = try world.file(try world.form(review) { _, _ in .yes })
    #expect(told.map(\.code) == ["firm-is-local-now"])
    #expect(world.graph.verdict(of: try world.segment("烧碱")) == .single)
  }

  @Test func `an enterprise of here is no target, and is not asked about`() throws {
    let world = try ReviewWorld()
    let review = try world.review("企业名称,主要产品\n老厂,离子膜烧碱\n乙公司,离子膜烧碱\n") {
      $0.isOutside = true
    }
    #expect(world.asked(review) == ["乙公司-烧碱"] && review.counts.here.count == 1)
    #expect(review.notes.contains { $0.zh.contains("1 家是本地企业") })
  }

  @Test func `one register can be attached and looked through for candidates`() throws {
    var world = try ReviewWorld()
    let csv = "企业名称,主要产品\n乙公司,离子膜烧碱\n"
    try world.file(try world.form(try world.review(csv)) { _, _ in .no })
    let outside = try world.review(csv) { $0.isOutside = true }
    try world.file(try world.form(outside) { _, _ in .yes })
    #expect(world.files.count == 2)
    let again = try ReviewWorld(ReviewWorld.facts, files: world.files)
    #expect(again.dataset.attachments.map(\.isOutside).sorted { !$0 && $1 } == [false, true])
  }

  @Test func `the files say what the attachments say`() throws {
    var world = try ReviewWorld()
    let review = try world.review(
      "企业名称,统一社会信用代码,主要产品\n\"甲 \"\"公司\"\" #1\",\(Self.codes[0]),离子膜烧碱（31.5%）；塑料型材\n"
    )
    var count = 0
    let form = try world.form(review) { _, _ in
      count += 1
      return [.yes, .no, .unsure][count % 3]
    }
    try world.file(form)
    let again = try ReviewWorld(ReviewWorld.facts, files: world.files)
    #expect(again.dataset.attachments == world.dataset.attachments && world.files.count == 1)
    let tabled = world.dataset.attachments.map { $0.keeping($0.decisions, table: "t.csv") }
    let inTable = try ReviewWorld(ReviewWorld.facts, files: ReviewWorld.files(of: tabled))
    #expect(inTable.dataset.attachments == tabled && ReviewWorld.files(of: tabled).count == 2)
  }

  @Test func `beyond some thousand, decisions stand in a table, and stay there`() throws {
    var world = try ReviewWorld()
    let firms = (1...2_001).map { "甲\($0)公司,离子膜烧碱\n" }
    let head = "企业名称,主要产品\n"
    try world.file(try world.form(try world.review(head + firms.joined())) { _, _ in .no })
    let register = try #require(world.dataset.attachments.first)
    #expect(register.decisions.count == 2_001 && register.table?.hasSuffix(".csv") == true)
    var again = try ReviewWorld(ReviewWorld.facts, files: world.files)
    #expect(again.dataset.attachments == world.dataset.attachments)
    let fewer = firms.prefix(9).joined().replacing("烧碱", with: "烧碱；液氯")
    let review = try again.review(head + fewer)
    #expect(review.questions.count == 9)
    try again.file(try again.form(review) { _, _ in .yes })
    #expect(again.dataset.attachments.first?.table == register.table)
    #expect(again.dataset.attachments.first?.decisions.count == 2_001)
  }

  @Test func `a register that is read in part leaves the count of the rest`() throws {
    var world = try ReviewWorld()
    let october = "企业名称,主要产品\n甲公司,离子膜烧碱\n乙公司,离子膜烧碱\n"
    try world.file(try world.form(try world.review(october)) { _, _ in nil })
    let segment = try world.segment("烧碱")
    #expect(world.dataset.openQuestions()[segment]?.all == 2)
    let november = october + "丙公司,离子膜烧碱\n"
    let since = try world.register(october)
    let review = try world.review(november) { $0.earlier = since }
    #expect(world.asked(review) == ["丙公司-烧碱"] && review.counts.unchanged == 2)
    try world.file(try world.form(review) { _, _ in nil })
    #expect(world.dataset.openQuestions()[segment]?.all == 3)
  }

  @Test func `names that somebody compared are not asked about again`() throws {
    var world = try ReviewWorld()
    let csv = "企业名称,主要产品\n葫芦岛老厂有限公司,塑料型材\n"
    let review = try world.review(csv)
    let names = review.namedFirms()
    #expect(names.count == 1)
    let compared = names.map { named in
      ReviewForm.ComparedName(
        enterprise: world.graph.id(of: named.enterprise),
        firm: review.register[named.row],
        verdict: .no,
        place: Diagnostic.Location(path: "x.xlsx", range: nil)
      )
    }
    try world.file(try world.form(review, names: compared) { _, _ in nil })
    #expect(try world.review(csv).namedFirms().isEmpty)
  }
}
