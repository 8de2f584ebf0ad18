import Bilingual
import ChainModel
import GraphKernel
import TestSupport

@testable import ChainFiles

/// Data sets made at random: every kind, every relation, names that are hard to write.
struct GeneratedDataset {
  private static let words = [
    "甲", "乙", "丙厂", "no", "LNG船", "等", "etc.", "a: b", "#1", "项目, 二期", "“三”", "{x}", "k:v", "null",
    "~",
    "it's", "say \"hi\"", "back\\slash", "task:甲", "2023", "- 丁", "😀", "e\u{301}", "true",
    "甲；乙", "丙;丁", "附【注】", "国发[2023]5号", "\"引\"号", "文件：一", "行业常识", "a】b",
  ]
  private static let places = [
    "一/(一)", "附件/二", "p. 3: #4", "二, 三", "{", "\"", "序言", "总则：一", "行业常识", "a】;b", "[1]", "等",
    "二/1，2024-04-01起",
  ]

  private var random: SplitMix64
  private let ontology: Ontology
  private var builder: ChainGraphBuilder
  private var nodes: [(node: NodeIndex, kind: NodeKind)] = []

  private init(seed: UInt64, ontology: Ontology) {
    random = SplitMix64(seed: seed)
    self.ontology = ontology
    builder = ChainGraphBuilder(ontology: ontology)
  }

  static func make(seed: UInt64, ontology: Ontology = .builtIn) throws -> Dataset {
    var generator = GeneratedDataset(seed: seed, ontology: ontology)
    return try generator.dataset()
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[random.number(below: elements.count)]
  }

  private mutating func dataset() throws -> Dataset {
    let documents = [
      builder.addNode(.document, name: "意见"), builder.addNode(.document, name: "通知: 二"),
    ]
    for document in documents { builder.setOrigin(.cited(documents[0], place: "序言"), of: document) }
    nodes = documents.map { ($0, .document) }
    var taken: Set<String> = []
    for _ in 0..<(4 + random.number(below: 24)) { addNode(documents, &taken) }
    addRelations(documents)
    return Dataset(
      title: random.oneIn(2)
        ? BilingualText(same: "试验") : BilingualText(zh: "试: 验", en: "A \"trial\""),
      jurisdiction: pick(["葫芦岛市", "Huludao: #1"]),
      language: random.oneIn(2) ? .zh : .en,
      date: try Self.date("2023-08-18"),
      documents: random.oneIn(2) ? documents : documents.reversed(),
      graph: try builder.finish(),
      queries: random.oneIn(2)
        ? []
        : [
          NamedQuery(name: "问: 一", expression: "kind(task) # x"),
          NamedQuery(
            name: "二",
            expression: "where(项目, status = \"a\\\"b\")",
            description: BilingualText(zh: "说明", en: "says")
          ),
        ]
    )
  }

  private static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(parsing: text) else { throw WritingFault.unfaithful(text) }
    return date
  }

  private mutating func origin(_ documents: [NodeIndex]) -> Origin {
    random.oneIn(3) ? .industryKnowledge : .cited(pick(documents), place: pick(Self.places))
  }

  private mutating func addNode(_ documents: [NodeIndex], _ taken: inout Set<String>) {
    let kind = pick(ontology.kinds)
    var name = pick(Self.words)
    if random.oneIn(2) { name += String(random.number(below: 40)) }
    let id = random.oneIn(5) ? "id-\(nodes.count): x" : nil
    // Spaces, width and capitals do not tell names apart.
    let identity = id ?? kind.kind.name + ":" + name.lowercased().filter { $0 != " " }
    guard taken.insert(identity).inserted else { return }
    var attributes: [(name: AttributeName, value: AttributeValue)] = []
    for attribute in kind.attributes where random.oneIn(2) {
      let value = self.value(attribute)
      attributes.append(
        (
          attribute.name,
          attribute.isList ? .list((0..<random.number(below: 3)).map { _ in value }) : value
        )
      )
    }
    let node = builder.addNode(
      kind.kind,
      name: name,
      id: id,
      aliases: random.oneIn(3) ? [pick(Self.words) + "别", "alias: \(nodes.count)"] : [],
      attributes: attributes,
      origin: origin(documents)
    )
    nodes.append((node, kind.kind))
  }

  private mutating func value(_ attribute: AttributeDefinition) -> AttributeValue {
    switch attribute.type {
    case .text:
      .text(attribute.sample(pick(Self.words) + (random.oneIn(8) ? "\n二行 #\t." : "")))
    case .integer: .integer(random.number(below: 2_000) - 1_000)
    case .quantity:
      .quantity(
        Quantity(
          amount: Double(random.number(below: 100_000)) / pick([1, 10, 1_000]),
          unit: pick(ontology.units)
        )
      )
    case .date:
      CalendarDate(parsing: pick(["2025", "2025-12", "2024-02-29"])).map { .date($0) }
        ?? .flag(true)
    case .option(let options): .option(pick(options))
    case .flag: .flag(random.oneIn(2))
    }
  }

  /// The periods of a relation: mostly the one that is always, else one or two that have no day in common.
  private mutating func periods() -> [Origin.Period] {
    guard random.oneIn(5) else { return [.always] }
    let day = CalendarDate(parsing: pick(["2023-12-31", "2023-12", "2023"]))
    let next = CalendarDate(parsing: pick(["2024", "2024-02", "2024-02-29"]))
    let first = Origin.Period(
      from: random.oneIn(2) ? nil : CalendarDate(parsing: "2020"),
      until: day
    )
    let second = Origin.Period(
      from: next,
      until: random.oneIn(2) ? nil : CalendarDate(parsing: "2025")
    )
    return [first, random.oneIn(2) ? second : nil].compactMap { $0 }
  }

  private mutating func addRelations(_ documents: [NodeIndex]) {
    var taken: Set<[Int]> = []
    for _ in 0..<(nodes.count * 4) {
      let position = random.number(below: ontology.relations.count)
      let definition = ontology.relations[position]
      let (a, b) = (pick(nodes), pick(nodes))
      // Wholes stand before their parts, so that none is part of itself.
      guard a.node.position > b.node.position, definition.sources.contains(a.kind),
        definition.targets.contains(b.kind),
        taken.insert([position, a.node.position, b.node.position]).inserted
      else { continue }
      let days = periods()
      for period in days {
        builder.addRelation(
          definition.kind,
          from: a.node,
          to: b.node,
          origin: origin(documents).holding(period),
          isOpen: random.oneIn(3)
        )
      }
    }
  }
}
