internal import Bilingual
internal import Diagnostics

/// Reads a theme from YAML on top of another one: what a file does not speak of stays as it is.
struct ThemeReader {
  private(set) var theme: Theme
  private(set) var log: FaultLog
  /// Whether every field must be there, as in the file that all others stand on.
  private let isComplete: Bool

  init(path: String, extending base: Theme, isComplete: Bool = false) {
    theme = base
    log = FaultLog(path: path)
    self.isComplete = isComplete
  }

  mutating func read(_ root: EntryNode) {
    let parts = ["fonts", "sizes", "palette", "cards", "links", "tints", "spacing"]
    let name = BilingualText(zh: "主题", en: "a theme")
    guard let top = fields(root, parts, of: name) else { return }
    if let node = top["fonts"] { theme.fonts = fonts(node) }
    if let node = top["sizes"] {
      part(node, \.sizes, BilingualText(zh: "字号", en: "the sizes"), numbers: ThemeFields.sizes)
    }
    if let node = top["palette"] {
      let name = BilingualText(zh: "配色", en: "the palette")
      part(node, \.palette, name, colors: ThemeFields.palette)
    }
    if let node = top["cards"] { readCards(node) }
    if let node = top["links"] { readLinks(node) }
    if let node = top["tints"] { theme.tints = tints(node) }
    if let node = top["spacing"] {
      let name = BilingualText(zh: "间距", en: "the spacing")
      part(node, \.spacing, name, numbers: ThemeFields.spacing)
    }
  }

  /// The fields of a mapping, with a report of those that are not `names`.
  private mutating func fields(
    _ node: EntryNode,
    _ names: [String],
    of kind: BilingualText
  ) -> FieldReader? {
    guard let reader = FieldReader(node, log: &log) else { return nil }
    reader.allow(names, of: kind, log: &log)
    if isComplete {
      for name in names where reader[name] == nil {
        log.report(.missingField(name, at: log.location(of: node)))
      }
    }
    return reader
  }

  // MARK: Parts that hold fields

  private mutating func part<Part>(
    _ node: EntryNode,
    _ path: WritableKeyPath<Theme, Part>,
    _ name: BilingualText,
    colors: [ColorField<Part>] = [],
    numbers: [NumberField<Part>] = []
  ) {
    guard let reader = fields(node, colors.map(\.name) + numbers.map(\.name), of: name) else {
      return
    }
    var part = theme[keyPath: path]
    read(reader, into: &part, colors, numbers)
    theme[keyPath: path] = part
  }

  private mutating func read<Part>(
    _ reader: FieldReader,
    into part: inout Part,
    _ colors: [ColorField<Part>],
    _ numbers: [NumberField<Part>]
  ) {
    for field in colors {
      guard let color = reader[field.name].flatMap({ color($0) }) else { continue }
      part[keyPath: field.path] = color
    }
    for field in numbers {
      guard let node = reader[field.name], let text = FieldReader.text(node, log: &log) else {
        continue
      }
      if let number = Double(text), field.allows(number) {
        field.set(&part, number)
      } else {
        log.report(.badNumber(text, demand: field.demand, at: log.location(of: node)))
      }
    }
  }

  // MARK: Styles

  private mutating func readCards(_ node: EntryNode) {
    let meaning = BilingualText(zh: "卡片样式", en: "style of card")
    for (style, node) in styles(Picture.CardStyle.self, node, meaning) {
      let names = ThemeFields.cardColors.map(\.name) + ["stroke", "width", "glyph"]
      let kind = BilingualText(zh: "卡片的样子", en: "a card's look")
      guard let reader = fields(node, names, of: kind) else { continue }
      var look = theme.cards[style] ?? theme.look(of: style)
      read(reader, into: &look, ThemeFields.cardColors, ThemeFields.cardNumbers)
      if let stroke = stroke(reader["stroke"]) { look.stroke = stroke }
      if let glyph = glyph(reader["glyph"]) { look.glyph = glyph }
      theme.cards[style] = look
    }
  }

  private mutating func readLinks(_ node: EntryNode) {
    let meaning = BilingualText(zh: "连线样式", en: "style of link")
    for (style, node) in styles(Picture.LinkStyle.self, node, meaning) {
      let names = ThemeFields.linkColors.map(\.name) + ["stroke", "width"]
      let kind = BilingualText(zh: "连线的样子", en: "a link's look")
      guard let reader = fields(node, names, of: kind) else { continue }
      var look = theme.links[style] ?? theme.look(of: style)
      read(reader, into: &look, ThemeFields.linkColors, ThemeFields.linkNumbers)
      if let stroke = stroke(reader["stroke"]) { look.stroke = stroke }
      theme.links[style] = look
    }
  }

  private mutating func styles<Style: RawRepresentable<String> & CaseIterable>(
    _ type: Style.Type,
    _ node: EntryNode,
    _ meaning: BilingualText
  ) -> [(Style, EntryNode)] {
    guard let reader = FieldReader(node, log: &log) else { return [] }
    let words = Style.allCases.map(\.rawValue)
    if isComplete {
      for word in words where reader[word] == nil {
        log.report(.missingField(word, at: log.location(of: node)))
      }
    }
    return reader.pairs.compactMap { name, pair in
      if let style = Style(rawValue: name) { return (style, pair.value) }
      guard log.hasRoom else {
        log.cut()
        return nil
      }
      let place = log.location(of: pair.key)
      log.report(.unknownWord(name, meaning: meaning, words: words, at: place))
      return nil
    }
  }

  private mutating func stroke(_ node: EntryNode?) -> Theme.Stroke? {
    guard let node else { return nil }
    return FieldReader.word(node, meaning: BilingualText(zh: "线型", en: "stroke"), log: &log)
  }

  /// The glyph, which may be empty.
  private mutating func glyph(_ node: EntryNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.scalar?.trimmingSpace() else {
      return FieldReader.text(node, log: &log)
    }
    if ThemeFields.isGlyph(text) { return text }
    log.report(.badGlyph(text, at: log.location(of: node)))
    return nil
  }

  // MARK: Lists

  private mutating func fonts(_ node: EntryNode) -> [String] {
    let what = BilingualText(zh: "字体", en: "fonts")
    return items(node, most: ThemeFields.mostFonts, of: what).compactMap { item in
      guard let name = FieldReader.text(item, log: &log) else { return nil }
      if ThemeFields.isFontName(name) { return name }
      log.report(.badFontName(name, at: log.location(of: item)))
      return nil
    }
  }

  private mutating func tints(_ node: EntryNode) -> [Theme.Color] {
    let what = BilingualText(zh: "颜色", en: "colours")
    return items(node, most: ThemeFields.mostTints, of: what).compactMap { color($0) }
  }

  private mutating func items(_ node: EntryNode, most: Int, of what: BilingualText) -> [EntryNode] {
    if (1...most).contains(node.items.count) { return node.items }
    log.report(.wrongCount(what, most: most, at: log.location(of: node)))
    return []
  }

  private mutating func color(_ node: EntryNode) -> Theme.Color? {
    guard let text = node.scalar?.trimmingSpace() else {
      _ = FieldReader.text(node, log: &log)
      return nil
    }
    if let color = Theme.Color(hex: text) { return color }
    log.report(.badColor(text, at: log.location(of: node)))
    return nil
  }
}
