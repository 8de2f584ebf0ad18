/// A decimal number with a unit: `580 亿元`.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The number, in the unit.
  public let amount: Double
  /// The unit.
  public let unit: UnitOfMeasure

  /// `amount` of `unit`.
  public init(amount: Double, unit: UnitOfMeasure) {
    self.amount = amount
    self.unit = unit
  }

  /// The amount in the base unit of the unit's dimension.
  public var baseAmount: Double { amount * unit.factor }

  /// The number and the unit with a space between: `30 万千瓦`.
  public var description: String { "\(Self.plain(amount)) \(unit.symbol)" }

  /// The shortest decimal that reads back as `amount`, without an exponent.
  package static func plain(_ amount: Double) -> String {
    let text = String(amount)
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    let sign = amount < 0 ? "-" : ""
    let digits = String(text[..<mark].filter(\.isNumber))
    // The point stands after the first digit; where it moves right, it moves beyond the last.
    let zeros = String(
      repeating: "0",
      count: exponent < 0 ? -exponent - 1 : exponent - digits.count + 1
    )
    return sign + (exponent < 0 ? "0." + zeros + digits : digits + zeros)
  }
}

extension Quantity {
  /// Why a text is not a quantity.
  public enum ParseFailure: Error, Hashable, Sendable {
    /// It is not a number, a space and a unit.
    case form
    /// The unit is not declared; the symbol as written.
    case unknownUnit(String)
  }

  /// Reads `580 亿元`: a decimal number, one space, a unit of `ontology`.
  public init(parsing text: String, ontology: Ontology) throws(ParseFailure) {
    guard let space = text.firstIndex(of: " ") else { throw .form }
    let number = text[..<space]
    let symbol = String(text[text.index(after: space)...])
    let isPlain = number.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
    guard isPlain, let amount = Double(number), amount.isFinite else { throw .form }
    guard let unit = ontology.unit(symbol) else { throw .unknownUnit(symbol) }
    self.init(amount: amount, unit: unit)
  }
}
