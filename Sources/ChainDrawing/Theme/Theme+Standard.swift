extension Theme {
  /// The house style: blue for what is there, ochre for what is coming, red-brown for what is not.
  ///
  /// The hues follow Okabe and Ito, subdued, so that people who confuse red and green tell them
  /// apart. In grey, coverage still reads from dark to white, from solid over dashed to dotted, and
  /// by glyph.
  public static let standard = Theme(
    fonts: ["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "sans-serif"],
    cards: standardCards,
    links: standardLinks,
    tints: [
      Color(0x0B62A4), Color(0xA34A06), Color(0x086B50), Color(0x9C3F7E),
      Color(0x6B5B00), Color(0x5B4BB0), Color(0x126572), Color(0x7A3B2E),
    ]
  )

  private static let standardCards: [CardStyle: CardLook] = [
    .strong: CardLook(
      head: Color(0x1D4F7C),
      headText: Color(0xFFFFFF),
      border: Color(0x1D4F7C),
      width: 2,
      glyph: "●"
    ),
    .weak: CardLook(
      head: Color(0xBBD6EA),
      border: Color(0x4A81AC),
      glyph: "◐"
    ),
    .building: CardLook(
      head: Color(0xF7DFA8),
      body: Color(0xFFFDF7),
      border: Color(0xA66F00),
      stroke: .double,
      glyph: "▲"
    ),
    .planned: CardLook(
      head: Color(0xFCF4DF),
      body: Color(0xFFFEFA),
      border: Color(0xA66F00),
      stroke: .dotted,
      width: 2,
      glyph: "△"
    ),
    .missing: CardLook(
      head: Color(0xFFFFFF),
      headText: Color(0x94280F),
      border: Color(0x94280F),
      stroke: .dashed,
      width: 3,
      glyph: "×"
    ),
    .leader: CardLook(head: Color(0xFFFFFF), border: Color(0x44586B)),
    .cluster: CardLook(
      head: Color(0x1D4F7C),
      headText: Color(0xFFFFFF),
      border: Color(0x1D4F7C)
    ),
    .department: CardLook(head: Color(0xE3EDF5), border: Color(0x7F9BB3)),
    .collective: CardLook(head: Color(0xE3EDF5), border: Color(0x7F9BB3), stroke: .double),
    .industry: CardLook(head: Color(0xE4EFE7), border: Color(0x4F7A5E)),
    .enterprise: CardLook(head: Color(0xF0F4F8), border: Color(0x4A81AC)),
    .project: CardLook(head: Color(0xF7DFA8), border: Color(0xA66F00)),
    .place: CardLook(head: Color(0xEFEAE2), border: Color(0x7D6B4F)),
    .task: CardLook(head: Color(0xFCF4DF), border: Color(0xA66F00)),
    .plain: CardLook(),
  ]

  private static let standardLinks: [LinkStyle: LinkLook] = [
    .flow: LinkLook(color: Color(0x3C5670), width: 1.5),
    .inferred: LinkLook(color: Color(0x93A3B2), width: 1.1),
    .feedback: LinkLook(color: Color(0x086B50), stroke: .dashed, width: 1.4),
    .gap: LinkLook(color: Color(0xB0502F), stroke: .dotted, width: 1.9),
    .lead: LinkLook(color: Color(0x1D4F7C), width: 2.2),
    .responsible: LinkLook(color: Color(0x5E7890), width: 1.2),
    .accountable: LinkLook(color: Color(0x1D4F7C), width: 1.6),
    .coordinate: LinkLook(color: Color(0x5E7890), stroke: .dashed, width: 1.2),
    .liaison: LinkLook(color: Color(0x5E7890), stroke: .dashed, width: 1.4),
    .support: LinkLook(color: Color(0x5E7890), stroke: .dashed, width: 1.0),
    .structure: LinkLook(color: Color(0x93A3B2), width: 1.2),
    .action: LinkLook(color: Color(0x8A5A00), width: 1.3),
  ]
}
