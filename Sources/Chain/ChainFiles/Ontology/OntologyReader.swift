import Bilingual
package import ChainModel
package import Diagnostics
import YAML

/// Reads an ontology from YAML: the built-in one, or what a data set adds to it.
package struct OntologyReader {
  private(set) var log: FaultLog
  private var kinds: [KindDefinition]
  private var relations: [RelationDefinition]
  private var units: [UnitOfMeasure]
  /// Where kinds and relations of this file are declared, for faults found at the end.
  private var declared: [(name: String, range: SourceRange)] = []

  private init(path: String, extending base: Ontology?) {
    log = FaultLog(path: path)
    kinds = base?.kinds ?? []
    relations = base?.relations ?? []
    units = base?.units ?? []
  }

  /// The ontology in `bytes` on top of `base`; what is faulty is reported and left out.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    extending base: Ontology? = nil
  ) -> (ontology: Ontology, diagnostics: [Diagnostic]) {
    var reader = OntologyReader(path: path, extending: base)
    do {
      if let root = try YAMLReader.read(bytes, path: path) { reader.read(root) }
    } catch {
      reader.log.report(error.diagnostic)
    }
    let ontology = Ontology(
      kinds: reader.kinds,
      relations: reader.relations,
      units: reader.units
    )
    reader.checkFields(of: ontology)
    return (ontology, reader.log.diagnostics)
  }

  private mutating func read(_ root: EntryNode) {
    guard let top = FieldReader(root, log: &log) else { return }
    top.allow(
      ["units", "kinds", "relations"],
      of: BilingualText(zh: "词汇表", en: "an ontology"),
      log: &log
    )
    for (name, value, range) in entries(top["units"]) { readUnit(name, value, range) }
    // Names first, so that relations may speak of kinds declared below them.
    for (name, value, range) in entries(top["kinds"]) { readKind(name, value, range) }
    for (name, value, range) in entries(top["relations"]) { readRelation(name, value, range) }
  }

  private mutating func entries(
    _ node: EntryNode?
  ) -> [(name: String, value: FieldReader, range: SourceRange)] {
    guard let node, let mapping = FieldReader(node, log: &log) else { return [] }
    return mapping.pairs.compactMap { field, pair in
      FieldReader(pair.value, log: &log).map { (field, $0, pair.key.range) }
    }
  }

  // MARK: Units

  private mutating func readUnit(
    _ symbol: String,
    _ fields: FieldReader,
    _ range: SourceRange
  ) {
    fields.allow(["dimension", "factor"], of: BilingualText(zh: "单位", en: "a unit"), log: &log)
    guard !symbol.isEmpty, !symbol.contains(where: \.isWhitespace) else {
      log.report(.badName(symbol, at: log.location(of: range)))
      return
    }
    guard !units.contains(where: { $0.symbol == symbol }) else {
      log.report(.redeclared(symbol, at: log.location(of: range)))
      return
    }
    let dimension = fields.requiredText("dimension", log: &log)
    let factorText = fields.requiredText("factor", log: &log)
    guard let dimension, let factorText else { return }
    guard let factor = Double(factorText), factor.isFinite, factor > 0 else {
      log.report(.badFactor(factorText, at: log.location(of: fields["factor"] ?? fields.node)))
      return
    }
    units.append(UnitOfMeasure(symbol: symbol, dimension: dimension, factor: factor))
  }

  // MARK: Kinds

  private mutating func readKind(_ name: String, _ fields: FieldReader, _ range: SourceRange) {
    fields.allow(["label", "attributes"], of: BilingualText(zh: "类别", en: "a kind"), log: &log)
    let kind = NodeKind(name)
    let added = entries(fields["attributes"]).compactMap {
      readAttribute($0.name, $0.value, $0.range)
    }
    if let position = kinds.firstIndex(where: { $0.kind == kind }) {
      // A kind that stands already can be given further attributes, and nothing else.
      if fields["label"] != nil { log.report(.redeclared(name, at: log.location(of: range))) }
      kinds[position].attributes += added
    } else {
      let isName = isName(name, range)
      let label = label(fields["label"], of: fields.node)
      guard isName, let label else { return }
      kinds.append(KindDefinition(kind: kind, label: label, attributes: added))
    }
    declared.append((name, range))
  }

  private mutating func readAttribute(
    _ name: String,
    _ fields: FieldReader,
    _ range: SourceRange
  ) -> AttributeDefinition? {
    fields.allow(
      ["label", "type", "list", "values"],
      of: BilingualText(zh: "属性", en: "an attribute"),
      log: &log
    )
    let isName = isName(name, range)
    let label = label(fields["label"], of: fields.node)
    let type = fields.requiredText("type", log: &log).flatMap { attributeType($0, fields) }
    let isList = isList(fields)
    guard isName, let label, let type, let isList else { return nil }
    return AttributeDefinition(
      name: AttributeName(name),
      label: label,
      type: type,
      isList: isList
    )
  }

  /// Whether the attribute has several values; `nil` and a report when neither yes nor no.
  private mutating func isList(_ fields: FieldReader) -> Bool? {
    guard let node = fields["list"] else { return false }
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if text == "true" || text == "false" { return text == "true" }
    log.report(.badFlag(text, at: log.location(of: node)))
    return nil
  }

  private mutating func attributeType(_ name: String, _ fields: FieldReader) -> AttributeDefinition
    .ValueType?
  {
    switch name {
    case "text": return .text
    case "integer": return .integer
    case "quantity": return .quantity
    case "date": return .date
    case "flag": return .flag
    case "enum":
      guard let values = fields["values"], let options = FieldReader(values, log: &log) else {
        log.report(.missingField("values", at: log.location(of: fields.node)))
        return nil
      }
      return .option(options.pairs.compactMap { readOption($0.field, $0.pair.value) })
    default:
      let words = ["text", "integer", "quantity", "date", "enum", "flag"]
      let meaning = BilingualText(zh: "属性类型", en: "type of attribute")
      let location = log.location(of: fields["type"] ?? fields.node)
      log.report(.unknownWord(name, meaning: meaning, words: words, at: location))
      return nil
    }
  }

  private mutating func readOption(_ key: String, _ node: EntryNode) -> AttributeDefinition.Option?
  {
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(["zh", "en", "quantity"], of: BilingualText(zh: "选项", en: "an option"), log: &log)
    guard let label = wordings(fields) else { return nil }
    guard let written = fields["quantity"] else {
      return AttributeDefinition.Option(key: key, label: label)
    }
    let size = AttributeDefinition(
      name: AttributeName("quantity"),
      label: label,
      type: .quantity,
      isList: false
    )
    let reader = AttributeReader(ontology: Ontology(kinds: [], relations: [], units: units))
    guard case .quantity(let quantity) = reader.read(written, as: size, log: &log) else {
      return nil
    }
    return AttributeDefinition.Option(key: key, label: label, quantity: quantity)
  }

  // MARK: Relations

  private mutating func readRelation(
    _ name: String,
    _ fields: FieldReader,
    _ range: SourceRange
  ) {
    fields.allow(
      [
        "label", "inverse", "semantics", "from", "to", "field", "inverseField", "variantOf",
        "variant", "says",
      ],
      of: BilingualText(zh: "关系", en: "a relation"),
      log: &log
    )
    let kind = RelationKind(name)
    let sources = kindSelection(fields["from"])
    let targets = kindSelection(fields["to"])
    declared.append((name, range))
    if let position = relations.firstIndex(where: { $0.kind == kind }) {
      for field in [
        "label", "inverse", "semantics", "field", "inverseField", "variantOf", "variant", "says",
      ] where fields[field] != nil {
        log.report(.redeclared(name, at: log.location(of: range)))
      }
      relations[position] = relations[position].widened(from: sources, to: targets)
      return
    }
    let isName = isName(name, range)
    let label = label(fields["label"], of: fields.node)
    let inverse = self.label(fields["inverse"], of: fields.node, named: "inverse")
    let semantics = semantics(fields)
    let field = fields.requiredText("field", log: &log)
    let inverseField = fields.requiredText("inverseField", log: &log)
    for (end, selection) in [("from", sources), ("to", targets)] where selection == nil {
      log.report(.missingField(end, at: log.location(of: fields.node)))
    }
    let variant = variant(fields)
    let testimony = testimony(fields, semantics)
    guard isName, let label, let inverse, let semantics, let field, let inverseField,
      let sources, let targets
    else { return }
    relations.append(
      RelationDefinition(
        kind: kind,
        label: label,
        inverse: inverse,
        semantics: semantics,
        sources: sources,
        targets: targets,
        field: field,
        inverseField: inverseField,
        variant: variant,
        testimony: testimony
      )
    )
  }

  /// Which sort of which relation it is; of a relation that its sorts name, the usual one.
  private mutating func variant(_ fields: FieldReader) -> RelationDefinition.Variant? {
    guard let base = fields["variantOf"] else {
      if let stray = fields["variant"] {
        log.report(.missingField("variantOf", at: log.location(of: stray)))
      }
      return nil
    }
    guard let name = FieldReader.text(base, log: &log),
      let label = label(fields["variant"], of: fields.node, named: "variant")
    else { return nil }
    let known = relations.map(\.kind.name) + declared.suffix(1).map(\.name)
    guard known.contains(name) else {
      let meaning = BilingualText(zh: "关系", en: "relation")
      log.report(.unknownWord(name, meaning: meaning, words: known, at: log.location(of: base)))
      return nil
    }
    return RelationDefinition.Variant(of: RelationKind(name), label: label)
  }

  /// What a relation of testimony says: only such a one does, and must.
  private mutating func testimony(_ fields: FieldReader, _ semantics: Semantics?)
    -> RelationDefinition.Testimony?
  {
    guard semantics == .testimony else {
      if let semantics, let stray = fields["says"] {
        let meaning = BilingualText(zh: "关系语义", en: "semantics")
        let words = [Semantics.testimony.rawValue]
        log.report(
          .unknownWord(
            semantics.rawValue,
            meaning: meaning,
            words: words,
            at: log.location(of: stray)
          )
        )
      }
      return nil
    }
    return fields.requiredWord("says", meaning: BilingualText(zh: "证言", en: "testimony"), log: &log)
  }

  private mutating func semantics(_ fields: FieldReader) -> Semantics? {
    let meaning = BilingualText(zh: "关系语义", en: "semantics")
    return fields.requiredWord("semantics", meaning: meaning, log: &log)
  }

  private mutating func kindSelection(_ node: EntryNode?) -> RelationDefinition.KindSelection? {
    guard let node else { return nil }
    if node.scalar == "any" { return .any }
    let names = kinds.map(\.kind.name)
    return .only(
      node.items.compactMap { item in
        guard let name = FieldReader.text(item, log: &log) else { return nil }
        if !names.contains(name) {
          log.report(.unknownKind(name, kinds: names, at: log.location(of: item)))
        }
        return NodeKind(name)
      }
    )
  }

  // MARK: Words

  private mutating func label(
    _ node: EntryNode?,
    of parent: EntryNode,
    named field: String = "label"
  ) -> BilingualText? {
    guard let node else {
      log.report(.missingField(field, at: log.location(of: parent)))
      return nil
    }
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(["zh", "en"], of: BilingualText(zh: "标签", en: "a label"), log: &log)
    return wordings(fields)
  }

  private mutating func wordings(_ fields: FieldReader) -> BilingualText? {
    let zh = fields.requiredText("zh", log: &log)
    let en = fields.requiredText("en", log: &log)
    guard let zh, let en else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  private mutating func isName(_ name: String, _ range: SourceRange) -> Bool {
    let isPlain = name.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    // Data files keep `defaults` for themselves.
    let isFree = name != "defaults"
    if isPlain, isFree, let first = name.utf8.first, (0x61...0x7A).contains(first) { return true }
    log.report(.badName(name, at: log.location(of: range)))
    return false
  }

  private mutating func checkFields(of ontology: Ontology) {
    for definition in ontology.kinds {
      for field in EntrySchema(of: definition, in: ontology).clashes {
        let place = declared.last { $0.name == definition.kind.name } ?? declared.last
        let range = place?.range ?? SourceRange(start: SourcePosition(line: 1, column: 1))
        log.report(
          .fieldClash(field, kind: definition.kind.name, at: log.location(of: range))
        )
      }
    }
  }
}

extension RelationDefinition {
  /// The same relation between more kinds.
  func widened(
    from sources: RelationDefinition.KindSelection?,
    to targets: RelationDefinition.KindSelection?
  ) -> Self {
    RelationDefinition(
      kind: kind,
      label: label,
      inverse: inverse,
      semantics: semantics,
      sources: self.sources.union(sources),
      targets: self.targets.union(targets),
      field: field,
      inverseField: inverseField,
      variant: variant,
      testimony: testimony
    )
  }
}

extension RelationDefinition.KindSelection {
  fileprivate func union(_ other: RelationDefinition.KindSelection?) -> Self {
    switch (self, other) {
    case (_, nil): self
    case (.any, _), (_, .any): .any
    case (.only(let a), .only(let b)): .only(a + b.filter { !a.contains($0) })
    }
  }
}
