import CSV
package import ChainModel
package import Diagnostics

/// A column of an attribute: what its cells mean for each kind.
struct AttributeCells: Sendable {
  let column: Int
  let name: String
  /// By the position of the kind; `nil` where it has no such attribute.
  private let meanings: [Meaning?]
  private let units: WordTable
  private let ontology: Ontology

  private struct Meaning: Sendable {
    let definition: AttributeDefinition
    let number: Int
    /// The options' keys and labels, with their numbers.
    let options: WordTable
  }

  init(column: Int, name: String, ontology: Ontology, words: AttributeWords) {
    self.column = column
    self.name = name
    self.ontology = ontology
    units = WordTable(words.units.enumerated().map { (word: $1.symbol, value: $0) })
    meanings = ontology.kinds.map { kind in
      guard let definition = kind.attributes.first(where: { $0.name.name == name }),
        let number = words.names.firstIndex(of: definition.name)
      else { return nil }
      return Meaning(
        definition: definition,
        number: number,
        options: Self.options(definition, words)
      )
    }
  }

  private static func options(_ definition: AttributeDefinition, _ words: AttributeWords)
    -> WordTable
  {
    guard case .option(let options) = definition.type else { return WordTable([]) }
    return WordTable(
      options.flatMap { option in
        let number = words.options.firstIndex(of: option) ?? 0
        return [option.key, option.label.zh, option.label.en].map { (word: $0, value: number) }
      }
    )
  }

  /// The types in Neo4j's notation that a column of the attribute can have.
  static func types(of definition: AttributeDefinition) -> [String] {
    let types: [String] =
      switch definition.type {
      case .text, .quantity, .option: ["string"]
      case .integer: ["int", "long"]
      case .flag: ["boolean"]
      case .date: ["date", "string"]
      }
    return definition.isList ? types.map { $0 + "[]" } : types
  }

  /// Writes what the cell says of a node of a kind; an empty one says nothing.
  func write(
    _ cell: CSVCell,
    _ bytes: UnsafePointer<UInt8>,
    kind: Int,
    to writer: inout AttributeWriter,
    log: inout BulkFaultLog
  ) {
    guard cell.count > 0 else { return }
    guard let meaning = meanings[kind] else {
      let (name, definition) = (name, ontology.kinds[kind])
      log.report(cell.written) { .foreignAttribute(name, of: definition, at: $0) }
      return
    }
    let text = cell.text(in: bytes)
    writer.begin(meaning.number)
    guard meaning.definition.isList else {
      return write(text, at: cell.written, meaning, &writer, &log)
    }
    writer.beginList(text.count { $0 == UInt8(ascii: ";") } + 1)
    CellList.forEach(of: cell, in: bytes) { part, range in
      guard !part.isEmpty else {
        log.report(range) { .emptyText(at: $0) }
        return
      }
      write(part, at: range, meaning, &writer, &log)
    }
  }

  private func write(
    _ text: UnsafeBufferPointer<UInt8>,
    at range: Range<Int>,
    _ meaning: Meaning,
    _ writer: inout AttributeWriter,
    _ log: inout BulkFaultLog
  ) {
    switch meaning.definition.type {
    case .text:
      guard meaning.definition.holdsCode else { return writer.write(text: text) }
      let written = String(decoding: text, as: UTF8.self)
      if var code = try? meaning.definition.normal(written) {
        return code.withUTF8 { writer.write(text: $0) }
      }
    case .integer: if let number = Decimal.integer(text) { return writer.write(integer: number) }
    case .flag:
      if text.elementsEqual("true".utf8) { return writer.write(flag: true) }
      if text.elementsEqual("false".utf8) { return writer.write(flag: false) }
    case .date: if CalendarDate(utf8: text) != nil { return writer.write(date: text) }
    case .option: if let option = meaning.options[text] { return writer.write(option: option) }
    case .quantity:
      if let (amount, unit) = quantity(text) { return writer.write(amount: amount, unit: unit) }
    }
    report(String(decoding: text, as: UTF8.self), at: range, meaning.definition, &log)
  }

