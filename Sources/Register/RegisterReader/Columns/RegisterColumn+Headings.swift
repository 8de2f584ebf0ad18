/// The headings that registers use, as data.
extension RegisterColumn {
  /// The headings that the field is known by, the ones that count for more first: where two columns have
  /// headings of one field that takes one value, the earlier of these wins.
  ///
  /// Blanks, width, case, and brackets such as （万元） or (2024年) count for nothing in a file's heading.
  package var knownHeadings: [String] {
    switch self {
    case .name:
      [
        "企业名称", "单位名称", "单位详细名称", "公司名称", "企业全称", "公司全称", "单位全称", "法人单位名称", "法人单位详细名称", "企业详细名称",
        "法人名称", "市场主体名称", "经营主体名称", "主体名称", "机构名称", "纳税人名称", "申报单位", "申报企业", "企业", "公司",
        "企业名", "公司名", "单位", "name", "company", "company name", "enterprise",
        "enterprise name", "firm", "firm name", "full name", "organisation", "organization",
      ]
    case .creditCode:
      [
        "统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "统一代码", "统一社会信用代码/注册号", "统一社会信用代码/组织机构代码",
        "统一社会信用代码证号",
        "社会统一信用代码", "企业信用代码", "企业统一社会信用代码", "creditCode", "credit code", "uscc",
        "unified social credit code", "unified social credit identifier", "social credit code",
      ]
    case .formerNames:
      [
        "曾用名", "曾用名称", "原名", "原名称", "企业曾用名", "历史名称", "变更前名称", "原企业名称", "原单位名称", "formerNames",
        "former name", "former names", "previous name", "previous names",
      ]
    case .industryCode:
      [
        "国民经济行业代码", "行业代码", "行业小类代码", "国民经济行业小类代码", "行业小类", "国民经济行业小类", "行业中类代码", "行业大类代码",
        "行业类别代码",
        "国民经济行业分类代码", "国民经济行业分类", "国民经济行业", "行业分类代码", "行业分类", "行业类别", "行业编码", "所属行业代码", "主行业代码",
        "industryCode", "industry code", "gb/t 4754", "gbt4754", "gb4754", "industry",
      ]
    case .industryEdition:
      [
        "行业分类版本", "行业代码版本", "行业版本", "国民经济行业分类版本", "industryEdition", "industry edition",
        "edition",
      ]
    case .scope:
      [
        "主要业务活动", "主要业务活动1", "主要业务活动2", "主要业务活动3", "主营业务", "主营业务活动", "主要业务", "主营", "经营范围", "经营业务范围",
        "许可经营项目", "一般经营项目", "经营项目", "业务范围", "主营范围", "scope", "business scope",
        "main business", "business",
      ]
    case .products:
      [
        "主要产品", "产品名称", "主导产品", "主要产品名称", "主营产品", "产品", "主要产品及服务", "主要产品或服务", "主要产品和服务", "主要产品与服务",
        "主要产品1", "主要产品2", "主要产品3", "主要产品4", "主要产品5", "产品1", "产品2", "产品3", "产品名称1", "产品名称2",
        "产品名称3", "products", "product", "main products", "product name",
      ]
    case .scale:
      [
        "企业规模", "单位规模", "规模", "资质", "企业资质", "荣誉资质", "企业荣誉", "规模与资质", "是否规上", "是否规上企业", "是否规模以上",
        "是否规模以上企业", "是否规上工业", "是否规上工业企业", "规上", "规上企业", "规上工业企业", "专精特新", "是否专精特新", "专精特新企业",
        "是否专精特新企业", "专精特新小巨人", "小巨人", "是否小巨人", "单项冠军", "是否单项冠军", "高新技术企业", "是否高新技术企业", "是否高企", "高企",
        "科技型中小企业", "是否科技型中小企业", "上市公司", "是否上市", "是否上市公司", "瞪羚企业", "独角兽企业", "龙头企业", "是否龙头企业", "链主企业",
        "是否链主", "是否链主企业", "scale", "size", "qualifications",
      ]
    case .output:
      [
        "产值", "工业总产值", "总产值", "年产值", "工业产值", "营业收入", "主营业务收入", "年营业收入", "年收入", "销售收入", "年销售收入",
        "营收", "output", "revenue", "turnover", "sales",
      ]
    case .outputYear:
      ["产值年份", "收入年份", "营业收入年份", "数据年份", "统计年份", "年份", "年度", "outputYear", "year"]
    case .address:
      [
        "注册地址", "住所", "地址", "企业地址", "单位地址", "单位详细地址", "详细地址", "经营地址", "经营场所", "生产经营地址", "生产地址",
        "企业住所", "公司地址", "通讯地址", "单位所在地及区划", "address", "registered address",
      ]
    case .status:
      [
        "登记状态", "经营状态", "企业状态", "营业状态", "运营状态", "单位状态", "状态", "存续状态", "运行状态", "status",
        "registration",
      ]
    case .controlledBy:
      [
        "实际控制人", "控股股东", "控股企业", "控股单位", "母公司", "上级单位", "上级公司", "上级法人单位名称", "所属集团", "隶属集团", "集团公司",
        "controlledBy", "controlled by", "parent", "parent company", "controller",
      ]
    case .legalForm:
      [
        "企业类型", "公司类型", "登记注册类型", "主体类型", "市场主体类型", "企业性质", "单位类型", "机构类型", "注册类型", "经济类型",
        "legalForm",
        "legal form",
      ]
    case .region:
      [
        "所在区县", "所属区县", "县区", "区县", "县市区", "县（市）区", "所属县区", "所在县区", "所在地区", "所属地区", "行政区划", "所属区域",
        "所在区域", "属地", "所在地", "辖区", "地区", "区域", "所在县", "所属市县", "region", "district", "county",
      ]
    }
  }

