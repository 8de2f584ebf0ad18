import Bilingual
import ChainModel
import GraphKernel

/// Writes RDF in Turtle.
///
/// Departments, leaders with their posts, and memberships are in the words of W3C ORG; citations in
/// those of PROV-O. Each relation is a triple, and a statement about that triple which has the source.
struct TurtleWriter: ExchangeWriter {
  static let format = ExchangeFormat.turtle
  static let definition = FormatDefinition(
    summary: BilingualText(
      zh: "RDF Turtle（W3C ORG、PROV-O、SKOS）",
      en: "RDF in Turtle (W3C ORG, PROV-O, SKOS)"
    ),
    notes: BilingualText(
      zh: "每条关系是一个三元组，并有一个带出处的陈述；--base 是自己网址的开头。",
      en: """
        A relation is a triple, and a statement about it that has the source; --base is where your \
        addresses begin.
        """
    ),
    examples: [
      BilingualText(zh: "-o 图谱.ttl", en: "-o graph.ttl"),
      BilingualText(
        zh: "--base https://data.example.org/huludao/ -o 葫芦岛.ttl",
        en: "--base https://data.example.org/huludao/ -o huludao.ttl"
      ),
    ],
    endings: ["ttl"],
    options: [.base]
  )

  private let content: ExchangeContent
  private let terms: TurtleTerms

  init(_ content: ExchangeContent) {
    self.content = content
    terms = TurtleTerms(base: content.options.base)
  }

  private var graph: ChainGraph { content.graph }
  private var language: String { content.dataset.language.rawValue }

  func write(to output: inout ExchangeOutput) throws {
    output.write(terms.prefixes)
    writeDataset(to: &output)
    writeVocabulary(to: &output)
    for node in graph.nodes {
      try write(node, to: &output)
      try output.next()
    }
    for position in 0..<content.relationCount {
      write(content.relation(position), to: &output)
      try output.next()
    }
  }

  private func writeDataset(to output: inout ExchangeOutput) {
    let dataset = content.dataset
    output.write("<\(terms.base)dataset> a prov:Entity, lt:Dataset")
    output.writeLabels("dcterms:title", dataset.title)
    output.write(" ;\n  dcterms:spatial ")
    output.write(turtle: dataset.jurisdiction, language: language)
    output.write(" ;\n  dcterms:date ")
    output.write(turtle: dataset.date)
    output.write(" .\n\n")
  }

  // MARK: Nodes

  private func write(_ node: NodeIndex, to output: inout ExchangeOutput) throws {
    let definition = graph.definition(of: node)
    let iri = terms.node(graph.id(of: node))
    output.write("\(iri) a \(terms.kind(definition.kind))")
    if let type = Self.type(of: definition.kind) { output.write(", \(type)") }
    output.write(" ;\n  lt:identity ")
    output.write(turtle: graph.id(of: node))
    output.write(" ;\n  rdfs:label ")
    output.write(turtle: graph.name(of: node), language: language)
    for alias in graph.aliases(of: node) {
      output.write(" ;\n  skos:altLabel ")
      output.write(turtle: alias, language: language)
    }
    for (attribute, value) in graph.attributes(of: node) {
      let values: [AttributeValue] = if case .list(let values) = value { values } else { [value] }
      for value in values {
        output.write(" ;\n  \(terms.attribute(attribute.name)) ")
        write(value, of: attribute, definition.kind, to: &output)
      }
    }
    write(graph.origin(of: node), to: &output)
    let posts = titles(of: node)
    for post in posts.indices {
      output.write(" ;\n  org:holds \(terms.post(post, of: node, graph))")
    }
    output.write(" .\n")
    for (position, title) in posts.enumerated() {
      output.write("\(terms.post(position, of: node, graph)) a org:Post ; rdfs:label ")
      output.write(turtle: title, language: language)
      output.write(" ; org:heldBy \(iri) .\n")
    }
    output.write("\n")
  }

  /// The class of ORG, PROV-O or FOAF for a kind that the program knows by name.
  private static func type(of kind: NodeKind) -> String? {
    switch kind {
    case .department: "org:OrganizationalUnit"
    case .enterprise: "org:FormalOrganization"
    case .leader: "foaf:Person"
    case .document: "prov:Entity, foaf:Document"
    case .region: "dcterms:Location"
    default: nil
    }
  }

  private func titles(of node: NodeIndex) -> [String] {
    guard graph.kind(of: node) == .leader, let value = graph.attribute(.titles, of: node) else {
      return []
    }
    let values: [AttributeValue] = if case .list(let values) = value { values } else { [value] }
    return values.compactMap { if case .text(let title) = $0 { title } else { nil } }
  }

