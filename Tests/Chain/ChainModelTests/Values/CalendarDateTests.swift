import ChainModel
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test func `a date is as exact as it is written`() throws {
    let year = try #require(CalendarDate(parsing: "2025"))
    #expect(year.year == 2025 && year.month == nil && year.day == nil)
    let month = try #require(CalendarDate(parsing: "2025-12"))
    #expect(month.year == 2025 && month.month == 12 && month.day == nil)
    let day = try #require(CalendarDate(parsing: "2023-08-18"))
    #expect(day.year == 2023 && day.month == 8 && day.day == 18)
    for date in [year, month, day] {
      #expect(CalendarDate(parsing: date.description) == date)
    }
    #expect(CalendarDate(parsing: "0987-01-02")?.description == "0987-01-02")
  }

  @Test(arguments: [
    "", "25", "20255", "2025-", "-2025", "2025-1", "2025-13", "2025-00", "2025-12-00", "2025-12-32",
    "2025-04-31", "2025-02-29", "1900-02-29", "0000", "2025/12", "2025-12-01-01", "2025年", "２０２５",
    "2025-12-1", "+025", "2025 ", "2025-1 ", "2025-十二",
  ])
  func `what no calendar has is no date`(_ text: String) {
    #expect(CalendarDate(parsing: text) == nil)
  }

  @Test(arguments: [
    ("2024年6月1日", "2024-06-01"), ("2024 年 6 月 1 日", "2024-06-01"), ("2024年6月", "2024-06"),
    ("2024年", "2024"), ("2024/6/1", "2024-06-01"), ("2024.06.01", "2024-06-01"),
    ("2024-6-1", "2024-06-01"), ("2024-06-01", "2024-06-01"), ("2024", "2024"),
  ])
  func `a date is read as people write it`(_ text: String, _ date: String) {
    #expect(CalendarDate(written: text)?.description == date)
  }

  @Test(arguments: [
    "明年", "24年6月1日", "2024年13月1日", "2024年2月30日", "6月1日", "2024年6月1日10时", "2024/6/1/2",
    "2024.6.1元", "", "年月日", "20240601", "2024年6月1日前",
  ])
  func `what is not clearly a date is none`(_ text: String) {
    #expect(CalendarDate(written: text) == nil)
  }

  @Test func `every day of a century is a date, and no other`() {
    func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var count = 0
    for year in 2000...2099 {
      for month in 0...13 {
        for day in 0...32
        where CalendarDate(parsing: "\(year)-\(digits(month))-\(digits(day))") != nil {
          count += 1
        }
      }
    }
    #expect(count == 36_525)
  }

  @Test func `dates stand in order, a year before its months, a month before its days`() {
    let texts = ["2024", "2024-01", "2024-01-01", "2024-01-02", "2024-02", "2025", "2025-12-31"]
    let dates = texts.compactMap { CalendarDate(parsing: $0) }
    var generator = SplitMix64(seed: 3)
    #expect(dates.shuffled(using: &generator).sorted().map(\.description) == texts)
  }
}
