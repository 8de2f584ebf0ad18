import Bilingual
import ChainDrawing
import ChainModel
import ChainQueries
import ChainViews
import Foundation
import GraphKernel
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What people write stays text, in every view and every format.
struct InjectionTests {
  /// The first views of a name that there are, of some of its requests, in either language.
  private func views(_ name: QuestionName, most: Int) throws -> [ChainView] {
    let dataset = try HostileDataset.dataset()
    let start = QuestionName.viewsOfNodes.firstIndex(of: name) ?? 0
    var views: [ChainView] = []
    for request in ViewCases(dataset: dataset, stride: 13).requests(for: name) {
      guard views.count < most else { break }
      let language = Language.allCases[(start + views.count) % 2]
      if let view = try? dataset.view(request, language: language) { views.append(view) }
    }
    return views
  }

  @Test(arguments: QuestionName.viewsOfNodes)
  func `no text of the data becomes syntax of a picture`(_ name: QuestionName) throws {
    let views = try views(name, most: 2)
    #expect(!views.isEmpty)
    for view in views {
      let drawing = Drawing(try view.picture.render(as: .svg))
      #expect(drawing.error == nil, "\(name): \(drawing.error ?? "")")
      #expect(drawing.elements.isSubset(of: Drawing.harmless), "\(drawing.elements)")
      let events = drawing.attributes.filter { $0.lowercased().hasPrefix("on") }
      #expect(events.isEmpty && !drawing.attributes.contains("style"), "\(events)")
      for address in drawing.addresses {
        let scheme = address.prefix { !":/?#".contains($0) }.lowercased()
        let isPlain = address.hasPrefix("#") || ["http", "https"].contains(scheme)
        #expect(isPlain, "\(address.prefix(80))")
      }
      for card in view.picture.cards {
        let id = Self.drawn(card.id)
        #expect(drawing.ids[id] == 1, "\(name): \(id.prefix(80)) \(drawing.ids[id] ?? 0)")
      }
    }
  }

  /// An identity as a drawing has it: controls, what is no character and what turns the direction
  /// of writing are marked, line ends and tabs are a space, and of several spaces the first alone
  /// can be broken at, which is how Graphviz writes texts.
  private static func drawn(_ id: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      let isSpace = [0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
      let isHidden =
        scalar.properties.generalCategory == .control || scalar.value & 0xFFFE == 0xFFFE
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      let space: Unicode.Scalar = [" ", "\u{A0}"].contains(scalars.last) ? "\u{A0}" : " "
      scalars.append(isSpace || scalar == " " ? space : isHidden ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  @Test(arguments: QuestionName.viewsOfNodes)
  func `every form of a picture of hostile names is drawn`(_ name: QuestionName) throws {
    let heads: [PictureFormat: [UInt8]] = [
      .svg: Array("<?xml".utf8), .dot: Array("digraph".utf8), .png: [0x89, 0x50, 0x4E, 0x47],
      .pdf: Array("%PDF".utf8),
    ]
    for view in try views(name, most: 1) {
      for format in PictureFormat.allCases {
        let bytes = try view.picture.render(as: format)
        #expect(bytes.starts(with: heads[format] ?? []), "\(name) \(format)")
        guard format == .dot || format == .svg else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        let steers = text.unicodeScalars.contains {
          $0.properties.generalCategory == .control && !"\n\t\r".unicodeScalars.contains($0)
        }
        #expect(!steers, "\(name) \(format)")
      }
    }
  }

  @Test(arguments: QuestionName.viewsOfNodes)
  func `no text of the data becomes syntax of a list`(_ name: QuestionName) throws {
    for view in try views(name, most: 1) {
      let list = view.list
      let language = Language(rawValue: view.picture.language) ?? .zh
      let json = try JSONSerialization.jsonObject(
        with: Data(list.text(in: .json, language: language).utf8)
      )
      let object = try #require(json as? [String: Any])
      let counts = list.sections.map { (object[$0.key] as? [Any])?.count ?? 0 }
      #expect(counts.reduce(0, +) == list.rowCount, "\(name)")
      if let rows = object["rows"] as? [Any] {
        #expect(object["count"] as? Int == rows.count, "\(name)")
      }
      for format in [AnswerFormat.table, .markdown, .csv] {
        let text = list.text(in: format, language: language, width: 120)
        let kept = format == .csv ? "\n\r\t" : "\n"
        let steers = text.unicodeScalars.contains {
          $0.properties.generalCategory == .control && !kept.unicodeScalars.contains($0)
        }
        #expect(!steers, "\(name) \(format)")
      }
      let markdown = list.text(in: .markdown, language: language)
      #expect(!markdown.contains(/[^\\]<[a-zA-Z]/), "\(name)")
      try expectDefused(list, language)
      try expectHarmlessPage(list, language)
      let book = try ReadWorkbook(try list.bytes(in: .xlsx, language: language))
      let types = Set(book.sheets.flatMap(\.cells).joined().map(\.type))
      #expect(!types.contains("f") && types.isSubset(of: ["s", "n", "b"]), "\(name): \(types)")
    }
  }

  /// No cell of the CSV that a spreadsheet would run; every row as long as the others.
  private func expectDefused(_ list: Answer, _ language: Language) throws {
    let rows: [[String]] = try Python.read(
      Array(list.text(in: .csv, language: language).utf8),
      with: "read_csv.py",
      "utf-8"
    )
    // Each table has a head, and stands apart from the one before it.
    let tables = rows.split { $0.isEmpty || $0 == [""] }
    #expect(tables.count == list.sections.count)
    #expect(tables.joined().count == list.rowCount + tables.count)
    for table in tables { #expect(Set(table.map(\.count)).count == 1) }
    let starts = Set("=+-@＝＋－＠\t\r\n".unicodeScalars)
    for cell in rows.joined() {
      guard let first = cell.unicodeScalars.first else { continue }
      #expect(!starts.contains(first) || Double(cell) != nil, "\(cell.prefix(30))")
    }
  }

  private struct Page: Decodable {
    let xml: [String]
    let elements: [String]
    let attributes: [String]
  }

  private static let blank = Result {
    let list = try Samples.tiny().view(QuestionWords("projects"), language: .zh).list
    let bytes = try list.bytes(in: .html, language: .zh)
    return try Python.read(bytes, with: "read_page.py", as: Page.self)
  }

  private func expectHarmlessPage(_ list: Answer, _ language: Language) throws {
    let bytes = try list.bytes(in: .html, language: language)
    let page: Page = try Python.read(bytes, with: "read_page.py")
    #expect(page.xml == page.elements)
    let blank = try Self.blank.get()
    // What a page of harmless data is made of, and nothing else.
    #expect(Set(page.elements).isSubset(of: Set(blank.elements + ["p"])))
    #expect(Set(page.attributes).isSubset(of: blank.attributes))
  }
}

/// What a browser would find in a drawing.
private final class Drawing: NSObject, XMLParserDelegate {
  static let harmless: Set<String> = [
    "svg", "g", "title", "a", "path", "polygon", "polyline", "ellipse", "text", "rect", "line",
    "tspan", "desc", "defs", "style",
  ]

  var elements: Set<String> = []
  var attributes: Set<String> = []
  var ids: [String: Int] = [:]
  var addresses: [String] = []
  var error: String?

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { error = parser.parserError.map { "\($0)" } ?? "unknown" }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.insert(name.lowercased())
    self.attributes.formUnion(attributes.keys)
    if let id = attributes["id"] { ids[id, default: 0] += 1 }
    addresses += [attributes["xlink:href"], attributes["href"]].compactMap { $0 }
  }
}
