import Bilingual
import ChainModel
import GraphKernel
import TestSupport

/// Small graphs of everything that a picture can show, cycles and self-supply included.
enum RandomDataset {
  static func make(seed: UInt64) throws -> Dataset {
    var sketch = Sketch(seed: seed)
    let actors = try sketch.addActors()
    let places = sketch.addPlaces()
    sketch.relateChain(actors)
    sketch.relateEvidence(actors)
    sketch.relatePlaces(places, actors)
    sketch.relatePeople(actors, places)
    guard let date = CalendarDate(parsing: "2024") else { throw MissingWord() }
    return Dataset(
      title: BilingualText(same: "随机"),
      jurisdiction: "市",
      language: .zh,
      date: date,
      documents: [sketch.document],
      graph: try sketch.builder.finish()
    )
  }

  private struct Actors {
    let clusters, segments, enterprises, projects, tasks, targets, industries: [NodeIndex]
    let leaders, departments, signs, surveys: [NodeIndex]
  }

  private struct Places {
    let regions, parks: [NodeIndex]
  }

  private struct MissingWord: Error {}

  private struct Sketch {
    var random: SplitMix64
    var builder = ChainGraphBuilder(ontology: .builtIn)
    let document: NodeIndex
    private var seen: Set<String> = []

    init(seed: UInt64) {
      random = SplitMix64(seed: seed)
      document = builder.addNode(.document, name: "文件")
      builder.setOrigin(.cited(document, place: "一"), of: document)
    }

    private mutating func origin() -> Origin {
      Bool.random(using: &random) ? .cited(document, place: "一") : .industryKnowledge
    }

    // MARK: Nodes

    private mutating func add(
      _ kind: NodeKind,
      _ prefix: String,
      _ numbers: ClosedRange<Int>,
      _ attributes: [AttributeName] = []
    ) throws -> [NodeIndex] {
      try (0..<Int.random(in: numbers, using: &random)).map { number in
        var values: [(name: AttributeName, value: AttributeValue)] = []
        for name in attributes where !random.oneIn(3) {
          values.append((name, try value(of: name, for: kind)))
        }
        let origin = origin()
        return builder.addNode(kind, name: "\(prefix)\(number)", attributes: values, origin: origin)
      }
    }

    private mutating func value(
      of name: AttributeName,
      for kind: NodeKind
    ) throws -> AttributeValue {
      let definition = builder.ontology[kind]?.attributes.first { $0.name == name }
      switch definition?.type {
      case .option(let options):
        guard let option = options.randomElement(using: &random) else { throw MissingWord() }
        return .option(option)
      case .quantity:
        guard let unit = builder.ontology.unit("万吨") else { throw MissingWord() }
        return .quantity(Quantity(amount: Double(random.number(below: 90)), unit: unit))
      case .date:
        // Surveys were made before the day of the data set, and some have run out by then.
        let isOver = name == .date || (name == .validUntil && random.oneIn(2))
        guard let date = CalendarDate(parsing: isOver ? "2023-05" : "2025-12") else {
          throw MissingWord()
        }
        return .date(date)
      case .flag: return .flag(true)
      case .text: return definition?.isList == true ? .list([.text("甲"), .text("乙")]) : .text("某")
      default: throw MissingWord()
      }
    }

    mutating func addActors() throws -> Actors {
      Actors(
        clusters: try add(.cluster, "群", 1...4, [.level, .tier]),
        segments: try add(.segment, "环", 1...10, [.stage, .role]),
        enterprises: try add(.enterprise, "企", 1...6),
        projects: try add(.project, "项", 0...5, [.status, .capacity, .content]),
        tasks: try add(.task, "任", 1...3, [.content, .deadline]),
        targets: try add(.target, "标", 0...3, [.metric, .comparator, .value, .deadline]),
        industries: try add(.industry, "业", 0...3, [.group]),
        leaders: try add(.leader, "人", 1...3, [.titles]),
        departments: try add(.department, "局", 1...5, [.quantifier]),
        signs: try add(NodeKind("brand"), "牌", 0...2)
          + add(NodeKind("platform"), "台", 0...2, [.status]),
        surveys: try add(.survey, "查", 0...2, [.date, .validUntil])
      )
    }

