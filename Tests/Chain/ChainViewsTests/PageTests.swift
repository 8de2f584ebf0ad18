import Bilingual
import ChainModel
import ChainViews
import TestSupport
import Testing

/// Pages, read again as HTML and as XML by another library.
struct PageTests {
  private struct Page: Decodable {
    let xml: [String]
    let language: String
    let elements: [String]
    let attributes: [String]
    let ids: [String]
    let rows: [[String]]
    let metas: [[String: String]]
    let text: [String: String]
    let styleHash: String

    init(_ answer: Answer, _ language: Language) throws {
      let bytes = try answer.bytes(in: .html, language: language)
      self = try Python.read(bytes, with: "read_page.py")
    }
  }

  /// All that a page is made of; there is no link, no image and no script among it.
  private static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "h1", "table", "caption", "thead", "tbody",
    "tr", "th", "td", "p",
  ]
  private static let attributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "scope", "class", "id", "data-label",
  ]

  private func expectSound(_ page: Page, _ answer: Answer, _ language: Language, _ label: String) {
    #expect(page.xml == page.elements, "\(label)")
    #expect(Set(page.elements).isSubset(of: Self.elements), "\(label)")
    #expect(Set(page.attributes).isSubset(of: Self.attributes), "\(label)")
    #expect(page.text["doctype"] == "DOCTYPE html", "\(label)")
    #expect(page.language == (language == .zh ? "zh-CN" : "en"), "\(label)")
    let sheets = PaperSheet.all(of: answer, language)
    let rows = sheets.flatMap { sheet in
      [sheet.headings] + sheet.rows.map { row in row.map { $0.text(in: language) } }
    }
    #expect(page.rows.count == rows.count, "\(label)")
    for (found, expected) in zip(page.rows, rows) {
      let isSame = zip(found, expected).allSatisfy {
        $0.unicodeScalars.elementsEqual(asPage($1).unicodeScalars)
      }
      #expect(
        isSame && found.count == expected.count,
        "\(label): \(expected.map { $0.prefix(40) })"
      )
    }
    var seen: Set<String> = []
    let ids = sheets.flatMap(\.ids).compactMap { $0 }.filter { seen.insert($0).inserted }
    #expect(page.ids == ids, "\(label)")
    let heading = asPage(answer.heading[language])
    #expect(page.text["h1"] == heading && page.text["title"] == heading, "\(label)")
  }

  private func asPage(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      let isForbidden = [0xFFFE, 0xFFFF].contains(scalar.value)
      scalars.append(isForbidden ? "\u{FFFD}" : isControl && scalar != "\n" ? " " : scalar)
    }
    return String(scalars)
  }

  @Test(arguments: Language.allCases)
  func `each kind of answer makes a page that holds each of its cells`(_ language: Language) throws
  {
    var seen: Set<String> = []
    for (label, answer) in Samples.answers(on: try Samples.large())
    where seen.insert(answer.command).inserted {
      expectSound(try Page(answer, language), answer, language, label)
    }
    #expect(seen.count >= 12)
  }

  @Test func `hostile names stay text`() throws {
    for answer in try HostileNames.answers() {
      let label = String((answer.subject?.name ?? answer.command).prefix(30))
      expectSound(try Page(answer, .zh), answer, .zh, label)
    }
  }

  @Test func `a page may do nothing but show its own style`() throws {
    let page = try Page(.alignment(in: try Samples.tiny().graph), .zh)
    #expect(page.metas.contains { $0["charset"] == "utf-8" })
    let policy = page.metas.first { $0["http-equiv"] == "Content-Security-Policy" }?["content"]
    let expected =
      "default-src 'none'; style-src 'sha256-\(page.styleHash)'; base-uri 'none'; "
      + "form-action 'none'"
    // Where the style has been changed, its hash in PageStyle must be too.
    #expect(policy == expected)
  }

  @Test func `numbers stand at the right and places to fill in are marked`() throws {
    let columns = [
      Answer.Table.Column("a", zh: "甲", en: "a"), Answer.Table.Column("b", zh: "乙", en: "b"),
    ]
    let unit = UnitOfMeasure(symbol: "吨", dimension: "mass", factor: 1)
    let rows: [[Answer.Cell]] = [
      [.number(1), .quantity(Quantity(amount: 6000, unit: unit))], [.unanswered, .none],
      [.number(2), .unanswered],
    ]
    let title = BilingualText(zh: "项目<清单>", en: "Projects")
    let answer = Answer(command: "x", title: title, table: Answer.Table(columns, rows) { $0 })
    let html = answer.text(in: .html, language: .zh)
    #expect(html.contains("<td data-label=\"甲\" class=\"n\">1</td>"))
    #expect(html.contains("<td data-label=\"乙\" class=\"n\">6000 吨</td>"))
    #expect(html.contains("<td data-label=\"乙\" class=\"fill\">待填</td>"))
    #expect(html.contains("<h1>项目&lt;清单&gt;</h1>"))
  }
}
