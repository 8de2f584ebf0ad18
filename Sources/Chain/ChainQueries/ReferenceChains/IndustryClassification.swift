/// The classes of a classification of industries by code and name, such as those of GB/T 4754-2017.
package struct IndustryClassification: Sendable {
  private let names: [String: String]

  /// A classification of a text, with a heading and a tab between code and name.
  package init(_ text: String) {
    names = Dictionary(
      text.split(whereSeparator: \.isNewline).dropFirst().map { line in
        let columns = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(columns[0]), columns.count > 1 ? String(columns[1]) : "")
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Whether there is such a class.
  func contains(_ code: String) -> Bool { names[code] != nil }

  /// What the class is called.
  func name(of code: String) -> String? { names[code] }

  /// Whether the name of the class shares a character with one of `words`, those left out that say
  /// nothing of an industry.
  func isAbout(_ words: [String], _ code: String) -> Bool {
    guard let name = names[code] else { return false }
    let told = Set(name).subtracting(Self.general)
    return words.contains { !told.isDisjoint(with: $0) }
  }

  /// 其他未列明…制品制造、…及…加工.
  private static let general = Set("及其他和与的业制造、（）()用品加工生产服务设备材料")
}
