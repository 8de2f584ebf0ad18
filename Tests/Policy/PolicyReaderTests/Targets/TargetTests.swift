import PolicyReader
import Testing

/// Which numbers are targets, and what they say.
struct TargetTests {
  @Test func `comparators, growth, baselines and deadlines are read`() {
    let text =
      "一、目标\n到2027年，规上企业力争达到200家以上，研发投入强度不低于3.5%，产值突破1000亿元，营业收入较2023年增长15%。"
    #expect(
      Facts.targets(text) == [
        "规上企业 以上 200 家 到2027 力争", "研发投入强度 以上 3.5 % 到2027 力争", "产值 超过 1000 亿元 到2027 力争",
        "营业收入增长 达到 15 % 到2027 比2023 力争",
      ]
    )
  }

  @Test func `what is counted may stand behind the number`() {
    #expect(
      Facts.targets("一、任务\n到2026年底，培育5个以上特色园区、引进10家左右知名品牌。")
        == ["特色园区 以上 5 个 到2026-12", "知名品牌 左右 10 家 到2026-12"]
    )
  }

  @Test func `sums that are given, limits, conditions and states are no targets`() {
    let text = """
      一、支持
      给予最高不超过500万元补助，按30%给予贴息。
      目前全市企业已达到120家。
      贷款利率不高于4%，团队人数一般不超过10人。
      对年薪连续2年达到50万元的人才，给予奖励。
      依托100万吨/年装置，推进海港20万千瓦风电项目。
      """
    #expect(Facts.targets(text).isEmpty)
  }

  @Test func `scales and groups of digits come out in the model's units`() {
    #expect(
      Facts.targets("一、目标\n到2030年，产值达到1.2万亿元，就业达到3,500人，用户超过2万户，装机达到50万千瓦。") == [
        "产值 达到 12000 亿元 到2030", "就业 达到 3500 人 到2030", "用户 超过 20000 户 到2030",
        "装机 达到 50 万千瓦 到2030",
      ]
    )
  }

  @Test func `a range keeps its lower end, and words may say a number`() {
    let text = "一、目标\n每年建设3—5个示范社区。到2028年，游客和收入实现翻一番。"
    #expect(
      Facts.targets(text) == [
        "示范社区 达到 3 个", "游客 达到 2 倍 到2028", "收入 达到 2 倍 到2028",
      ]
    )
    #expect(Facts.doubts(text).contains("2 range 示范社区"))
  }

  @Test func `a number without a comparator is a doubt`() {
    let text = "一、任务\n每年举办对接活动12场。"
    #expect(Facts.targets(text) == ["举办对接活动 达到 12 场"])
    #expect(Facts.doubts(text) == ["2 bare-target 举办对接活动"])
  }

  @Test func `a sum is a target where its sentence plans it, and so are its parts`() {
    let text =
      "一、项目\n初步谋划重点工业项目 160 个，概算总投资 290 亿元。全年 8 个园区完成投资 160 亿元，其中基础设施 30 亿元、标准厂房 10 亿元。"
    #expect(
      Facts.targets(text) == [
        "谋划重点工业项目 达到 160 个", "总投资 达到 290 亿元", "全年8个园区完成投资 达到 160 亿元", "基础设施 达到 30 亿元",
        "标准厂房 达到 10 亿元",
      ]
    )
  }

  @Test func `a size that only describes a noun is no target`() {
    let text = "一、目标\n到2027年，推进100亿元项目2个、50—100亿元项目3个，新增10亿元以上企业20家。建成甲乙60万吨甲醇装置。"
    #expect(
      Facts.targets(text) == [
        "推进100亿元项目 达到 2 个 到2027", "50—100亿元项目 达到 3 个 到2027", "新增10亿元以上企业 达到 20 家 到2027",
      ]
    )
  }

  @Test func `figures that are listed share their words`() {
    #expect(
      Facts.targets("一、目标\n2026-2028年，工业投资分别达到60亿元、70亿元、80亿元。") == [
        "工业投资分别 达到 60 亿元 到2028", "工业投资分别 达到 70 亿元 到2028", "工业投资分别 达到 80 亿元 到2028",
      ]
    )
  }

  @Test func `about stays about beside growth, and a limit that is kept is a doubt`() {
    let text = "一、目标\n2027年全市生产总值增长8%左右；城镇登记失业率控制在4.5%以内。"
    #expect(Facts.targets(text) == ["全市生产总值增长 左右 8 % 到2027", "城镇登记失业率 以内 4.5 % 到2027"])
    #expect(Facts.doubts(text) == ["2 limit-target 城镇登记失业率"])
  }

  @Test func `what is so already stays so to the end of its sentence, unless an aim follows`() {
    let text = "一、现状\n目前，两个产业正在壮大，其中食品产业1-8月份收入超735亿元。目前企业有50家，到2027年企业达到80家。"
    #expect(
      Facts.targets(text).map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "达到 80 家 到2027"
      ]
    )
  }
}
