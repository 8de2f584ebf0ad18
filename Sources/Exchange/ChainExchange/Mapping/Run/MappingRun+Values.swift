import ChainFiles
import Bilingual
import ChainModel
import Diagnostics

extension MappingRun {
  /// The value that a record gives an attribute; `nil` when it has none, or a faulty one, which is
  /// reported.
  mutating func value(
    _ definition: AttributeDefinition,
    _ mapping: TextMapping,
    _ record: Record,
    _ table: Int
  ) -> AttributeValue? {
    let texts = mapping.texts(of: record, in: sources[table])
    guard let first = texts.first else { return nil }
    guard definition.isList || texts.count == 1 else {
      log.report(
        .severalValues(
          of: definition.label,
          values: texts.map(\.text),
          at: location(first, of: mapping, record, table)
        )
      )
      return nil
    }
    let values = texts.compactMap { value($0, definition, mapping, record, table) }
    guard definition.isList else { return values.first }
    return values.isEmpty ? nil : .list(values)
  }

  private mutating func value(
    _ text: RecordText,
    _ definition: AttributeDefinition,
    _ mapping: TextMapping,
    _ record: Record,
    _ table: Int
  ) -> AttributeValue? {
    var written = text.text
    if let format = mapping.format, definition.type == .date {
      guard let date = DatePattern.date(written, in: format) else {
        let place = location(text, of: mapping, record, table)
        log.report(.badDateForm(written, format: format, at: place))
        return nil
      }
      written = date
    }
    written = Self.cleaned(written, definition.type, unit: mapping.unit)
    if let value = AttributeReader(ontology: ontology).value(written, as: definition) {
      return value
    }
    // Where a text stands costs a look at its line, so it is asked for faulty ones alone.
    let place = location(text, of: mapping, record, table)
    log.report(.badValue(written, of: definition, ontology, at: place))
    return nil
  }

  /// A text as our data write it, where programs write the same otherwise.
  static func cleaned(_ text: String, _ type: AttributeDefinition.ValueType, unit: String?)
    -> String
  {
    switch type {
    case .flag: return text == "True" || text == "TRUE" ? "true" : text.lowercasedFlag
    case .integer: return plainNumber(text, isWhole: true) ?? text
    case .quantity:
      let number = String(text.prefix { "0123456789.,-".contains($0) })
      let symbol = text.dropFirst(number.count).drop { $0 == " " }
      guard let plain = plainNumber(number, isWhole: false) else { return text }
      return symbol.isEmpty ? unit.map { "\(plain) \($0)" } ?? text : "\(plain) \(symbol)"
    case .date:
      // A day with a time, as databases write it.
      guard text.utf8.count > 10, let mark = text.dropFirst(10).first, mark == "T" || mark == " "
      else { return text }
      return String(text.prefix(10))
    case .text, .option: return text
    }
  }

  /// A number without thousands' commas, and for a whole one without an empty fraction; `nil` when
  /// the text is no number.
  private static func plainNumber(_ text: String, isWhole: Bool) -> String? {
    var number = text
    if number.contains(",") {
      let groups = number.split(separator: ".")[0].split(
        separator: ",",
        omittingEmptySubsequences: false
      )
      guard groups.dropFirst().allSatisfy({ $0.count == 3 }), !(groups.first ?? "").isEmpty else {
        return nil
      }
      number = number.components(partedBy: ",").joined()
    }
    guard let value = Double(number), value.isFinite,
      number.utf8.allSatisfy({ $0 < 0x3A && $0 != 0x2B && $0 != 0x20 })
    else { return nil }
    guard number.contains(".") else { return number }
    while number.hasSuffix("0") { number.removeLast() }
    if number.hasSuffix(".") { number.removeLast() }
    return isWhole && number.contains(".") ? nil : number
  }

  // MARK: Origins

  /// What the first of several levels says that says something.
  func origin(
    _ levels: [OriginMapping],
    _ record: Record,
    _ table: Int
  ) -> FoundEntity.Origin? {
    let source = sources[table]
    for level in levels {
      let basis = level.basis?.texts(of: record, in: source).first
      let places = level.place?.texts(of: record, in: source) ?? []
      // A fact that stands in several places is cited at all of them.
      let place = places.first.map { first in
        RecordText(text: places.map(\.text).joined(separator: "；"), place: first.place)
      }
      if let basis, OriginReader.basis(basis.text)?.isStated != true {
        // A word that is no basis is told when the origin is used.
        let isKnowledge = OriginReader.basis(basis.text) == .industryKnowledge
        let document = level.document?.texts(of: record, in: source).first
        if isKnowledge, let document, let place {
          // What everybody knows may be looked up somewhere.
          return FoundEntity.Origin(place: place, document: document, isKnowledge: true)
        }
        return FoundEntity.Origin(
          place: isKnowledge ? RecordText(text: "", place: nil) : basis,
          document: nil,
          isKnowledge: true
        )
      }
      guard let place else { continue }
      return FoundEntity.Origin(
        place: place,
        document: level.document?.texts(of: record, in: source).first,
        isKnowledge: false
      )
    }
    return nil
  }
}

extension String {
  /// `false` for the ways in which programs write it.
  fileprivate var lowercasedFlag: String { self == "False" || self == "FALSE" ? "false" : self }
}
