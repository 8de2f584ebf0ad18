import Bilingual
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

struct WorkbookFaultTests {
  /// Where a fault lies, its code, and what the caret stands under.
  private func reported(_ loaded: Loaded) -> [String] {
    loaded.diagnostics.map { diagnostic in
      expectTold(diagnostic)
      guard let location = diagnostic.location, let range = location.range else {
        return "\(diagnostic.location?.text ?? "nowhere") \(diagnostic.code)"
      }
      let line = loaded.sources[location.path]?.line(range.start.line) ?? "?"
      let part = line.unicodeScalars.dropFirst(range.start.column - 1).prefix(range.length)
      return "\(location.cell.map { "\($0)" } ?? "?") \(diagnostic.code) ‹\(String(part))›"
    }
  }

  private func expect(
    _ faults: [String],
    _ name: String,
    _ lines: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let loaded = WorkbookSamples.load((name, lines))
    #expect(loaded.dataset == nil, sourceLocation: sourceLocation)
    #expect(reported(loaded) == faults, sourceLocation: sourceLocation)
  }

  @Test func `faults of values have the codes that they have in YAML`() {
    expect(
      [
        "项目!B2 unknown-value ‹在健›", "项目!C2 bad-quantity ‹三十万千瓦›", "项目!D2 bad-integer ‹多›",
        "项目!C3 unknown-unit ‹30桶›",
      ],
      "项目",
      "名称|状态|规模|数量|出处\n一|在健|三十万千瓦|多|二\n二|在建|30桶||二"
    )
    // A day as people write it is one.
    let days = "名称|数值|力争|时限|出处\n一|5 %|是|2024年6月1日|二\n二|5 %|是|2024/6|二"
    #expect(reported(WorkbookSamples.load(("目标", days))) == [])
    expect(
      ["目标!C2 bad-flag ‹对›", "目标!D2 bad-date ‹明年›"],
      "目标",
      "名称|数值|力争|时限|出处\n一|5 %|对|明年|二"
    )
  }

