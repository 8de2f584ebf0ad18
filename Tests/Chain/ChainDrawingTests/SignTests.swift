import Testing

@testable import ChainDrawing

/// Signs behind names, which say more than the last letters of a long one.
struct SignTests {
  @Test func `a sign survives the cut of a name`() {
    let name = "新能源汽车动力电池用高镍三元正极材料前驱体制备"
    for width in 8...24 {
      for length in 1...name.count {
        let text = String(name.prefix(length))
        let lines = Wrapping.lines(text, sign: "≈", width: width, limit: 3)
        #expect(lines.count <= 3 && lines.last?.hasSuffix("≈") == true, "\(width) \(text)")
        #expect(lines.allSatisfy { Wrapping.cells($0) <= width }, "\(lines)")
      }
    }
    #expect(Wrapping.lines("短", sign: nil, width: 8, limit: 3) == ["短"])
  }

  @Test func `a sign stands on every form of a card`() throws {
    let name = String(repeating: "高镍三元正极材料前驱体", count: 8)
    let card = Picture.Card(id: "a", column: "c", heading: name, badge: "12", mark: "≈", tag: "缺链")
    let theme = Theme.standard
    let plain = PlainCard(theme: theme).attributes(card, look: theme.look(of: .plain), groups: [])
    let text = "\(plain)"
    #expect(text.contains("≈ [缺链] 12"))
  }

  @Test func `a card that thousands of groups touch is no wider for it`() throws {
    let card = Picture.Card(id: "a", column: "c", heading: "项目等 4000 个")
    let markup = CardMarkup(theme: .standard, width: 100)
    func text(_ count: Int) -> String { markup.label(card, groups: Array(0..<count)).text }
    #expect(text(30).contains("㉚") && !text(30).contains("…… +"))
    #expect(text(4_000).contains("㉙") && text(4_000).contains("…… +3971"))
    #expect(text(4_000).utf8.count < 2 * text(30).utf8.count)
  }
}
