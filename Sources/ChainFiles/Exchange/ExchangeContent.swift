import Bilingual
import ChainModel
import GraphKernel

/// A data set on its way out: what every format tells of it.
struct ExchangeContent {
  let dataset: Dataset
  let language: Language
  let schema: ExchangeSchema
  /// The relations in the order of their entry.
  private let relations: RelationColumns

  var graph: ChainGraph { dataset.graph }

  /// - Complexity: O(*v* + *e*), 14 bytes a relation.
  init(_ dataset: Dataset, language: Language) {
    self.dataset = dataset
    self.language = language
    schema = ExchangeSchema(dataset.graph.ontology)
    relations = RelationColumns(of: dataset.graph)
  }

  var relationCount: Int { relations.count }

  /// The relation at a position, in the order of the data.
  func relation(_ position: Int) -> Relation { relations.relation(position, in: graph) }

  /// How a relation reads from its source.
  func phrase(of relation: RelationKind) -> String {
    graph.ontology[relation]?.label[language] ?? relation.name
  }

  /// What a node has, each with its field.
  func forEachValue(of node: NodeIndex, _ body: (ExchangeField, ExchangeValue) -> Void) {
    schema.forEachValue(of: node, in: graph, language) { body(schema.nodeFields[$0], $1) }
  }

  /// What a relation has, each with its field.
  func forEachValue(of relation: Relation, _ body: (ExchangeField, ExchangeValue) -> Void) {
    schema.forEachValue(of: relation, in: graph, language) { body(schema.relationFields[$0], $1) }
  }
}
