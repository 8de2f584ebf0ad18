import ChainFiles
import ChainModel

/// Units of measure that documents use and the vocabulary does not declare.
enum DraftUnits {
  private static let dimensions: [String: (dimension: String, factor: Double)] = [
    "美元": ("money-us", 1), "瓦": ("power-w", 1), "兆瓦时": ("energy", 1000),
    "吉瓦时": ("energy", 1000000),
    "吨标煤": ("mass-coal", 1), "米": ("length", 1),
    "千瓦时": ("energy", 1),
    "万千瓦时": ("energy", 10000), "MWh": ("energy", 1000), "GWh": ("energy", 1000000),
    "吨标准煤": ("mass-coal", 1), "平方米": ("area", 1), "平方公里": ("area", 1000000),
    "公顷": ("area", 10000), "亩": ("area", 666.667), "公里": ("length", 1000),
    "立方米": ("volume", 1), "斤": ("mass", 0.0005), "公斤": ("mass", 0.001),
    "‰": ("ratio", 0.001), "个百分点": ("percentage-points", 1),
    "卡时": ("card-hours", 1), "P": ("computing", 1), "PFLOPS": ("computing", 1),
    "EFLOPS": ("computing", 1000),
  ]

  /// The units called `symbols`, in their order; one that nothing is known of counts things.
  static func units(_ symbols: Set<String>) -> [UnitOfMeasure] {
    symbols.sorted().map { symbol in
      let (dimension, factor) = dimensions[symbol] ?? ("count", 1)
      return UnitOfMeasure(symbol: symbol, dimension: dimension, factor: factor)
    }
  }

  /// The vocabulary that declares `symbols`.
  static func ontology(_ symbols: Set<String>) -> String {
    "# 本文件用到、而通用词汇表没有的计量单位\n" + OntologyWriter.text(declaring: units(symbols))
  }
}
