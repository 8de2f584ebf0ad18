import Foundation
import Testing

struct HelpTests {
  static let commands =
    [
      [], ["draw"], ["list"], ["pack"], ["gallery"], ["report"], ["upstream"],
      ["downstream"], ["paths"], ["layers"], ["gaps"], ["weak"], ["wanted"], ["unknown"],
      ["enterprises"], ["panorama"], ["overview"],
      ["responsibility"], ["projects"], ["park"], ["region"],
      ["neighborhood"], ["ontology"], ["chokepoints"], ["betweenness"], ["core"], ["components"],
      ["owners"], ["duties"], ["alignment"],
      ["workload"], ["query"], ["impact"], ["find"], ["show"], ["check"], ["audit"], ["stats"],
      ["snapshot"], ["serve"], ["import"], ["import", "policy"], ["export"],
      ["compare"], ["changes"], ["status"], ["progress"], ["schedule"], ["late"], ["unreported"],
      ["home"], ["history"], ["sheet"], ["collect"], ["supervision"], ["assess"], ["chains"],
      ["chains", "list"], ["chains", "show"],
      ["chains", "check"],
      ["chains", "diff"], ["chains", "update"], ["attach"], ["candidates"], ["attached"],
    ]
    + [
      "csv", "jsongraph", "graphml", "gexf", "cypher", "dot", "mermaid", "turtle", "sqlite",
      "workbook",
    ].map {
      ["export", $0]
    } + ["workbook", "graphml", "jsongraph", "csv"].map { ["import", $0] }

  /// The command lines that a help text gives as examples.
  private func examples(in help: String) -> [String] {
    let discussion = help.components(separatedBy: "USAGE:").first ?? ""
    return discussion.split(separator: "\n").compactMap { line in
      line.range(of: "liantu ").map { String(line[$0.lowerBound...]) }
    }
  }

