import Bilingual

/// What the functions for the verdicts of segments mean.
extension QueryFunction {
  static let gapsDefinition = QueryFunctionDefinition(
    chinese: ["缺链"],
    arguments: BilingualText(zh: "[集合]", en: "[SET]"),
    summary: BilingualText(
      zh: "缺链：摸排查实为缺、或文件称缺的环节：集合中的和其中包含的；不写集合时为全部",
      en:
        "the gaps: the segments that a survey did not find or a document says are lacking, in the "
        + "set or inside it; of all without a set"
    ),
    example: "gaps(泳装)",
    sets: 0...1
  )
  static let weakDefinition = QueryFunctionDefinition(
    chinese: ["弱项"],
    arguments: BilingualText(zh: "[集合]", en: "[SET]"),
    summary: BilingualText(
      zh: "弱项：不足、或只有单一企业的环节：集合中的和其中包含的；不写集合时为全部",
      en:
        "the weak segments: those said to be short, or with one enterprise, in the set or inside it"
    ),
    example: "weak(泳装)",
    sets: 0...1
  )
  static let wantedDefinition = QueryFunctionDefinition(
    chinese: ["方向"],
    arguments: BilingualText(zh: "[集合]", en: "[SET]"),
    summary: BilingualText(
      zh: "方向：文件拟发展的环节：集合中的和其中包含的；不写集合时为全部",
      en: "the segments that a document wants or projects are planned for, in the set or inside it"
    ),
    example: "wanted(泳装)",
    sets: 0...1
  )
  static let unknownDefinition = QueryFunctionDefinition(
    chinese: ["未查"],
    arguments: BilingualText(zh: "[集合]", en: "[SET]"),
    summary: BilingualText(
      zh: "未查：尚无任何证据、有待摸排的环节：集合中的和其中包含的；不写集合时为全部",
      en: "the segments of which nothing is known, to be surveyed, in the set or inside it"
    ),
    example: "unknown(泳装)",
    sets: 0...1
  )
  static let verdictDefinition = QueryFunctionDefinition(
    chinese: ["结论"],
    arguments: BilingualText(zh: "[集合], 结论, …", en: "[SET], VERDICT, …"),
    summary: BilingualText(
      zh: "某些结论的环节：集合中的和其中包含的；不写结论时为全部计入的环节",
      en: "the segments of some verdicts, in the set or inside it; all that count without a verdict"
    ),
    example: "verdict(泳装, short, single)",
    sets: 0...1,
    details: [.verdicts]
  )
  static let evidenceDefinition = QueryFunctionDefinition(
    chinese: ["证据"],
    arguments: BilingualText(zh: "[集合]", en: "[SET]"),
    summary: BilingualText(
      zh: "环节结论所依据的企业、项目、品牌、平台、文件和摸排：集合中的和其中包含的",
      en:
        "what the verdicts of the segments in the set or inside it rest on: enterprises, projects, "
        + "brands, platforms, documents, surveys"
    ),
    example: "evidence(泳装成衣)",
    sets: 0...1
  )
}
