import ChainExchange
import Bilingual
import ChainFiles
import ChainModel
import GraphKernel
import Testing

@testable import ChainTestSupport

/// Texts, numbers and dates at their edges.
struct ExchangeTextTests {
  static func dataset(_ builder: consuming ChainGraphBuilder) throws -> Dataset {
    Dataset(
      title: BilingualText(same: "题"),
      jurisdiction: "市",
      language: .zh,
      date: try #require(CalendarDate(parsing: "2024-02-03")),
      documents: [],
      graph: try builder.finish()
    )
  }

  @Test(arguments: [ExchangeFormat.graphml, .gexf, .dot])
  func `an identity that a format cannot write is refused, not changed`(
    format: ExchangeFormat
  ) throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    _ = builder.addNode(.segment, name: "a\u{1}", origin: .industryKnowledge)
    let dataset = try Self.dataset(builder)
    #expect(throws: ExchangeFailure.identity("segment:a\u{1}")) { try dataset.text(as: format) }
    for format in [ExchangeFormat.jsongraph, .turtle] {
      #expect(try dataset.text(as: format).contains("a\\u0001"))
    }
  }

  @Test func `controls in other texts become the sign for what cannot be written`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    _ = builder.addNode(
      .task,
      name: "任务",
      attributes: [(.content, .text("一\n二\u{7}\u{FFFE}三]]>"))],
      origin: .industryKnowledge
    )
    let text = try Self.dataset(builder).text(as: .graphml)
    #expect(text.contains("<data key=\"n_content\">一&#10;二\u{FFFD}\u{FFFD}三]]&gt;</data>"))
  }

  @Test func `a quantity is given as written, as a number and as a unit`() throws {
    let ontology = Ontology.builtIn
    var builder = ChainGraphBuilder(ontology: ontology)
    let unit = try #require(ontology.unit("万千瓦"))
    _ = builder.addNode(
      .project,
      name: "项目",
      attributes: [
        (.capacity, .quantity(Quantity(amount: 1e22, unit: unit))),
        (AttributeName("count"), .integer(-7)),
      ],
      origin: .industryKnowledge
    )
    let dataset = try Self.dataset(builder)
    let json = try dataset.text(as: .jsongraph)
    #expect(json.contains("\"capacity\": \"10000000000000000000000 万千瓦\""))
    #expect(json.contains("\"capacity_number\": 1e+22, \"capacity_unit\": \"万千瓦\", \"count\": -7"))
    #expect(try dataset.text(as: .cypher).contains("`capacity_number`: 10000000000000000000000.0,"))
    let keys = try dataset.text(as: .graphml)
    #expect(keys.contains("attr.name=\"capacity_number\" attr.type=\"double\""))
    #expect(keys.contains("attr.name=\"count\" attr.type=\"long\""))
    #expect(keys.contains("attr.name=\"external\" attr.type=\"boolean\""))
  }

  @Test func `labels are in the language asked for, and keys in none`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let status = AttributeDefinition.Option(
      key: "building",
      label: BilingualText(zh: "在建", en: "building")
    )
    _ = builder.addNode(
      .project,
      name: "项目",
      attributes: [(.status, .option(status))],
      origin: .industryKnowledge
    )
    let dataset = try Self.dataset(builder)
    for (language, label) in [(Language.zh, "在建"), (.en, "building")] {
      let text = try dataset.text(as: .jsongraph, ExchangeOptions(language: language))
      #expect(text.contains("\"status\": \"building\", \"status_label\": \"\(label)\""))
    }
  }

  @Test func `a deadline ends nothing: what is late goes on`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let deadline = AttributeValue.date(try #require(CalendarDate(parsing: "2025")))
    for kind in [NodeKind.target, .task] {
      let attributes = [(AttributeName.deadline, deadline)]
      _ = builder.addNode(kind, name: "甲", attributes: attributes, origin: .industryKnowledge)
    }
    let text = try Self.dataset(builder).text(as: .gexf)
    #expect(!text.contains(" end=\"") && text.contains("2025"))
  }

  @Test(arguments: [
    ("2020", "2025", "start=\"2020-01-01\" end=\"2025-12-31\""),
    ("2023-05", "2024-02", "start=\"2023-05-01\" end=\"2024-02-29\""),
    ("2023-05-06", nil, "start=\"2023-05-06\">"),
    (nil, "2025-06-07", "label=\"目标\" end=\"2025-06-07\""),
    ("2025", "2024", "label=\"目标\" end=\"2024-12-31\""), (nil, nil, "label=\"目标\">"),
  ])
  func `a fact is valid from its baseline to its last day, each as exact as it is`(
    baseline: String?,
    last: String?,
    wanted: String
  ) throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let dates = [(AttributeName("baseline"), baseline), (.validUntil, last)]
    _ = builder.addNode(
      .target,
      name: "目标",
      attributes: try dates.compactMap { name, text in
        try text.map { (name, .date(try #require(CalendarDate(parsing: $0)))) }
      },
      origin: .industryKnowledge
    )
    #expect(try Self.dataset(builder).text(as: .gexf).contains(wanted))
  }

  @Test func `a relation is valid while both of its ends are`() throws {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    func date(_ text: String) throws -> AttributeValue {
      .date(try #require(CalendarDate(parsing: text)))
    }
    let document = builder.addNode(
      .document,
      name: "文",
      attributes: [(AttributeName("date"), try date("2023-08-18"))],
      origin: .industryKnowledge
    )
    let task = builder.addNode(
      .task,
      name: "任务",
      attributes: [(.validUntil, try date("2025"))],
      origin: .cited(document, place: "一")
    )
    let target = builder.addNode(
      .target,
      name: "目标",
      attributes: [(.validUntil, try date("2024"))],
      origin: .industryKnowledge
    )
    builder.addRelation(.init("partOf"), from: target, to: task, origin: .industryKnowledge)
    let text = try Self.dataset(builder).text(as: .gexf)
    let edge = try #require(text.firstRange(of: "label=\"属于\""))
    #expect(text[edge.upperBound...].hasPrefix(" start=\"2023-08-18\" end=\"2024-12-31\""))
  }

  @Test func `a base is a whole IRI`() {
    for base in ["https://data.example.org/x/", "urn:x:", "http://甲.cn/数据#"] {
      #expect(ExchangeOptions.isBase(base), "\(base)")
    }
    for base in [
      "", "x", "/x/", "1a:b", "https:", "https://a b/", "https://a/<>", "https://a/\"", "a:\n",
      ":x",
      "https://a/\\", "甲:b", "a:\u{202E}b",
    ] {
      #expect(!ExchangeOptions.isBase(base), "\(base)")
    }
  }
}
