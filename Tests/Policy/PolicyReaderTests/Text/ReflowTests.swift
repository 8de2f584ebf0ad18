import Testing

@testable import PolicyReader

/// Texts that were broken at the width of a page.
struct ReflowTests {
  private static let paragraphs = [
    "海州市茶产业发展行动方案", "一、主要任务",
    "（一）建设茶园。改造老茶园三万亩，推广良种和机采技术，建立茶园台账和巡查制度，健全质量追溯体系，由市林业局牵头，市科技局配合。",
    "（二）做强加工。支持企业改造生产线，发展精制茶和茶饮料，完善仓储和冷链，推动绿色制造和数字化改造，形成规模。（责任单位：市工信局、市商务局、市市场监管局）",
    "（三）开拓市场。举办茶会和展销，建设品牌，拓展电商渠道，鼓励企业在外地开设门店，支持茶旅融合发展，提升知名度。（责任单位：市商务局）",
    "二、保障措施", "加强组织领导。各县区要落实责任，细化措施，定期调度，及时研究解决发展中的问题，确保各项任务落到实处。",
  ]

  /// The paragraphs broken at a width, a page number after every sixth line.
  private static func broken(at width: Int) -> String {
    var lines: [String] = []
    for paragraph in paragraphs {
      var rest = paragraph[...]
      while !rest.isEmpty {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
    }
    return lines.enumerated().map { $0 % 6 == 5 ? $1 + "\n— \($0 / 6 + 1) —" : $1 }
      .joined(separator: "\n")
  }

  @Test(arguments: [20, 28, 30, 37])
  func `a text that is broken at a width reads as the whole one`(width: Int) {
    let whole = PolicyDocument(text: Self.paragraphs.joined(separator: "\n"))
    let read = PolicyDocument(text: Self.broken(at: width))
    #expect(whole.statements.count == 3)
    #expect(read.statements.map(Facts.line) == whole.statements.map(Facts.line))
    // A doubt stands in its own line of the file.
    let lines = Self.broken(at: width).split(separator: "\n")
    for statement in read.statements {
      #expect(statement.line <= lines.count && statement.line > 2)
    }
  }

  @Test func `a text of paragraphs stays as it is`() {
    let lines = PolicyLine.lines(of: Self.paragraphs.joined(separator: "\n"))
    #expect(lines.count == Self.paragraphs.count)
    let list = (1...12).map { "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉\($0 % 10)。" }.joined(separator: "\n")
    #expect(PolicyLine.lines(of: list).count == 12)
  }

  @Test func `numbers of pages are no text, and figures are`() {
    for text in ["— 3 —", "- 12 -", "－3－", "第3页", "第 3 页 共 20 页"] {
      #expect(PolicyLine.lines(of: text).isEmpty, "\(text)")
    }
    for text in ["2024", "3", "12.5%", "-3.5%增长", "第3页内容"] {
      #expect(PolicyLine.lines(of: text).count == 1, "\(text)")
    }
  }
}
