import Bilingual
import ChainModel
import GraphKernel

/// A data set on its way out: what every format tells of it.
struct ExchangeContent {
  let dataset: Dataset
  let options: ExchangeOptions
  let schema: ExchangeSchema
  /// The relations in the order of their entry.
  private let relations: RelationColumns

  var graph: ChainGraph { dataset.graph }
  var language: Language { options.language }
  var title: String { dataset.title[language] }

  /// - Complexity: O(*v* + *e*), 14 bytes a relation.
  init(_ dataset: Dataset, _ options: ExchangeOptions) {
    self.dataset = dataset
    self.options = options
    schema = ExchangeSchema(dataset.graph.ontology)
    relations = RelationColumns(of: dataset.graph)
  }

  var relationCount: Int { relations.count }

  /// The relation at a position, in the order of the data.
  func relation(_ position: Int) -> Relation { relations.relation(position, in: graph) }

  /// The positions of the relations of one kind, which is given by its position in the ontology.
  func relations(of kind: Int) -> some Sequence<Int> {
    (0..<relations.count).lazy.filter { relations.kind(of: $0) == kind }
  }

  /// The nodes at both ends of the relation at a position.
  func ends(_ position: Int) -> (source: NodeIndex, target: NodeIndex) {
    (
      NodeIndex(offset: relations.sources[position]), NodeIndex(offset: relations.targets[position])
    )
  }

  /// How a relation reads from its source.
  func phrase(of relation: RelationKind) -> String {
    graph.ontology[relation]?.label[language] ?? relation.name
  }

  func look(of kind: NodeKind) -> ExchangeLook { options.looks[kind] ?? .plain }

  /// What a node has, each with its field.
  func forEachValue(of node: NodeIndex, _ body: (ExchangeField, ExchangeValue) -> Void) {
    schema.forEachValue(of: node, in: graph, language) { body(schema.nodeFields[$0], $1) }
  }

  /// What a relation has, each with its field.
  func forEachValue(of relation: Relation, _ body: (ExchangeField, ExchangeValue) -> Void) {
    schema.forEachValue(of: relation, in: graph, language) { body(schema.relationFields[$0], $1) }
  }
}