  /// Headings that say too little, and the fields that could claim each, the likeliest first. The first
  /// is taken, and told, where no other column states it.
  package static let ambiguousHeadings: [(heading: String, columns: [RegisterColumn])] = [
    ("名称", [.name, .products]), ("代码", [.creditCode, .industryCode]),
    ("企业代码", [.creditCode, .industryCode]), ("单位代码", [.creditCode, .industryCode]),
    ("行业", [.industryCode, .scope]), ("所属行业", [.industryCode, .scope]),
    ("类型", [.legalForm, .scale]), ("业务", [.scope, .products]), ("范围", [.scope, .region]),
    ("产品及业务", [.products, .scope]), ("主要产品及业务", [.products, .scope]),
    ("主营业务及产品", [.scope, .products]), ("主营业务及主要产品", [.scope, .products]),
    ("主要产品及主营业务", [.products, .scope]), ("主营产品及业务", [.products, .scope]),
    ("code", [.creditCode, .industryCode]), ("type", [.legalForm, .scale]),
  ]
}

/// The headings by their keys.
enum KnownHeadings {
  private static let ranks: [String: (column: RegisterColumn, rank: Int)] = {
    var ranks: [String: (column: RegisterColumn, rank: Int)] = [:]
    for column in RegisterColumn.allCases {
      for (rank, heading) in column.knownHeadings.enumerated() {
        let key = HeadingText(heading).key
        if ranks[key] == nil { ranks[key] = (column, rank) }
      }
    }
    return ranks
  }()

  private static let ambiguous: [String: [RegisterColumn]] = Dictionary(
    RegisterColumn.ambiguousHeadings.map { (HeadingText($0.heading).key, $0.columns) },
    uniquingKeysWith: { first, _ in first }
  )

  static func column(of key: String) -> RegisterColumn? { ranks[key]?.column }

  /// The place of a heading among those of its field; the lower counts for more.
  static func rank(of key: String) -> Int { ranks[key]?.rank ?? .max }

  /// The fields that could claim a heading that says too little.
  static func claims(on key: String) -> [RegisterColumn] { ambiguous[key] ?? [] }

  /// The fields whose longer headings stand inside of one that is none: 企业名称及信用代码.
  static func claims(inside key: String) -> [RegisterColumn] {
    RegisterColumn.allCases.filter { column in
      column.knownHeadings.contains { heading in
        let known = HeadingText(heading).key
        return known.unicodeScalars.count >= 4 && known.utf8.count > 8 && key.contains(known)
      }
    }
  }
}
