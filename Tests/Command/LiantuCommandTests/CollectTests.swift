import Foundation
import Spreadsheet
import Testing

/// Sheets go out and come back: what each kind of return leaves in the journal.
@Suite(.serialized) struct CollectTests {
  private static let facts = """
    document: [{name: 文, source: 一, date: 2023-08-18}]
    leader: [{name: 甲, source: 一}]
    department:
      - {name: 市数据局, source: 一, formerly: [{name: 市营商局, until: 2024-05-31}]}
      - {name: 市工信局, aliases: [市工业和信息化局], source: 一}
      - {name: 市审计局, source: 一}
    cluster:
      - {name: 锂电产业集群, level: city, source: 一, lead: 市工信局, accountable: 甲}
      - {name: 数字产业集群, level: city, source: 一}
    project:
      - {name: 碳酸锂项目, source: 二, partOf: 锂电产业集群, lead: 市工信局}
      - {name: 电池项目, source: 二, partOf: 锂电产业集群, lead: 市工信局}
      - {name: 数据中心项目, source: 三, partOf: 数字产业集群, lead: 市数据局}
      - {name: 无主项目, source: 四}
    target:
      - {name: 企业户数, source: 五, lead: 市工信局, value: 100 户}

    """
  private static let plan = """
    line,recorded,item,what,period,value,source
    p1,2024-01-15,碳酸锂项目,投资,2024,12000,会议
    p2,2024-01-15,碳酸锂项目,开工,,2024-04-30,会议

    """
  private static let journal = """
    line,recorded,received,period,by,item,type,status,value,progress,problem,next,milestone,date,corrects,answers,number,level,reason,source
    j1,2024-06-04,,2024-05,市工信局,碳酸锂项目,report,前期,5000 万元,场平,,,,,,,,,,
    j2,2024-06-04,,2024-05,市工信局,电池项目,report,在建,700 万元,,,,,,,,,,,

    """

  func prepared() throws -> Liantu {
    let liantu = try Liantu(.nothing)
    let manifest = Liantu.manifest.replacingOccurrences(of: "2024", with: "2024-01-01")
    try liantu.write(manifest, to: "data/dataset.yaml")
    try liantu.write(Self.facts, to: "data/facts.yaml")
    try liantu.write(Self.plan, to: "data/plans/2024.csv")
    try liantu.write(Self.journal, to: "data/journal/2024-06.csv")
    try liantu.write("start: 2024-04\n", to: "data/reporting.yaml")
    return liantu
  }

  /// The sheet of a department for a month, as it goes out.
  func sheet(
    _ liantu: Liantu,
    _ party: String = "市工信局",
    period: String = "2024-06",
    made: String = "2024-07-01"
  ) throws -> SheetFile {
    let made = try liantu.run(
      ["sheet", party, "--period", period, "--at", made, "-o", "出.xlsx", "--force"]
        + ["--dataset", "data", "--lang", "zh"]
    )
    #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    return try SheetFile(liantu.folder.appending(path: "出.xlsx"))
  }

  func save(_ sheet: SheetFile, _ liantu: Liantu, _ name: String = "回.xlsx") throws {
    try sheet.save(liantu.folder.appending(path: name))
  }

  func collect(
    _ liantu: Liantu,
    _ words: [String] = [],
    files: [String] = ["回.xlsx"],
    on day: String = "2024-07-04"
  ) throws -> Liantu.Outcome {
    try liantu.run(["collect"] + files + ["-o", "data", "--recorded", day, "--lang", "zh"] + words)
  }

