import RegisterMatching
import Testing

@Suite struct FirmNamesTests {
  private static let codes = ["91211400123456789A", "91211400223456789B", "91211400323456789C"]

  private static let firms = [
    KnownFirm(name: "中国石油天然气股份有限公司锦西石化分公司", creditCode: codes[0]),
    KnownFirm(name: "渤海船舶重工有限责任公司", formerNames: ["渤海造船厂"], creditCode: codes[1]),
    KnownFirm(name: "京东方科技集团股份有限公司"),
    KnownFirm(name: "湖北双环科技股份有限公司", aliases: ["双环化工"]),
    KnownFirm(name: "葫芦岛市连石化工有限责任公司", creditCode: codes[2]),
    KnownFirm(name: "葫芦岛连山机械厂"),
    KnownFirm(name: "锦州宏达泵业有限公司"),
    KnownFirm(name: "葫芦岛宏达泵业有限公司"),
    KnownFirm(name: "吉林电力股份有限公司"),
  ]
  private let names = FirmNames(firms, places: ["绥中"])

  private func resolve(_ name: String, _ code: String? = nil) -> FirmResolution {
    names.resolve(name: name, creditCode: code)
  }

  @Test(arguments: [
    ("锦西石化", 0), ("渤船重工", 1), ("渤海船舶", 1), ("京东方A", 2), ("京东方Ａ", 2), ("ST双环", 3), ("*ST双环", 3),
    ("双环科技", 3), ("连石化工", 4), ("葫芦岛连石", 4), ("葫芦岛市连石化工", 4), ("连山机械厂", 5), ("锦州宏达", 6),
    ("吉电股份", 8),
  ])
  func `a short name is proposed`(_ name: String, _ firm: Int) throws {
    let found = resolve(name)
    #expect(found == .proposed(FirmNumber(firm), .shortName(of: Self.firms[firm].name)))
    #expect(!found.isCertain)
    #expect(found.why.zh == "可能是“\(Self.firms[firm].name)”的简称")
  }

  @Test(arguments: [
    "", " ", "（）", "宏", "石化", "机械", "机械厂", "葫芦岛", "有限公司", "股份有限公司", "葫芦岛有限公司", "锦西", "大双环",
    "宏达运输", "宏达机械有限公司", "葫芦岛连石有限公司", "石化分公司", "A", "ST",
  ])
  func `what has not the firm's own word is no short name`(_ name: String) {
    let found = resolve(name)
    #expect(name == "锦西" ? found.firms == [FirmNumber(0)] : found == .none)
  }

  @Test func `a name that fits several is ambiguous, in their order`() {
    let both = [FirmNumber(6), FirmNumber(7)]
    let found = resolve("宏达泵业")
    #expect(found.firms == both)
    #expect(found.why.en == "one of 2 firms: may shorten '锦州宏达泵业有限公司'")
    #expect(resolve("宏达泵业有限公司").firms == both)
    let many = FirmNames((0..<9).map { KnownFirm(name: "\(["葫芦岛", "锦州", "营口"][$0 % 3])宏达\($0)厂") })
    guard case .ambiguous(let firms, _, let total) = many.resolve(name: "宏达", limit: 3) else {
      Issue.record("it is ambiguous")
      return
    }
    #expect(firms == [0, 1, 2].map { FirmNumber($0) } && total == 9)
  }

  @Test(arguments: [
    "渤海船舶重工有限责任公司", "渤海船舶重工有限公司", "渤海 船舶重工（有限公司）", "【渤海船舶重工】有限公司",
  ])
  func `the very name is found in another spelling`(_ name: String) {
    #expect(resolve(name) == .proposed(FirmNumber(1), .fullName))
  }

  @Test func `a full name leaves out the place at its front, and nothing else`() {
    #expect(resolve("葫芦岛连石化工有限公司").firms == [FirmNumber(4)])
    #expect(resolve("连石化工有限公司").firms == [FirmNumber(4)])
    #expect(resolve("葫芦岛连石化工股份有限公司") == .none)
    #expect(resolve("渤海重工有限公司") == .none)
    #expect(resolve("吉林电力有限公司").firms == [FirmNumber(8)])
  }

