/// The last touch on Graphviz's SVG: the language of its texts and the size of its paper, which
/// Graphviz has no attributes for.
enum SVGDocument {
  /// The drawing with its size given in millimetres instead of rounded points; its view box stays.
  static func sized(_ svg: [UInt8], width: Double, height: Double) -> [UInt8] {
    guard let start = Self.start(of: Array("<svg width=".utf8), in: svg),
      let end = Self.start(of: Array(" viewBox=".utf8), in: svg), start < end
    else { return svg }
    let size = [width, height].map { Markup.number($0) }
    let tag = "<svg width=\"\(size[0])mm\" height=\"\(size[1])mm\"\n"
    return Array(svg[..<start]) + Array(tag.utf8) + Array(svg[end...])
  }

  static func finished(_ svg: [UInt8], language: String) -> [UInt8] {
    let tag = language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard !tag.isEmpty, let start = start(of: Array("<svg ".utf8), in: svg) else { return svg }
    let attribute = "xml:lang=\"\(tag)\" lang=\"\(tag)\" role=\"img\" "
    return Array(svg[..<start]) + Array("<svg \(attribute)".utf8) + Array(svg[(start + 5)...])
  }

  private static func start(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    return (0...(bytes.count - pattern.count)).first { start in
      bytes[start..<(start + pattern.count)].elementsEqual(pattern)
    }
  }
}
