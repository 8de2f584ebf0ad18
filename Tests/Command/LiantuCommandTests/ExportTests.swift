import Foundation
import Testing

/// `liantu export` as a shell sees it.
struct ExportTests {
  private static let formats = [
    "jsongraph", "graphml", "gexf", "cypher", "dot", "mermaid", "turtle", "sqlite",
  ]

  @Test func `a file and standard output hold the same`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for format in Self.formats {
      let shown = try liantu("export", format)
      #expect(shown.status == 0 && shown.errors.isEmpty, "\(format): \(shown.errors)")
      try? FileManager.default.removeItem(at: liantu.folder.appending(path: "x"))
      #expect(try liantu("export", format, "-o", "x").status == 0)
      #expect(try Data(contentsOf: liantu.folder.appending(path: "x")) == shown.output, "\(format)")
      #expect(try liantu.leftBehind() == ["x"])
    }
  }

  @Test func `a format goes by the ending of its files as well`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for (ending, format) in [
      ("ttl", "turtle"), ("json", "jsongraph"), ("mmd", "mermaid"), ("gv", "dot"),
    ] {
      let (short, long) = (try liantu("export", ending), try liantu("export", format))
      #expect(short.status == 0 && short.output == long.output && !long.output.isEmpty, "\(ending)")
    }
  }

  @Test func `each format takes its own options and no other's`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let options: [(words: [String], formats: Set<String>)] = [
      (["--theme", "none.yaml"], ["gexf", "dot", "mermaid"]), (["--dialect", "kuzu"], ["cypher"]),
      (["--base", "no IRI"], ["turtle"]), (["--comments"], ["mermaid"]),
    ]
    for format in Self.formats {
      let help = try liantu("export", format, "--help", "--lang", "en").text
      for (words, takers) in options {
        #expect(help.contains(words[0]) == takers.contains(format), "\(format) \(words)")
        let outcome = try liantu.run(["export", format] + words)
        if !takers.contains(format) {
          #expect(outcome.status == 2 && outcome.errors.contains(words[0]), "\(format) \(words)")
        }
      }
      let extended = try liantu("help", "export", format)
      #expect(extended.status == 0 && extended.text.contains("liantu export \(format)"))
    }
  }

  @Test func `a database that is there is not written over unasked`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let path = liantu.folder.appending(path: "x.sqlite")
    #expect(try liantu("export", "sqlite", "-o", "x.sqlite").status == 0)
    let first = try Data(contentsOf: path)
    #expect(first.starts(with: Data("SQLite format 3\0".utf8)))
    try liantu.write("mine", to: "x.sqlite")
    let again = try liantu("export", "sqlite", "-o", "x.sqlite", "--lang", "en")
    #expect(again.status == 2 && again.errors.contains("--force"), "\(again.errors)")
    #expect(try Data(contentsOf: path) == Data("mine".utf8))
    #expect(try liantu("export", "db", "-o", "x.sqlite", "--force").status == 0)
    #expect(try Data(contentsOf: path) == first)
    #expect(try liantu.leftBehind() == ["x.sqlite"])
  }

  @Test func `where no folder for temporary files is, that is told`() throws {
    var liantu = try Liantu(.little)
    defer { liantu.remove() }
    liantu.environment["TMPDIR"] = "/nowhere"
    let outcome = try liantu("export", "sqlite", "-o", "x.sqlite", "--lang", "en")
    #expect(outcome.status == 4, "\(outcome.errors)")
    #expect(outcome.errors.contains("/nowhere") && outcome.errors.contains("TMPDIR"))
    #expect(try liantu.leftBehind().isEmpty)
  }

  @Test func `tables go to a new folder, or with --force over an old one`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try liantu("export", "csv", "-o", "t").status == 0)
    let again = try liantu("export", "csv", "-o", "t")
    #expect(again.status == 2 && again.errors.contains("--force"))
    #expect(try liantu("export", "csv", "-o", "t", "--force").status == 0)
    let (own, read) = (try liantu("stats"), try liantu("stats", "--dataset", "t"))
    #expect(own.output == read.output && !own.output.isEmpty)
    #expect(try liantu.leftBehind() == ["t"])
  }

  @Test(arguments: ["export graphml", "stats"])
  func `a filter that means nothing is told as such, and nothing is written`(command: String) throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let words = Liantu.words(of: command)
    for (option, status, told) in [
      (["--kind", "企业家"], 2, "企业"), (["--relation", "suplies"], 2, "supplies"),
      (["--within", "上游("], 1, "上游("), (["--within", "没有这个"], 3, "没有这个"),
    ] {
      let outcome = try liantu.run(words + option + ["-o", "x"])
      #expect(outcome.status == Int32(status), "\(option): \(outcome.errors)")
      #expect(outcome.errors.contains(told), "\(option): \(outcome.errors)")
      #expect(try liantu.leftBehind().isEmpty)
    }
  }

  @Test func `stats counts what an export holds under the same filter`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let filter = ["--kind", "产业链环节", "--kind", "enterprise", "--relation", "从事"]
    let stats =
      try JSONSerialization.jsonObject(
        with: liantu.run(["stats", "--format", "json"] + filter).output
      ) as? [String: Any]
    let counts = try ["nodes", "relations"].map { key in
      try #require(stats?[key] as? [String: Int]).values.reduce(0, +)
    }
    let graph =
      try JSONSerialization.jsonObject(
        with: liantu.run(["export", "jsongraph"] + filter).output
      ) as? [String: [String: Any]]
    #expect((graph?["graph"]?["nodes"] as? [String: Any])?.count == counts[0])
    #expect((graph?["graph"]?["edges"] as? [Any])?.count == counts[1])
    #expect(counts.allSatisfy { $0 > 50 })
  }

  @Test func `a flowchart that Mermaid would refuse is written with a warning`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let large = try liantu("export", "mermaid", "--lang", "en")
    #expect(large.status == 0 && large.errors.contains("maxEdges") && !large.output.isEmpty)
    let small = try liantu("export", "mermaid", "--within", "泳装产业集群")
    #expect(small.status == 0 && small.errors.isEmpty)
  }

  @Test func `a base that is no IRI, and a semicolon in a list, are refused`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let base = try liantu("export", "turtle", "--base", "x y", "-o", "x")
    #expect(base.status == 2 && base.errors.contains("--base"))
    try liantu.write(
      "leader: [{name: 乙, titles: ['a;b'], source: 一}]\n",
      to: "Data/little/more.yaml"
    )
    let tables = try liantu("export", "csv", "-o", "t", "--lang", "en")
    #expect(tables.status == 1 && tables.errors.contains("a;b"), "\(tables.errors)")
    #expect(try liantu.leftBehind().isEmpty)
    try liantu.write(
      "leader: [{name: 乙, aliases: ['a;b'], source: 一}]\n",
      to: "Data/little/more.yaml"
    )
    let told = try liantu("export", "csv", "-o", "t", "--lang", "en")
    #expect(told.status == 0 && told.errors.contains("the semicolons of 1 alias are written"))
    #expect(try liantu("find", "a;b", "--dataset", "t").status == 0)
  }
}
