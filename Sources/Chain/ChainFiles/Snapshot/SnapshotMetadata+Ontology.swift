import Columns
import ChainModel

extension ByteWriter {
  mutating func write(_ ontology: Ontology) {
    write(each: ontology.units) { $0.write($1) }
    write(each: ontology.kinds) { writer, kind in
      writer.write(kind.kind.name)
      writer.write(kind.label)
      writer.write(each: kind.attributes) { $0.write($1) }
    }
    write(each: ontology.relations) { $0.write($1) }
  }

  mutating func write(_ unit: UnitOfMeasure) {
    write(unit.symbol)
    write(unit.dimension)
    write(unit.factor)
  }

  mutating func write(_ option: AttributeDefinition.Option) {
    write(option.key)
    write(option.label)
    write(optional: option.quantity) { writer, quantity in
      writer.write(quantity.amount)
      writer.write(quantity.unit)
    }
  }

  fileprivate mutating func write(_ attribute: AttributeDefinition) {
    write(attribute.name.name)
    write(attribute.label)
    switch attribute.type {
    case .text: write("text")
    case .integer: write("integer")
    case .quantity: write("quantity")
    case .date: write("date")
    case .flag: write("flag")
    case .option(let options):
      write("option")
      write(each: options) { $0.write($1) }
    }
    write(attribute.isList)
  }

  fileprivate mutating func write(_ relation: RelationDefinition) {
    write(relation.kind.name)
    write(relation.label)
    write(relation.inverse)
    write(relation.semantics.rawValue)
    write(relation.sources)
    write(relation.targets)
    write(relation.field)
    write(relation.inverseField)
    write(relation.variant != nil)
    if let variant = relation.variant {
      write(variant.base.name)
      write(variant.label)
    }
    write(relation.testimony?.rawValue ?? "")
  }

  private mutating func write(_ selection: RelationDefinition.KindSelection) {
    switch selection {
    case .any: write(false)
    case .only(let kinds):
      write(true)
      write(each: kinds) { $0.write($1.name) }
    }
  }
}

extension ByteReader {
  mutating func ontology() throws(Failure) -> Ontology {
    let units = try list { reader throws(Failure) in try reader.unit() }
    let kinds = try list { reader throws(Failure) in
      KindDefinition(
        kind: NodeKind(try reader.text()),
        label: try reader.bilingualText(),
        attributes: try reader.list { reader throws(Failure) in try reader.attribute() }
      )
    }
    let relations = try list { reader throws(Failure) in try reader.relation() }
    return Ontology(kinds: kinds, relations: relations, units: units)
  }

  mutating func unit() throws(Failure) -> UnitOfMeasure {
    UnitOfMeasure(symbol: try text(), dimension: try text(), factor: try decimal())
  }

  mutating func option() throws(Failure) -> AttributeDefinition.Option {
    AttributeDefinition.Option(
      key: try text(),
      label: try bilingualText(),
      quantity: try optional { reader throws(Failure) in
        Quantity(amount: try reader.decimal(), unit: try reader.unit())
      }
    )
  }

  private mutating func attribute() throws(Failure) -> AttributeDefinition {
    AttributeDefinition(
      name: AttributeName(try text()),
      label: try bilingualText(),
      type: try attributeType(),
      isList: try flag()
    )
  }

  private mutating func attributeType() throws(Failure) -> AttributeDefinition.ValueType {
    switch try text() {
    case "text": return .text
    case "integer": return .integer
    case "quantity": return .quantity
    case "date": return .date
    case "flag": return .flag
    case "option":
      return .option(try list { reader throws(Failure) in try reader.option() })
    default: throw Failure()
    }
  }

  private mutating func relation() throws(Failure) -> RelationDefinition {
    RelationDefinition(
      kind: RelationKind(try text()),
      label: try bilingualText(),
      inverse: try bilingualText(),
      semantics: try word { Semantics(rawValue: $0) },
      sources: try selection(),
      targets: try selection(),
      field: try text(),
      inverseField: try text(),
      variant: try flag()
        ? RelationDefinition.Variant(of: RelationKind(try text()), label: try bilingualText())
        : nil,
      testimony: try testimony()
    )
  }

  private mutating func testimony() throws(Failure) -> RelationDefinition.Testimony? {
    let word = try text()
    guard !word.isEmpty else { return nil }
    guard let testimony = RelationDefinition.Testimony(rawValue: word) else { throw Failure() }
    return testimony
  }

  private mutating func selection() throws(Failure) -> RelationDefinition.KindSelection {
    guard try flag() else { return .any }
    return .only(
      try list { reader throws(Failure) in NodeKind(try reader.text()) }
    )
  }
}
