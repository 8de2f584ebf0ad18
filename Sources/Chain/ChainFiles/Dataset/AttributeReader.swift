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
    if definition.name == .formerly, case .mapping = node.content {
      return formerName(node, log: &log).map { .text($0.description) }
    }
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let value = value(text, as: definition) { return value }
    log.report(.badValue(text, of: definition, ontology, at: log.location(of: node)))
    return nil
  }

  /// A former name with its last day: `{name: 市营商局, until: 2024-05-31}`.
  private func formerName(_ node: EntryNode, log: inout FaultLog) -> FormerName? {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(["name", "until"], of: BilingualText(zh: "曾用名", en: "a former name"), log: &log)
    let name = fields.requiredText("name", log: &log)
    guard let day = fields["until"] else { return name.map { FormerName($0) } }
    guard let text = FieldReader.text(day, log: &log), let name else { return nil }
    guard let until = CalendarDate(parsing: text) else {
      log.report(.badDate(text, at: log.location(of: day)))
      return nil
    }
    return FormerName(name, until: until)
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
