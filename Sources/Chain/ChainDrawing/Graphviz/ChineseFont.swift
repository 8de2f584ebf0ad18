/// Whether the machine can draw Chinese characters.
package enum ChineseFont {
  /// Whether no font that pictures use has them: they are then drawn as boxes, all of one width, as a
  /// character that no font has. An SVG only names its fonts, so that it is right wherever one is.
  package static let isMissing: Bool = {
    let texts = ["链", "\u{E123}"]
    let nodes = texts.enumerated().map { index, text in
      Blueprint.Node(name: "n\(index)", attributes: [.plain("label", Escaping.label(text))])
    }
    let blueprint = Blueprint(
      name: "g",
      graph: [.plain("charset", "UTF-8")],
      node: [
        .plain("shape", "plain"), .plain("fontname", Theme.standard.fontList),
        .number("fontsize", 100),
      ],
      edge: [],
      nodes: nodes,
      bands: [],
      page: nil,
      edges: []
    )
    guard let sizes = try? Engine.measure(blueprint).nodes, sizes.count == texts.count else {
      return false
    }
    return sizes[0].width == sizes[1].width
  }()

  /// Whether the text has Chinese characters.
  package static func isNeeded(by text: String) -> Bool {
    text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 }
  }
}

extension Picture {
  /// Whether the picture has Chinese characters that this machine draws as boxes.
  package var lacksFont: Bool {
    let texts = [title, subtitle] + cards.map(\.heading)
    return texts.contains { ChineseFont.isNeeded(by: $0) } && ChineseFont.isMissing
  }
}