  private func write(
    _ value: AttributeValue,
    of attribute: AttributeDefinition,
    _ kind: NodeKind,
    to output: inout ExchangeOutput
  ) {
    switch value {
    case .text(let text): output.write(turtle: text, language: language)
    case .integer(let number): output.write(String(number))
    case .flag(let flag): output.write(flag ? "true" : "false")
    case .date(let date): output.write(turtle: date)
    case .option(let option): output.write(terms.option(option, of: attribute, kind))
    case .quantity(let quantity):
      output.write("[ a lt:Quantity ; rdf:value ")
      // A number that is none has no form in Turtle but that of a text.
      output.write(
        quantity.amount.isFinite
          ? String(quantity.amount) : "\"\(quantity.amount)\""
      )
      output.write(" ; lt:unit \(terms.unit(quantity.unit)) ]")
    case .list(let values):
      for (position, value) in values.enumerated() {
        if position > 0 { output.write(", ") }
        write(value, of: attribute, kind, to: &output)
      }
    }
  }

  /// Writes what the subject before rests on.
  private func write(_ origin: Origin, to output: inout ExchangeOutput) {
    output.write(" ;\n  lt:basis \"\(origin.basis.rawValue)\"")
    guard let document = origin.document else { return }
    let iri = terms.node(graph.id(of: document))
    output.write(
      " ;\n  prov:hadPrimarySource \(iri) ;\n  prov:qualifiedPrimarySource [ a prov:PrimarySource ; prov:entity \(iri) ; lt:place "
    )
    output.write(turtle: origin.place, language: language)
    output.write(" ]")
  }

  // MARK: Relations

  private func write(_ relation: Relation, to output: inout ExchangeOutput) {
    let ids = [relation.source, relation.target].map { graph.id(of: $0) }
    let (source, target) = (terms.node(ids[0]), terms.node(ids[1]))
    let predicate = terms.relation(relation.kind)
    let semantics = graph.ontology[relation.kind]?.semantics
    output.write("\(source) \(predicate) \(target) .\n")
    if semantics == .membership { output.write("\(source) org:memberOf \(target) .\n") }
    // Of several periods each is a statement of its own.
    let days = relation.period.from.map { [$0.description] } ?? []
    output.write("\(terms.statement(relation.kind, ids + days)) a rdf:Statement")
    if semantics == .membership {
      output.write(", org:Membership ;\n  org:member \(source) ; org:organization \(target)")
    }
    output.write(" ;\n  rdf:subject \(source) ; rdf:predicate \(predicate) ; rdf:object \(target)")
    if semantics == .responsibility {
      output.write(" ;\n  lt:role \(terms.role(relation.kind))")
    }
    output.write(" ;\n  lt:isOpen \(relation.isOpen)")
    for (predicate, day) in [
      ("lt:from", relation.period.from), ("lt:until", relation.period.until),
    ] {
      guard let day else { continue }
      output.write(" ;\n  \(predicate) ")
      output.write(turtle: day)
    }
    write(relation.origin, to: &output)
    output.write(" .\n\n")
  }
}

// MARK: Vocabulary

extension TurtleWriter {
  /// The kinds, relations, roles, attributes, options and units of the data set, with their words.
  private func writeVocabulary(to output: inout ExchangeOutput) {
    let ontology = graph.ontology
    for kind in ontology.kinds {
      output.write("\(terms.kind(kind.kind)) a rdfs:Class")
      output.writeLabels("rdfs:label", kind.label)
      output.write(" .\n")
    }
    for relation in ontology.relations {
      output.write("\(terms.relation(relation.kind)) a rdf:Property")
      output.writeLabels("rdfs:label", relation.label)
      output.write(" ;\n  lt:semantics \"\(relation.semantics.rawValue)\" .\n")
      guard relation.semantics == .responsibility else { continue }
      output.write("\(terms.role(relation.kind)) a org:Role")
      output.writeLabels("skos:prefLabel", relation.inverse)
      output.write(" .\n")
    }
    var written: Set<AttributeName> = []
    for kind in ontology.kinds {
      for attribute in kind.attributes {
        if written.insert(attribute.name).inserted {
          output.write("\(terms.attribute(attribute.name)) a rdf:Property")
          output.writeLabels("rdfs:label", attribute.label)
          output.write(" .\n")
        }
        writeOptions(of: attribute, kind.kind, to: &output)
      }
    }
    for unit in ontology.units {
      output.write("\(terms.unit(unit)) a lt:Unit ; rdfs:label ")
      output.write(turtle: unit.symbol)
      output.write(" ; lt:dimension ")
      output.write(turtle: unit.dimension)
      output.write(" ; lt:factor \(unit.factor) .\n")
    }
    output.write("\n")
  }

  private func writeOptions(
    of attribute: AttributeDefinition,
    _ kind: NodeKind,
    to output: inout ExchangeOutput
  ) {
    guard case .option(let options) = attribute.type else { return }
    let scheme = terms.scheme(of: attribute, kind)
    output.write("\(scheme) a skos:ConceptScheme")
    output.writeLabels("skos:prefLabel", attribute.label)
    output.write(" .\n")
    for option in options {
      output.write("\(terms.option(option, of: attribute, kind)) a skos:Concept")
      output.write(" ; skos:inScheme \(scheme) ; skos:notation ")
      output.write(turtle: option.key)
      output.writeLabels("skos:prefLabel", option.label)
      output.write(" .\n")
    }
  }
}
