import Bilingual

/// Phrases for the structure of a flow network.
extension QuerySentence {
  func structure(
    _ function: QueryFunction,
    _ of: [BilingualText],
    _ options: Plan.Options,
    _ selected: BilingualText?
  ) -> BilingualText {
    let (zh, en) = (of.first.map { "\($0.zh)中" } ?? "整个供给网中", of.first.map { " of \($0.en)" } ?? "")
    switch function {
    case .cut:
      let (over, along) = (selected?.zh ?? "供给", selected?.en ?? "supplies")
      return BilingualText(
        zh: "隔断从\(of[0].zh)经“\(over)”到\(of[1].zh)所需移除的最少途中对象",
        en: "the fewest nodes without which no way over '\(along)' leads from \(of[0].en) to "
          + "\(of[1].en)"
      )
    case .betweenness:
      let limit = options.limit ?? 10
      return BilingualText(
        zh: "\(zh)介数最高的 \(limit) 个环节（最短供给路径经过最多）",
        en: "the \(limit) segments\(en) through which the most shortest ways run"
      )
    case .core:
      return options.limit.map { number in
        BilingualText(zh: "\(zh)的 \(number)-核环节", en: "the segments\(en) in the \(number)-core")
      } ?? BilingualText(zh: "\(zh)最内层的核的环节", en: "the segments\(en) in the innermost core")
    case .connected:
      let over = selected.map { BilingualText(zh: "经“\($0.zh)”", en: " over '\($0.en)'") }
      let way = options.isStrong
      return BilingualText(
        zh: "与\(of[0].zh)\(over?.zh ?? "经供给")\(way ? "互相到达" : "连通（不论方向）")的对象",
        en: "what is \(way ? "strongly " : "")connected with \(of[0].en)\(over?.en ?? " by flows")"
          + (way ? "" : ", either way")
      )
    default:
      return BilingualText(
        zh: "\(zh)的割点环节（失去它，供给网断成几块）",
        en: "the segments\(en) without which the flow net falls apart"
      )
    }
  }
}
