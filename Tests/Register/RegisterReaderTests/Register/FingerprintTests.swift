import RegisterReader
import Testing

struct FingerprintTests {
  private func row(_ change: (inout RegisterRow) -> Void = { _ in }) -> RegisterRow {
    var row = RegisterRow(number: 1, name: "甲公司")
    row.products = [.init(name: "烧碱", share: 0.31), .init(name: "液氯")]
    row.scope = "烧碱、液氯的制造；化工产品销售"
    row.industryCode = "2614"
    change(&row)
    return row
  }

  @Test func `a fingerprint is the same for ever`() {
    #expect(row().fingerprint == "50f182d9c970865a")
    #expect(RegisterRow(number: 9, name: "乙").fingerprint == "0000000000000000")
  }

  @Test func `name, order and blanks do not count`() {
    let same = row { row in
      row.name = "乙公司"
      row.number = 7
      row.status = "注销"
      row.products.reverse()
      row.scope = "烧碱、液氯的制造；\n 化工产品销售"
    }
    #expect(same.fingerprint == row().fingerprint)
  }

  @Test func `what a matcher reads counts`() {
    let changes: [(inout RegisterRow) -> Void] = [
      { $0.scope += "。" }, { $0.industryCode = "2612" }, { $0.products[0].share = 0.3 },
      { $0.products[1].share = 0 }, { $0.products.removeLast() }, { $0.products[0].name = "片碱" },
      { ($0.scope, $0.industryCode) = ($0.industryCode, $0.scope) },
      { ($0.products[0].share, $0.products[1].share) = (nil, 0.31) },
    ]
    let prints = [row().fingerprint] + changes.map { row($0).fingerprint }
    #expect(Set(prints).count == prints.count)
    #expect(prints.allSatisfy { $0.count == 16 })
  }
}
