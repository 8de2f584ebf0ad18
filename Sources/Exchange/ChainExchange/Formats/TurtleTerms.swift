import Bilingual
import ChainModel
import Escapes
import GraphKernel

/// The IRIs of a data set, all of which begin with its base.
///
/// Names are percent-encoded byte by byte, so that they are addresses as they stand and no two become
/// one.
struct TurtleTerms {
  let base: String

  /// - Precondition: `base` is one; see ``ExchangeOptions/isBase(_:)``.
  init(base: String) {
    precondition(ExchangeOptions.isBase(base), "the base of IRIs is an absolute IRI")
    self.base = base
  }

  var prefixes: String {
    """
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix org: <http://www.w3.org/ns/org#> .
    @prefix prov: <http://www.w3.org/ns/prov#> .
    @prefix foaf: <http://xmlns.com/foaf/0.1/> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix lt: <\(base)vocabulary/> .
    @prefix kind: <\(base)kind/> .
    @prefix rel: <\(base)relation/> .
    @prefix role: <\(base)role/> .
    @prefix attr: <\(base)attribute/> .


    """
  }

  func kind(_ kind: NodeKind) -> String { term("kind", "kind", kind.name) }
  func relation(_ kind: RelationKind) -> String { term("rel", "relation", kind.name) }
  func role(_ kind: RelationKind) -> String { term("role", "role", kind.name) }
  func attribute(_ name: AttributeName) -> String { term("attr", "attribute", name.name) }

  func node(_ id: String) -> String { iri("node", [id]) }

  func statement(_ relation: RelationKind, _ ids: [String]) -> String {
    iri("statement", [relation.name] + ids)
  }

  func post(_ position: Int, of node: NodeIndex, _ graph: ChainGraph) -> String {
    iri("post", [graph.id(of: node), String(position + 1)])
  }

  func unit(_ unit: UnitOfMeasure) -> String { iri("unit", [unit.symbol]) }

  func scheme(of attribute: AttributeDefinition, _ kind: NodeKind) -> String {
    iri("option", [kind.name, attribute.name.name])
  }

  func option(
    _ option: AttributeDefinition.Option,
    of attribute: AttributeDefinition,
    _ kind: NodeKind
  ) -> String {
    iri("option", [kind.name, attribute.name.name, option.key])
  }

  /// A name with its prefix, where it is plain enough.
  private func term(_ prefix: String, _ path: String, _ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { Self.isLetter($0) }
    return isPlain && !name.isEmpty ? "\(prefix):\(name)" : iri(path, [name])
  }

  private func iri(_ path: String, _ parts: [String]) -> String {
    "<\(base)\(path)/" + parts.map(PercentEncoding.identity.encoded).joined(separator: "/") + ">"
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension ExchangeOptions {
  /// Whether a text can be the ``base`` of IRIs: a scheme, a colon, and no character that an IRI cannot
  /// hold.
  public static func isBase(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), let first = text.unicodeScalars.first,
      first.isASCII, first.properties.isAlphabetic
    else { return false }
    let isScheme = text[..<colon].utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "+-.".utf8.contains(byte)
    }
    return isScheme && text.index(after: colon) < text.endIndex
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.value > 0x20 && scalar.value != 0x7F
          && !"<>\"{}|\\^`".unicodeScalars.contains(scalar)
          && !scalar.properties.isWhitespace
          && !(scalar.properties.generalCategory == .control)
          && !(scalar.properties.generalCategory == .format)
      }
  }
}

extension ExchangeOutput {
  /// Writes a literal, tagged with a language where one is given.
  mutating func write(turtle text: String, language: String? = nil) {
    write(UInt8(ascii: "\""))
    write(text, escaping: .json)
    write(UInt8(ascii: "\""))
    if let language { write("@\(language)") }
  }

  /// Writes a date as exact as it is.
  mutating func write(turtle date: CalendarDate) {
    let type = date.day != nil ? "date" : date.month != nil ? "gYearMonth" : "gYear"
    write("\"\(date)\"^^xsd:\(type)")
  }

  /// Writes both wordings of what the subject before is called.
  mutating func writeLabels(_ predicate: String, _ label: BilingualText) {
    write(" ;\n  \(predicate) ")
    write(turtle: label.zh, language: "zh")
    write(", ")
    write(turtle: label.en, language: "en")
  }
}
