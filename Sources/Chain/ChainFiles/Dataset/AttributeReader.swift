import Bilingual
package import ChainModel
package import Diagnostics

/// Reads the value of an attribute as its declaration says.
package struct AttributeReader {
  let ontology: Ontology

  /// A reader of what `ontology` declares.
  package init(ontology: Ontology) { self.ontology = ontology }

  /// The value; `nil` and a report when it is not of the declared type.
  package func read(
    _ node: EntryNode,
    as definition: AttributeDefinition,
    log: inout FaultLog
  ) -> AttributeValue? {
    guard definition.isList else { return readOne(node, as: definition, log: &log) }
    return .list(node.items.compactMap { readOne($0, as: definition, log: &log) })
  }

  private func readOne(
    _ node: EntryNode,
    as definition: AttributeDefinition,
    log: inout FaultLog
  ) -> AttributeValue? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let value = value(text, as: definition) { return value }
    log.report(.badValue(text, of: definition, ontology, at: log.location(of: node)))
    return nil
  }

  /// The single value that a text is; `nil` when it is not of the declared type.
  package func value(_ text: String, as definition: AttributeDefinition) -> AttributeValue? {
    switch definition.type {
    case .text: if let text = try? definition.normal(text) { return .text(text) }
    case .integer: if let number = Int(text) { return .integer(number) }
    case .flag: if text == "true" || text == "false" { return .flag(text == "true") }
    case .date: if let date = CalendarDate(parsing: text) { return .date(date) }
    case .quantity:
      if let quantity = try? Quantity(parsing: text, ontology: ontology) {
        return .quantity(quantity)
      }
    case .option(let options):
      if let option = options.option(called: text) { return .option(option) }
    }
    return nil
  }
}

extension [AttributeDefinition.Option] {
  /// The first that has `word` as its key or as a label.
  package func option(called word: String) -> AttributeDefinition.Option? {
    first { $0.key == word || $0.label.zh == word || $0.label.en == word }
  }
}
