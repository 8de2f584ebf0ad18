import Bilingual
import ChainModel

/// What a column of a workbook of questions holds: the writer and the reader know it by the same headings.
enum ReviewColumn: String, CaseIterable {
  case verdict, segment, firm, creditCode, band, tier, words, term, field, share, beaten,
    industryCode
  case address, scale, reason, before, by, date, row
  // Of the sheet of names.
  case enterprise, why
  // Of the sheet of terms.
  case firms
  // Of the first sheet.
  case item, value
  // Of the sheet of firms.
  case formerNames, industryEdition, scope, products, output, outputYear, status, controlledBy
  // What people need not see.
  case segmentMark, enterpriseMark, fingerprint, tierNumber, fieldKey, exactShare

  var heading: BilingualText {
    switch self {
    case .verdict: BilingualText(zh: "判断", en: "verdict")
    case .segment: BilingualText(zh: "环节", en: "segment")
    case .firm: BilingualText(zh: "企业", en: "firm")
    case .creditCode: BilingualText(zh: "统一社会信用代码", en: "credit code")
    case .band: BilingualText(zh: "把握", en: "band")
    case .tier: BilingualText(zh: "凭据", en: "evidence")
    case .words: BilingualText(zh: "名录原词", en: "words of the register")
    case .term: BilingualText(zh: "环节用词", en: "word of the segment")
    case .field: BilingualText(zh: "所在栏目", en: "field")
    case .share: BilingualText(zh: "收入比重", en: "share")
    case .beaten: BilingualText(zh: "胜过的环节", en: "beat")
    case .industryCode: BilingualText(zh: "行业代码", en: "industry code")
    case .address: BilingualText(zh: "地址", en: "address")
    case .scale: BilingualText(zh: "规模与资质", en: "scale")
    case .reason: BilingualText(zh: "为何问", en: "why asked")
    case .before: BilingualText(zh: "上次判断", en: "decided before")
    case .by: BilingualText(zh: "判断人", en: "decided by")
    case .date: BilingualText(zh: "判断日期", en: "decided on")
    case .row: BilingualText(zh: "名录行", en: "row")
    case .enterprise: BilingualText(zh: "数据集中的企业", en: "enterprise of the data set")
    case .why: BilingualText(zh: "为何相近", en: "why alike")
    case .firms: BilingualText(zh: "有此词的企业", en: "firms with the word")
    case .item: BilingualText(zh: "项目", en: "item")
    case .value: BilingualText(zh: "内容", en: "value")
    case .formerNames: BilingualText(zh: "曾用名", en: "former names")
    case .industryEdition: BilingualText(zh: "行业分类版本", en: "edition of the classification")
    case .scope: BilingualText(zh: "经营范围", en: "scope of business")
    case .products: BilingualText(zh: "主要产品", en: "products")
    case .output: BilingualText(zh: "产值", en: "output")
    case .outputYear: BilingualText(zh: "产值年份", en: "year of the output")
    case .status: BilingualText(zh: "登记状态", en: "registration")
    case .controlledBy: BilingualText(zh: "控股方", en: "controlled by")
    case .segmentMark: BilingualText(zh: "环节标识", en: "id of the segment")
    case .enterpriseMark: BilingualText(zh: "企业标识", en: "id of the enterprise")
    case .fingerprint: BilingualText(zh: "行指纹", en: "fingerprint of the row")
    case .tierNumber: BilingualText(zh: "档", en: "tier")
    case .fieldKey: BilingualText(zh: "栏", en: "key of the field")
    case .exactShare: BilingualText(zh: "比重数", en: "exact share")
    }
  }

  /// Whether people need not see it.
  var isHidden: Bool {
    switch self {
    case .segmentMark, .enterpriseMark, .fingerprint, .tierNumber, .fieldKey, .exactShare: true
    default: false
    }
  }

  /// The column that a heading means, in either language.
  init?(heading: String) {
    guard
      let column = Self.allCases.first(where: {
        $0.heading.zh == heading || $0.heading.en == heading
      })
    else { return nil }
    self = column
  }
}

/// The sheets of a workbook of questions.
enum ReviewSheet: CaseIterable {
  case about, questions, names, terms, segments, firms

  var name: BilingualText {
    switch self {
    case .about: BilingualText(zh: "说明", en: "About")
    case .questions: BilingualText(zh: "待核定", en: "Questions")
    case .names: BilingualText(zh: "名称对照", en: "Names")
    case .terms: BilingualText(zh: "检索词", en: "Terms")
    case .segments: BilingualText(zh: "所问环节", en: "Segments")
    case .firms: BilingualText(zh: "名录企业", en: "Firms")
    }
  }

  var columns: [ReviewColumn] {
    switch self {
    case .about: [.item, .value]
    case .questions:
      [
        .verdict, .segment, .firm, .band, .tier, .words, .term, .field, .share, .beaten,
        .industryCode, .scale, .address, .reason, .before, .by, .date, .creditCode, .row,
        .segmentMark, .fingerprint, .tierNumber, .fieldKey, .exactShare,
      ]
    case .names: [.verdict, .enterprise, .firm, .why, .creditCode, .row, .enterpriseMark]
    case .terms: [.verdict, .segment, .term, .firms, .segmentMark]
    case .segments: [.segment, .segmentMark]
    case .firms:
      [
        .row, .firm, .creditCode, .formerNames, .industryCode, .industryEdition, .products, .scope,
        .scale, .output, .outputYear, .address, .status, .controlledBy,
      ]
    }
  }

  /// The columns without which the sheet cannot be read.
  var needed: [ReviewColumn] {
    switch self {
    case .about: [.item, .value]
    case .questions: [.verdict, .segment, .firm, .row]
    case .names: [.verdict, .enterprise, .firm, .row]
    case .terms: [.verdict, .segment, .term]
    case .segments: [.segmentMark]
    case .firms: [.row, .firm]
    }
  }
}

/// What the first sheet says, a line each.
enum ReviewItem: CaseIterable {
  case register, dataset, readOn, rows, questions, outside, whole, since, by, date

  var label: BilingualText {
    switch self {
    case .register: BilingualText(zh: "名录", en: "register")
    case .dataset: BilingualText(zh: "数据集", en: "data set")
    case .readOn: BilingualText(zh: "读取日期", en: "read on")
    case .rows: BilingualText(zh: "企业数", en: "firms")
    case .questions: BilingualText(zh: "问题数", en: "questions")
    case .since: BilingualText(zh: "只问新增和变了的", en: "asks only what is new or changed")
    case .outside: BilingualText(zh: "外地名录", en: "of elsewhere")
    case .whole: BilingualText(zh: "是否问了全部", en: "asks about everything")
    case .by: BilingualText(zh: "判断人（填一次）", en: "decided by (fill in once)")
    case .date: BilingualText(zh: "判断日期（填一次）", en: "decided on (fill in once)")
    }
  }

  init?(label: String) {
    guard let item = Self.allCases.first(where: { $0.label.zh == label || $0.label.en == label })
    else { return nil }
    self = item
  }
}

extension FirmDecision.Verdict {
  /// The word for people.
  var label: BilingualText {
    switch self {
    case .yes: BilingualText(zh: "是", en: "yes")
    case .no: BilingualText(zh: "否", en: "no")
    case .unsure: BilingualText(zh: "存疑", en: "unsure")
    }
  }

  /// The verdict that a person writes.
  init?(word: String) {
    let word = word.lowercased()
    guard
      let verdict = Self.allCases.first(where: {
        $0.label.zh == word || $0.label.en == word || $0.rawValue == word
      })
    else { return nil }
    self = verdict
  }
}
