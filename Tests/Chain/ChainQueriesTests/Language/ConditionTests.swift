import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import GraphKernel
import Testing

/// What `where` asks.
struct ConditionTests {
  private let graph: ChainGraph

  init() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    func quantity(_ text: String) throws -> AttributeValue {
      .quantity(try Quantity(parsing: text, ontology: .builtIn))
    }
    func option(_ kind: NodeKind, _ name: AttributeName, _ key: String) throws -> AttributeValue {
      let definition = Ontology.builtIn[kind]?.attributes.first { $0.name == name }
      guard case .option(let options)? = definition?.type else { throw Missing() }
      return .option(try #require(options.first { $0.key == key }))
    }
    func add(
      _ kind: NodeKind,
      _ name: String,
      _ attributes: [(AttributeName, AttributeValue)]
    ) {
      _ = builder.addNode(
        kind,
        name: name,
        attributes: attributes.map { (name: $0.0, value: $0.1) },
        origin: .industryKnowledge
      )
    }
    let (status, capacity) = (AttributeName.status, AttributeName.capacity)
    add(
      .project,
      "风一",
      [
        (status, try option(.project, status, "building")), (capacity, try quantity("20 万千瓦")),
      ]
    )
    add(
      .project,
      "风二",
      [
        (status, try option(.project, status, "planned")), (capacity, try quantity("300000 千瓦")),
      ]
    )
    add(
      .project,
      "矿一",
      [
        (capacity, try quantity("6000 吨")), (AttributeName("count"), .integer(3)),
        (.content, .text("年产 6000吨 钎具")),
      ]
    )
    add(.enterprise, "外厂", [(.external, .flag(true))])
    add(.enterprise, "本厂", [])
    add(.cluster, "甲群", [(.tier, try option(.cluster, .tier, "thousand"))])
    add(.cluster, "乙群", [(.tier, try option(.cluster, .tier, "hundred"))])
    add(.leader, "张三", [(.titles, .list([.text("市长"), .text("组长")]))])
    for (name, date) in [("年内", "2025"), ("年中", "2025-06"), ("明年", "2026-01-31")] {
      add(.task, name, [(.deadline, .date(try #require(CalendarDate(parsing: date))))])
    }
    graph = try builder.finish()
  }

  private struct Missing: Error {}

  @Test(
    arguments: [
      ("status = 在建", "风一"), ("状态 = building", "风一"), ("status != 在建", "风二"),
      ("not status = 在建 and kind = 项目", "矿一 风二"), ("status < 在建", "风二"),
      ("status >= planned", "风一 风二"), ("capacity >= 20 万千瓦", "风一 风二"),
      ("规模 > 200000 千瓦", "风二"), ("规模≥２０万千瓦", "风一 风二"),
      ("deadline ＝ ２０２５－０６", "年中"), ("capacity = 0.6万吨", "矿一"), ("capacity < 1 万吨", "矿一"),
      ("capacity != 6000 吨", "风一 风二"), ("has(capacity)", "矿一 风一 风二"),
      ("has(status) and not has(count)", "风一 风二"), ("count = 3", "矿一"), ("数量 > 2.5", "矿一"),
      ("external", "外厂"), ("外地企业 = 是", "外厂"), ("external = no", ""),
      ("not external and kind = enterprise", "本厂"), ("content ~ '6000 吨'", "矿一"),
      ("name ~ 厂 且 非 external", "本厂"),
      ("name = 张 三 或 name = 本厂".replacing("张 三", with: "'张 三'"), "张三 本厂"),
      ("titles = 市长", "张三"), ("titles != 市长", ""), ("职务 ~ 长", "张三"),
      ("tier = 千亿级", "甲群"), ("tier >= 500 亿元", "甲群"), ("量级 < 5000000 万元", "乙群"),
      ("deadline = 2025", "年中 年内"), ("deadline = 2025-06", "年中"), ("deadline < 2026", "年中 年内"),
      ("deadline > 2025", "明年"), ("deadline >= 2025-06", "年中 明年"), ("时限 <= 2026-01", "年中 年内 明年"),
      ("deadline != 2025", "明年"), ("basis = 行业常识 and kind = 领导", "张三"),
      ("(kind = leader or kind = cluster) and (has(titles) or tier = hundred)", "张三 乙群"),
    ]
  )
  func `a condition holds for these nodes`(_ condition: String, _ names: String) throws {
    let found = try graph.query("where(*, \(condition))").map { graph.name(of: $0) }
    #expect(Set(found) == Set(names.split(separator: " ").map(String.init)), "\(condition)")
  }

  @Test func `the verdict of a segment can be asked for, from absence to strength`() throws {
    let sketch = try ChainSketch {
      $0.flow("纱", "布", "衣")
      $0.flow("线", "布")
      $0.enterprise("甲", worksIn: "布", "衣")
      $0.enterprise("乙", worksIn: "衣")
      $0.lacking("纱")
    }.sketched()
    #expect(try sketch.query("where(*, verdict = '缺（文件称）')") == ["纱"])
    #expect(try sketch.query("where(*, verdict = lacking)") == ["纱"])
    #expect(try sketch.query("where(*, verdict >= single)") == ["布", "衣"])
    #expect(try sketch.query("where(*, 结论 < 在建)") == ["纱", "线"])
    #expect(try sketch.query("where(*, 结论 != 多家企业)") == ["布", "纱", "线"])
    // Who says so has no verdict.
    #expect(try sketch.query("where(document:意见, has(verdict))") == [])
  }
}
