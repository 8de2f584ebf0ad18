/// What a column of a table holds, told by its head.
struct TableColumn: Hashable, Sendable {
  /// What the cells below a head are.
  enum Content: Hashable, Sendable {
    /// A number of the row.
    case ordinal
    /// What the row is about: a chain, a cluster, a task.
    case item
    /// What is to be done, a part of the item where there is one.
    case measure
    /// Who has a role, the head being its label.
    case parties
    /// The titles of the people in the column before.
    case titles
    /// Who is to be called.
    case contact
    /// What is to be reached, as a text.
    case aim
    /// What is measured.
    case metric
    /// In what it is measured.
    case unit
    /// The figure that is to be reached, in a year where the head names one.
    case goal(year: String?)
    /// Until when.
    case term
    /// A list of enterprises, which may be called leading.
    case enterprises(isAnchor: Bool)
    /// The enterprise that the row is about.
    case enterprise
    /// A list of projects.
    case projects
    /// The project that the row is about.
    case project
    /// Who builds the project.
    case builder
    /// What is built.
    case content
    /// The sum of the project, in a unit.
    case investment
    /// The sum of one year.
    case yearInvestment
    /// From when to when it is built.
    case years
    /// How far it is.
    case status
    /// What is not read.
    case other
  }

  let content: Content
  /// The words of the head, without spaces; those of two rows of heads with a `/` between.
  let label: String
  /// What a bracket of the head says its figures are in.
  let unit: String?

  private static let longest = 24

  private static let words: [(words: [Word], content: Content)] = [
    (["序号", "编号"], .ordinal),
    (["电话", "联系方式", "联络员", "联络人", "手机"], .contact),
    (["建设单位", "项目单位", "业主单位", "项目业主", "投资主体", "投资单位", "承建单位", "建设主体", "项目主体", "投资方"], .builder),
    (["年度计划投资", "年计划投资", "年度投资", "年计划完成投资", "当年投资", "年投资"], .yearInvestment),
    (["总投资", "投资额", "投资总额", "计划投资", "投资规模", "投资"], .investment),
    (
      [
        "完成时限", "完成时间", "时限", "时间节点", "时间安排", "完成期限", "进度要求", "进度安排", "时间进度", "办结时间",
        "完成年限", "期限", "推进时间",
      ], .term
    ),
    (["建设年限", "建设起止年限", "起止年限", "建设周期", "建设期限", "起止时间", "建设时间", "建设工期"], .years),
    (["建设单位", "项目单位", "业主单位", "项目业主", "投资主体", "投资单位", "承建单位", "建设主体", "项目主体", "投资方"], .builder),
    (["建设内容", "建设规模", "项目内容", "主要内容及规模", "项目概况", "项目简介"], .content),
    (["建设阶段", "项目状态", "建设性质", "进展情况", "项目进展", "目前进展", "建设状态"], .status),
    (["链主企业", "龙头企业", "领军企业"], .enterprises(isAnchor: true)),
    (["重点企业", "骨干企业", "代表企业", "主要企业", "配套企业", "链上企业", "本地企业"], .enterprises(isAnchor: false)),
    (["重点项目", "重大项目", "支撑项目", "主要项目"], .projects),
    (["企业名称", "企业名录", "单位名称", "公司名称"], .enterprise),
    (["项目名称"], .project),
    (
      [
        "具体举措", "主要举措", "工作举措", "具体任务", "具体措施", "工作措施", "主要措施", "工作内容", "具体内容", "主要内容",
        "任务内容", "工作要求", "具体事项", "细化任务", "任务举措", "推进举措", "重点举措", "政策内容", "具体工作", "主要任务内容",
      ], .measure
    ),
  ]
  private static let items: [Word] = [
    "链", "集群", "任务", "事项", "名称", "内容", "产业", "工作", "措施", "重点", "举措", "目标", "领域", "类别", "行业", "方向",
    "项目",
    "企业",
  ]

  /// The column under `head`; `nil` where the words are no head of a table.
  init?(head: ArraySlice<Unicode.Scalar>) {
    let plain = Array(head.filter { !$0.isSpace })
    guard !plain.isEmpty, plain.count <= Self.longest, !plain.contains("。"), !plain.contains(":")
    else {
      return nil
    }
    let bare = UnitWords.base(plain[...])
    unit = Self.unit(of: plain[...])
    label = plain.string
    guard let content = Self.content(of: bare.isEmpty ? plain[...] : bare, plain[...]) else {
      return nil
    }
    self.content = content
  }

