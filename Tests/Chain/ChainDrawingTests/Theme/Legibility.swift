@testable import ChainDrawing

/// What a theme's readers might not be able to read or to tell apart, found by computation; one
/// sentence each.
struct Legibility {
  let theme: Theme

  /// WCAG 2.2, 1.4.3.
  static let textContrast = 4.5
  /// WCAG 2.2, 1.4.11.
  static let lineContrast = 3.0
  /// CIEDE2000; 2 to 3 is what an eye notices at a glance.
  static let headDistance = 7.0
  static let tintDistance = 11.0
  /// CIELAB's lightness: a printer's greys that nobody takes for each other.
  static let greyDistance = 10.0
  /// Points: one and a half pixels of a screen, half a millimetre in print.
  static let widthDistance = 0.2

  /// CIELAB's a: from here on, a line is red and not brown.
  static let redness = 30.0

  /// What may be said of a segment, by what it comes to: it is here, it is coming, it is a gap,
  /// nobody knows or asks.
  static let families: [[Picture.CardStyle]] = [
    [.many, .single, .short, .unnamed], [.building, .wanted], [.missing, .lacking],
    [.presumed, .unknown, .uncounted],
  ]
  static let verdicts = families.flatMap(\.self)

  // MARK: Contrast

  /// Texts that do not stand out from their ground.
  func faintTexts() -> [String] {
    let palette = theme.palette
    var pairs: [(String, Theme.Color, Theme.Color)] = []
    for style in Picture.CardStyle.allCases {
      let look = theme.look(of: style)
      pairs += [
        ("heading of \(style)", look.headText, look.head),
        ("tag of \(style)", look.body, look.border),
        ("urgent heading of \(style)", palette.page, look.border),
        ("faded heading of \(style)", theme.faded(look).headText, theme.faded(look).head),
        ("faded line of \(style)", palette.faded, theme.faded(look).body),
      ]
      for (name, color) in texts { pairs.append(("\(name) of \(style)", color, look.body)) }
      // On a dark head, marks and asides take the colour of the heading.
      guard look.headText != palette.page else { continue }
      pairs.append(("aside of \(style)", palette.muted, look.head))
      for tint in theme.tints { pairs.append(("group on \(style)", tint, look.head)) }
    }
    for (name, color) in texts {
      pairs += [(name + " on the page", color, palette.page), (name, color, palette.band)]
    }
    for tint in theme.tints {
      pairs += [("cluster of a group", palette.page, tint), ("group", tint, palette.band)]
    }
    for style in Picture.LinkStyle.allCases {
      pairs.append(("label of \(style)", theme.look(of: style).color, palette.band))
    }
    // Labels of links are notes beside lines; those of pale links are as pale as their lines.
    return pairs.filter { $0.1.contrast($0.2) < Self.textContrast && !$0.0.hasPrefix("label") }
      .map { "\($0.0): \($0.1.hex) on \($0.2.hex)" }
  }

  private var texts: [(String, Theme.Color)] {
    let palette = theme.palette
    return [
      ("line", palette.ink), ("muted", palette.muted), ("star", palette.star),
      ("project", palette.project),
    ]
  }

  /// Borders and links that do not stand out from the band.
  func faintLines() -> [String] {
    let borders = Picture.CardStyle.allCases.map { ("border of \($0)", theme.look(of: $0).border) }
    let links = Picture.LinkStyle.allCases.map { ("link \($0)", theme.look(of: $0).color) }
    return (borders + links).filter { $0.1.contrast(theme.palette.band) < Self.lineContrast }
      .map { "\($0.0): \($0.1.hex)" }
  }

  // MARK: Without colour

  /// The signs by which two verdicts differ in grey.
  func signs(_ one: Theme.CardLook, _ two: Theme.CardLook) -> Set<String> {
    var signs: Set<String> = []
    if abs(one.head.greyLightness - two.head.greyLightness) >= Self.greyDistance {
      signs.insert("grey")
    }
    if one.stroke != two.stroke { signs.insert("stroke") }
    if one.width != two.width { signs.insert("width") }
    if one.glyph != two.glyph { signs.insert("glyph") }
    return signs
  }

  /// Verdicts that differ by fewer than two signs in grey.
  func alikeInGrey() -> [String] {
    pairs(Self.verdicts).filter { signs(theme.look(of: $0), theme.look(of: $1)).count < 2 }
      .map { "\($0) and \($1)" }
  }

  /// Styles of link that differ by their colour alone.
  func alikeLinks() -> [String] {
    pairs(Picture.LinkStyle.allCases).filter { one, two in
      let (a, b) = (drawn(theme.look(of: one)), drawn(theme.look(of: two)))
      return a.dashes == b.dashes && abs(a.width - b.width) < Self.widthDistance - 1e-9
    }.map { "\($0) and \($1)" }
  }

  /// A double link is drawn as one line of twice the width.
  private func drawn(_ look: Theme.LinkLook) -> (dashes: Theme.Stroke, width: Double) {
    look.stroke == .double ? (.solid, look.width * 2) : (look.stroke, look.width)
  }

  // MARK: With fewer colours

  /// Verdicts and groups that some people would take for each other by colour. Within a family,
  /// signs tell verdicts apart; only the foremost of each have grounds of their own.
  func alikeForSome() -> [String] {
    let foremost: [Picture.CardStyle] = [.many, .single, .building, .wanted, .missing]
    let heads = foremost.map { theme.look(of: $0).head }
    return alike(heads, Self.headDistance) + alike(Array(theme.tints.prefix(9)), Self.tintDistance)
      + alikeFamilies()
  }

  /// Verdicts of two families that some eyes tell apart neither by ground nor by border.
  private func alikeFamilies() -> [String] {
    pairs(Self.families).flatMap { one, two in
      one.flatMap { a in two.map { b in (a, b) } }
    }.flatMap { a, b in
      let (one, two) = (theme.look(of: a), theme.look(of: b))
      return Vision.allCases.filter { vision in
        vision.distance(one.head, two.head) < Self.headDistance
          && vision.distance(one.border, two.border) < Self.tintDistance
      }.map { "\(a) and \(b) with \($0)" }
    }
  }

  /// The styles of card that are red.
  func redStyles() -> Set<Picture.CardStyle> {
    Set(
      Picture.CardStyle.allCases.filter { style in
        let look = theme.look(of: style)
        return [look.border, look.head, look.headText].contains {
          Lab(light: $0.light).a > Self.redness
        }
      }
    )
  }

  private func alike(_ colors: [Theme.Color], _ least: Double) -> [String] {
    Vision.allCases.flatMap { vision in
      pairs(colors).filter { vision.distance($0, $1) < least }
        .map { "\($0.hex) and \($1.hex) with \(vision)" }
    }
  }

  private func pairs<Element>(_ elements: [Element]) -> [(Element, Element)] {
    elements.indices.flatMap { index in elements[..<index].map { ($0, elements[index]) } }
  }
}
