/// Firms that a register names, by which a text is searched.
package struct KnownFirms: Sendable {
  /// The names as the register has them.
  let names: [String]
  private let words: WordIndex<Int>

  /// The shortest word that stands for a firm whose whole name is longer.
  private static let shortest = 4
  private static let forms: [Word] = [
    "有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "公司",
  ]

  package static let none = KnownFirms(names: [])

  /// - Parameter names: The names of a register; those that several firms have stand for the first.
  /// - Complexity: O(*n*) over the characters.
  package init(names: [String]) {
    self.names = names
    var wholes: [Characters: Int] = [:]
    for (firm, name) in names.enumerated() {
      let whole = PolicyLine.lines(of: name).first?.characters.filter { !$0.isSpace } ?? []
      if whole.count > 2, wholes[whole] == nil { wholes[whole] = firm }
    }
    var words: [Characters: Int?] = wholes.mapValues { $0 }
    for (whole, firm) in wholes.sorted(by: { $0.value < $1.value }) {
      // A short name of several stands for none.
      for short in Self.shorts(whole[...]) where wholes[short] == nil {
        words[short] = words[short] == nil ? firm : .some(nil)
      }
    }
    self.words = WordIndex(
      words.compactMap { word, firm in firm.map { (word: word, value: $0) } }
        .sorted { $0.value < $1.value }
    )
  }

  /// A name without its form, and without the province before it too: 滨海船舶 of 辽宁滨海船舶有限公司.
  private static func shorts(_ name: ArraySlice<Unicode.Scalar>) -> [Characters] {
    var short = UnitWords.base(name)
    guard let form = short.ending(of: forms) else { return [] }
    short = short.dropLast(form.characters.count)
    var local = short
    if let province = short.beginning(of: EntityWords.provinces) {
      local = short.dropFirst(province.characters.count)
      if local.first == "省" || local.first == "市" { local = local.dropFirst() }
    }
    return (local.count < short.count ? [short, local] : [short])
      .filter { $0.count >= shortest }.map { Array($0) }
  }

  /// The firm whose word stands at `position`, the longest.
  func entry(
    in characters: Characters,
    at position: Int,
    within end: Int
  ) -> (word: Characters, firm: Int)? {
    guard !names.isEmpty else { return nil }
    return words.matches(in: characters, at: position, within: end).first
      .map { (word: $0.word, firm: $0.value) }
  }
}
