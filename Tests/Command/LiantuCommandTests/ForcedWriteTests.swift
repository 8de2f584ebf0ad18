import Foundation
import Testing

/// What `--force` does to what is there, and what is not written over without it.
struct ForcedWriteTests {
  private let long = """
    一、任务。（责任单位：市工信局、市科技局）
    二、泳装产业集群
    到2025年，泳装产业集群产值达到200亿元。
    重点企业：甲泳装有限公司、乙泳装有限公司。
    重点项目：甲泳装有限公司年产100万件泳装项目。

    """
  private let short = "一、任务。（责任单位：市工信局）\n"

  /// Drafts of two documents, the second of which makes fewer files.
  private func drafted(_ liantu: Liantu) throws -> [String] {
    try liantu.write(long, to: "a.txt")
    try liantu.write(short, to: "b.txt")
    #expect(try liantu("import", "policy", "a.txt", "-o", "all").status == 0)
    #expect(try liantu("import", "policy", "b.txt", "-o", "few").status == 0)
    let (all, few) = (try names(liantu, "all"), try names(liantu, "few"))
    let rest = all.filter { !few.contains($0) }
    try #require(!rest.isEmpty && few.allSatisfy(all.contains))
    return rest
  }

  private func names(_ liantu: Liantu, _ folder: String) throws -> [String] {
    let path = liantu.folder.appending(path: folder).path
    let manager = FileManager.default
    return try manager.subpathsOfDirectory(atPath: path).sorted().filter { name in
      var isFolder: ObjCBool = false
      return manager.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  private func text(_ liantu: Liantu, _ name: String) throws -> String {
    try String(contentsOf: liantu.folder.appending(path: name), encoding: .utf8)
  }

  @Test func `files of an older draft that the new one does not write go, and are named`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let rest = try drafted(liantu)
    try liantu.write(try text(liantu, "all/tasks.yaml") + "# mine\n", to: "all/tasks.yaml")
    let forced = try liantu("import", "policy", "b.txt", "-o", "all", "--force", "--lang", "en")
    #expect(forced.status == 0, "\(forced.errors)")
    for name in rest + ["tasks.yaml"] { #expect(forced.errors.contains(name), "\(name)") }
    #expect(forced.errors.contains("changed since they were written: tasks.yaml"))
    #expect(try names(liantu, "all") == names(liantu, "few"))
    #expect(try text(liantu, "all/tasks.yaml") == text(liantu, "few/tasks.yaml"))
    #expect(try liantu("check", "--dataset", "all").status == 0)
  }

  @Test(arguments: [true, false])
  func
    `a file that somebody changed, or that nobody knows of, is not removed, and nothing is written`(
      _ hasRecord: Bool
    ) throws
  {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let rest = try drafted(liantu)
    let mine = try #require(rest.first { $0.hasSuffix(".yaml") })
    let name = "all/\(mine)"
    try liantu.write(try text(liantu, name) + "# mine\n", to: name)
    if !hasRecord {
      let record = liantu.folder.appending(path: "all/.liantu-written")
      try FileManager.default.removeItem(at: record)
    }
    let before = try names(liantu, "all").map { try text(liantu, "all/" + $0) }
    let forced = try liantu("import", "policy", "b.txt", "-o", "all", "--force")
    #expect(forced.status == 1 && forced.errors.contains(mine), "\(forced.errors)")
    #expect(try names(liantu, "all").map { try text(liantu, "all/" + $0) } == before)
  }

  private let mapping = """
    dataset: {title: 样例, jurisdiction: 样例市, language: zh, date: 2024}
    basis: industry-knowledge
    queries:
      - records: rows
        entities: {x: {kind: enterprise, properties: {name: {column: name}}}}

    """

  @Test func `after a forced import the folder can be read, or nothing is written`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write("name\n甲厂\n", to: "one.csv")
    try liantu.write("name\n乙厂\n", to: "two.csv")
    try liantu.write(mapping, to: "m.yaml")
    let words = ["--mapping", "m.yaml", "--force", "-o"]
    func take(_ file: String, _ folder: String, _ more: [String] = []) throws -> Liantu.Outcome {
      try liantu.run(["import", "csv", file] + words + [folder] + more)
    }
    // The other form.
    #expect(try take("one.csv", "t", ["--tables"]).status == 0)
    let mixed = try take("one.csv", "t")
    #expect(mixed.status == 2 && mixed.errors.contains("nodes.csv"), "\(mixed.errors)")
    #expect(try take("one.csv", "y").status == 0)
    #expect(try take("one.csv", "y", ["--tables"]).status == 2)
    // Something of the user's own that means what is no longer there.
    try liantu.write(
      "brand: [{name: 牌, basis: industry-knowledge, owner: 甲厂}]\n",
      to: "y/own.yaml"
    )
    let own = try liantu("check", "--dataset", "y")
    try #require(own.status == 0, "\(own.text)\(own.errors)")
    let faulty = try take("two.csv", "y")
    #expect(faulty.status == 1 && faulty.errors.contains("own.yaml"), "\(faulty.errors)")
    #expect(try text(liantu, "y/enterprise.yaml").contains("甲厂"))
    #expect(try take("one.csv", "y").status == 0)
    for folder in ["t", "y"] { #expect(try liantu("check", "--dataset", folder).status == 0) }
  }

  @Test func `tables are not written over a data set of YAML, nor over the one being read`() throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let manifest = try text(liantu, "Data/little/dataset.yaml")
    let yaml = try liantu(
      "export",
      "csv",
      "--dataset",
      "Data/little",
      "-o",
      "Data/little",
      "--force"
    )
    #expect(yaml.status == 2, "\(yaml.errors)")
    #expect(try text(liantu, "Data/little/dataset.yaml") == manifest)
    #expect(try liantu("export", "csv", "-o", "t").status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: liantu.folder.appending(path: "same").path,
      withDestinationPath: "t"
    )
    let own = try liantu("export", "csv", "--dataset", "t", "-o", "same", "--force")
    #expect(own.status == 2 && own.errors.contains("same"), "\(own.errors)")
  }

