import Testing

@testable import ChainDrawing

@Suite struct ThemeTests {
  private let standard = Legibility(theme: .standard)

  private func changed(_ change: (inout Theme) -> Void) -> Legibility {
    var theme = Theme.standard
    change(&theme)
    return Legibility(theme: theme)
  }

  @Test func `every text stands out from its ground`() {
    #expect(standard.faintTexts() == [])
  }

  @Test func `a text that does not stand out is found`() {
    let pale = changed { $0.palette.muted = Theme.Color(0x9AA5B0) }
    #expect(pale.faintTexts().contains("muted on the page: #9AA5B0 on #FFFFFF"))
    let dark = changed { $0.cards[.single]?.head = Theme.Color(0x1D4F7C) }
    #expect(dark.faintTexts().contains("heading of single: #1B2733 on #1D4F7C"))
    let faded = changed { $0.palette.faded = Theme.Color(0x8A949E) }
    #expect(faded.faintTexts().contains { $0.hasPrefix("faded heading") })
    #expect(
      changed { $0.tints[2] = Theme.Color(0x56B4E9) }.faintTexts().contains {
        $0.hasPrefix("group")
      }
    )
  }

  @Test func `borders and links stand out from the band`() {
    #expect(standard.faintLines() == [])
  }

  @Test func `a line that does not stand out is found`() {
    let theme = changed {
      $0.links[.inferred]?.color = Theme.Color(0x93A3B2)
      $0.cards[.plain]?.border = Theme.Color(0xB0B8C0)
    }
    #expect(theme.faintLines() == ["border of plain: #B0B8C0", "link inferred: #93A3B2"])
  }

  @Test func `verdicts differ by two signs or more in grey`() {
    #expect(Legibility.verdicts.count == 11)
    #expect(standard.alikeInGrey() == [])
  }

  @Test func `verdicts that look alike in grey are found`() {
    let theme = changed {
      $0.cards[.wanted]?.glyph = "▲"
      $0.cards[.wanted]?.stroke = .double
    }
    #expect(theme.alikeInGrey() == ["building and wanted"])
    let glyphAlone = changed { $0.cards[.single]?.head = Theme.Color(0xF7F8FA) }
    #expect(glyphAlone.alikeInGrey() == ["single and uncounted"])
  }

  @Test func `red is for gaps alone`() {
    #expect(standard.redStyles() == [.missing, .lacking])
  }

  @Test func `a red card that is no gap is found`() {
    let theme = changed { $0.cards[.unknown]?.border = Theme.Color(0x94280F) }
    #expect(theme.redStyles() == [.missing, .lacking, .unknown])
  }

  @Test func `what nobody has looked at is hollow, and its sign is a question`() {
    let (look, page) = (Theme.standard.look(of: .unknown), Theme.standard.palette.page)
    #expect(look.head == page && look.body == page && look.glyph == "?")
    #expect(Theme.standard.look(of: .wanted).stroke == .dotted)
    #expect(Theme.standard.look(of: .presumed).glyph == "≈")
  }

  @Test func `styles of link differ by more than their colour`() {
    #expect(standard.alikeLinks() == [])
  }

  @Test func `styles of link that differ by colour alone are found`() {
    let theme = changed { $0.links[.lead]?.width = 2.1 }
    #expect(theme.alikeLinks() == ["lead and accountable"])
    #expect(changed { $0.links[.gap]?.stroke = .solid }.alikeLinks().count == 1)
  }

  @Test func `verdicts and groups stay apart for the colour-blind`() {
    #expect(standard.alikeForSome() == [])
  }

  @Test func `colours that the colour-blind take for each other are found`() {
    // The tints that this house had at first, of which two are one olive without red cones.
    let theme = changed { $0.tints = [Theme.Color(0xA34A06), Theme.Color(0x6B5B00)] }
    #expect(
      theme.alikeForSome() == [
        "#A34A06 and #6B5B00 with protanopia", "#A34A06 and #6B5B00 with deuteranopia",
      ]
    )
    let pale = changed { $0.cards[.wanted]?.head = Theme.Color(0xFFFCF0) }
    #expect(!pale.alikeForSome().isEmpty)
    // A gap and what nobody has looked at are white both: their borders must tell them apart.
    let grey = changed { $0.cards[.lacking]?.border = Theme.standard.look(of: .unknown).border }
    #expect(
      grey.alikeForSome().filter { $0.contains("unknown") }
        == Vision.allCases.map { "lacking and unknown with \($0)" }
    )
  }

  @Test func `the first nine groups have a colour each`() {
    #expect(Set(Theme.standard.tints.prefix(9)).count == 9)
  }

  @Test func `every style has a look of its own`() {
    #expect(Set(Theme.standard.cards.keys) == Set(Picture.CardStyle.allCases))
    #expect(Set(Theme.standard.links.keys) == Set(Picture.LinkStyle.allCases))
    for style in Picture.CardStyle.allCases {
      let look = Theme.standard.look(of: style)
      let others = Picture.CardStyle.allCases.filter { Theme.standard.look(of: $0) == look }
      #expect(others == [style])
    }
  }

  /// Pairs of Sharma, Wu and Dalal, table 1.
  @Test(
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0),
      ([50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ] as [([Double], [Double], Double)]
  )
  func `distances are those of the paper`(_ one: [Double], _ two: [Double], _ distance: Double) {
    let (a, b) = (
      Lab(lightness: one[0], a: one[1], b: one[2]), Lab(lightness: two[0], a: two[1], b: two[2])
    )
    #expect(abs(a.distance(b) - distance) < 0.0001)
    #expect(abs(b.distance(a) - distance) < 0.0001)
  }

  @Test(arguments: [
    ("#1D4F7C", true), ("1D4F7C", false), ("#1D4F7", false), ("#+D4F7C", false), ("", false),
  ])
  func `only six hexadecimal digits are a colour`(_ text: String, _ isColor: Bool) {
    #expect((Theme.Color(hex: text)?.hex == text) == isColor)
  }
}
