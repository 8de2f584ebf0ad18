/// Units of measure that documents use and the vocabulary does not declare.
enum DraftUnits {
  /// Those of the vocabulary.
  static let declared: Set<String> = [
    "元", "万元", "亿元", "千瓦", "万千瓦", "兆瓦", "吉瓦", "kW", "MW", "GW", "吨", "万吨", "t", "吨/年", "万吨/年",
    "%", "倍", "户", "家", "个", "条",
  ]
  private static let dimensions: [String: (dimension: String, factor: String)] = [
    "美元": ("money-us", "1"), "瓦": ("power-w", "1"), "兆瓦时": ("energy", "1000"),
    "吉瓦时": ("energy", "1000000"),
    "吨标煤": ("mass-coal", "1"), "米": ("length", "1"),
    "千瓦时": ("energy", "1"),
    "万千瓦时": ("energy", "10000"), "MWh": ("energy", "1000"), "GWh": ("energy", "1000000"),
    "吨标准煤": ("mass-coal", "1"), "平方米": ("area", "1"), "平方公里": ("area", "1000000"),
    "公顷": ("area", "10000"), "亩": ("area", "666.667"), "公里": ("length", "1000"),
    "立方米": ("volume", "1"), "斤": ("mass", "0.0005"), "公斤": ("mass", "0.001"),
    "‰": ("ratio", "0.001"), "个百分点": ("percentage-points", "1"),
    "卡时": ("card-hours", "1"), "P": ("computing", "1"), "PFLOPS": ("computing", "1"),
    "EFLOPS": ("computing", "1000"),
  ]

  /// The vocabulary that declares `units`.
  static func ontology(_ units: Set<String>) -> String {
    var text = "# 本文件用到、而通用词汇表没有的计量单位\nunits:\n"
    for unit in units.sorted() {
      let (dimension, factor) = dimensions[unit] ?? ("count", "1")
      text += "  \"\(unit)\": {dimension: \(dimension), factor: \(factor)}\n"
    }
    return text
  }
}
