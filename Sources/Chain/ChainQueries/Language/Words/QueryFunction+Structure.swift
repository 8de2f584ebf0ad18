import Bilingual

/// What the functions for the structure of a flow network mean.
extension QueryFunction {
  static let cutPointsDefinition = QueryFunctionDefinition(
    chinese: ["割点"],
    arguments: BilingualText(zh: "[集合]", en: "[SET]"),
    summary: BilingualText(
      zh: "一旦失去，供给网就断成几块的环节：按集合中的和其中包含的环节组成的网，不写集合时按整个供给网",
      en:
        "the cut points (articulation points): the segments without which the flow net of the set "
        + "and what is inside it falls apart; of the whole net without a set"
    ),
    example: "cut-points(船舶机械)",
    sets: 0...1
  )
  static let cutDefinition = QueryFunctionDefinition(
    chinese: ["最小割"],
    arguments: BilingualText(zh: "起点集合, 终点集合[, 关系]", en: "FROM, TO[, RELATION]"),
    summary: BilingualText(
      zh: "隔断从起点到终点一切供给路径所需移除的最少途中环节",
      en:
        "the minimum cut: the fewest segments between the two sets without which no way along the "
        + "flow leads from one to the other"
    ),
    example: "cut(原油炼制, 高端聚烯烃)",
    sets: 2...2,
    details: [.relations]
  )
  static let betweennessDefinition = QueryFunctionDefinition(
    chinese: ["介数"],
    arguments: BilingualText(zh: "[集合][, 个数]", en: "[SET][, LIMIT]"),
    summary: BilingualText(
      zh: "最短供给路径经过最多的环节（缺省 \(QuestionOption.usualLimit) 个）：按集合中的和其中包含的环节组成的网，不写集合时按整个供给网",
      en:
        "the segments of the greatest betweenness (\(QuestionOption.usualLimit) by default), through which the most shortest "
        + "ways run in the flow net of the set and what is inside it; of the whole net without a set"
    ),
    example: "betweenness(船舶机械, 5)",
    sets: 0...1,
    details: [.limit]
  )
  static let coreDefinition = QueryFunctionDefinition(
    chinese: ["核"],
    arguments: BilingualText(zh: "[集合][, 核数]", en: "[SET][, NUMBER]"),
    summary: BilingualText(
      zh: "核心环节：其中每个都与至少这么多个其他核心环节有供给关系（不论方向），缺省为最内层的核；不写集合时按整个供给网",
      en:
        "the k-core: the segments that flows join to at least so many others of them, whichever way "
        + "they run; the innermost core without a number, of the whole net without a set"
    ),
    example: "core(船舶机械)",
    sets: 0...1,
    details: [.limit]
  )
  static let connectedDefinition = QueryFunctionDefinition(
    chinese: ["连通"],
    arguments: BilingualText(zh: "集合[, 关系][, 互通]", en: "SET[, RELATION][, strong]"),
    summary: BilingualText(
      zh: "与集合连通的环节（含自身），不论供给方向；加“互通”时只含能互相到达的",
      en: "the connected components of the set: the segments that flows join to it, whichever way "
        + "they run; with `strong` those that it reaches and that reach it"
    ),
    example: "connected(原油炼制)",
    details: [.relations, .strong]
  )
}