    mutating func addPlaces() -> Places {
      Places(
        regions: (try? add(.region, "区", 1...3)) ?? [],
        parks: (try? add(.park, "园", 1...3, [.status])) ?? []
      )
    }

    // MARK: Relations

    private mutating func relate(
      _ kind: String,
      _ sources: [NodeIndex],
      _ targets: [NodeIndex],
      _ count: Int
    ) {
      for _ in 0..<count {
        guard let source = sources.randomElement(using: &random),
          let target = targets.randomElement(using: &random),
          seen.insert("\(kind) \(source) \(target)").inserted
        else { continue }
        let isOpen = Bool.random(using: &random)
        let origin = origin()
        builder.addRelation(
          RelationKind(kind),
          from: source,
          to: target,
          origin: origin,
          isOpen: isOpen
        )
      }
    }

    mutating func relateChain(_ actors: Actors) {
      relate("supplies", actors.segments, actors.segments, 14)
      let parts = actors.segments + actors.enterprises + actors.projects + actors.tasks
      for part in parts { relate("partOf", [part], actors.clusters, 1) }
      relate("partOf", actors.segments, actors.clusters, 2)
      relate("partOf", actors.targets, actors.clusters, 3)
      relate("partOf", actors.clusters, actors.industries, 3)
      relate("partOf", actors.projects, actors.tasks, 2)
      // Each only into those before it, so that no whole is a part of itself.
      for (position, cluster) in actors.clusters.enumerated() where random.oneIn(4) {
        relate("partOf", [cluster], Array(actors.clusters[..<position]), 1)
      }
      relate("equips", actors.segments, actors.segments, 3)
      relate("returns", actors.segments, actors.segments, 3)
      relate("operatesIn", actors.enterprises, actors.segments, 8)
      relate("fills", actors.projects, actors.segments, 5)
      relate("builds", actors.enterprises, actors.projects, 4)
      relate("anchors", actors.enterprises, actors.clusters, 2)
      relate("correspondsTo", actors.clusters, actors.clusters, 2)
    }

    /// What is said of segments beside who works in them.
    mutating func relateEvidence(_ actors: Actors) {
      for (position, segment) in actors.segments.enumerated() where random.oneIn(5) {
        relate("partOf", [segment], Array(actors.segments[..<position]), 1)
      }
      relate("evidences", actors.signs, actors.segments, 2)
      relate("statesRunning", [document], actors.segments, 1)
      relate("statesShort", [document] + actors.surveys, actors.segments, 1)
      relate("statesLacking", [document], actors.segments, 4)
      relate("statesWanted", [document], actors.segments, 2)
      relate("surveys", actors.surveys, actors.segments + actors.clusters, 3)
      relate("controlledBy", actors.enterprises, actors.enterprises, 1)
    }

    mutating func relatePlaces(_ places: Places, _ actors: Actors) {
      for (position, region) in places.regions.enumerated() {
        relate("partOf", [region], Array(places.regions[..<position]), 1)
      }
      for park in places.parks where random.oneIn(2) { relate("partOf", [park], places.regions, 1) }
      // Parks may even lie in one another.
      relate("locatedIn", places.parks, places.parks + places.regions, 3)
      let located = actors.enterprises + actors.projects + actors.clusters
      relate("locatedIn", located, places.parks + places.regions, 8)
      relate("partOf", actors.enterprises, places.parks, 1)
    }

    mutating func relatePeople(_ actors: Actors, _ places: Places) {
      let parties = actors.leaders + actors.departments
      // Anything can be answered for, and a leader for a department, too.
      let items =
        actors.clusters + actors.tasks + actors.projects + actors.segments
        + actors.departments + places.parks
      relate("accountable", actors.leaders, items, 5)
      relate("lead", actors.departments, items, 4)
      relate("responsible", actors.departments, items, 6)
      relate("support", actors.departments, items, 1)
      relate("liaison", parties, items, 3)
      relate("accountable", actors.leaders, actors.clusters, 2)
      relate("liaison", actors.leaders, actors.clusters, 2)
      relate("coordinate", actors.departments, actors.clusters, 1)
      relate("memberOf", actors.departments, actors.departments, 2)
    }
  }
}
