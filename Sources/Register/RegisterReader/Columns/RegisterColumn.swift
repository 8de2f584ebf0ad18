package import Bilingual

/// A field of a firm that a column of a register can state.
package enum RegisterColumn: String, Sendable, Hashable, CaseIterable {
  case name, creditCode, formerNames, industryCode, industryEdition, scope, products, scale
  case output, outputYear, address, status, controlledBy, legalForm, region

  /// What people call the field.
  package var label: BilingualText {
    switch self {
    case .name: BilingualText(zh: "企业名称", en: "name")
    case .creditCode: BilingualText(zh: "统一社会信用代码", en: "credit code")
    case .formerNames: BilingualText(zh: "曾用名", en: "former names")
    case .industryCode: BilingualText(zh: "行业代码", en: "industry code")
    case .industryEdition: BilingualText(zh: "行业分类版本", en: "edition of the classification")
    case .scope: BilingualText(zh: "经营范围", en: "business scope")
    case .products: BilingualText(zh: "主要产品", en: "products")
    case .scale: BilingualText(zh: "规模与资质", en: "scale")
    case .output: BilingualText(zh: "产值", en: "output")
    case .outputYear: BilingualText(zh: "产值年份", en: "year of the output")
    case .address: BilingualText(zh: "地址", en: "address")
    case .status: BilingualText(zh: "登记状态", en: "registration")
    case .controlledBy: BilingualText(zh: "实际控制人", en: "controlled by")
    case .legalForm: BilingualText(zh: "企业类型", en: "legal form")
    case .region: BilingualText(zh: "所在区县", en: "region")
    }
  }

  /// Whether several columns may state the field together: lists, and the scope, whose parts are joined.
  var takesSeveral: Bool {
    switch self {
    case .formerNames, .products, .scale, .scope: true
    default: false
    }
  }

  /// The field that goes by `word`: its own name in any case, its label or a heading that it is known by.
  package init?(word: String) {
    let key = HeadingText(word).key
    let found = Self.allCases.first { column in
      column.rawValue.lowercased() == key || HeadingText(column.label.zh).key == key
        || HeadingText(column.label.en).key == key
    }
    guard let column = found ?? KnownHeadings.column(of: key) else { return nil }
    self = column
  }
}
