import Foundation
import Testing

/// From a Word document and a list of firms to a pack, by the commands of the readme.
struct FirstPanoramaTests {
  private static func commands(_ page: String, under heading: String) throws -> [String] {
    let text = try String(contentsOf: Liantu.root.appending(path: page), encoding: .utf8)
    let section = try #require(text.components(separatedBy: heading).dropFirst().first)
    let block = try #require(section.components(separatedBy: "```sh\n").dropFirst().first)
    return try #require(block.components(separatedBy: "\n```").first).components(separatedBy: "\n")
  }

  @Test func `ten commands of the readme lead from a document to a panorama and a pack`() throws {
    let commands = try Self.commands("README.md", under: "### From a policy document to a panorama")
    #expect(commands == (try Self.commands("README.zh-CN.md", under: "### 由政策文件到全景图")))
    #expect(commands.count == 10)
    let liantu = try Liantu(.shipped)
    defer { liantu.remove() }
    try FileManager.default.createSymbolicLink(
      at: liantu.folder.appending(path: "Examples"),
      withDestinationURL: Liantu.root.appending(path: "Examples")
    )
    var said: [String] = []
    for command in commands {
      let words = Liantu.words(of: command)
      #expect(words.first == "liantu")
      let outcome = try liantu.run(Array(words.dropFirst()))
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      said.append(outcome.text)
    }
    func text(_ path: String) throws -> String {
      try String(contentsOf: liantu.folder.appending(path: path), encoding: .utf8)
    }
    // Nothing that the document does not hold, and all of its two tables.
    #expect(said[0].contains("责任分工 8 条") && said[0].contains("项目 4 个"), "\(said[0])")
    #expect(try text("海州/chains.yaml").contains("chain: shipbuilding"))
    #expect(try text("海州/chains.lock").contains("shipbuilding 2026.1"))
    #expect(try text("全景图.svg").contains("船舶总装建造"))
    #expect(said[3].contains("船舶与海工设计") && said[3].contains("缺（文件称）"))
    #expect(said[6].contains("做强船舶总装建造"))
    #expect(try text("海州.html").contains("依托船体分段优势"))
    let pack = try FileManager.default.subpathsOfDirectory(
      atPath: liantu.folder.appending(path: "成果").path
    )
    #expect(pack.contains { $0.hasSuffix(".xlsx") } && pack.contains { $0.hasSuffix(".pdf") })
  }

  @Test func `a text that is gone is told, and everything else is as before`() throws {
    let liantu = try Liantu(.shipped)
    defer { liantu.remove() }
    try liantu.write("一、任务\n（一）建园。（责任单位：市林业局）\n", to: "方案.txt")
    #expect(try liantu("import", "policy", "方案.txt", "-o", "草稿").status == 0)
    let quoted = try liantu("show", "市林业局", "--dataset", "草稿", "--quote")
    #expect(quoted.text.contains("（一）建园。（责任单位：市林业局）"))
    try FileManager.default.removeItem(at: liantu.folder.appending(path: "草稿/documents"))
    let checked = try liantu("check", "--dataset", "草稿", "--format", "json")
    #expect(checked.status == 0 && checked.text.contains("missing-text"))
    let bare = try liantu("show", "市林业局", "--dataset", "草稿", "--quote")
    #expect(bare.status == 0 && bare.text.contains("没有可附的原文"))
  }

  @Test func `a later edition is compared with what the data set keeps of the earlier`() throws {
    let liantu = try Liantu(.shipped)
    defer { liantu.remove() }
    try liantu.write("海州市方案\n一、任务\n（一）建园。（责任单位：市林业局）\n", to: "旧.txt")
    try liantu.write("海州市方案\n一、任务\n（一）建园。（责任单位：市商务局）\n", to: "新.txt")
    #expect(try liantu("import", "policy", "旧.txt", "-o", "数据").status == 0)
    let told = try liantu("import", "policy", "新.txt", "--since", "数据", "--format", "csv")
    #expect(told.status == 0)
    #expect(
      told.text.contains("新增,责任,建园,,市商务局（责任）,,一/(一)")
        && told.text.contains("删去,责任,建园,市林业局（责任）,,一/(一),"),
      "\(told.text)"
    )
    let none = try liantu("import", "policy", "新.txt", "--since", "Data/huludao-2023")
    #expect(none.status == 3 && none.errors.contains("没有保存文件的原文"))
    let both = try liantu("import", "policy", "新.txt", "--since", "旧.txt", "-o", "新版")
    #expect(both.status == 0)
    #expect(try liantu("check", "--dataset", "新版").status == 0)
  }
}
