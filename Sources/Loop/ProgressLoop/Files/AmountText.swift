package import ChainModel

/// Reads an amount as people write it: `3500`, `3,500万元`, `0.35 亿元`, `８２户`.
package struct AmountText {
  /// Why a text is no amount.
  package enum Failure: Error, Hashable, Sendable {
    case notANumber
    /// Something is called so that is no unit.
    case unknownUnit(String)
  }

  private let ontology: Ontology

  package init(units ontology: Ontology) { self.ontology = ontology }

  /// The amount, money in 万元.
  ///
  /// - Parameter unit: which one a bare number is in; money where it is `nil`.
  package func read(_ text: String, unit: String?) -> Result<Measured, Failure> {
    let plain = Self.narrow(text)
    let digits = plain.prefix { $0.isASCII && ($0.isNumber || ",.-".contains($0)) }
    let whole = digits.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    guard whole.count == 1 || whole.dropFirst().allSatisfy({ $0.count == 3 }),
      let number = ExactDecimal(parsing: String(digits.filter { $0 != "," }))
    else { return .failure(.notANumber) }
    let symbol = plain[digits.endIndex...].trimmingPrefix(" ")
    guard let symbol = symbol.isEmpty ? unit : String(symbol) else {
      return .success(Measured(number))
    }
    guard let unit = ontology.unit(symbol) else { return .failure(.unknownUnit(symbol)) }
    guard let power = unit.moneyPower else {
      return .success(Measured(number, unit: unit.symbol))
    }
    return number.shifted(by: power).map { .success(Measured($0)) } ?? .failure(.notANumber)
  }

  /// Wide digits, points, commas and signs as narrow ones.
  private static func narrow(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      narrow.append(
        isWide
          ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar == "\u{3000}" ? " " : scalar
      )
    }
    return String(narrow)
  }
}

extension UnitOfMeasure {
  /// Of money, which power of ten of 万元 it is; `nil` for other measures, and for money that is none.
  var moneyPower: Int? {
    guard dimension == "money" else { return nil }
    var (power, factor) = (-4, self.factor)
    while factor >= 10 { (power, factor) = (power + 1, factor / 10) }
    return factor == 1 ? power : nil
  }
}
