import Foundation
import Testing

/// What the command says of segments: by evidence, on a day, with what comes back or without.
struct EvidenceTests {
  /// A survey of the little chain that holds until the end of 2024, a segment that only it speaks of,
  /// and one that takes back what was used.
  private static let survey = """
    document: [{name: 摸排报告, source: 一}]
    survey:
      - name: 摸排
        source: {document: 摸排报告, place: 一}
        date: 2023-03-01
        validUntil: 2024-12-31
        surveys: 泳装产业集群
    segment:
      - {name: 辅料, partOf: 泳装产业集群, basis: industry-knowledge}
      - name: 旧衣回收
        partOf: 泳装产业集群
        basis: industry-knowledge
        supplies: {to: 纱线, kind: 回用, basis: industry-knowledge}

    """

  private func surveyed() throws -> Liantu {
    let liantu = try Liantu(.little)
    try liantu.write(Self.survey, to: "Data/little/survey.yaml")
    return liantu
  }

  private func verdicts(_ outcome: Liantu.Outcome) throws -> [String: String] {
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any]
    let rows = try #require(object?["rows"] as? [[String: Any]])
    let pairs = rows.compactMap { row in
      (row["name"] as? String).flatMap { name in
        (row["verdict"] as? String).map { (name, $0) }
      }
    }
    #expect(pairs.count == rows.count)
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  @Test func `silence is unknown, and what a document says is lacking is a gap`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let gaps = try verdicts(try liantu("gaps", "泳装", "--format", "json"))
    #expect(gaps == ["纱线": "lacking"])
    #expect(try verdicts(try liantu("unknown", "泳装", "--format", "json")).isEmpty)
    try liantu.write(
      "segment: [{name: 辅料, partOf: 泳装产业集群, basis: industry-knowledge}]\n",
      to: "Data/little/more.yaml"
    )
    #expect(try verdicts(try liantu("gaps", "泳装", "--format", "json")) == gaps)
    let unknown = try verdicts(try liantu("unknown", "泳装", "--format", "json"))
    #expect(unknown == ["辅料": "unknown"])
    #expect(try liantu("unknown", "泳装", "--lang", "zh").text.contains("未查不等于没有"))
  }

  @Test(
    arguments: [
      // The day of the data set is 2024.
      ([], ["纱线": "missing", "辅料": "missing", "旧衣回收": "missing"]),
      (["--at", "2024-12-31"], ["纱线": "missing", "辅料": "missing", "旧衣回收": "missing"]),
      (["--at", "2025-01-01"], ["纱线": "lacking"]), (["--at", "2023-02-28"], ["纱线": "lacking"]),
      (["--at", "2026"], ["纱线": "lacking"]),
    ] as [([String], [String: String])]
  )
  func `a survey closes the world while it holds, on the day that is asked about`(
    _ words: [String],
    _ expected: [String: String]
  ) throws {
    let liantu = try surveyed()
    defer { liantu.remove() }
    let gaps = try verdicts(try liantu.run(["gaps", "泳装", "--format", "json"] + words))
    #expect(gaps == expected)
    let unknown = try verdicts(try liantu.run(["unknown", "泳装", "--format", "json"] + words))
    #expect(Set(unknown.keys) == Set(["辅料", "旧衣回收"]).subtracting(expected.keys))
  }

  @Test(arguments: [
    ["stats"], ["audit"], ["gaps", "泳装"], ["show", "泳装产业集群"], ["query", "gaps()"],
  ])
  func `a day is a day, a month or a year, and nothing else`(_ command: [String]) throws {
    let liantu = try surveyed()
    defer { liantu.remove() }
    for day in ["2025-06-01", "2025-06", "2025"] {
      #expect(try liantu.run(command + ["--at", day]).status == 0, "\(day)")
    }
    for day in ["gone", "2025-13", "2025-02-30", ""] {
      let outcome = try liantu.run(command + ["--at", day])
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(day): \(outcome.errors)")
      #expect(outcome.errors.contains("--at"), "\(outcome.errors)")
    }
  }

  @Test func `a survey that has run out is told by the audit, on that day alone`() throws {
    let liantu = try surveyed()
    defer { liantu.remove() }
    #expect(try !liantu("audit", "--format", "csv").text.contains("survey:摸排"))
    #expect(try liantu("audit", "--format", "csv", "--at", "2025").text.contains("survey:摸排"))
  }

  @Test func `what comes back is followed only when it is asked for`() throws {
    let liantu = try surveyed()
    defer { liantu.remove() }
    for (words, without, with) in [
      (["downstream", "旧衣回收"], [], ["纱线", "面料", "成衣"]),
      (["upstream", "面料"], ["纱线"], ["纱线", "旧衣回收"]),
    ] as [([String], [String], [String])] {
      let json = words + ["--format", "json"]
      #expect(try Set(verdicts(liantu.run(json)).keys) == Set(without), "\(words)")
      let asked = try verdicts(liantu.run(json + ["--with-returns"]))
      #expect(Set(asked.keys) == Set(with), "\(words)")
    }
    let words = ["paths", "旧衣回收", "成衣"]
    #expect(try !liantu.run(words + ["--format", "csv"]).text.contains("面料"))
    #expect(try liantu.run(words + ["--format", "csv", "--with-returns"]).text.contains("面料"))
    let other = try liantu("gaps", "泳装", "--with-returns")
    #expect(other.status == 2 && other.errors.contains("--with-returns"))
  }

  @Test func `a state of former times says what replaced it`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for (word, instead) in [
      ("planned", "wanted"), ("strong", "many"), ("weak", "single"), ("弱链", "short"),
      ("缺链", "lacking"),
    ] {
      let english = try liantu("gaps", "--state", word, "--lang", "en")
      #expect(english.status == 2 && english.output.isEmpty, "\(word)")
      #expect(english.errors.contains(/replaced by .*/), "\(english.errors)")
      #expect(english.errors.contains(instead), "\(english.errors)")
      let chinese = try liantu("gaps", "--state", word, "--lang", "zh")
      #expect(chinese.errors.contains(/已由 .* 取代/), "\(chinese.errors)")
    }
    let unknown = try liantu("gaps", "--state", "gone", "--lang", "en")
    #expect(unknown.status == 2 && !unknown.errors.contains("replaced by"))
  }
}
