internal import Bilingual

/// A number of a theme: how a file calls it, where it is kept and what it may be.
///
/// The reader of theme files and the check before a drawing go through the same tables, so that a
/// file that is read without a fault can be drawn with.
struct NumberField<Part>: Sendable {
  let name: String
  let range: ClosedRange<Double>
  let isWhole: Bool
  let value: @Sendable (Part) -> Double
  let set: @Sendable (inout Part, Double) -> Void

  init(
    _ name: String,
    _ path: WritableKeyPath<Part, Double> & Sendable,
    _ range: ClosedRange<Double>
  ) {
    self.name = name
    self.range = range
    isWhole = false
    value = { $0[keyPath: path] }
    set = { $0[keyPath: path] = $1 }
  }

  init(
    _ name: String,
    _ path: WritableKeyPath<Part, Int> & Sendable,
    _ range: ClosedRange<Double>
  ) {
    self.name = name
    self.range = range
    isWhole = true
    value = { Double($0[keyPath: path]) }
    set = { $0[keyPath: path] = Int($1) }
  }

  func allows(_ number: Double) -> Bool {
    range.contains(number) && (!isWhole || number == number.rounded())
  }

  /// What the number may be, for people.
  var demand: BilingualText {
    let (low, high) = (Markup.number(range.lowerBound), Markup.number(range.upperBound))
    return isWhole
      ? BilingualText(zh: "\(low) 到 \(high) 的整数", en: "a whole number from \(low) to \(high)")
      : BilingualText(zh: "\(low) 到 \(high) 的数", en: "a number from \(low) to \(high)")
  }
}

/// A colour of a theme.
struct ColorField<Part>: Sendable {
  let name: String
  let path: WritableKeyPath<Part, Theme.Color> & Sendable

  init(_ name: String, _ path: WritableKeyPath<Part, Theme.Color> & Sendable) {
    self.name = name
    self.path = path
  }
}

/// The fields of each part of a theme, with the limits beyond which Graphviz aborts, hangs, or
/// draws what nobody can read.
enum ThemeFields {
  /// Points.
  private static let typeSize = 4.0...96.0
  private static let distance = 0.0...2000.0
  private static let lineWidth = 0.0...20.0
  /// Cells of text.
  private static let cells = 4.0...200.0

  static let sizes: [NumberField<Theme.TypeSizes>] = [
    NumberField("title", \.title, typeSize), NumberField("subtitle", \.subtitle, typeSize),
    NumberField("column", \.column, typeSize), NumberField("heading", \.heading, typeSize),
    NumberField("line", \.line, typeSize), NumberField("note", \.note, typeSize),
  ]

  static let spacing: [NumberField<Theme.Spacing>] = [
    NumberField("aspect", \.aspect, 0.1...10),
    NumberField("betweenCards", \.betweenCards, distance),
    NumberField("betweenRanks", \.betweenRanks, distance),
    NumberField("bandMargin", \.bandMargin, distance),
    NumberField("cardWidth", \.cardWidth, distance),
    NumberField("headingCells", \.headingCells, cells),
    NumberField("lineCells", \.lineCells, cells),
    NumberField("linesPerCard", \.linesPerCard, 1...100),
  ]

  static let palette: [ColorField<Theme.Palette>] = [
    ColorField("page", \.page), ColorField("band", \.band), ColorField("ink", \.ink),
    ColorField("muted", \.muted), ColorField("faded", \.faded), ColorField("star", \.star),
    ColorField("project", \.project),
  ]

  static let cardColors: [ColorField<Theme.CardLook>] = [
    ColorField("head", \.head), ColorField("headText", \.headText), ColorField("body", \.body),
    ColorField("border", \.border),
  ]
  static let cardNumbers = [NumberField("width", \Theme.CardLook.width, lineWidth)]

  static let linkColors = [ColorField("color", \Theme.LinkLook.color)]
  static let linkNumbers = [NumberField("width", \Theme.LinkLook.width, lineWidth)]

  static let mostFonts = 20
  static let mostTints = 100

  /// Graphviz copies the names of fonts into an SVG unescaped.
  static func isFontName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 100
      && name.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || " -_.".unicodeScalars.contains(scalar)
      }
  }

  /// A glyph shares its line with a heading.
  static func isGlyph(_ text: String) -> Bool {
    text.unicodeScalars.count <= 8 && Wrapping.cells(text) <= 4
  }
}