  func journal(_ liantu: Liantu, _ month: String = "2024-07") -> String? {
    let url = liantu.folder.appending(path: "data/journal/\(month).csv")
    return (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A sheet that is filled in as it should be.
  func filled(_ liantu: Liantu) throws -> SheetFile {
    var sheet = try sheet(liantu)
    sheet["碳酸锂项目", "本期累计"] = .decimal(6000)
    sheet["碳酸锂项目", "状态"] = .text("在建")
    sheet["碳酸锂项目", "开工实际日"] = .text("2024年6月20日")
    sheet["企业户数", "本期累计"] = .text("８２户")
    return sheet
  }

  @Test func `a sheet tells what is known and asks for the month`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let sheet = try sheet(liantu)
    #expect(sheet.lead.prefix(3) == ["报送单位：市工信局", "报告期：2024-06", "制表日：2024-07-01"])
    #expect(
      sheet.headings.prefix(11) == [
        "编号", "事项", "集群", "责任领导", "年计划", "上月累计", "本期累计", "状态", "形象进度", "存在问题", "下步措施",
      ]
    )
    #expect(sheet.headings.dropFirst(11).prefix(2) == ["前期计划日", "前期实际日"])
    #expect(sheet.headings.count == 24 && sheet.headings.last == "上月灯")
    #expect(sheet.rows.map { $0[1] } == [.text("碳酸锂项目"), .text("电池项目"), .text("企业户数")])
    #expect(sheet["碳酸锂项目", "编号"] == .text("project:碳酸锂项目"))
    #expect(sheet["碳酸锂项目", "集群"] == .text("锂电产业集群"))
    #expect(sheet["碳酸锂项目", "责任领导"] == .text("甲"))
    #expect(sheet["碳酸锂项目", "年计划"] == .decimal(12000))
    #expect(sheet["碳酸锂项目", "上月累计"] == .decimal(5000))
    #expect(sheet["碳酸锂项目", "开工计划日"] == .text("2024-04-30"))
    #expect(sheet["企业户数", "年计划"] == .decimal(100))
    #expect(sheet["碳酸锂项目", "本期累计"] == .empty)
    let none = try liantu.run(
      ["sheet", "市审计局", "--period", "2024-06", "-o", "x.xlsx", "--dataset", "data", "--lang", "zh"]
    )
    #expect(none.status == 3 && none.errors.contains("没有要“市审计局”报的事项"))
    #expect(none.errors.contains("市工信局") && !liantu.exists("x.xlsx"))
  }

