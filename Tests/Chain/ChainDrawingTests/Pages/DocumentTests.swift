import Testing

@testable import ChainDrawing

/// Pages of a picture in one PDF.
@Suite struct DocumentTests {
  /// A picture of more cards than a sheet of A4 has room for, each with an address of its own.
  private static let linked: Picture = {
    var picture = large(cards: 90, seed: 2)
    for index in picture.cards.indices {
      picture.cards[index].link = "https://example.org/\(picture.cards[index].id.dropFirst(5))"
    }
    return picture
  }()

  /// What a PDF that cairo writes says of its pages, in their order.
  private struct Pages {
    var boxes: [(width: Double, height: Double)]
    var addresses: [String]

    init(_ bytes: [UInt8]) {
      let text = String(decoding: bytes, as: Unicode.ASCII.self)
      boxes = text.matches(of: /\/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]/).map {
        (Double($0.1) ?? 0, Double($0.2) ?? 0)
      }
      addresses = text.matches(of: /\/URI \(([^)]*)\)/).map { String($0.1) }
    }
  }

  @Test(arguments: PaperTests.sheets)
  func `all pages are in one PDF, each of the size of the paper`(
    _ page: Paper.Page,
    _ width: Double,
    _ height: Double
  ) throws {
    let pages = try Self.linked.pages(on: Paper.Page(.a4))
    try #require(pages.count > 1)
    let document = Pages(try Picture.document(of: pages, on: page))
    #expect(document.boxes.count == pages.count)
    for box in document.boxes {
      #expect(abs(box.width - width * 72 / 25.4) < 0.01)
      #expect(abs(box.height - height * 72 / 25.4) < 0.01)
    }
  }

  @Test func `the pages keep their order and their links`() throws {
    let pages = try Self.linked.pages(on: Paper.Page(.a4))
    let document = Pages(try Picture.document(of: pages, on: Paper.Page(.a4)))
    var rest = document.addresses[...]
    for page in pages {
      let wanted = Set(page.picture.cards.compactMap(\.link))
      // A card may be linked by more than one rectangle.
      let count = rest.prefix { wanted.contains($0) }.count
      #expect(Set(rest.prefix(count)) == wanted, "\(page.name)")
      // The overview has the links of all parts, so that it would swallow theirs.
      rest = page.number == 1 ? document.addresses.dropFirst(wanted.count) : rest.dropFirst(count)
    }
    #expect(rest.isEmpty)
  }

  @Test func `a page in a document is the page by itself`() throws {
    let page = Paper.Page(.a4)
    let pages = try Self.linked.pages(on: page)
    let alone = try pages.map { Pages(try $0.picture.render(as: .pdf, page: page)) }
    let document = Pages(try Picture.document(of: pages, on: page))
    #expect(document.addresses == alone.flatMap(\.addresses))
    for (box, alone) in zip(document.boxes, alone.flatMap(\.boxes)) {
      // Graphviz's own are whole points.
      #expect(abs(box.width - alone.width) <= 1 && abs(box.height - alone.height) <= 1)
    }
  }

  @Test func `an overview tells runs of pages in short`() {
    let words = PageWords(swimwear)
    #expect(words.place([2]) == "第 2 页")
    #expect(words.place([2, 3]) == "第 2、3 页")
    #expect(words.place([2, 3, 4, 7, 9, 10, 11]) == "第 2–4、7、9–11 页")
    var english = swimwear
    english.language = "en"
    #expect(PageWords(english).place([2, 3, 4, 7]) == "pages 2–4, 7")
    #expect(PageWords(english).place([5]) == "page 5")
  }
}
