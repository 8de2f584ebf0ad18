/// The last touch on Graphviz's SVG: the language of its texts, which Graphviz has no attribute for.
enum SVGDocument {
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
