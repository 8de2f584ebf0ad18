import Foundation
import Testing

/// A data set in which no cluster has a chain: a list of nothing would read as if nothing were lacking.
struct NoChainTests {
  private func folder(_ facts: String) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    try liantu.write(Liantu.manifest, to: "Data/one/dataset.yaml")
    let document = "document: [{name: 文, source: 一}]\n"
    try liantu.write(document + facts, to: "Data/one/facts.yaml")
    return liantu
  }

  private static let loose = """
    segment:
      - {name: 纱线, basis: industry-knowledge, supplies: 面料}
      - {name: 面料, basis: industry-knowledge}

    """
  private static let firms = "enterprise: [{name: 甲厂, source: 一}]\n"

  @Test(arguments: ["gaps", "weak", "wanted", "unknown"])
  func `a list without a chain says so and what to do`(question: String) throws {
    let liantu = try folder(Self.loose)
    defer { liantu.remove() }
    for format in ["table", "json", "markdown", "html"] {
      let list = try liantu("list", question, "--format", format, "--lang", "en")
      #expect(list.status == 0 && list.text.contains("no cluster has a chain"), "\(format)")
      #expect(list.text.contains("partOf"))
    }
    let table = try liantu("list", question, "-o", "a.csv", "--lang", "en")
    #expect(table.status == 0 && table.errors.contains("no cluster has a chain"))
    let drawn = try liantu("draw", question, "-o", "a.svg", "--lang", "en")
    #expect(drawn.status == 3 && drawn.errors.contains("no cluster has a chain"))
    #expect(try liantu.leftBehind() == ["a.csv"])
  }

  @Test(arguments: ["gaps", "unknown", "chokepoints", "betweenness", "core", "components"])
  func `without segments every question about chains says so`(question: String) throws {
    let liantu = try folder(Self.firms)
    defer { liantu.remove() }
    let list = try liantu("list", question, "--lang", "en")
    #expect(list.status == 0 && list.text.contains("segments"), "\(list.text)")
    #expect(try liantu("draw", question, "-o", "a.svg").status == 3)
    let zh = try liantu(question, "--lang", "zh")
    #expect(zh.text.contains("没有产业链环节") && zh.text.contains("不是什么都不缺"))
  }

  @Test func `enterprises are listed without chains`() throws {
    let liantu = try folder(Self.firms)
    defer { liantu.remove() }
    let list = try liantu("enterprises", "--lang", "en")
    #expect(list.status == 0 && list.text.contains("甲厂") && !list.text.contains("segments"))
  }

  @Test func `a pack for each cluster is refused where none has a chain`() throws {
    for facts in [Self.loose, Self.firms] {
      let liantu = try folder(facts)
      defer { liantu.remove() }
      let pack = try liantu("pack", "五图五清单", "-o", "out", "--lang", "en")
      #expect(pack.status == 3 && pack.output.isEmpty)
      #expect(pack.errors.contains("no cluster has a chain") && pack.errors.contains("--of"))
      #expect(try liantu.leftBehind().isEmpty)
    }
  }

  @Test func `with a chain nothing more is said`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for question in ["gaps", "weak", "chokepoints"] {
      #expect(try !liantu(question, "--lang", "en").text.contains("no chain to look at"))
    }
  }
}
