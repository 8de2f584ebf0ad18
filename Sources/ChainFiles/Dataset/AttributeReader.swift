import Bilingual
import ChainModel
import SourceDiagnostics
import YAMLReading

/// Reads the value of an attribute as its declaration says.
struct AttributeReader {
  let ontology: Ontology

  /// The value; `nil` and a report when it is not of the declared type.
  func read(
    _ node: YAMLNode,
    as definition: AttributeDefinition,
    log: inout FaultLog
  ) -> AttributeValue? {
    guard definition.isList else { return readOne(node, as: definition, log: &log) }
    return .list(node.items.compactMap { readOne($0, as: definition, log: &log) })
  }

  private func readOne(
    _ node: YAMLNode,
    as definition: AttributeDefinition,
    log: inout FaultLog
  ) -> AttributeValue? {
    guard let text = MappingReader.text(node, log: &log) else { return nil }
    let location = log.location(of: node)
    switch definition.type {
    case .text: return .text(text)
    case .integer:
      if let number = Int(text) { return .integer(number) }
      log.report(.badInteger(text, at: location))
    case .flag:
      if text == "true" || text == "false" { return .flag(text == "true") }
      log.report(.badFlag(text, at: location))
    case .date:
      if let date = CalendarDate(parsing: text) { return .date(date) }
      log.report(.badDate(text, at: location))
    case .quantity:
      do {
        return .quantity(try Quantity(parsing: text, ontology: ontology))
      } catch {
        let units = ontology.units.map(\.symbol)
        switch error {
        case .form: log.report(.badQuantity(text, at: location))
        case .unknownUnit(let unit): log.report(.unknownUnit(unit, units: units, at: location))
        }
      }
    case .option(let options):
      let option = options.first { $0.key == text || $0.label.zh == text || $0.label.en == text }
      if let option { return .option(option) }
      log.report(.unknownOption(text, of: definition, options: options, at: location))
    }
    return nil
  }
}
