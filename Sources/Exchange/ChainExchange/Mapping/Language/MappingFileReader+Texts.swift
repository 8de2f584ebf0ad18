import ChainFiles
import Bilingual
import ChainModel
import Diagnostics

/// The fields of a mapping that make a text.
enum TextMappingFields {
  /// What the text is made of; one of them is needed.
  static let sources = ["column", "columns", "literal", "literals", "template"]
  static let all = sources + ["join", "split", "list", "values", "unit", "format", "required"]
}

extension MappingFileReader {
  /// A text that a mapping of fields makes.
  ///
  /// - Parameter scalarIsLiteral: whether a plain text stands for itself, as an origin's does.
  mutating func text(
    _ node: EntryNode,
    isQuantity: Bool = false,
    scalarIsLiteral: Bool = false
  ) -> TextMapping? {
    if scalarIsLiteral, node.scalar != nil {
      return FieldReader.text(node, log: &log)
        .map { TextMapping(literal: $0, at: log.location(of: node)) }
    }
    guard case .mapping = node.content else {
      log.report(.bareProperty(node.scalar, at: log.location(of: node)))
      return nil
    }
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(
      TextMappingFields.all,
      of: BilingualText(zh: "取值", en: "a property"),
      log: &log
    )
    return text(fields, isQuantity: isQuantity)
  }

  mutating func text(_ fields: FieldReader, isQuantity: Bool = false) -> TextMapping? {
    var text = TextMapping()
    text.place = log.location(of: fields.node)
    text.columns = names(fields["column"]) + names(fields["columns"])
    for literal in ["literal", "literals"].compactMap({ fields[$0] }).flatMap(\.items) {
      if let literal = FieldReader.text(literal, log: &log) { text.literals.append(literal) }
    }
    if let node = fields["template"], let template = FieldReader.text(node, log: &log) {
      text.template = parts(of: template, at: node)
    }
    guard TextMappingFields.sources.contains(where: { fields[$0] != nil }) else {
      log.report(.missingField("column", at: log.location(of: fields.node)))
      return nil
    }
    if let join = fields["join"] { text.join = join.scalar ?? "" }
    text.split = (fields["split"]?.items ?? []).compactMap { node in
      guard let mark = node.scalar, !mark.isEmpty else {
        log.report(.emptyText(at: log.location(of: node)))
        return nil
      }
      return mark
    }
    text.isList = list(fields["list"])
    if let values = fields["values"] { text.values = self.values(values) }
    if let node = fields["unit"], let unit = FieldReader.text(node, log: &log) {
      let units = ontology.units.map(\.symbol)
      if !units.contains(unit) {
        log.report(.unknownUnit(unit, units: units, at: log.location(of: node)))
      } else if !isQuantity {
        log.report(.uselessUnit(at: log.location(of: node)))
      }
      text.unit = unit
    }
    if let node = fields["format"], let format = FieldReader.text(node, log: &log) {
      if !DatePattern.isSound(format) { log.report(.badFormat(format, at: log.location(of: node))) }
      text.format = format
    }
    text.isRequired = flag(fields["required"]) ?? false
    return text
  }

  /// Whether a text is said to hold a list, in the one way that there is.
  private mutating func list(_ node: EntryNode?) -> Bool {
    guard let node, let word = FieldReader.text(node, log: &log) else { return false }
    if word != "json" {
      let meaning = BilingualText(zh: "列表写法", en: "way of writing a list")
      log.report(.unknownWord(word, meaning: meaning, words: ["json"], at: log.location(of: node)))
    }
    return true
  }

  /// The parts of `{{column}} and text`.
  private mutating func parts(of template: String, at node: EntryNode) -> [TextMapping.TemplatePart]
  {
    var parts: [TextMapping.TemplatePart] = []
    var rest = template[...]
    while let open = rest.firstRange(of: "{{") {
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        log.report(.openTemplate(at: log.location(of: node)))
        return parts
      }
      if open.lowerBound > rest.startIndex {
        parts.append(.text(String(rest[..<open.lowerBound])))
      }
      parts.append(.column(String(rest[open.upperBound..<close.lowerBound]).trimmingSpace()))
      rest = rest[close.upperBound...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    let hasColumn = parts.contains { if case .column = $0 { true } else { false } }
    if !hasColumn { log.report(.templateWithoutColumn(template, at: log.location(of: node))) }
    return parts
  }

  private mutating func values(_ node: EntryNode) -> [String: String] {
    guard let pairs = FieldReader(node, log: &log) else { return [:] }
    var values: [String: String] = [:]
    for (word, pair) in pairs.pairs {
      guard let value = pair.value.scalar else {
        let shape = BilingualText(zh: "一个值", en: "one value")
        log.report(.unexpectedShape(shape, at: log.location(of: pair.value)))
        continue
      }
      values[word.trimmingSpace()] = value.trimmingSpace()
    }
    return values
  }

  /// One name or several, each with its place.
  mutating func names(_ node: EntryNode?) -> [MappedName] {
    guard let node else { return [] }
    return node.items.compactMap { item in
      FieldReader.text(item, log: &log).map { MappedName($0, at: log.location(of: item)) }
    }
  }

  mutating func flag(_ node: EntryNode?) -> Bool? {
    guard let node, let word = FieldReader.text(node, log: &log) else { return nil }
    if word == "true" || word == "false" { return word == "true" }
    log.report(.badFlag(word, at: log.location(of: node)))
    return nil
  }

  mutating func filter(_ fields: FieldReader) -> RecordFilter {
    RecordFilter(only: conditions(fields["filters"]), not: conditions(fields["filters_not"]))
  }

  private mutating func conditions(_ node: EntryNode?) -> [RecordFilter.Condition] {
    guard let node, let pairs = FieldReader(node, log: &log) else { return [] }
    return pairs.pairs.map { column, pair in
      let values = pair.value.items.compactMap { item -> String? in
        if let text = item.scalar { return text.trimmingSpace() }
        let shape = BilingualText(zh: "一个值", en: "one value")
        log.report(.unexpectedShape(shape, at: log.location(of: item)))
        return nil
      }
      let name = MappedName(column, at: log.location(of: pair.key))
      return RecordFilter.Condition(column: name, values: values)
    }
  }

  /// What `source` and `basis` of a mapping say: a place alone, or a document and the place in it.
  mutating func origin(_ fields: FieldReader) -> OriginMapping {
    var origin = OriginMapping()
    origin.basis = fields["basis"].flatMap { text($0, scalarIsLiteral: true) }
    if let basis = origin.basis, let word = basis.literals.first, basis.columns.isEmpty,
      OriginReader.basis(word) == nil
    {
      log.report(
        .unknownWord(
          word,
          meaning: BilingualText(zh: "依据", en: "basis"),
          words: Basis.allCases.map(\.rawValue),
          at: log.location(of: fields["basis"] ?? fields.node)
        )
      )
    }
    guard let source = fields["source"] else { return origin }
    guard case .mapping(let pairs) = source.content,
      pairs.contains(where: { ["document", "place"].contains($0.key.scalar) })
    else {
      origin.place = text(source, scalarIsLiteral: true)
      return origin
    }
    guard let parts = FieldReader(source, log: &log) else { return origin }
    parts.allow(["document", "place"], of: BilingualText(zh: "出处", en: "a source"), log: &log)
    origin.document = parts["document"].flatMap { text($0, scalarIsLiteral: true) }
    guard let place = parts["place"] else {
      log.report(.missingField("place", at: log.location(of: source)))
      return origin
    }
    origin.place = text(place, scalarIsLiteral: true)
    return origin
  }
}
