internal import Bilingual

/// What the program itself writes on a folded picture, in the picture's language.
struct FoldingWords {
  let language: Language

  private static let namesInHeading = 2
  private static let cellsOfName = 12
  private static let namesInLines = 5
  /// No fewer than are cut anyway.
  private static let namesInTooltip = 280

  init(_ picture: Picture) {
    language = Language(rawValue: picture.language) ?? .zh
  }

  private func say(_ zh: String, _ en: String) -> String { BilingualText(zh: zh, en: en)[language] }

  /// The card that stands for several, of which it is the first, by all their names.
  func card(_ first: Picture.Card, for names: [String]) -> Picture.Card {
    var card = first
    let rest = names.count - Self.namesInHeading
    // Two names are all of two cards; before a count, long ones would push it out of the card.
    let heading = names.prefix(Self.namesInHeading)
      .map { rest > 0 ? Wrapping.shortened($0, cells: Self.cellsOfName) : $0 }
      .joined(separator: say("、", ", "))
    card.heading =
      rest > 0 ? say("\(heading)等 \(names.count) 个", "\(heading) and \(rest) more") : heading
    card.badge = nil
    card.link = nil
    card.lines = names.dropFirst(Self.namesInHeading).prefix(Self.namesInLines).map {
      Picture.Line(text: $0)
    }
    card.tooltip = Wrapping.prefix(
      names.prefix(Self.namesInTooltip).joined(separator: say("、", ", ")),
      characters: 280
    )
    return card
  }

  /// What was folded; `nil` when nothing was.
  func footnote(of folding: Folding) -> String? {
    var parts: [String] = []
    let (merged, joined, counted) = (folding.merged, folding.joined, folding.counted)
    if merged.cards > 0 {
      parts.append(
        say("\(merged.cards) 张卡片并为 \(merged.into) 张", "\(merged.cards) cards into \(merged.into)")
      )
    }
    if joined.links > 0 {
      parts.append(
        say("\(joined.links) 条连线并为 \(joined.into) 条", "\(joined.links) links into \(joined.into)")
      )
    }
    if folding.inner > 0 {
      parts.append(
        say(
          "并为一张的卡片之间的 \(folding.inner) 条连线未画",
          "\(folding.inner) links between cards of the same one left out"
        )
      )
    }
    if counted.lines > 0 {
      parts.append(
        say(
          "\(counted.cards) 张卡片的 \(counted.lines) 行文字按符号计数",
          "\(counted.lines) lines of \(counted.cards) cards into counts by sign"
        )
      )
    }
    if folding.unlabelled > 0 {
      parts.append(
        say("略去 \(folding.unlabelled) 条连线的标注", "the labels of \(folding.unlabelled) links left out")
      )
    }
    if folding.isPlain {
      parts.append(
        say("卡片只画名称，颜色表示所在的列", "cards drawn as names alone, columns as colours")
      )
    }
    guard !parts.isEmpty else { return nil }
    return say("已合并：", "folded: ") + parts.joined(separator: say("；", "; "))
  }
}
