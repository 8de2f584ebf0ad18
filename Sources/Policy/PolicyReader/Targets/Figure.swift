/// A number with its unit, and the words of its clause around it.
struct Figure {
  let quantity: QuantityText
  /// What stands before it, from the figure before on.
  let before: ArraySlice<Unicode.Scalar>
  /// What stands behind it.
  let after: ArraySlice<Unicode.Scalar>
  /// Whether it goes on with a list whose figure before was taken.
  let isListed: Bool

  var isCounted: Bool { QuantityText.counted.contains(quantity.unit) }

  var isMoney: Bool { quantity.unit.hasSuffix("元") }

  /// Whether the words around it make it a limit, a number of order or a name.
  var isLimit: Bool {
    let near = before.suffix(8)
    if let last = near.last, "前第“×*/".unicodeScalars.contains(last) { return true }
    return !near.containsAny(TargetWords.atLeast) && near.containsAny(TargetWords.caps)
  }

  /// Whether a limit that is to be kept is set (控制在4.5%以内).
  var isKeptWithin: Bool {
    before.suffix(6).contains("控制在") && after.beginning(of: ["以内", "以下", "之内", "内"]) != nil
  }

  /// The comparator that stands behind the unit, and the words behind that.
  func comparatorBehind() -> (comparator: Target.Comparator?, tail: ArraySlice<Unicode.Scalar>) {
    for (word, meaning) in [
      ("及以上", .atLeast), ("以上", .atLeast), ("左右", .about), ("余", .exceed), ("多", .exceed),
    ] as [(Word, Target.Comparator)] where after.starts(word) {
      return (meaning, after.dropFirst(word.characters.count))
    }
    // 1000套(次)以上: the bracket gives the unit another name.
    if after.first == "(", let close = after.prefix(6).firstIndex(of: ")"),
      after[(close + 1)...].starts("以上")
    {
      return (.atLeast, after[(close + 3)...])
    }
    return (nil, after)
  }

  /// Whether the figure only describes what stands behind it: 500亿元项目1个, 10亿元以上企业50家,
  /// 60万吨甲醇.
  func isAttribute(of tail: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = tail.first else { return false }
    if first == "的" { return !isCounted || tail.contains(where: \.isDigit) }
    guard !isCounted, first.isHan || first.isLatin || first.isDigit || first == "“",
      !TargetWords.joints.contains(first)
    else { return false }
    if isMoney {
      // 完成100亿元投资: the sum itself is the aim.
      return tail.contains(where: \.isDigit) || !tail.prefix(8).containsAny(TargetWords.sums)
    }
    return quantity.unit != "%" && quantity.unit != "倍" && quantity.unit != "个百分点"
  }
}
