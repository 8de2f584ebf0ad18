import ChainModel
import TestSupport
import Testing

@Suite struct QuantityTests {
  private func read(_ text: String) throws(Quantity.ParseFailure) -> Quantity {
    try Quantity(parsing: text, ontology: .small)
  }

  @Test(arguments: ["580 亿元", "0.5 %", "100 万吨/年", "-3 万元", "0 %", "12345.678 亿元"])
  func `a quantity reads and writes the same`(_ text: String) throws {
    #expect(try read(text).description == text)
  }

  @Test func `the amount and its worth in the base unit`() throws {
    let quantity = try read("580 亿元")
    #expect(quantity.amount == 580)
    #expect(quantity.unit.symbol == "亿元")
    #expect(quantity.baseAmount == 58_000_000_000)
    #expect(try read("3000 万元").baseAmount == read("0.3 亿元").baseAmount)
  }

  @Test(arguments: [
    "", "580", "580亿元", " 亿元", "五百 亿元", "1e3 亿元", "1,000 亿元", "０ 亿元", "1.2.3 亿元", "- 亿元",
    "+5 亿元", "0x10 亿元", "inf 亿元", "nan 亿元", "--5 亿元", "580\u{3000}亿元",
  ])
  func `what is no number, space and unit has the wrong form`(_ text: String) {
    #expect(throws: Quantity.ParseFailure.form) { try read(text) }
  }

  @Test func `a number beyond all bounds has the wrong form`() {
    let digits = String(repeating: "9", count: 400)
    #expect(throws: Quantity.ParseFailure.form) { try read("\(digits) 亿元") }
  }

  @Test(arguments: [("5 亿", "亿"), ("5  亿元", " 亿元"), ("5 亿元 ", "亿元 "), ("5 ", "")])
  func `an unknown unit is told as written`(_ text: String, _ unit: String) {
    #expect(throws: Quantity.ParseFailure.unknownUnit(unit)) { try read(text) }
  }

  @Test func `any amount is written as data can write it`() throws {
    let unit = try #require(Ontology.small.unit("亿元"))
    var generator = SplitMix64(seed: 7)
    let extremes = [
      1e16, 1.5e-5, 1e22, 123_456_789_012_345_680, .leastNonzeroMagnitude, -2.5e-7,
      .leastNormalMagnitude,
    ]
    let random = (0..<2_000).map { _ -> Double in
      let amount = Double(bitPattern: generator.next())
      return amount.isFinite ? amount : 1
    }
    for amount in extremes + random {
      let quantity = Quantity(amount: amount, unit: unit)
      #expect(try read(quantity.description) == quantity, "\(amount): \(quantity)")
    }
    #expect(Quantity(amount: 1e16, unit: unit).description == "10000000000000000 亿元")
    #expect(Quantity(amount: 1.5e-5, unit: unit).description == "0.000015 亿元")
  }
}
