import ChainFiles
import ProgressLoop
import Testing

/// Amounts as people write them.
@Suite struct AmountTextTests {
  private let amounts = AmountText(units: .builtIn)

  @Test(arguments: [
    ("3500", "3500"), ("3,500万元", "3500"), ("0.35 亿元", "3500"), ("３５００　万元", "3500"),
    ("-12.5", "-12.5"), ("82户", "82 户"), ("100元", "0.01"), ("1,234,567.5", "1234567.5"),
  ])
  func `an amount is read with its unit`(text: String, told: String) {
    #expect((try? amounts.read(text, unit: nil).get())?.description == told)
  }

  @Test func `a bare number is in the unit that is meant`() {
    #expect((try? amounts.read("82", unit: "户").get())?.description == "82 户")
    #expect((try? amounts.read("2", unit: "亿元").get())?.description == "20000")
  }

  @Test(arguments: ["", "约3500", "12,00", "1e5", "3500-4000", "3500+200", "无", "1.2.3"])
  func `what is no number is refused`(text: String) {
    let result = amounts.read(text, unit: nil)
    if case .success(let value) = result { Issue.record("\(text) is read as \(value)") }
  }

  @Test func `an unknown unit is named`() {
    #expect(amounts.read("35顿", unit: nil) == .failure(.unknownUnit("顿")))
  }
}
