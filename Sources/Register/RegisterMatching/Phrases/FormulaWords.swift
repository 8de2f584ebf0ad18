/// The words of set formulas in business scopes: an item with one of them names no line of
/// business, or says what the firm may not do.
enum FormulaWords {
  static let usual = [
    "依法须经批准", "经相关部门批准", "批准后方可", "许可证件为准", "批准文件", "凭营业执照",
    "法律法规", "法律、法规", "国务院决定", "一般项目", "许可项目", "许可经营项目", "一般经营项目",
    "经营范围", "除外", "不含", "不得", "禁止", "限制", "分部间抵销", "合并抵销", "平衡项目", "调整项目",
  ]
}
