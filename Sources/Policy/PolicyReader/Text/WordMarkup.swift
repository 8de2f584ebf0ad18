internal import XML

/// The names of WordprocessingML, which a document may give any prefix.
enum WordMarkup {
  /// By the standard's transitional form, which Word writes, and by its strict one.
  private static let namespaces: Set<String> = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
  ]

  /// The local name of an element; `nil` for one of another vocabulary.
  static func name(_ name: XMLName) -> String? {
    namespaces.contains(name.namespace) ? name.local : nil
  }

  /// Calls `body` with each element that begins or ends in a part, those of other vocabularies left
  /// out.
  ///
  /// - Complexity: O(*n*).
  static func each(
    in part: [UInt8],
    _ body: (_ name: String, _ element: XMLElement?) -> Void
  ) throws(XMLFault) {
    var reader = XMLReader(part)
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        if let name = name(element.name) { body(name, element) }
      case .end(let name):
        if let name = Self.name(name) { body(name, nil) }
      case .text: break
      }
    }
  }
}

extension XMLElement {
  /// The value of an attribute of the element's own vocabulary; some programs leave its prefix out.
  func setting(_ attribute: String) -> String? {
    self[attribute, in: name.namespace] ?? self[attribute]
  }

  /// What an element without content says.
  var value: String? { setting("val") }

  /// The whole number that an element without content says.
  var number: Int? { value.flatMap { Int($0) } }
}
