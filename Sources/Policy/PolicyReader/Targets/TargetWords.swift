/// The words by which a number is told to be a target, or not to be one.
enum TargetWords {
  static let exceed: [Word] = ["超过", "突破", "高于", "大于", "逾", "超", "多于"]
  static let atLeast: [Word] = ["不低于", "不少于", "至少", "不小于", "不低於"]
  static let reach: [Word] = [
    "达到", "达", "完成", "实现", "增至", "提高到", "提升到", "提高至", "提升至", "增加到", "扩大到", "保持在", "稳定在", "建成", "累计",
    "增长到", "新增",
  ]
  static let growth: [Word] = ["增长", "提高", "提升", "增加", "增速", "增幅", "下降", "降低", "翻"]
  static let caps: [Word] = [
    "不超过", "最高", "不高于", "不多于", "上限", "以内", "以下", "低于", "最长", "每人", "一般", "原则上", "不得",
  ]
  /// Words of money and favours that are given, and of conditions for them.
  static let subsidies: [Word] = [
    "补助", "补贴", "奖励", "资助", "贴息", "贷款", "给予", "租金", "免租", "减免", "优惠", "申领", "资金支持", "补偿",
    "保费", "配租", "购房", "免费", "工资", "年薪", "年龄", "缴纳", "算力券", "奖补", "扶持资金", "一次性", "罚款", "兑付",
    "利率", "折",
  ]
  /// What is so already.
  static let states: [Word] = [
    "目前", "截至", "现有", "已达", "已建成", "已有", "去年", "上年", "近年来", "已培育", "已形成", "累计已", "月份",
    "上半年", "现已", "前三季度", "一季度",
  ]
  /// Verbs whose object may be counted as a target without a comparator.
  static let verbs: [Word] = [
    "培育", "打造", "建成", "建设", "新增", "引育", "集聚", "上线", "配置", "组织", "开展", "举办", "引进", "布局",
    "发展", "创建", "形成", "明确", "招引", "认定", "发布", "推出", "遴选", "挖掘", "发掘", "实施", "完成", "新建",
    "引培", "孵化", "培训", "制定", "开放", "建立", "设立", "壮大", "实现", "支持", "攻克", "突破", "转化",
    "谋划", "推进", "安排", "投资", "评选", "签约", "投产", "开工", "改造", "储备", "落地", "净增", "改建", "扩建",
    "造林", "种植", "培养", "引入", "推广", "整合", "改扩建", "入库", "申报", "招收", "招聘", "汇聚", "吸引", "储备",
  ]
  /// Verbs after which a size at the end of a clause is an aim, whatever its unit.
  static let fulfilling: [Word] = [
    "实现", "完成", "达到", "新增", "形成", "建成", "净增", "增加", "新建", "改造", "力争", "累计",
  ]
  /// What a sum of money may be without any comparator.
  static let sums: [Word] = [
    "投资", "产值", "收入", "营收", "规模", "税收", "增加值", "利润", "总额", "总值", "资金", "销售额", "交易额", "贸易额",
    "进出口", "贷款余额",
  ]
  /// Words of a sentence that plans.
  static let plans: [Word] = ["计划", "完成", "概算", "年内", "年度", "预计", "实现", "全年", "总投资", "当年"]
  /// What joins a figure to words that are no name of what it counts.
  static let joints = Set("和及以与并同较比增年,;。、()的左-—~".unicodeScalars)
  /// Words of money, near which a bare 亿 is 亿元.
  static let money: [Word] = [
    "投资", "产值", "收入", "营收", "规模", "税", "额", "利润", "增加值", "总值", "资金", "产业",
  ]
  static let fillers: [Word] = [
    "力争", "到", "达到", "达", "完成", "实现", "超过", "超", "突破", "不低于", "不少于", "至少", "为", "约", "将", "要",
    "累计达到", "总数", "均", "大于", "高于", "不小于", "多于", "逾", "至", "在", "各", "总", "也", "共", "控制在", "控制",
  ]
  static let leads: [Word] = [
    "力争", "其中", "目标", "预计", "同时", "并", "使", "确保", "努力", "争取", "全面", "基本", "每年", "计划", "实现",
    "推动", "其中:", "以及", "和", "及", "通过", "再", "初步", "概算",
  ]
}
