import Liantu

extension Picture {
  /// A layered picture: columns of equal size, and links that span one and a half columns on average,
  /// as those of the gallery do.
  static func layered(cards count: Int, links linkCount: Int, columns: Int, seed: UInt64) -> Picture
  {
    var random = Generator(state: seed)
    let cards = (0..<count).map { index in
      Picture.Card(
        id: "n\(index)",
        column: "c\(index * columns / count)",
        heading: "环节 \(index)",
        style: .weak,
        lines: [Picture.Line(text: "企业 \(index)")]
      )
    }
    var members: [[Int]] = Array(repeating: [], count: columns)
    for index in 0..<count { members[index * columns / count].append(index) }
    let links = (0..<linkCount).map { _ in
      let column = Int.random(in: 0..<columns - 1, using: &random)
      let far = [1, 1, 1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1
      let from = members[column].randomElement(using: &random) ?? 0
      let to = members[min(columns - 1, column + far)].randomElement(using: &random) ?? 0
      return Picture.Link(from: "n\(from)", to: "n\(to)")
    }
    return Picture(
      name: "layered",
      title: "\(count)",
      columns: (0..<columns).map { Picture.Column(id: "c\($0)", heading: "\($0)") },
      cards: cards,
      links: links
    )
  }
}

/// SplitMix64: the same pictures on every machine.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
