import Bilingual
import Columns
import TestSupport
import Testing

@testable import ChainModel

struct AttributeColumnTests {
  private static let option = AttributeDefinition.Option(
    key: "a",
    label: BilingualText(zh: "甲", en: "a")
  )
  private static let unit = UnitOfMeasure(symbol: "亿元", dimension: "money", factor: 1e8)
  private static let values: [AttributeValue] = [
    .text(""), .text("甲,乙"), .integer(.min), .integer(-1), .integer(0), .integer(.max),
    .quantity(Quantity(amount: -0.1, unit: unit)), .option(option), .flag(true), .flag(false),
    .list([.text("x"), .list([.integer(3)])]),
  ]

  @Test func `values of all types come back, for the node that has them`() throws {
    let date = try #require(CalendarDate(parsing: "2023-08"))
    let all = Self.values + [.date(date)]
    var builder = AttributeColumn.Builder()
    for (number, value) in all.enumerated() {
      builder.append([])
      builder.append([(AttributeName("x\(number % 3)"), value), (AttributeName("y"), .flag(true))])
    }
    let column = builder.finish()
    for (number, value) in all.enumerated() {
      #expect(column[2 * number].isEmpty)
      #expect(column[2 * number + 1].map(\.value) == [value, .flag(true)])
      #expect(column[2 * number + 1, AttributeName("x\(number % 3)")] == value)
      #expect(column[2 * number + 1, AttributeName("y")] == .flag(true))
      #expect(column[2 * number + 1, AttributeName("z")] == nil)
    }
  }

  @Test func `a list without items is no value`() {
    var builder = AttributeColumn.Builder()
    builder.append([(AttributeName("x"), .list([])), (AttributeName("y"), .flag(true))])
    let column = builder.finish()
    #expect(column[0].map(\.value) == [.flag(true)] && column[0, AttributeName("x")] == nil)
  }

  @Test func `without attributes a column takes no memory`() {
    var builder = AttributeColumn.Builder()
    for _ in 0..<100 { builder.append([]) }
    #expect(builder.finish().byteCount == 0)
    #expect(builder.finish()[7].isEmpty)
  }

  @Test func `writers of bytes write what the builder writes`() throws {
    let words = AttributeWords(.small)
    let name = try #require(words.names.firstIndex(of: AttributeName("count")))
    var first = AttributeWriter()
    first.begin(name)
    first.write(integer: -7)
    first.endNode()
    var second = AttributeWriter()
    second.endNode()
    second.begin(name)
    second.write(integer: 8)
    second.endNode()
    let column = AttributeWriter.join([first, AttributeWriter(), second], words: words)
    #expect((0..<3).map { column[$0, AttributeName("count")] } == [.integer(-7), nil, .integer(8)])
  }
}