  @Test func `every subcommand that the program lists is tested here`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let help = try liantu("--help").text
    let listed = help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first }
      .filter { $0.first?.isLetter == true && $0 != "liantu" && $0 != "See" }
    #expect(Set(listed.map(String.init)) == Set(Self.commands.compactMap(\.first)))
  }

  /// The distinct examples of all commands; one that differs in its output file alone is no other.
  private func allExamples(_ liantu: Liantu) throws -> [[String]] {
    var seen: Set<[String]> = []
    var examples: [[String]] = []
    for command in Self.commands {
      for language in ["zh", "en"] {
        let help = try liantu.run(command + ["--help", "--lang", language])
        #expect(help.status == 0 && help.errors.isEmpty)
        let found = self.examples(in: help.text).map { Liantu.words(of: $0) }
        #expect(!found.isEmpty, "no example in the help of \(command)")
        examples += found.filter { words in
          seen.insert(words.firstIndex(of: "-o").map { Array(words[..<$0]) } ?? words).inserted
        }
      }
    }
    return examples
  }

  /// What the examples of imports read.
  private static let foreign = [
    "产业链.graphml": """
    <graphml><key id="k" for="node" attr.name="name"/><graph edgedefault="directed">
    <node id="a"><data key="k">纱线</data></node></graph></graphml>
    """,
    "产业链.json": "{\"nodes\": [{\"id\": 1, \"name\": \"纱线\"}]}",
    "企业.csv": "name\n甲厂\n",
    "企业名录.csv": register, "企业名录.xlsx": register, "十一月.csv": register,
    "十二月.csv": register + "乙公司,比基尼\n",
    "映射.yaml": mapping(records: "nodes", kind: "segment"),
    "企业映射.yaml": mapping(records: "rows", kind: "enterprise"),
  ]

  private static let register = "企业名称,主要产品\n甲公司,芳烃溶剂\n"

  private static func mapping(records: String, kind: String) -> String {
    """
    dataset: {title: 样例, jurisdiction: 样例市, language: zh, date: 2024}
    basis: industry-knowledge
    queries:
      - records: \(records)
        entities: {x: {kind: \(kind), properties: {name: {column: name}}}}

    """
  }

  /// The same data with a plan, which pictures of progress need.
  private static func planned() throws -> Liantu {
    let liantu = try Liantu(.nothing)
    let data = liantu.folder.appending(path: "Data/huludao-2023")
    try FileManager.default.createDirectory(
      at: data.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(at: URL(filePath: Liantu.dataset), to: data)
    try liantu.write(
      "line,recorded,item,what,period,value\np1,2024-01-15,锦西石化技改项目,投资,2024,6000\n",
      to: "Data/huludao-2023/plans/2024.csv"
    )
    try liantu.write("reports: [project]\n", to: "Data/huludao-2023/reporting.yaml")
    return liantu
  }

  @Test func `the examples of every command's help run on the Huludao data`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    // What is on reference chains; the other data set has chains of its own, and is read in half the time.
    let onLibrary = try Liantu(.shipped)
    defer { onLibrary.remove() }
    let planned = try Self.planned()
    defer { planned.remove() }
    try liantu.write(
      "pictures:\n  - {file: a, view: responsibility, of: 泳装}\n",
      to: "Graphs/gallery.yaml"
    )
    try liantu.write("一、任务。（责任单位：市工信局、市科技局）\n", to: "意见.txt")
    try liantu.write(
      "[{\"heading_path\": [\"一\"], \"responsible\": [\"市工信局\"]}]",
      to: "答案.json"
    )
    for (name, text) in Self.foreign { try liantu.write(text, to: name) }
    #expect(try liantu("export", "workbook", "-o", "数据集.xlsx").status == 0)
    for (scope, files) in [
      ([], ["待核定.xlsx", "review.xlsx"]),
      (["芳烃"], ["目标企业.xlsx", "candidates.xlsx"]),
    ] {
      for file in files {
        let words = scope.isEmpty ? ["attach"] : ["candidates"] + scope + ["--from"]
        #expect(try liantu.run(words + ["企业名录.csv", "-o", file]).status == 0)
      }
    }
    for file in ["工信局.xlsx", "收回/工信局.xlsx"] {
      try FileManager.default.createDirectory(
        at: liantu.folder.appending(path: "收回"),
        withIntermediateDirectories: true
      )
      let words = ["sheet", "市工信局", "--period", "2023-08", "-o", file]
      #expect(try liantu.run(words).status == 0)
    }
    for file in ["本月.liantu", "month.liantu"] {
      #expect(try liantu("snapshot", "-o", file).status == 0)
    }
    let examples = try allExamples(liantu)
    #expect(examples.count > 20)
    // A server runs until it is ended; its own tests start it.
    for words in examples where words.dropFirst().first != "serve" {
      let example = words.joined(separator: " ")
      let isOfProgress = words.contains("progress") || words.contains("schedule")
      let place = words.contains("--chain") ? onLibrary : isOfProgress ? planned : liantu
      // Each example is of somebody who has not run those before it.
      if let option = words.firstIndex(of: "-o"), words[option + 1].hasSuffix(".xlsx") {
        try? FileManager.default.removeItem(at: place.folder.appending(path: words[option + 1]))
      }
      let outcome = try place.run(Array(words.dropFirst()))
      #expect(outcome.status == 0, "\(example): \(outcome.errors)")
      // One of the examples draws a department of nearly a thousand duties.
      let told = [
        "the picture is large", "这幅图太大", "not in this format", "这个格式不含", "1 家企业", "1 firms",
      ]
      let isTold = outcome.errors.isEmpty || told.contains { outcome.errors.hasPrefix($0) }
      #expect(isTold, "\(example): \(outcome.errors)")
      // Of a journal that it may add to.
      if let option = words.firstIndex(of: "-o"), words[1] != "collect" {
        let file = place.folder.appending(path: words[option + 1])
        let isSet = words[1] == "pack" || words[1] == "import"
        // Workbooks are written into folders only with this word.
        if words[1...].starts(with: ["import", "workbook"]), !words.contains("--write") {
          #expect(!outcome.output.isEmpty && !FileManager.default.fileExists(atPath: file.path))
          continue
        }
        if isSet || words[1...].starts(with: ["export", "csv"]) {
          #expect(try !FileManager.default.subpathsOfDirectory(atPath: file.path).isEmpty)
          // A set's command says how much is in it.
          #expect(outcome.output.isEmpty != isSet, "\(example)")
          try FileManager.default.removeItem(at: file)
        } else {
          #expect(try Data(contentsOf: file).count > 100, "\(example)")
          #expect(outcome.output.isEmpty, "\(example)")
        }
      } else {
        // A stream of nothing is answered by nothing.
        #expect(!outcome.output.isEmpty || words.contains("--stream"), "\(example)")
      }
    }
  }

  @Test func `help is in the language asked for, by option or by locale`() throws {
    var liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    #expect(try liantu("gaps", "--help").text.contains("what a chain lacks"))
    #expect(try liantu("gaps", "--help", "--lang", "zh").text.contains("缺链"))
    liantu.environment["LC_ALL"] = "zh_CN.UTF-8"
    #expect(try liantu("gaps", "--help").text.contains("缺链"))
    #expect(try liantu("gaps", "--lang=en", "--help").text.contains("what a chain lacks"))
  }

  @Test func `the version goes to standard output`() throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let outcome = try liantu("--version")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.text.split(separator: ".").count == 3)
  }
}
