import Bilingual
import ChainModel
import GraphKernel
import Testing

/// A data set in which every text that people write is hostile: names, aliases, identities, texts,
/// places in documents.
enum HostileDataset {
  static let names =
    HostileNames.all.filter { $0.unicodeScalars.count <= 10_000 } + [
      "\\N \\G \\l \\n \\", "a\u{0}b", "\u{202E}gpj.\u{2066}exe", "\u{301}", "“‘'\"`", "🏭👩‍👩‍👧‍👦🇨🇳",
      "javascript:alert(1)", "https://evil.example/\"onload=\"x", "<TABLE HREF=\"x\">", "%", "%s%n",
      "${HOME}", "{{7*7}}", "a\u{85}b\u{2029}c", "&#60;script&#62;",
    ]

  private static let built = Result { try make() }

  static func dataset() throws -> Dataset { try built.get() }

  private static func make() throws -> Dataset {
    var sketch = Sketch()
    let documents = sketch.add(.document, names.prefix(3))
    sketch.document = documents[0]
    let clusters = sketch.add(.cluster, names.suffix(4) + names.prefix(2))
    let segments = sketch.add(.segment, names)
    let enterprises = sketch.add(.enterprise, names)
    let projects = sketch.add(.project, names)
    let tasks = sketch.add(.task, names)
    let targets = sketch.add(.target, names.prefix(6))
    let industries = sketch.add(.industry, names.suffix(3))
    let leaders = sketch.add(.leader, names)
    let departments = sketch.add(.department, names)
    let regions = sketch.add(.region, names.suffix(2))
    let parks = sketch.add(.park, names)
    sketch.relate("supplies", zip(segments, segments.dropFirst()))
    sketch.relate("operatesIn", zip(enterprises, segments.reversed()))
    sketch.relate("fills", zip(projects, segments))
    sketch.relate("builds", zip(enterprises, projects))
    for parts in [segments.prefix(30), tasks[...], projects[...], targets[...]] {
      sketch.relate("partOf", parts.map { ($0, clusters[1]) })
    }
    sketch.relate("partOf", zip(segments.dropFirst(30), clusters + clusters + clusters))
    sketch.relate("partOf", zip(clusters, industries + industries))
    sketch.relate("correspondsTo", zip(clusters.suffix(3), clusters))
    for items in [clusters + tasks, Array(projects)] {
      sketch.relate("accountable", zip(leaders, items))
      sketch.relate("lead", zip(departments, items))
      sketch.relate("responsible", zip(departments.reversed(), items))
      sketch.relate("liaison", zip(leaders.reversed(), items))
    }
    sketch.relate("locatedIn", parks.map { ($0, regions[0]) })
    sketch.relate("locatedIn", zip(enterprises, parks))
    sketch.relate("locatedIn", zip(projects, parks.reversed()))
    return Dataset(
      title: BilingualText(same: names[0]),
      jurisdiction: names[22],
      language: .zh,
      date: try #require(CalendarDate(parsing: "2024")),
      documents: Array(documents),
      graph: try sketch.builder.finish()
    )
  }

  private struct Sketch {
    var builder = ChainGraphBuilder(ontology: .builtIn)
    var document = NodeIndex(0)

    mutating func add(_ kind: NodeKind, _ names: some Sequence<String>) -> [NodeIndex] {
      names.enumerated().map { number, name in
        // A number first, so that no two identities are one when what steers is taken out.
        let node = builder.addNode(
          kind,
          name: name,
          id: "\(kind.name)\(number):\(name)",
          aliases: ["又\(number)" + name],
          attributes: attributes(of: kind, number, name)
        )
        builder.setOrigin(.cited(document, place: name), of: node)
        return node
      }
    }

    private func attributes(
      of kind: NodeKind,
      _ number: Int,
      _ name: String
    ) -> [(name: AttributeName, value: AttributeValue)] {
      (builder.ontology[kind]?.attributes ?? []).compactMap { attribute in
        switch attribute.type {
        case .text:
          let text = AttributeValue.text(name)
          return (attribute.name, attribute.isList ? .list([text, text]) : text)
        case .option(let options):
          return (attribute.name, .option(options[number % options.count]))
        case .quantity:
          // openpyxl cuts a format at a semicolon, quoted or not, and takes the rest for a date.
          let symbol = name.unicodeScalars.contains(";") ? "吨" : name
          let unit = UnitOfMeasure(symbol: symbol, dimension: "mass", factor: 1)
          return (attribute.name, .quantity(Quantity(amount: 6, unit: unit)))
        case .integer, .date, .flag: return nil
        }
      }
    }

    mutating func relate(_ kind: String, _ pairs: some Sequence<(NodeIndex, NodeIndex)>) {
      for (number, (source, target)) in pairs.enumerated() {
        builder.addRelation(
          RelationKind(kind),
          from: source,
          to: target,
          origin: .cited(document, place: names[number % names.count])
        )
      }
    }
  }
}
