import ChainFiles
import ChainModel
import Diagnostics
import PolicyReader
import TestSupport
import Testing

/// The draft as a data set that loads.
struct DraftTests {
  /// A document of all forms at once.
  static let text = """
    海州市人民政府办公室关于培育产业集群的实施意见
    海州市人民政府办公室
    2026年3月1日
    一、目标
    到2028年，规上企业达到100家以上，引进人才500名，产值突破300亿元。
    二、路径
    （一）百亿级新材料产业集群。
    发展目标：到2028年，集群产值达到120亿元，年均增长8%以上。
    1.龙头带动。依托甲乙新材、丙丁化工等龙头企业，完善海州经济开发区。
    2.项目带动。推进甲乙新材3GW组件、丙丁化工20万吨己二酸等项目建设。
    （二）五百亿级绿色化工产业集群。
    1.龙头带动。依托戊己化工等企业。
    三、任务
    （一）攻关。突破“卡脖子”技术: 创新。（牵头单位：市科技局；责任单位：市工业和信息化局、市财政局等）
    （二）帮扶。减免租金。（责任单位：市工信局）开放场景。（责任单位：各区政府）
    （三）其他。支持市科技局集团开展研发。（责任单位：资产集团，市工信局）
    四、保障措施
    加强领导。
    附件
    一、新材料产业集群
    责任领导：张 平 副市长
    牵头单位：市工信局
    责任单位：市科技局等，各区政府
    二、城市产业集群分工
    由市工信局统筹推进。
    （一）绿色化工产业集群
    责任领导：李明远 市政协副主席
    牵头单位：市工信局
    """

  private func load(_ text: String) throws -> Loaded {
    let draft = PolicyDraft(of: PolicyDocument(text: text), path: "意见.txt")
    let folder = try DatasetFolder(
      Dictionary(draft.files.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
    )
    return Dataset.load(folder: folder.path)
  }

  @Test func `a draft loads without errors, and holds what was read`() throws {
    let loaded = try load(Self.text)
    #expect(loaded.diagnostics.map(\.message.zh) == [])
    let graph = try #require(loaded.dataset).graph
    func names(_ kind: NodeKind) -> [String] {
      graph.nodes.filter { graph.kind(of: $0) == kind }.map { graph.name(of: $0) }
    }
    #expect(names(.cluster) == ["新材料产业集群", "绿色化工产业集群"])
    #expect(names(.leader) == ["张平", "李明远"])
    #expect(names(.enterprise) == ["甲乙新材", "丙丁化工", "戊己化工"])
    #expect(names(.project) == ["甲乙新材3GW组件项目", "丙丁化工20万吨己二酸项目"])
    #expect(names(.park) == ["海州经济开发区"])
    #expect(names(.target).count == 5)
    #expect(names(.department).contains("市工信局"))
    #expect(names(.task).contains("帮扶(第1段)"))
    // Two items of one heading have names of their own.
    #expect(names(.task).filter { $0.hasPrefix("龙头带动") }.count == 2)
  }

  @Test func `a draft of random text loads without errors`() throws {
    let words = [
      "一、", "（一）", "1.", "附件\n", "任务", "集群", "产业集群", "责任单位：", "牵头单位：", "责任领导：", "市科技局", "市: 局",
      "各区政府", "（", "）", "、", "，", "；", "。", "\n", "等", "张 三", "副市长", "到2025年", "达到", "50家", "3.5MW",
      "以上", "推进", "某某项目", "依托", "甲乙化工等企业", "海州开发区", "#", "\"", "'", "{", "}", "- ", "&a", "!", "\\",
      "null",
    ]
    for seed in Fuzzing.seeds(40) {
      var random = SplitMix64(seed: seed)
      var text = ""
      for _ in 0..<150 { text += words.randomElement(using: &random) ?? "" }
      let loaded = try load(text)
      let errors = loaded.diagnostics.filter { $0.severity == .error }
      #expect(errors.map(\.message.zh) == [], "seed \(seed)")
    }
  }

  @Test func `a draft loads whatever units its document counts in`() throws {
    let units = [
      "万元", "亿元", "美元", "兆瓦", "吉瓦", "MW", "GWh", "兆瓦时", "千瓦时", "万千瓦", "万吨", "吨标煤", "吨标准煤", "平方米",
      "亩",
      "公里", "米", "%", "‰", "个百分点", "倍", "台套", "张", "卡时", "人次", "标箱", "立方米",
    ]
    let aims = units.map { "指标甲达到50\($0)以上" }.joined(separator: "；")
    let text = "一、目标\n到2028年，\(aims)。"
    #expect(PolicyDocument(text: text).targets.count == units.count)
    let errors = try load(text).diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.message.zh) == [])
  }

  @Test func `an empty document is a draft with a review that says so`() throws {
    let document = PolicyDocument(text: "")
    #expect(document.review.map(\.reason) == [.missingHead, .guessedDate])
    let loaded = try load("")
    #expect(loaded.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  @Test func `no sentence of the document stands among the facts, and its text stands by itself`()
    throws
  {
    let draft = PolicyDraft(of: PolicyDocument(text: Self.text), path: "意见.txt")
    for (name, text) in draft.files
    where name.hasSuffix(".yaml") && name != "documents.yaml" && name != "dataset.yaml" {
      #expect(!text.contains("减免租金"))
      #expect(!text.contains("突破“卡脖子”技术"), "\(name)")
    }
    let file = try #require(draft.files.first { $0.name.hasPrefix("documents/") })
    #expect(file.text == Self.text)
    let documents = try #require(draft.files.first { $0.name == "documents.yaml" }).text
    #expect(documents.contains(file.name))
  }

  @Test func `a name that a spreadsheet would compute stays a text in the review`() throws {
    let text = "一、任务。（责任单位：市科技局、=cmd|1）"
    let draft = PolicyDraft(of: PolicyDocument(text: text), path: "a|b.txt")
    let csv = try #require(draft.files.first { $0.name == "review.csv" }).text
    #expect(csv.contains("'=cmd|1") && !csv.contains(",=cmd"))
    let page = try #require(draft.files.first { $0.name == "review.md" }).text
    #expect(page.contains("=cmd\\|1") && page.contains("a\\|b.txt"))
  }
}
