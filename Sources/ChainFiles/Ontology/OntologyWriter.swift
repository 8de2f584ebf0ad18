import Bilingual
import ChainModel

/// Writes what an ontology adds to the built-in one, as an ontology.yaml that reads back as the
/// same.
package struct OntologyWriter {
  private var lines: [String] = []
  private let base: Ontology

  private init(base: Ontology) { self.base = base }

  /// The text, in lines without comments; `nil` when `ontology` adds nothing to `base`.
  package static func yaml(
    of ontology: Ontology,
    extending base: Ontology = .builtIn
  ) -> String? {
    var writer = OntologyWriter(base: base)
    writer.write(ontology)
    return writer.lines.isEmpty ? nil : writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ ontology: Ontology) {
    let units = ontology.units.filter { base.unit($0.symbol) == nil }
    if !units.isEmpty { lines.append("units:") }
    for unit in units {
      let dimension = Self.quoted(unit.dimension)
      lines.append(
        "  \(Self.quoted(unit.symbol)): {dimension: \(dimension), factor: \(unit.factor)}"
      )
    }
    let kinds = ontology.kinds.filter { base[$0.kind] != $0 }
    if !kinds.isEmpty { lines.append("kinds:") }
    for kind in kinds { write(kind, known: base[kind.kind]) }
    let relations = ontology.relations.filter { base[$0.kind] != $0 }
    if !relations.isEmpty { lines.append("relations:") }
    for relation in relations { write(relation, known: base[relation.kind]) }
  }

  private mutating func write(_ kind: KindDefinition, known: KindDefinition?) {
    lines.append("  \(kind.kind.name):")
    if known == nil { lines.append("    label: \(Self.wordings(kind.label))") }
    let names = Set(known?.attributes.map(\.name) ?? [])
    let added = kind.attributes.filter { !names.contains($0.name) }
    if !added.isEmpty { lines.append("    attributes:") }
    for attribute in added {
      lines.append("      \(attribute.name.name):")
      lines.append("        label: \(Self.wordings(attribute.label))")
      lines.append("        type: \(Self.word(for: attribute.type))")
      if attribute.isList { lines.append("        list: true") }
      guard case .option(let options) = attribute.type else { continue }
      lines.append("        values:")
      for option in options {
        let size = option.quantity.map { ", quantity: \(Self.quoted($0.description))" } ?? ""
        let wordings = Self.wordings(option.label, and: size)
        lines.append("          \(Self.quoted(option.key)): \(wordings)")
      }
    }
  }

  private mutating func write(_ relation: RelationDefinition, known: RelationDefinition?) {
    lines.append("  \(relation.kind.name):")
    if known == nil {
      lines.append("    label: \(Self.wordings(relation.label))")
      lines.append("    inverse: \(Self.wordings(relation.inverse))")
      lines.append("    semantics: \(relation.semantics.rawValue)")
      lines.append("    field: \(Self.quoted(relation.field))")
      lines.append("    inverseField: \(Self.quoted(relation.inverseField))")
    }
    write("from", relation.sources, known: known?.sources)
    write("to", relation.targets, known: known?.targets)
  }

  /// One end: all of its kinds, or those that were added to a known relation.
  private mutating func write(_ end: String, _ kinds: KindSelection, known: KindSelection?) {
    guard kinds != known else { return }
    switch kinds {
    case .any: lines.append("    \(end): any")
    case .only(let kinds):
      let added = kinds.filter { known?.contains($0) != true }
      lines.append("    \(end): [\(added.map(\.name).joined(separator: ", "))]")
    }
  }

  private static func word(for type: AttributeType) -> String {
    switch type {
    case .text: "text"
    case .integer: "integer"
    case .quantity: "quantity"
    case .date: "date"
    case .option: "enum"
    case .flag: "flag"
    }
  }

  private static func wordings(_ text: BilingualText, and more: String = "") -> String {
    "{zh: \(quoted(text.zh)), en: \(quoted(text.en))\(more)}"
  }

  /// A scalar in double quotes, in which every text can be written on one line.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.isIdeographic }
      && !text.isEmpty
    guard !isPlain else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        let isShown =
          (0x20..<0x7F).contains(scalar.value)
          || (0xA0..<0xD800).contains(scalar.value) && ![0x2028, 0x2029].contains(scalar.value)
          || (0xE000..<0xFFFE).contains(scalar.value) && scalar.value != 0xFEFF
          || scalar.value > 0xFFFF
        quoted += isShown ? String(Character(scalar)) : escape(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
