import ChainFiles
import YAML

extension DraftWriter {
  mutating func departments() -> [YAMLEntry] {
    var places: [String: String] = [:]
    for statement in document.statements {
      for party in statement.parties where places[party.name] == nil {
        places[party.name] = source(statement.place)
      }
    }
    var seen: Set<String> = []
    var entries: [YAMLEntry] = []
    for name in document.statements.flatMap(\.parties).map(\.name) where seen.insert(name).inserted
    {
      var entry = YAMLEntry(name: unitNames[name] ?? name)
      let aliases = (document.units.aliases[name] ?? []).filter {
        names.takeAlias($0, of: "department")
      }
      entry.add("aliases", aliases)
      entry.add("level", Self.level(of: name))
      entry.add("quantifier", UnitWords.quantifier(Array(name.unicodeScalars)[...]))
      entry.add("source", places[name])
      entries.append(entry)
    }
    return entries
  }

  mutating func leaders() -> [YAMLEntry] {
    var order: [String] = []
    var titles: [String: [String]] = [:]
    var places: [String: String] = [:]
    for statement in document.statements {
      for leader in statement.leaders {
        if places[leader.name] == nil {
          order.append(leader.name)
          places[leader.name] = source(statement.place)
        }
        for title in leader.titles where titles[leader.name]?.contains(title) != true {
          titles[leader.name, default: []].append(title)
        }
      }
    }
    return order.map { name in
      var entry = YAMLEntry(name: names.take([name], of: "leader"))
      entry.add("titles", titles[name] ?? [])
      entry.add("level", titles[name]?.lazy.compactMap(Self.level).first)
      entry.add("source", places[name])
      return entry
    }
  }

  /// The level that a name or a title begins with.
  private static func level(of name: String) -> String? {
    switch name.first(where: { !"副团原常务".contains($0) }) {
    case "省": "省级"
    case "市": "市级"
    case "县", "区": "县级"
    case "国": name.hasPrefix("国家") || name.hasPrefix("国务院") ? "国家" : nil
    default: nil
    }
  }

  mutating func clusters() -> [YAMLEntry] {
    document.clusters.enumerated().map { position, cluster in
      var entry = YAMLEntry(name: clusterNames[position])
      let items = Set(cluster.items)
      let statements = document.statements.filter { items.contains($0.item) }
      if let tier = cluster.tier {
        if names.takeAlias(tier + cluster.name, of: "cluster") {
          entry.add("aliases", [tier + cluster.name])
        }
        entry.add("tier", ["千亿级", "五百亿级", "百亿级"].contains(tier) ? tier : nil)
      }
      let isProvincial = statements.contains { statement in
        statement.leaders.contains { $0.titles.contains { $0.hasPrefix("省") } }
          || statement.parties.contains { $0.role != .liaison && $0.name.hasPrefix("省") }
      }
      let region = document.head.jurisdiction ?? ""
      let isCity = region.hasSuffix("市") || region.hasSuffix("州")
      entry.add("level", isProvincial ? "省级" : isCity ? "市级" : region.hasSuffix("省") ? "省级" : nil)
      entry.add("source", source(cluster.place))
      entry.add("partOf", [names.reference(to: title, of: "document")])
      let inherited = cluster.items.compactMap { document.outline.items[$0].parent }
        .filter { nodes[$0] == nil }
      let shared = document.statements.filter { inherited.contains($0.item) }
      addParties(to: &entry, of: statements + shared, at: source(cluster.place))
      return entry
    }
  }

  mutating func tasks() -> [YAMLEntry] {
    var byItem: [Int: [Statement]] = [:]
    for statement in document.statements { byItem[statement.item, default: []].append(statement) }
    var entries: [YAMLEntry] = []
    for item in document.outline.items.indices {
      let statements = byItem[item] ?? []
      if let name = taskNames[item] {
        let heading = document.outline.items[item]
        var entry = YAMLEntry(name: name)
        entry.add("section", DraftTasks.section(of: item, in: document))
        entry.add("source", source(heading.place))
        entry.add("partOf", [container(of: heading.parent ?? 0)])
        let own = statements.filter { $0.part == nil }
        entry.add("deadline", own.lazy.compactMap(\.deadline).first)
        addParties(to: &entry, of: own, at: source(heading.place))
        entries.append(entry)
      }
      guard item > 0, taskNames[item] != nil || statements.contains(where: { $0.part != nil })
      else {
        continue
      }
      switch nodes[item] {
      case .cluster, .project, .enterprise: continue
      default: break
      }
      for statement in statements {
        if let part = part(statement, of: item) { entries.append(part) }
      }
    }
    return entries
  }

  /// A task for one of several statements under one heading.
  private mutating func part(_ statement: Statement, of item: Int) -> YAMLEntry? {
    guard let part = statement.part else { return nil }
    let whole = taskNames[item] ?? document.outline.items[item].title
    let place = source(statement.place) + "/第\(part)段"
    let name = names.take(["\(whole)(第\(part)段)"], of: "task")
    var entry = YAMLEntry(name: name)
    entry.add("section", DraftTasks.section(of: item, in: document))
    entry.add("deadline", statement.deadline)
    entry.add("source", place)
    entry.add("partOf", [container(of: item)])
    addParties(to: &entry, of: [statement], at: place)
    return entry
  }

  /// Adds who answers for what a row of a table is about.
  func addParties(to entry: inout YAMLEntry, ofRow item: Int) {
    addParties(
      to: &entry,
      of: document.statements.filter { $0.item == item },
      at: source(document.outline.items[item].place)
    )
  }

  /// Adds who answers for an entry whose source is `place`; a statement from elsewhere keeps its own.
  func addParties(to entry: inout YAMLEntry, of statements: [Statement], at place: String) {
    for role in Role.allCases {
      var items: [String] = []
      var seen: Set<String> = []
      var isOpen = false
      for statement in statements {
        let leaders = statement.leaders.filter { $0.role == role }
          .map { names.reference(to: $0.name, of: "leader") }
        let units = statement.parties.filter { $0.role == role }
          .map { names.reference(to: unitNames[$0.name] ?? $0.name, of: "department") }
        let own = source(statement.place)
        let isElsewhere = own != place && statement.part == nil
        for reference in leaders + units where seen.insert(reference).inserted {
          let text = YAMLText.scalar(reference)
          let fields = [("to", text), ("source", YAMLText.scalar(own))]
          items.append(isElsewhere ? YAMLText.mapping(fields) : text)
        }
        if statement.openRoles.contains(role), !units.isEmpty { isOpen = true }
      }
      if isOpen { items.append(RelationItem.openEnds[0]) }
      entry.add(role.rawValue, items: items)
    }
  }
}
