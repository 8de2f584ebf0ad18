import ChainFiles
import ChainModel
import YAML

extension DraftWriter {
  mutating func targets() -> [YAMLEntry] {
    document.targets.map { target in
      let container = container(of: target.item)
      let plain = container.split(separator: ":").last.map(String.init) ?? container
      let metric = target.metric
      let own = plain.hasSuffix("集群") && metric.hasPrefix("集群") ? metric.dropFirst(2) : metric[...]
      let name = names.take([metric, "\(plain)\(own)"], of: "target")
      var entry = YAMLEntry(name: name)
      entry.add("metric", metric)
      if target.comparator != .atMost { entry.add("comparator", target.comparator.rawValue) }
      entry.add("value", quantity("\(target.value) \(target.unit)"))
      if target.isStriven { entry.add("striving", yaml: "true") }
      entry.add("baseline", target.baseline)
      entry.add("deadline", target.deadline)
      entry.add("source", source(target.place))
      entry.add("partOf", [container])
      return entry
    }
  }

  mutating func enterprises() -> [YAMLEntry] {
    document.enterprises.enumerated().map { position, enterprise in
      var entry = YAMLEntry(name: enterpriseNames[position])
      entry.add("aliases", enterprise.aliases.filter { names.takeAlias($0, of: "enterprise") })
      entry.add("source", source(enterprise.place))
      if enterprise.hasRow { addParties(to: &entry, ofRow: enterprise.item) }
      let cluster = cluster(of: enterprise.item)
      entry.add("partOf", cluster.map { [$0] } ?? [])
      if enterprise.isAnchor { entry.add("anchors", cluster.map { [$0] } ?? []) }
      return entry
    }
  }

  mutating func projects() -> [YAMLEntry] {
    document.projects.enumerated().map { position, project in
      var entry = YAMLEntry(name: projectNames[position])
      entry.add("status", project.status)
      entry.add("wording", project.wording)
      entry.add("content", project.content)
      entry.add("investment", project.investment.map { quantity($0) })
      entry.add("yearInvestment", project.yearInvestment.map { quantity($0) })
      entry.add("buildYears", project.years)
      entry.add("capacity", project.capacity.map { quantity($0) })
      if let builder = project.builder {
        entry.add("builder", [names.reference(to: builder, of: "enterprise")])
      }
      entry.add("source", source(project.place))
      if project.hasRow { addParties(to: &entry, ofRow: project.item) }
      entry.add("partOf", [container(of: project.item)])
      return entry
    }
  }

  mutating func parks() -> [YAMLEntry] {
    document.parks.map { park in
      var entry = YAMLEntry(name: names.take([park.name], of: "park"))
      entry.add("source", source(park.place))
      entry.add("partOf", [container(of: park.item)])
      return entry
    }
  }

  /// A quantity whose unit the draft declares where the vocabulary does not.
  private mutating func quantity(_ text: String) -> String {
    if let unit = text.split(separator: " ").last.map(String.init),
      Ontology.builtIn.unit(unit) == nil
    {
      moreUnits.insert(unit)
    }
    return text
  }
}