  private init(_ content: Content, _ label: String, _ unit: String?) {
    self.content = content
    self.label = label
    self.unit = unit
  }

  /// The column with another content.
  func holding(_ content: Content) -> TableColumn { TableColumn(content, label, unit) }

  /// The column with a unit of money, where its own head has none.
  func measured(in unit: String?) -> TableColumn { TableColumn(content, label, self.unit ?? unit) }

  /// A head under which nothing is read.
  init(unread head: ArraySlice<Unicode.Scalar>) {
    content = .other
    label = head.filter { !$0.isSpace }.string
    unit = nil
  }

  private static func content(
    of bare: ArraySlice<Unicode.Scalar>,
    _ whole: ArraySlice<Unicode.Scalar>
  ) -> Content? {
    let last = bare.split(separator: "/").last ?? bare
    if last.elementsEqual("职务".unicodeScalars) || last.elementsEqual("职位".unicodeScalars) {
      return .titles
    }
    if label(of: bare) != nil { return .parties }
    if let content = goal(bare, whole) { return content }
    // 链主(龙头)企业/企业名称
    if whole.contains("企业"), whole.containsAny(["链主", "龙头", "领军"]) {
      return .enterprises(isAnchor: true)
    }
    for (words, content) in words where bare.containsAny(words) { return content }
    if bare.elementsEqual("序".unicodeScalars) { return .ordinal }
    if bare.elementsEqual("项目".unicodeScalars) { return .project }
    if bare.elementsEqual("企业".unicodeScalars) { return .enterprise }
    if bare.count <= 10, bare.ending(of: items) != nil { return .item }
    return nil
  }

  /// What heads of a table of targets say: 指标, 单位, 2025年目标值; what is so already is no target.
  private static func goal(
    _ head: ArraySlice<Unicode.Scalar>,
    _ whole: ArraySlice<Unicode.Scalar>
  ) -> Content? {
    let text = head.string
    if ["指标", "指标名称", "主要指标", "核心指标", "目标指标", "具体指标"].contains(text) { return .metric }
    if ["单位", "计量单位"].contains(text) { return .unit }
    guard !whole.containsAny(["完成", "现状", "基期", "基数", "实际", "投资", "占比", "进展", "上年"]) else {
      return nil
    }
    let year = head.split { !$0.isDigit }.first { $0.count == 4 && $0.first == "2" }?.string
    let isYear = year != nil && head.filter { $0.isHan }.elementsEqual("年".unicodeScalars)
    if isYear || head.ends("目标值") || year != nil && head.ends("目标") { return .goal(year: year) }
    if head.containsAny(["工作目标", "目标要求", "预期目标", "年度目标", "绩效目标", "目标任务", "主要目标", "发展目标"]) {
      return .aim
    }
    return nil
  }

  /// The words of a head that are the label of a statement: 链长 of 链长/姓名.
  static func label(of head: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>? {
    if RoleLabel(head) != nil { return head }
    let parts = head.split(separator: "/")
    if parts.count > 1 {
      if let last = parts.last, RoleLabel(last) != nil { return last }
      if let first = parts.first, RoleLabel(first) != nil, let last = parts.last,
        ["姓名", "名称", "单位", "领导"].contains(last.string)
      {
        return first
      }
    }
    return nil
  }

  /// The unit that a bracket of the head tells: 总投资(亿元), 投资(万元)/总投资.
  private static func unit(of head: ArraySlice<Unicode.Scalar>) -> String? {
    head.split { $0.closing != nil || $0.opening != nil || $0 == "/" || $0 == ":" }
      .lazy.compactMap { moneyUnit($0) }.first
  }

  /// A unit of money, 单位 before it or not; `nil` for other words.
  static func moneyUnit(_ words: ArraySlice<Unicode.Scalar>) -> String? {
    var words = words.trimmed
    if words.starts("单位") { words = words.dropFirst(2).drop { $0 == ":" || $0.isSpace } }
    let unit = words.string
    return ["亿元", "万元", "元", "亿美元", "万美元"].contains(unit) ? unit : nil
  }
}