  @Test func `former names, aliases and branches are told as such`() {
    #expect(resolve("渤海造船厂") == .proposed(FirmNumber(1), .formerName("渤海造船厂")))
    #expect(resolve("渤海造船").firms == [FirmNumber(1)])
    #expect(resolve("双环化工") == .proposed(FirmNumber(3), .alias("双环化工")))
    let branch = resolve("渤海船舶重工有限责任公司兴城分公司")
    #expect(branch == .proposed(FirmNumber(1), .branch("兴城分公司")))
    #expect(branch.why.zh == "是其分支机构：兴城分公司")
    #expect(resolve("无名船舶有限公司兴城分公司") == .none)
    #expect(resolve("中国石油天然气股份有限公司锦西石化分公司") == .proposed(FirmNumber(0), .fullName))
  }

  @Test func `a code alone is certain`() {
    let found = resolve("", Self.codes[1])
    #expect(found.isCertain && found.firms == [FirmNumber(1)])
    #expect(resolve("渤海造船厂", Self.codes[1]) == .certain(FirmNumber(1), isNamed: true))
    #expect(resolve("渤海船舶重工有限公司", Self.codes[1]) == .certain(FirmNumber(1), isNamed: true))
    let renamed = resolve("渤海重工集团有限公司", Self.codes[1])
    #expect(renamed == .certain(FirmNumber(1), isNamed: false))
    #expect(renamed.why.zh == "统一社会信用代码相同，名称不同，可能已更名")
  }

  @Test func `a code that speaks against the name makes nothing certain`() {
    let mixed = resolve("葫芦岛市连石化工有限公司", Self.codes[1])
    #expect(mixed.firms == [FirmNumber(1), FirmNumber(4)] && !mixed.isCertain)
    let other = "91211400999999999X"
    let named = resolve("葫芦岛市连石化工有限公司", other)
    #expect(named == .proposed(FirmNumber(4), .fullNameWithOtherCode))
    #expect(resolve("连石化工", other) == .none)
    #expect(resolve("渤海造船厂", other) == .none)
    #expect(resolve("京东方A", other).firms == [FirmNumber(2)])
  }

  @Test(arguments: ["无", "000000000000000000", "9.12E+17", "91211400223456789b", ""])
  func `what cannot be a code is taken for none`(_ code: String) {
    let firms = FirmNames([
      KnownFirm(name: "甲厂", creditCode: code), KnownFirm(name: "乙厂", creditCode: code),
    ])
    #expect(firms.resolve(name: "丙厂", creditCode: code) == .none)
    #expect(firms.resolve(name: "甲厂", creditCode: code) == .proposed(FirmNumber(0), .fullName))
  }

  @Test func `a code that several rows have is not certain`() {
    let code = Self.codes[0]
    let firms = FirmNames([
      KnownFirm(name: "甲厂", creditCode: code), KnownFirm(name: "乙厂", creditCode: code),
    ])
    let found = firms.resolve(name: "甲厂", creditCode: code)
    #expect(found == .ambiguous([FirmNumber(0), FirmNumber(1)], .sharedCode, total: 2))
  }

  @Test func `doubles in one register are told with their rows`() {
    let rows = [
      KnownFirm(name: "甲（集团）有限责任公司", creditCode: Self.codes[0]), KnownFirm(name: "乙厂"),
      KnownFirm(name: "丙厂", creditCode: Self.codes[0]), KnownFirm(name: "甲(集团) 有限公司"),
      KnownFirm(name: "丁厂", creditCode: "无"), KnownFirm(name: "戊厂", creditCode: "无"),
      KnownFirm(name: ""), KnownFirm(name: " "),
    ]
    let doubles = RegisterDoubles(rows)
    #expect(doubles.codes.map(\.rows) == [[FirmNumber(0), FirmNumber(2)]])
    #expect(doubles.codes.first?.text == Self.codes[0])
    #expect(doubles.names.map(\.rows) == [[FirmNumber(0), FirmNumber(3)]])
    #expect(doubles.names.first?.text == "甲（集团）有限责任公司")
  }
}