  @Test func `faults of references stand under the item`() {
    let loaded = WorkbookSamples.load(
      ("企业", "名称|从事|建设|出处\n厂|造船；乙【附件】|造船|二\n坞|造船↵丙|造船业|二"),
      ("产业链环节", "名称|出处\n造船|二")
    )
    #expect(
      reported(loaded) == [
        "企业!B2 unknown-reference ‹乙›", "企业!C2 forbidden-relation ‹造船›",
        "企业!B3 unknown-reference ‹丙›", "企业!C3 unknown-reference ‹造船业›",
      ]
    )
  }

  @Test func `a fault is shown with its cell and a caret`() throws {
    let loaded = WorkbookSamples.load(
      ("企业", "名称|从事|出处\n锦西石化||二"),
      ("项目", "名称|状态|牵头单位|出处\n扩建|在建|市科计局；市工信局|二"),
      ("部门", "名称|出处\n市科技局|二\n市工信局|二")
    )
    let renderer = DiagnosticRenderer(language: .zh, isColored: false)
    let text = loaded.diagnostics.map {
      renderer.render($0, source: loaded.sources["x.xlsx"])
    }
    #expect(
      text == [
        """
        x.xlsx: 项目!C2: 错误[unknown-reference]: 没有名为“市科计局”的对象（应为 department）
          C2 | 市科计局；市工信局
             | ^~~~~~~~
          = 建议: 是否要写“市科技局”？

        """
      ]
    )
  }

  @Test func `headings are checked`() {
    expect(["企业!B1 unknown-field ‹从是›"], "企业", "名称|从是|出处\n厂||二")
    expect(["企业!C1 duplicate-key ‹出处›"], "企业", "名称|出处|出处\n厂|二|三")
    expect(["企业!A1 missing-field ‹企业名›"], "企业", "企业名|出处\n厂|二")
    expect(["企业!C3 missing-field ‹备注›"], "企业", "名称|出处\n厂|二\n坞|二|备注\n港|二|再")
  }

  @Test func `rows without a name or a source are told`() {
    expect(["企业!A3 missing-field ‹›"], "企业", "名称|出处\n厂|二\n|二")
    expect(["企业!A2 missing-source ‹厂›"], "企业", "名称|出处\n厂|")
    expect(["企业!A3 duplicate-identity ‹厂›"], "企业", "名称|出处\n厂|二\n厂|三")
  }

  @Test func `faults of lists and of origins in them are told`() {
    expect(
      [
        "部门!B2 unclosed-mark ‹【›", "部门!B3 duplicate-key ‹【二】›",
        "部门!B4 open-list-alone ‹等›", "部门!B5 unknown-reference ‹无›",
      ],
      "部门",
      "名称|属于集合|出处\n甲|乙【二|二\n乙|甲【一】【二】|二\n丙|等|二\n丁|甲【无：二】|二"
    )
  }

  @Test func `wrong days beside a place are told by themselves`() {
    expect(
      ["部门!B2 bad-date ‹2024-13-01起›", "部门!B3 empty-period ‹2024-03-31至2023-08-18›"],
      "部门",
      "名称|属于集合|出处\n甲|乙【附件/二，2024-13-01起】|二\n乙|甲【附件/二，2024-03-31至2023-08-18】|二"
    )
  }

  @Test func `sheets are checked`() {
    let loaded = WorkbookSamples.load(("企页", "名称|出处\n厂|二"), ("enterprise", "名称"), ("企业", "名称"))
    #expect(
      reported(loaded) == ["企页!A1 unknown-kind ‹名称›", "企业!A1 duplicate-key ‹名称›"]
    )
    #expect(loaded.diagnostics[0].help?.zh == "是否要写“企业”？")
  }

  @Test func `a workbook says what data set it is`() {
    #expect(reported(WorkbookSamples.load([WorkbookSamples.documents])) == ["x.xlsx missing-sheet"])
    let grid = Grid(
      name: "数据集",
      lines: "项目|内容\n标题|试验\n语言|法文\n日其|2023\n文件|意见；通知"
    )
    #expect(
      reported(WorkbookSamples.load([grid, WorkbookSamples.documents])) == [
        "数据集!A1 missing-field ‹项目›", "数据集!A1 missing-field ‹项目›",
        "数据集!B3 unknown-word ‹法文›", "数据集!A4 unknown-field ‹日其›",
        "数据集!B5 unknown-reference ‹通知›",
      ]
    )
  }

  @Test func `faults of queries and of the vocabulary have their cells`() {
    let loaded = WorkbookSamples.load(
      ("查询", "名称|表达式\n甲|kind(task)\n甲|kind(task)\n乙|"),
      ("词汇表", "词汇（YAML）\nkinds:\n  school:\n    lable: {zh: 校, en: school}")
    )
    #expect(
      reported(loaded) == [
        "查询!A3 duplicate-key ‹甲›", "查询!A4 missing-field ‹乙›",
        "词汇表!A4 missing-field ‹l›", "词汇表!A4 unknown-field ‹lable›",
      ]
    )
  }

  @Test func `formulas that fail are told`() {
    let grid = Grid(
      name: "企业",
      rows: [
        [.text("名称"), .text("出处")], [.text("厂"), .error("#REF!")], [.text("坞"), .uncomputed],
      ]
    )
    let loaded = WorkbookSamples.load([WorkbookSamples.manifest, WorkbookSamples.documents, grid])
    #expect(
      reported(loaded) == [
        "企业!A2 missing-source ‹厂›", "企业!B2 cell-error ‹#REF!›", "企业!A3 missing-source ‹坞›",
        "企业!B3 cell-error ‹›",
      ]
    )
  }

  @Test func `thousands of faults are cut, and cost no more than they are worth`() {
    let rows = (0..<3_000).map { "厂\($0)|无此环节\($0)；也无\($0)|二" }
    let loaded = WorkbookSamples.load(("企业", "名称|从事|出处\n" + rows.joined(separator: "\n")))
    #expect(loaded.diagnostics.count == 501)
    #expect(loaded.diagnostics.contains { $0.code == "too-many-faults" })
  }
}
