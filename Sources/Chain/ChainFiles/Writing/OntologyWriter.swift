import Bilingual
package import ChainModel
import YAML

/// Writes what a data set's vocabulary adds to the built-in one.
package struct OntologyWriter {
  private let ontology: Ontology
  private let base: Ontology

  package init(_ ontology: Ontology, extending base: Ontology = .builtIn) {
    self.ontology = ontology
    self.base = base
  }

  /// The text of `ontology.yaml`; `nil` when nothing is added.
  package func text() throws(WritingFault) -> String? {
    let units = try self.units()
    let kinds = try self.kinds()
    let relations = try self.relations()
    var text = ""
    for (name, lines) in [("units", units), ("kinds", kinds), ("relations", relations)] {
      text += Self.section(name, lines)
    }
    return text.isEmpty ? nil : text
  }

  private func units() throws(WritingFault) -> [String] {
    if let (old, _) = zip(base.units, ontology.units).first(where: { $0 != $1 }) {
      throw .foreignVocabulary(old.symbol)
    }
    try requireAll(base.units.map(\.symbol), ontology.units.count)
    return ontology.units.dropFirst(base.units.count).map(Self.line)
  }

  private static func line(of unit: UnitOfMeasure) -> String {
    let values = YAMLText.mapping([
      ("dimension", EntryText.scalar(unit.dimension)), ("factor", String(unit.factor)),
    ])
    return "\(EntryText.scalar(unit.symbol)): \(values)"
  }

  /// The text of an `ontology.yaml` that declares `units` and nothing else.
  package static func text(declaring units: [UnitOfMeasure]) -> String {
    section("units", units.map(line))
  }

  private static func section(_ name: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : name + ":\n" + lines.map { "  " + $0 + "\n" }.joined()
  }

  private func requireAll(_ words: [String], _ count: Int) throws(WritingFault) {
    if count < words.count { throw .foreignVocabulary(words[count]) }
  }

  // MARK: Kinds

  private func kinds() throws(WritingFault) -> [String] {
    try requireAll(base.kinds.map(\.kind.name), ontology.kinds.count)
    var lines: [String] = []
    for (position, kind) in ontology.kinds.enumerated() {
      let old = position < base.kinds.count ? base.kinds[position] : nil
      let known = old?.attributes ?? []
      if let old {
        guard old.kind == kind.kind, old.label == kind.label,
          kind.attributes.starts(with: old.attributes)
        else { throw .foreignVocabulary(old.kind.name) }
        if kind.attributes.count == known.count { continue }
      }
      lines.append(kind.kind.name + ":")
      if old == nil { lines.append("  label: " + Self.label(kind.label)) }
      guard kind.attributes.count > known.count else { continue }
      lines.append("  attributes:")
      for attribute in kind.attributes.dropFirst(known.count) {
        lines.append("    \(attribute.name.name): \(Self.attribute(attribute))")
      }
    }
    return lines
  }

  /// Both wordings, since a label is a mapping always.
  private static func label(_ text: BilingualText) -> String {
    YAMLText.mapping([("zh", EntryText.scalar(text.zh)), ("en", EntryText.scalar(text.en))])
  }

  private static func attribute(_ attribute: AttributeDefinition) -> String {
    var fields = [("label", label(attribute.label)), ("type", typeName(attribute.type))]
    if attribute.isList { fields.append(("list", "true")) }
    if case .option(let options) = attribute.type {
      let values = options.map { option in
        var wording = [
          ("zh", EntryText.scalar(option.label.zh)), ("en", EntryText.scalar(option.label.en)),
        ]
        if let quantity = option.quantity {
          wording.append(("quantity", EntryText.scalar(quantity.description)))
        }
        return (EntryText.scalar(option.key), YAMLText.mapping(wording))
      }
      fields.append(("values", YAMLText.mapping(values)))
    }
    return YAMLText.mapping(fields)
  }

  private static func typeName(_ type: AttributeDefinition.ValueType) -> String {
    switch type {
    case .text: "text"
    case .integer: "integer"
    case .quantity: "quantity"
    case .date: "date"
    case .flag: "flag"
    case .option: "enum"
    }
  }

  // MARK: Relations

  private func relations() throws(WritingFault) -> [String] {
    try requireAll(base.relations.map(\.kind.name), ontology.relations.count)
    var lines: [String] = []
    for (position, relation) in ontology.relations.enumerated() {
      var fields: [(field: String, value: String)] = []
      if position < base.relations.count {
        let old = base.relations[position]
        guard old.widened(from: relation.sources, to: relation.targets) == relation else {
          throw .foreignVocabulary(old.kind.name)
        }
        if let kinds = Self.added(to: old.sources, in: relation.sources) {
          fields.append(("from", kinds))
        }
        if let kinds = Self.added(to: old.targets, in: relation.targets) {
          fields.append(("to", kinds))
        }
      } else {
        fields = [
          ("label", Self.label(relation.label)), ("inverse", Self.label(relation.inverse)),
          ("semantics", relation.semantics.rawValue),
          ("from", Self.selection(relation.sources)), ("to", Self.selection(relation.targets)),
          ("field", EntryText.scalar(relation.field)),
          ("inverseField", EntryText.scalar(relation.inverseField)),
        ]
        if let variant = relation.variant {
          fields.append(("variantOf", EntryText.scalar(variant.base.name)))
          fields.append(("variant", Self.label(variant.label)))
        }
        if let testimony = relation.testimony { fields.append(("says", testimony.rawValue)) }
      }
      guard !fields.isEmpty else { continue }
      lines.append(relation.kind.name + ":")
      lines += fields.map { "  \($0.field): \($0.value)" }
    }
    return lines
  }

  private static func selection(_ selection: RelationDefinition.KindSelection) -> String {
    switch selection {
    case .any: "any"
    case .only(let kinds): YAMLText.list(kinds.map { EntryText.scalar($0.name) })
    }
  }

  /// The kinds that a selection has beyond the old one; `nil` when it has none.
  private static func added(
    to old: RelationDefinition.KindSelection,
    in new: RelationDefinition.KindSelection
  ) -> String? {
    guard old != new else { return nil }
    guard case .only(let known) = old, case .only(let kinds) = new else { return selection(new) }
    return selection(.only(kinds.filter { !known.contains($0) }))
  }
}