  @Test func `a good sheet adds its lines and leaves what was there, byte for byte`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    try save(try filled(liantu), liantu)
    let shown = try collect(liantu)
    #expect(shown.status == 0 && shown.errors.isEmpty, "\(shown.errors)")
    #expect(shown.text.contains("要在 journal/2024-07.csv 追加 3 行；尚未写入"))
    #expect(journal(liantu) == nil)
    let written = try collect(liantu, ["--write", "--received", "2024-07-03"])
    #expect(written.status == 0 && written.text.contains("已在 journal/2024-07.csv 追加 3 行"))
    #expect(journal(liantu, "2024-06") == Self.journal)
    let lines = try #require(journal(liantu)).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines[1]
        == "j3,2024-07-04,2024-07-03,2024-06,市工信局,project:碳酸锂项目,report,在建,6000 万元,,,,,,,,,,,回.xlsx"
    )
    #expect(lines[2].contains("milestone") && lines[2].contains("开工,2024-06-20"))
    #expect(lines[3].contains("target:企业户数,report,,82 户"))
    let left = try liantu.run(
      ["unreported", "市工信局", "--period", "2024-06", "--at", "2024-07-31", "--dataset", "data"]
        + ["--format", "csv"]
    )
    #expect(left.text.contains("电池项目") && !left.text.contains("碳酸锂项目"))
  }

  @Test func `the same again adds nothing, other values need a reason`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try filled(liantu)
    try save(sheet, liantu)
    #expect(try collect(liantu, ["--write"]).status == 0)
    let before = journal(liantu)
    let again = try collect(liantu, ["--write"], on: "2024-07-08")
    #expect(again.status == 0 && again.errors.isEmpty && again.text.contains("没有可追加的"))
    #expect(journal(liantu) == before)

    sheet["碳酸锂项目", "本期累计"] = .decimal(6100)
    sheet["碳酸锂项目", "开工实际日"] = .text("2024-06-21")
    try save(sheet, liantu)
    let refused = try collect(liantu, ["--write"], on: "2024-07-08")
    #expect(refused.status == 1 && refused.errors.contains("sheet-corrects"))
    for text in ["6000 万元", "6100 万元", "2024-06-20", "2024-06-21"] {
      #expect(refused.text.contains(text), "\(text): \(refused.text)")
    }
    #expect(journal(liantu) == before)
    let corrected = try collect(liantu, ["--write", "--reason", "漏报一笔"], on: "2024-07-08")
    #expect(corrected.status == 0, "\(corrected.errors)")
    let after = try #require(journal(liantu))
    #expect(after.hasPrefix(before ?? "?"))
    let added = after.dropFirst(before?.count ?? 0).split(separator: "\n")
    #expect(added.count == 2 && added[0].contains("在建,6100 万元"))
    #expect(added.allSatisfy { $0.contains("漏报一笔") })
    #expect(added[0].contains(",j3,") && added[1].contains(",j4,"))
  }

  @Test func `an old sheet that was not touched takes no correction back`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    try save(try filled(liantu), liantu)
    #expect(try collect(liantu, ["--write"]).status == 0)
    let old = try sheet(liantu, made: "2024-07-05")
    #expect(old["碳酸锂项目", "本期累计"] == .decimal(6000))
    var other = old
    other["碳酸锂项目", "本期累计"] = .decimal(6100)
    try save(other, liantu)
    let corrected = try collect(liantu, ["--write", "--reason", "核实"], on: "2024-07-08")
    #expect(corrected.status == 0, "\(corrected.errors)")
    let before = journal(liantu)
    var emptied = old
    emptied["碳酸锂项目", "状态"] = .empty
    try save(emptied, liantu)
    let again = try collect(liantu, ["--write"], on: "2024-07-09")
    #expect(again.status == 0 && again.text.contains("没有可追加的"))
    #expect(again.errors.contains("sheet-cell-emptied") && journal(liantu) == before)
  }

  @Test func `the heading of a sheet counts, whichever month it is of`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    // Last month's, returned late: of one item nothing was reported yet.
    var late = try sheet(liantu, period: "2024-05", made: "2024-06-02")
    late["企业户数", "本期累计"] = .text("70户")
    try save(late, liantu)
    let taken = try collect(liantu, ["--format", "json"])
    #expect(taken.status == 0 && taken.text.contains("\"late\": true"), "\(taken.text)")
    #expect(taken.text.contains("2024-05"))

    // Last month's figures under a new heading.
    var repeated = try sheet(liantu)
    repeated["碳酸锂项目", "本期累计"] = .decimal(5000)
    repeated["电池项目", "本期累计"] = .text("0.07亿元")
    try save(repeated, liantu)
    let warned = try collect(liantu)
    #expect(warned.status == 0 && warned.errors.contains("sheet-repeats"), "\(warned.errors)")
    #expect(warned.text.contains("追加 2 行"))

    // Less than the month before.
    var less = try sheet(liantu)
    less["碳酸锂项目", "本期累计"] = .decimal(400)
    try save(less, liantu)
    let told = try collect(liantu)
    #expect(told.status == 0 && told.errors.contains("sheet-less") && told.errors.contains("!G6"))

    // A month to come.
    var ahead = try filled(liantu)
    ahead.lead[1] = "报告期：2024年9月"
    try save(ahead, liantu)
    let refused = try collect(liantu)
    #expect(refused.status == 1 && refused.errors.contains("尚未开始"))
  }

  @Test func `rows of others, unknown ones and repeated ones are faults at their cells`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try filled(liantu)
    let other = try self.sheet(liantu, "市数据局").rows[0]
    sheet.rows.append(other)
    sheet.rows[3][6] = .decimal(5)
    sheet.rows.append(sheet.rows[0])
    sheet["电池项目", "编号"] = .text("project:电池项日")
    try save(sheet, liantu)
    let refused = try collect(liantu, ["--write", "--back", "退回.xlsx"])
    #expect(refused.status == 1 && journal(liantu) == nil)
    #expect(refused.errors.contains("由市数据局报送") && refused.errors.contains("!A9"))
    #expect(refused.errors.contains("写了两次") && refused.errors.contains("!A10"))
    #expect(refused.errors.contains("project:电池项目") && refused.errors.contains("!A7"))
    let back = try SheetFile(liantu.folder.appending(path: "退回.xlsx"))
    #expect(back.headings.last == "退回原因" && back.rows.count == 5)
    #expect(back.rows[0][6] == .decimal(6000))
    guard case .text(let why) = back.rows[3][24] else {
      Issue.record("\(back.rows[3])")
      return
    }
    #expect(why.contains("由市数据局报送"))
    // Mended, the same file is taken.
    var mended = back
    mended.rows = Array(mended.rows.prefix(3))
    mended["电池项目", "编号"] = .text("project:电池项目")
    try save(mended, liantu)
    let taken = try collect(liantu, ["--write"])
    #expect(taken.status == 0 && taken.text.contains("追加 3 行"), "\(taken.errors)\(taken.text)")
  }

  @Test func `a department that was renamed or merged is known by its old name`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try sheet(liantu, "市数据局")
    sheet.lead[0] = "报送单位：市营商局"
    sheet["数据中心项目", "本期累计"] = .decimal(10)
    try save(sheet, liantu)
    #expect(try collect(liantu, ["--write"]).status == 0)
    #expect(journal(liantu)?.contains("市数据局,project:数据中心项目,report,,10 万元") == true)
  }

  @Test func `rows may be sorted and deleted, columns moved and added`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try filled(liantu)
    sheet.rows.reverse()
    sheet.delete("电池项目")
    sheet.headings.append("备注")
    for row in sheet.rows.indices { sheet.rows[row].append(.text("略")) }
    sheet.reverseColumns()
    var sum = Array(repeating: Workbook.Cell.empty, count: sheet.headings.count)
    sum[sheet.headings.firstIndex(of: "事项") ?? 0] = .text("合计")
    sum[sheet.headings.firstIndex(of: "本期累计") ?? 0] = .decimal(6082)
    sheet.rows += [Array(repeating: .empty, count: sheet.headings.count), sum]
    try save(sheet, liantu)
    let taken = try collect(liantu, ["--format", "json"])
    #expect(taken.status == 0 && taken.text.contains("\"lines\": 3"), "\(taken.errors)")
    #expect(taken.text.contains("\"missing\": 1"))
    #expect(taken.errors.contains("“备注”不是表里的列") && taken.errors.contains("合计或表注"))
  }

  @Test(arguments: [
    ("本期累计", "35%", "是百分数"), ("本期累计", "3500顿", "没有单位“顿”"), ("本期累计", "2024-06-30", "不是数"),
    ("本期累计", "5户", "单位不是这一项的"), ("本期累计", "12,00", "不是数"),
    ("开工实际日", "6月20日", "不是日期"), ("开工实际日", "45463", "不是日期"), ("开工实际日", "2024-08-01", "晚于收到日"),
    ("事项", "电池项目", "这一行却是"),
  ])
  func `what cannot be read is a fault at its cell`(
    heading: String,
    text: String,
    told: String
  ) throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try sheet(liantu)
    sheet["碳酸锂项目", heading] = .text(text)
    try save(sheet, liantu)
    let refused = try collect(liantu, ["--write"])
    #expect(refused.status == 1 && refused.errors.contains(told), "\(refused.errors)")
    #expect(refused.errors.contains("月报!") && journal(liantu) == nil)
  }

  @Test func `without the column of amounts nothing is taken`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    var sheet = try filled(liantu)
    let place = try #require(sheet.headings.firstIndex(of: "本期累计"))
    sheet.headings[place] = "本期累计(万元)"
    try save(sheet, liantu)
    let refused = try collect(liantu, ["--write"])
    #expect(refused.status == 1 && refused.errors.contains("没有“本期累计”列"), "\(refused.errors)")
    #expect(journal(liantu) == nil)
  }

  @Test func `a stranger's first files are told apart`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    try liantu.write("not a workbook", to: "回.xlsx")
    #expect(try collect(liantu).errors.contains("不是 Excel 工作簿"))
    #expect(
      try liantu("export", "workbook", "--dataset", "data", "-o", "回.xlsx", "--force").status == 0
    )
    let other = try collect(liantu)
    #expect(other.status == 1 && other.errors.contains("不是月报表"))

    try save(try sheet(liantu), liantu)
    let empty = try collect(liantu)
    #expect(empty.status == 0 && empty.text.contains("没有填写"))

    var elsewhere = try filled(liantu)
    for row in elsewhere.rows.indices { elsewhere.rows[row][0] = .text("project:别处\(row)") }
    try save(elsewhere, liantu)
    let lost = try collect(liantu)
    #expect(lost.status == 1 && lost.errors.contains("3 个事项，数据集里一个也没有"))
    elsewhere.lead[0] = "报送单位：别处的局"
    try save(elsewhere, liantu)
    #expect(try collect(liantu).errors.contains("没有单位叫“别处的局”"))
    elsewhere.lead[0] = ""
    try save(elsewhere, liantu)
    #expect(try collect(liantu).errors.contains("表上方没有“报送单位”"))
    let nowhere = try liantu.run(["collect", "回.xlsx", "-o", "nowhere", "--lang", "zh"])
    #expect(nowhere.status == 3 && nowhere.errors.contains("不是数据集的文件夹"))
  }

  @Test func `of several files each is judged by those before it`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    try liantu.write("", to: "收回/~$一.xlsx")
    try save(try filled(liantu), liantu, "收回/一.xlsx")
    var second = try sheet(liantu)
    second["碳酸锂项目", "本期累计"] = .decimal(6000)
    second["电池项目", "本期累计"] = .decimal(900)
    try save(second, liantu, "收回/二.xlsx")
    var third = try sheet(liantu, "市数据局")
    third["数据中心项目", "本期累计"] = .text("很多")
    try save(third, liantu, "收回/三.xlsx")
    let taken = try collect(liantu, ["--write", "--back", "退回"], files: ["收回"])
    #expect(taken.status == 1 && taken.errors.contains("三.xlsx"))
    let lines = try #require(journal(liantu)).split(separator: "\n")
    #expect(lines.count == 5, "\(lines)")
    #expect(Set(lines.compactMap { $0.split(separator: ",").first }).count == 5)
    #expect(liantu.exists("退回/三.xlsx") && !liantu.exists("退回/一.xlsx"))
  }
}

extension Liantu {
  fileprivate func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }
}