  private func quantity(_ text: UnsafeBufferPointer<UInt8>) -> (amount: Double, unit: Int)? {
    guard let space = text.firstIndex(of: UInt8(ascii: " ")),
      let amount = Decimal.number(UnsafeBufferPointer(rebasing: text[..<space])),
      let unit = units[UnsafeBufferPointer(rebasing: text[(space + 1)...])]
    else { return nil }
    return (amount, unit)
  }

  private func report(
    _ text: String,
    at range: Range<Int>,
    _ definition: AttributeDefinition,
    _ log: inout BulkFaultLog
  ) {
    let ontology = ontology
    log.report(range) { .badValue(text, of: definition, ontology, at: $0) }
  }
}

extension Diagnostic {
  /// The fault of a text that is no value of the attribute.
  package static func badValue(
    _ text: String,
    of definition: AttributeDefinition,
    _ ontology: Ontology,
    at location: Location
  ) -> Self {
    switch definition.type {
    case .text: .badText(text, of: definition, at: location)
    case .integer: .badInteger(text, at: location)
    case .flag: .badFlag(text, at: location)
    case .date: .badDate(text, at: location)
    case .option(let options): .unknownOption(text, of: definition, options: options, at: location)
    case .quantity: .badQuantity(text, ontology, at: location)
    }
  }

  /// The fault of a text that is no quantity, or one in an unknown unit.
  static func badQuantity(_ text: String, _ ontology: Ontology, at location: Location) -> Self {
    do throws(Quantity.ParseFailure) {
      _ = try Quantity(parsing: text, ontology: ontology)
      return .badQuantity(text, at: location)
    } catch {
      switch error {
      case .form: return .badQuantity(text, at: location)
      case .unknownUnit(let unit):
        return .unknownUnit(unit, units: ontology.units.map(\.symbol), at: location)
      }
    }
  }
}

/// Lists in a cell, with a semicolon between their parts.
enum CellList {
  /// Gives each part and where it lies.
  static func forEach(
    of cell: CSVCell,
    in bytes: UnsafePointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
  ) {
    var start = cell.range.lowerBound
    let end = cell.range.upperBound
    while true {
      var stop = start
      while stop < end, bytes[stop] != UInt8(ascii: ";") { stop += 1 }
      body(UnsafeBufferPointer(start: bytes + start, count: stop - start), start..<stop)
      guard stop < end else { return }
      start = stop + 1
    }
  }
}

/// Numbers in their plain form.
enum Decimal {
  /// A whole number, as `Int` reads it.
  static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var digits = text[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    guard !digits.isEmpty else { return nil }
    var number = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, isOver) = number.multipliedReportingOverflow(by: 10)
      let digit = Int(byte - 0x30)
      let (sum, isOverToo) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !isOver, !isOverToo else { return nil }
      number = sum
    }
    return number
  }

  /// A decimal number without an exponent, as ``Quantity`` reads it.
  static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var mantissa: UInt64 = 0
    var (digits, decimals) = (0, 0)
    var hasPoint = false
    let isNegative = text.first == UInt8(ascii: "-")
    for byte in isNegative ? text.dropFirst() : text[...] {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (0x30...0x39).contains(byte) {
        mantissa = mantissa &* 10 &+ UInt64(byte - 0x30)
        digits += 1
        if hasPoint { decimals += 1 }
      } else {
        return slow(text)
      }
      guard digits <= 15 else { return slow(text) }
    }
    // Up to fifteen digits and this power of ten are exact, and so is their quotient, rounded once.
    guard digits > 0, !hasPoint || decimals > 0 else { return slow(text) }
    let amount = Double(mantissa) / powers[decimals]
    return isNegative ? -amount : amount
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func slow(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    let isPlain = text.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
    guard isPlain, let amount = Double(String(decoding: text, as: UTF8.self)), amount.isFinite
    else { return nil }
    return amount
  }
}