  @Test(arguments: [
    "export workbook -o a.xlsx", "gaps 泳装 -o a.xlsx", "list gaps 泳装 -o a.xlsx",
    "unknown 泳装 --format xlsx -o a.xlsx", "stats -o a.xlsx", "query 'kind(segment)' -o a.xlsx",
    "check -o a.xlsx",
  ])
  func `a workbook that is there is not written over without --force`(_ line: String) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("mine", to: "a.xlsx")
    let words = Liantu.words(of: line)
    let refused = try liantu.run(words)
    #expect(refused.status == 2 && refused.errors.contains("--force"), "\(refused.errors)")
    #expect(try text(liantu, "a.xlsx") == "mine")
    #expect(try liantu.run(words + ["--force"]).status == 0)
    #expect(try Data(contentsOf: liantu.folder.appending(path: "a.xlsx")).count > 1000)
  }

  @Test func `a gallery says what it replaced`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write(
      "pictures:\n  - {file: a, view: responsibility, of: 泳装}\n",
      to: "g/gallery.yaml"
    )
    try liantu.write("mine", to: "g/a.dot")
    let words = ["gallery", "g/gallery.yaml", "--format", "dot", "--lang", "en"]
    let first = try liantu.run(words)
    #expect(first.status == 0 && first.text.contains("1 file overwritten: a.dot"), "\(first.text)")
    // What is drawn again as it was replaces nothing.
    let again = try liantu.run(words)
    #expect(again.status == 0 && !again.text.contains("overwritten"), "\(again.text)")
  }
}

extension ForcedWriteTests {
  @Test func `a draft of which nothing was read says so, and ends with 3`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    try liantu.write("天气很好。\n谁家的孩子谁负责抱走。\n", to: "x.txt")
    let nothing = try liantu("import", "policy", "x.txt", "-o", "d", "--lang", "en")
    #expect(nothing.status == 3 && nothing.errors.contains("nothing was read in x.txt"))
    #expect(
      nothing.text.contains("of 1 places that speak of responsibility 0 were read"),
      "\(nothing.text)"
    )
    let review = try String(
      contentsOf: liantu.folder.appending(path: "d/review.md"),
      encoding: .utf8
    )
    #expect(review.contains("谁家的孩子谁负责抱走"))
  }
}
