import Testing

/// What is odd in a sheet, or happens beside it.
extension CollectTests {
  @Test func `less than nothing is a fault, far beyond the plan and out of order are told`() throws
  {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try filled(liantu)
    sheet["碳酸锂项目", "本期累计"] = .decimal(-6000)
    try save(sheet, liantu)
    let negative = try collect(liantu, ["--write"])
    #expect(
      negative.status == 1 && negative.errors.contains("negative-amount"),
      "\(negative.errors)"
    )
    #expect(journal(liantu) == nil)
    sheet["碳酸锂项目", "本期累计"] = .decimal(6000 * 10)
    sheet["碳酸锂项目", "竣工实际日"] = .text("2024-05-01")
    try save(sheet, liantu)
    let odd = try collect(liantu)
    #expect(odd.status == 0 && odd.errors.contains("beyond-plan"), "\(odd.errors)")
    #expect(odd.errors.contains("milestones-out-of-order") && odd.errors.contains("2024-05-01"))
    #expect(odd.text.contains("追加 4 行"), "\(odd.text)")
    sheet["碳酸锂项目", "本期累计"] = .decimal(12000 * 3)
    sheet["碳酸锂项目", "竣工实际日"] = .text("2024-06-20")
    try save(sheet, liantu)
    let good = try collect(liantu)
    #expect(good.status == 0 && good.errors.isEmpty, "\(good.errors)")
  }

  @Test func `a correction without a reason is shown apart, and without numbers of lines`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try filled(liantu)
    try save(sheet, liantu)
    #expect(try collect(liantu, ["--write"]).status == 0)
    sheet["碳酸锂项目", "本期累计"] = .decimal(6100)
    try save(sheet, liantu)
    let refused = try collect(liantu, on: "2024-07-08")
    #expect(refused.text.contains("不追加：更正须用 --reason 说明原因"), "\(refused.text)")
    #expect(!refused.text.contains("要追加的内容") && !refused.text.contains("j6"), "\(refused.text)")
    let reasoned = try collect(liantu, ["--reason", "漏报"], on: "2024-07-08")
    #expect(reasoned.text.contains("要追加的内容") && !reasoned.text.contains("不追加"))
  }

  @Test func `a day before what is recorded already is not taken, and that is said`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    try save(try filled(liantu), liantu)
    #expect(try collect(liantu, ["--write"], on: "2024-07-08").status == 0)
    var sheet = try sheet(liantu, made: "2024-07-04")
    sheet["电池项目", "本期累计"] = .decimal(800)
    try save(sheet, liantu)
    let early = try collect(liantu, on: "2024-07-05")
    #expect(early.text.contains("不按 2024-07-05，按 2024-07-08 记"), "\(early.text)")
    let later = try collect(liantu, on: "2024-07-09")
    #expect(!later.text.contains("记录日不能倒退"), "\(later.text)")
  }
}
