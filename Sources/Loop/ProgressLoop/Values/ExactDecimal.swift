/// A decimal number, exact: what people write and what thresholds are held against.
package struct ExactDecimal: Sendable, CustomStringConvertible {
  /// The most digits behind the point.
  static let mostDecimals = 6
  /// The most digits altogether.
  static let mostDigits = 12

  /// The number without its point.
  package let mantissa: Int64
  /// How many of its digits stand behind the point.
  package let decimals: Int8

  package init(mantissa: Int64, decimals: Int = 0) {
    var (mantissa, decimals) = (mantissa, decimals)
    while decimals > 0, mantissa % 10 == 0 {
      mantissa /= 10
      decimals -= 1
    }
    (self.mantissa, self.decimals) = (mantissa, Int8(decimals))
  }

  /// Reads digits with at most one point among them and perhaps a minus before; `nil` for anything else
  /// and for more than twelve digits or six decimals.
  package init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { position = 1 }
    var (mantissa, digits, decimals) = (Int64(0), 0, -1)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), decimals < 0, digits > 0 {
        decimals = 0
      } else {
        guard (0x30...0x39).contains(byte), digits < Self.mostDigits else { return nil }
        mantissa = mantissa * 10 + Int64(byte - 0x30)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      }
      position += 1
    }
    guard digits > 0, decimals != 0, decimals <= Self.mostDecimals else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, decimals: max(0, decimals))
  }

  package init?(parsing text: String) {
    var text = text
    guard let number = text.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = number
  }

  /// The number times a power of ten.
  ///
  /// `nil` where that has more digits, or more decimals, than a number may have.
  func shifted(by power: Int) -> Self? {
    var (mantissa, decimals) = (mantissa, Int(decimals) - power)
    while decimals < 0 {
      let (product, isTooLarge) = mantissa.multipliedReportingOverflow(by: 10)
      guard !isTooLarge, product.magnitude < 1_000_000_000_000 else { return nil }
      (mantissa, decimals) = (product, decimals + 1)
    }
    let result = Self(mantissa: mantissa, decimals: decimals)
    return result.decimals <= Self.mostDecimals ? result : nil
  }

  var ratio: Ratio { Ratio(Int128(mantissa), Ratio.power(Int(decimals))) }

  package var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let missing = max(0, Int(decimals) + 1 - digits.count)
    let padded = String(repeating: "0", count: missing) + digits
    return sign + padded.dropLast(Int(decimals)) + "." + padded.suffix(Int(decimals))
  }
}

extension ExactDecimal: Hashable, Comparable {
  package static func < (a: Self, b: Self) -> Bool { a.ratio < b.ratio }
}

/// A fraction, exact; its parts stay small, since they come of numbers of twelve digits.
package struct Ratio: Sendable, Hashable, Comparable {
  let numerator: Int128
  /// Above 0.
  let denominator: Int128

  init(_ numerator: Int128, _ denominator: Int128) {
    let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    self.numerator = sign * numerator / Int128(divisor)
    self.denominator = sign * denominator / Int128(divisor)
  }

  init(_ number: Int) { self.init(Int128(number), 1) }

  /// A part of a whole.
  ///
  /// - Precondition: the whole is not 0.
  package init(_ part: Int, of whole: Int) { self.init(Int128(part), Int128(whole)) }

  static let zero = Ratio(0)

  static func power(_ decimals: Int) -> Int128 {
    (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(1, a)
  }

  package static func < (a: Self, b: Self) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  static func + (a: Self, b: Self) -> Self {
    Ratio(
      a.numerator * b.denominator + b.numerator * a.denominator,
      a.denominator * b.denominator
    )
  }

  static prefix func - (a: Self) -> Self { Ratio(-a.numerator, a.denominator) }
  static func - (a: Self, b: Self) -> Self { a + -b }
  static func * (a: Self, b: Self) -> Self {
    Ratio(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  /// - Precondition: `b` is not 0.
  static func / (a: Self, b: Self) -> Self {
    precondition(b.numerator != 0, "a fraction of nothing")
    return Ratio(a.numerator * b.denominator, a.denominator * b.numerator)
  }

  /// A hundred times as much.
  package var percent: Ratio { self * Ratio(100) }

  /// With one digit behind the point, a half away from zero: 48.44 is shown as 48.4, -1.65 as -1.7.
  package var shown: String {
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  /// The same as a whole number of tenths.
  package var tenths: Int {
    let tenths = (numerator.magnitude * 20 + denominator.magnitude) / (denominator.magnitude * 2)
    return (numerator < 0 ? -1 : 1) * Int(clamping: tenths)
  }
}

extension ExactDecimal {
  /// So many of `count`, with one digit behind the point: 70712.6 per 10,000 is shown as 7.1.
  package func shown(per count: Int) -> String { (ratio / Ratio(count)).shown }
}

/// A number of something: money in 万元, or a measure in its unit.
package struct Measured: Hashable, Sendable, CustomStringConvertible {
  package let number: ExactDecimal
  /// `nil` for money, which is counted in 万元.
  package let unit: String?

  package init(_ number: ExactDecimal, unit: String? = nil) {
    (self.number, self.unit) = (number, unit)
  }

  /// With its unit; money bare.
  package var description: String { unit.map { "\(number) \($0)" } ?? number.description }
}
