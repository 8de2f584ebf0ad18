import Foundation
import Testing

struct AnswerTests {
  private func rows(_ outcome: Liantu.Outcome) throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    #expect(object?["count"] as? Int == rows.count)
    return rows
  }

  @Test func `the industry bureau's duties are five clusters and seven tasks with citations`()
    throws
  {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let outcome = try liantu("duties", "市工信局", "--role", "lead", "--format", "json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let rows = try rows(outcome)
    let kinds = rows.compactMap { $0["kind"] as? String }
    #expect(kinds.count { $0 == "cluster" } == 5 && kinds.count { $0 == "task" } == 7)
    #expect(kinds.count == 12)
    for row in rows {
      let source = try #require(row["source"] as? [String: String])
      #expect(source["place"]?.isEmpty == false && source["document"]?.isEmpty == false)
    }
  }

  @Test func `roles and kinds are words of the ontology, in either language`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let byKey = try liantu("duties", "市工信局", "--role", "lead", "--kind", "task")
    let byLabel = try liantu("duties", "市工信局", "--role", "牵头", "--kind", "任务")
    #expect(byKey.status == 0 && byKey.output == byLabel.output)
    let wrong = try liantu("duties", "市工信局", "--role", "leed", "--lang", "en")
    #expect(wrong.status == 2 && wrong.errors.contains("did you mean 'lead'"))
  }

  @Test func `facts of general knowledge can be left out`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let outcome = try liantu("upstream", "高端聚烯烃", "--basis", "document", "--format", "json")
    let rows = try rows(outcome)
    #expect(rows.compactMap { $0["name"] as? String } == ["烯烃"])
    #expect(rows.allSatisfy { $0["basis"] as? String == "document" })
  }

  @Test func `labels follow the option, then the locale, then the data set`() throws {
    var liantu = try Liantu()
    defer { liantu.remove() }
    let heading = { (outcome: Liantu.Outcome) in
      outcome.text.split(separator: "\n").first.map(String.init)
    }
    #expect(heading(try liantu("workload"))?.hasPrefix("责任方") == true)
    liantu.environment["LC_ALL"] = "en_US.UTF-8"
    #expect(heading(try liantu("workload"))?.hasPrefix("party") == true)
    #expect(heading(try liantu("workload", "--lang", "zh"))?.hasPrefix("责任方") == true)
  }

  @Test func `the data set can be named by option, by environment, and found upward`() throws {
    var liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let none = try liantu("stats")
    #expect(none.status == 2 && none.errors.contains("--dataset"))
    #expect(none.output.isEmpty)
    #expect(try liantu("stats", "--dataset", Liantu.dataset).status == 0)
    liantu.environment["LIANTU_DATASET"] = Liantu.dataset
    #expect(try liantu("stats").status == 0)
    #expect(try liantu("stats", "--dataset", "nowhere").status == 3)
  }

  @Test func `check prints warnings on standard output and succeeds`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let outcome = try liantu("check", "--format", "json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let rows = try rows(outcome)
    #expect(!rows.isEmpty && rows.allSatisfy { $0["severity"] as? String == "warning" })
    #expect(rows.contains { $0["code"] as? String == "no-lead" && $0["line"] is Int })
  }

  @Test func `a faulty data set is 1, with the place and the caret on the right stream`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write(
      Liantu.manifest,
      to: "dataset.yaml"
    )
    try liantu.write("document:\n  - name: 文\n    source: 一\n    isuer: 谁\n", to: "a.yaml")
    let check = try liantu("check")
    #expect(check.status == 1 && check.errors.isEmpty)
    #expect(check.text.contains("a.yaml:4:5") && check.text.contains("^~~~~"))
    let stats = try liantu("stats")
    #expect(stats.status == 1 && stats.output.isEmpty)
    #expect(stats.errors.contains("a.yaml:4:5") && stats.errors.contains("issuer"))
  }
}
