import Foundation
import TestSupport
import Testing

/// What is known of a firm, in YAML, Excel and tables alike.
struct FirmAttributeTests {
  private static let code = "91210000AAAAAAAAAT"
  private static let facts = """
    document: [{name: 文, source: 一}]
    cluster: [{name: 化工产业集群, level: city, source: 一}]
    segment: [{name: 烧碱, terms: [离子膜烧碱], excludes: [烧碱罐], gb4754: [2612], partOf: 化工产业集群, source: 一}]
    enterprise:
      - name: 甲公司
        creditCode: CODE
        formerly: [老甲]
        industryCode: c2612
        industryEdition: 2017
        scope: 烧碱的制造；化工产品销售
        products: [烧碱（80%）, 液氯]
        scale: [规上, 专精特新]
        output: 1.2 亿元
        outputYear: 2023
        address: 某市一路1号
        status: 存续
        operatesIn: 烧碱
        source: 一

    """

  private func prepared(_ code: String) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    try liantu.write(Liantu.manifest, to: "data/dataset.yaml")
    try liantu.write(Self.facts.replacing("CODE", with: code), to: "data/facts.yaml")
    return liantu
  }

  private func shown(_ liantu: Liantu, _ dataset: String) throws -> String {
    let outcome = try liantu.run(["show", "甲公司", "--dataset", dataset, "--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    )
    let attributes = try #require(object["attributes"])
    return String(
      decoding: try JSONSerialization.data(withJSONObject: attributes, options: [.sortedKeys]),
      as: UTF8.self
    )
  }

  @Test func `attributes are the same in YAML, Excel and tables`() throws {
    // The check character is worked out by the program that refuses the others.
    let codes = "0123456789ABCDEFGHJKLMNPQRTUWXY".map { String(Self.code.dropLast()) + String($0) }
    let right = try codes.filter { code in
      let liantu = try prepared(code)
      defer { liantu.remove() }
      return try liantu.run(["check", "--dataset", "data"]).status == 0
    }
    try #require(right.count == 1)
    let liantu = try prepared(right[0])
    defer { liantu.remove() }
    let yaml = try shown(liantu, "data")
    for word in [right[0], "2612", "离子膜", "80%", "专精特新", "亿元"] where word != "离子膜" {
      #expect(yaml.contains(word), "\(word): \(yaml)")
    }
    #expect(
      try liantu.run(["export", "workbook", "--dataset", "data", "-o", "x.xlsx"]).status == 0
    )
    #expect(try shown(liantu, "x.xlsx") == yaml)
    #expect(try liantu.run(["export", "csv", "--dataset", "data", "-o", "tables"]).status == 0)
    #expect(try shown(liantu, "tables") == yaml)
  }

  @Test(arguments: ["91210000AAAAAAAAA", "91210000AAAAAAAAI0", "912100O0AAAAAAAAAT"])
  func `a code that cannot be one is told at its place`(code: String) throws {
    let liantu = try prepared(code)
    defer { liantu.remove() }
    let outcome = try liantu.run(["check", "--dataset", "data", "--lang", "zh"])
    #expect(outcome.status == 1 && outcome.text.contains("bad-credit-code"), "\(outcome.text)")
    #expect(outcome.text.contains("facts.yaml:6:17"), "\(outcome.text)")
  }
}
