import ChainDrawing
import Foundation
import Testing

/// Plates: pages that are laid out by who makes them.
struct PlateTests {
  /// Names as somebody might write them to be taken for markup.
  private static let hostile = [
    "<script>alert(1)</script>", "a & b", "\"quoted\" 'too'", "甲\u{0}乙\u{7}", "\\N \\G", "]]>",
    "𠮷\u{202E}x",
  ]

  private func plate(_ texts: [String], pages: Int = 1) -> Plate {
    var page = Plate.Page()
    for (row, text) in texts.enumerated() {
      page.write(
        text,
        x: 30,
        y: 40 + Double(row) * 30,
        size: 14,
        color: .black,
        tooltip: text,
        meaning: text
      )
    }
    page.add(.circle(x: 500, y: 300, radius: 20), fill: Theme.Color(0xB3261E))
    page.add(
      .line([Plate.Point(500, 400), Plate.Point(600, 400)]),
      stroke: .black,
      isDashed: true
    )
    return Plate(title: texts[0], language: .zh, pages: Array(repeating: page, count: pages))
  }

  @Test func `no text of the data becomes markup`() throws {
    let bytes = try #require(try plate(Self.hostile).files(as: .svg).first)
    let reader = SVGReader(bytes)
    #expect(reader.error == nil)
    for name in ["script", "a"] { #expect(!reader.elements.contains(name)) }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("a &amp; b") && !text.contains("<script>"))
  }

  @Test func `a sheet of pixels is an A4 sheet, and has ink where marks stand`() throws {
    let blank = try #require(try plate([" "]).files(as: .png).first)
    let full = try #require(try plate(Self.hostile).files(as: .png).first)
    for bytes in [blank, full] {
      let sides = [16, 20].map { start in
        bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      }
      // 297 by 210 millimetres at 150 pixels an inch.
      #expect(abs(sides[0] - 1_754) <= 2 && abs(sides[1] - 1_240) <= 2, "\(sides)")
    }
    #expect(full.count > blank.count)
  }

  @Test(arguments: [1, 3]) func `a PDF has a page for each`(count: Int) throws {
    let files = try plate(["进度"], pages: count).files(as: .pdf)
    let text = String(decoding: try #require(files.first), as: UTF8.self)
    #expect(files.count == 1 && text.hasPrefix("%PDF"))
    #expect(text.contains("/Count \(count)"))
    #expect(try plate(["进度"], pages: count).files(as: .png).count == count)
  }

  @Test func `a plate has no graph to write`() {
    #expect(throws: RenderError.self) { try plate(["进度"]).files(as: .dot) }
  }

  @Test(arguments: ["中船风电兴城一期20万千瓦风电项目", "Wind power", "中", ""])
  func `a text that is cut fits, and is cut only where it does not`(text: String) {
    for width in stride(from: 10.0, through: 260, by: 10) {
      let cut = TypeWidth.cut(text, to: width, size: 12, isBold: true)
      let isWhole = TypeWidth.of(text, size: 12, isBold: true) <= width
      #expect((cut == text) == isWhole)
      if !isWhole {
        #expect(cut.hasSuffix("…") && text.hasPrefix(cut.dropLast()))
        #expect(cut == "…" || TypeWidth.of(cut, size: 12, isBold: true) <= width)
      }
    }
  }
}
