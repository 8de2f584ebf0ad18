import Diagnostics
import RegisterReader
import Testing

struct ValueTests {
  private func products(_ cell: String) -> [RegisterRow.Product] {
    reading("企业名称;主要产品\n甲公司;\"\(cell)\"\n").rows.first?.products ?? []
  }

  @Test(arguments: [
    ("烧碱（31%）、聚氯乙烯:0.2；液氯 5％,盐酸", ["烧碱 0.31", "聚氯乙烯 0.2", "液氯 0.05", "盐酸 -"]),
    ("1,2-二氯乙烷、1，4-丁二醇", ["1,2-二氯乙烷 -", "1，4-丁二醇 -"]),
    ("聚氯乙烯（PVC、糊树脂）、烧碱(30万吨)", ["聚氯乙烯（PVC、糊树脂） -", "烧碱(30万吨) -"]),
    ("烧碱（片碱、液氯", ["烧碱（片碱 -", "液氯 -"]),
    ("烧碱\n液氯。", ["烧碱 -", "液氯 -"]),
    ("烧碱（占比31.5%）", ["烧碱 0.315"]), ("烧碱:31", ["烧碱:31 -"]), ("、，；", []), ("无", []),
    ("（31%）", ["（31%） -"]), ("烧碱（120%）", ["烧碱（120%） -"]), ("2024", ["2024 -"]),
  ])
  func `products are told apart, with their shares`(_ cell: String, _ wanted: [String]) {
    let found = products(cell).map { "\($0.name) \($0.share.map { "\($0)" } ?? "-")" }
    #expect(found == wanted)
  }

  @Test func `a number that is no share is told`() {
    let read = reading("企业名称,主要产品\n甲公司,烧碱:31\n")
    #expect(read.told == ["unclear-share 1: 2"])
  }

  @Test(arguments: [
    ("2614", "2614", 0), ("C2614", "C2614", 0), ("26", "26", 0), ("C", "C", 0),
    ("2614 有机化学原料制造", "2614", 1), ("C26化学原料", "C26", 1), ("有机化学原料制造（2614）", "2614", 1),
    ("化学原料制造", "", 1), ("3D打印", "", 1), ("26.5万元", "", 1), ("20万吨", "", 1), ("26141", "", 1),
  ])
  func `an industry code is found, and its words are kept`(
    _ cell: String,
    _ code: String,
    _ kept: Int
  ) {
    let row = reading("企业名称,行业代码\n甲公司,\(cell)\n").rows.first
    #expect(row?.industryCode == code)
    #expect(row?.other.count == kept)
  }

  @Test func `codes of three digits among those of four may have lost a nought`() {
    let read = reading("企业名称,行业代码\n甲,2614\n乙,111\n丙,2651\n")
    #expect(read.told == ["short-industry-code 1: 3"])
  }

  @Test func `a credit code that has become a number is a fault at its cell`() {
    let read = reading("企业名称,统一社会信用代码\n甲,9.12E+17\n")
    #expect(read.errors == ["code-as-number at 名录.csv:2:3"])
    let round = reading("企业名称,统一社会信用代码\n甲,912114000000000000\n乙,'91A\n丙,\"=\"\"91B\"\"\"\n")
    #expect(round.rows.map(\.creditCode) == ["912114000000000000", "91A", "91B"])
    #expect(round.told == ["round-code 1: 2", "text-marks 2: 3 4"])
    // An E stands within codes too.
    #expect(reading("企业名称,信用代码\n甲,91211400E17\n").rows.first?.creditCode == "91211400E17")
    let many = reading("企业名称,信用代码\n" + String(repeating: "甲,9.1E+17\n", count: 25))
    #expect(many.errors.count == 21)
  }

  @Test func `years that are none are told`() {
    let read = reading("企业名称,产值,产值年份\n甲,12亿元,2024年\n乙,3,去年\n")
    #expect(read.rows.map(\.outputYear) == [2024, nil])
    #expect(read.rows.map(\.output) == ["12亿元", "3"])
    #expect(read.told == ["unclear-year 1: 3"])
  }

  @Test func `a firm may have the name of a sum`() {
    let read = reading("company name,address\nTotal,Some street\nTotal,12\n")
    #expect(read.rows.map(\.address) == ["Some street"])
    #expect(read.told == ["total-rows 1: 3"])
  }
}
