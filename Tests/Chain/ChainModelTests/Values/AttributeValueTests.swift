import Bilingual
import ChainModel
import GraphKernel
import Testing

@Suite struct AttributeValueTests {
  @Test func `values read in both languages`() throws {
    let quantity = try Quantity(parsing: "580 亿元", ontology: .small)
    let date = try #require(CalendarDate(parsing: "2025-12"))
    let values: [(AttributeValue, String, String)] = [
      (.text("主任"), "主任", "主任"),
      (.integer(88), "88", "88"),
      (.quantity(quantity), "580 亿元", "580 亿元"),
      (.date(date), "2025-12", "2025-12"),
      (.option(Ontology.option("planned", "谋划")), "谋划", "planned"),
      (.flag(true), "是", "yes"),
      (.flag(false), "否", "no"),
      (.list([.text("甲"), .integer(2)]), "甲、2", "甲, 2"),
      (.list([]), "", ""),
    ]
    for (value, zh, en) in values {
      #expect(value.description(in: .zh) == zh)
      #expect(value.description(in: .en) == en)
    }
  }
}

@Suite struct OriginTests {
  @Test func `a citation has a document and a place, general knowledge has neither`() {
    let cited = Origin.cited(NodeIndex(4), place: "附件/二/(一)")
    #expect(cited.basis == .document)
    #expect(cited.document == NodeIndex(4))
    #expect(cited.place == "附件/二/(一)")
    let known = Origin.industryKnowledge
    #expect(known.basis == .industryKnowledge)
    #expect(known.document == nil)
    #expect(known.place.isEmpty)
    #expect(Basis.industryKnowledge.rawValue == "industry-knowledge")
  }
}
