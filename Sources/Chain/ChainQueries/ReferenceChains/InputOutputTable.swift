/// Which sectors buy from which, from a national input-output table: whether a material flow between two
/// classes of a classification is plausible.
package struct InputOutputTable: Sendable {
  private let sectors: [String: String]
  private let plausible: Set<Pair>

  private struct Pair: Hashable {
    let seller: String
    let buyer: String
  }

  /// How a flow stands to the table.
  package enum Answer: Sendable, Hashable {
    /// The seller is one of the sector's great suppliers, or the buyer one of its great customers.
    case plausible
    /// Neither.
    case implausible
    /// Both classes lie in one sector, or one has none: the table can say nothing.
    case untestable
  }

  /// A table of two texts, with a heading and tabs between columns.
  ///
  /// - Parameters:
  ///   - sectors: a prefix of a class's code and its sector.
  ///   - pairs: sectors that sell and buy, for which a flow is plausible.
  package init(sectors: String, pairs: String) {
    func rows(_ text: String) -> [[Substring]] {
      text.split(whereSeparator: \.isNewline).dropFirst()
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        .filter { $0.count >= 2 }
    }
    self.sectors = Dictionary(
      rows(sectors).map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { first, _ in first }
    )
    plausible = Set(rows(pairs).map { Pair(seller: String($0[0]), buyer: String($0[1])) })
  }

  /// The sector of a class: that of the longest prefix of its code.
  func sector(of code: String) -> String? {
    for length in stride(from: code.count, to: 1, by: -1) {
      if let sector = sectors[String(code.prefix(length))] { return sector }
    }
    return nil
  }

  /// How a material flow from a segment with some codes to one with others stands to the table.
  package func answer(from seller: [String], to buyer: [String]) -> Answer {
    var answer = Answer.untestable
    for a in seller.compactMap(sector(of:)) {
      for b in buyer.compactMap(sector(of:)) {
        if a == b { return .untestable }
        if plausible.contains(Pair(seller: a, buyer: b)) {
          answer = .plausible
        } else if answer == .untestable {
          answer = .implausible
        }
      }
    }
    return answer
  }
}
