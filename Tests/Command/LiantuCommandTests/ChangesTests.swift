import Foundation
import Testing

/// What a data set says that an earlier state of it did not, whatever form that state is kept in.
@Suite(.serialized) struct ChangesTests {
  private static let facts = """
    document: [{name: 文, source: 一}]
    department:
      - {name: 市营商局, source: 一}
    project:
      - {name: 旧项目, source: 二, status: 谋划, lead: 市营商局}
      - {name: 二期, source: 三}

    """

  private func folders() throws -> Liantu {
    let liantu = try Liantu(.nothing)
    let later = Self.facts.replacingOccurrences(
      of: "name: 旧项目, source: 二, status: 谋划",
      with: "name: 新项目, id: project:旧项目, formerly: 旧项目, source: 二, status: 在建"
    ).replacingOccurrences(of: "  - {name: 二期, source: 三}\n", with: "  - {name: 三期, source: 四}\n")
    for (folder, facts) in [("may", Self.facts), ("june", later)] {
      try liantu.write(Liantu.manifest, to: "\(folder)/dataset.yaml")
      try liantu.write(facts, to: "\(folder)/facts.yaml")
    }
    return liantu
  }

  private func rows(_ liantu: Liantu, from before: String, to after: String) throws -> [String] {
    let asked = try liantu.run([
      "changes", "--from", before, "--dataset", after, "--format", "json",
    ])
    #expect(asked.status == 0 && asked.errors.isEmpty, "\(asked.errors)")
    let object = try JSONSerialization.jsonObject(with: asked.output) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    return rows.map { row in
      ["change", "name", "field", "before", "after"].map { row[$0] as? String ?? "" }
        .joined(separator: " ")
    }
  }

  @Test func `a renamed project is one, and what came and went is told`() throws {
    let liantu = try folders()
    defer { liantu.remove() }
    let told = try rows(liantu, from: "may", to: "june")
    #expect(
      told.contains { $0.hasPrefix("added 三期") } && told.contains { $0.hasPrefix("removed 二期") }
    )
    let renamed = told.filter { $0.hasPrefix("changed 旧项目") }
    #expect(renamed.contains { $0.hasSuffix("旧项目 新项目") }, "\(told)")
    #expect(renamed.contains { $0.hasSuffix("谋划 在建") }, "\(told)")
    #expect(!told.contains { $0.contains("旧项目 →") }, "\(told)")
  }

  @Test func `a folder, a snapshot and a workbook of one state say the same`() throws {
    let liantu = try folders()
    defer { liantu.remove() }
    let told = try rows(liantu, from: "may", to: "june")
    for words in [["snapshot", "-o", "may.liantu"], ["export", "workbook", "-o", "may.xlsx"]] {
      let made = try liantu.run(words + ["--dataset", "may"])
      #expect(made.status == 0, "\(made.errors)")
      #expect(try rows(liantu, from: words[words.count - 1], to: "june") == told)
      #expect(try rows(liantu, from: words[words.count - 1], to: "may").isEmpty)
    }
  }

  @Test func `how items stand is compared between two days`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write(
      "project:\n  - {name: 甲项目, source: 二, partOf: 泳装产业集群, lead: 局}\n",
      to: "Data/little/projects.yaml"
    )
    try liantu.write(
      "line,recorded,item,what,period,value\np1,2024-01-15,甲项目,投资,2024,12000\n",
      to: "Data/little/plans/2024.csv"
    )
    try liantu.write(
      "line,recorded,period,by,item,type,status,value\n"
        + "j1,2024-05-04,2024-04,局,甲项目,report,谋划,1000\n"
        + "j2,2024-06-04,2024-05,局,甲项目,report,在建,1500\n",
      to: "Data/little/journal/2024.csv"
    )
    try liantu.write("start: 2024-04\nreports: [project]\n", to: "Data/little/reporting.yaml")
    let words = ["changes", "局", "--since", "2024-05-06", "--at", "2024-06-06"]
    let asked = try liantu.run(words + ["--format", "json"])
    #expect(asked.status == 0 && asked.errors.isEmpty, "\(asked.errors)")
    let object = try JSONSerialization.jsonObject(with: asked.output) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]]).map { row in
      ["field", "before", "after", "sort"].map { row[$0] as? String ?? "" }.joined(separator: " ")
    }
    #expect(rows.contains("status 谋划 在建 reported"), "\(rows)")
    #expect(rows.contains { $0.hasPrefix("value ") && $0.hasSuffix("reported") }, "\(rows)")
    let same = try liantu("changes", "--since", "2024-06-06", "--at", "2024-06-06", "--lang", "en")
    #expect(same.status == 0 && same.text.contains("changes from 2024-06-06 to 2024-06-06"))
    #expect(try liantu("changes", "--since", "2024-07", "--at", "2024-06").status == 2)
    #expect(try liantu("changes").status == 2)
    #expect(try liantu("changes", "局", "--from", "Data/little").status == 2)
    #expect(try liantu("changes", "--since", "2024-05", "--from", "Data/little").status == 2)
  }

  @Test func `what is no data set, or has errors, is compared with nothing`() throws {
    let liantu = try folders()
    defer { liantu.remove() }
    #expect(try liantu.run(["changes", "--from", "none", "--dataset", "june"]).status == 3)
    try liantu.write("project: [{name: 甲}]\n", to: "may/facts.yaml")
    let faulty = try liantu.run(["changes", "--from", "may", "--dataset", "june"])
    #expect(faulty.status != 0 && faulty.errors.contains("facts.yaml") && faulty.text.isEmpty)
  }
}
