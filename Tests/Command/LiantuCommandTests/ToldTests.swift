import Foundation
import Testing

/// What commands say beside what they do: reasons, guesses, and what a format does not hold.
struct ToldTests {
  private static let mapping = """
    dataset: {title: 试验, jurisdiction: 葫芦岛市, language: zh, date: 2024}
    basis: industry-knowledge
    queries:
      - ignore_columns: [city]
        entities: {e: {kind: enterprise, properties: {name: {column: name}}}}

    """

  @Test func `a file that cannot be read says why`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    func reason(_ path: String) throws -> String { try liantu("import", "csv", path).errors }
    #expect(try reason("x.csv").contains("there is no such file"))
    #expect(try reason("-").contains("standard input"))
    #expect(try reason(".").contains("it is a folder"))
    #expect(try reason("/dev/null").contains("a pipe or a device"))
    #expect(
      try liantu("import", "workbook", "x.xlsx", "-o", "d").errors.contains("there is no such file")
    )
    #expect(try liantu("import", "policy", "x.txt", "-o", "d").errors.contains("没有这个文件"))
  }

  #if canImport(Glibc)
    @Test func `a guessed encoding is told, and one that is named is taken`() throws {
      let liantu = try Liantu(.nothing)
      defer { liantu.remove() }
      let bytes = Array("name,city\nM".utf8) + [0xFC] + Array("ller,Halle\n".utf8)
      try Data(bytes).write(to: liantu.folder.appending(path: "lat.csv"))
      try liantu.write(Self.mapping, to: "m.yaml")
      let command = ["import", "csv", "lat.csv", "--mapping", "m.yaml", "-o"]
      let guessed = try liantu.run(command + ["a"])
      #expect(guessed.status == 0 && guessed.errors.contains("--encoding windows-1252"))
      let named = try liantu.run(command + ["b", "--encoding", "windows-1252"])
      #expect(named.status == 0 && named.errors.isEmpty)
      #expect(try liantu("find", "Müller", "--dataset", "b").status == 0)
      let wrong = try liantu.run(command + ["c", "--encoding", "utf-8"])
      #expect(wrong.status == 1 && wrong.errors.contains("lat.csv is not in utf-8"))
      let unknown = try liantu.run(command + ["d", "--encoding", "latin-99"])
      #expect(unknown.status == 2 && unknown.errors.contains("no encoding called 'latin-99'"))
    }
  #endif

  @Test func `a graph's file says which parts of a data set it does not hold`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write(
      "queries:\n  - {name: 全部, expression: kind(segment)}\n",
      to: "Data/little/queries.yaml"
    )
    let told = try liantu(
      "export",
      "jsongraph",
      "--dataset",
      "Data/little",
      "-o",
      "g.json",
      "--lang",
      "en"
    )
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.errors.contains("not in this format: 1 named query"))
  }

  @Test func `an ending that the format asked for does not have says so`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let wrong = try liantu("gaps", "--format", "csv", "-o", "g.xlsx")
    #expect(
      wrong.status == 2 && wrong.errors.contains("the format asked for is not that of a .xlsx")
    )
  }

  @Test func `a language before the command is that of its help`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let help = try liantu("--lang", "zh", "import", "csv", "--help")
    #expect(help.status == 0 && help.text.contains("liantu import csv"))
    #expect(help.text == (try liantu("import", "csv", "--help", "--lang", "zh").text))
    let nearer = try liantu("--lang", "zh", "import", "csv", "x.csv", "--lang", "en")
    #expect(nearer.errors.contains("there is no such file"))
  }
}
