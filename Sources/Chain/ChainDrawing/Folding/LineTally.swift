/// How many lines of each sign the cards of a picture have.
struct LineTally {
  private let signs: [String: [String: Int]]

  /// In reading order: lead enterprises, enterprises, projects by status, remarks.
  private static let order = ["★", "・", "●", "▲", "△", remark]
  private static let remark = "…"

  init(_ picture: Picture) {
    var signs: [String: [String: Int]] = [:]
    for card in picture.cards {
      for line in card.lines { signs[card.id, default: [:]][Self.sign(of: line), default: 0] += 1 }
    }
    self.signs = signs
  }

  /// Remarks have no sign of their own on a card, where they stand indented.
  private static func sign(of line: Picture.Line) -> String {
    line.role == .muted ? remark : CardMarkup.glyph(of: line.role, status: line.status)
  }

  func count(of id: String) -> Int { signs[id]?.values.reduce(0, +) ?? 0 }

  /// The counts of some cards together, such as `★2 ・5 ▲3`; empty when they have no lines.
  func text(of ids: [String]) -> String {
    var sums: [String: Int] = [:]
    for id in ids { sums.merge(signs[id] ?? [:], uniquingKeysWith: +) }
    let others = sums.keys.filter { !Self.order.contains($0) }.sorted()
    return (Self.order + others).compactMap { sign in sums[sign].map { sign + String($0) } }
      .joined(separator: " ")
  }
}
