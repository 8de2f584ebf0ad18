import Foundation
import Testing

@testable import ChainDrawing

@Suite struct PaperTests {
  static let sheets: [(page: Paper.Page, width: Double, height: Double)] = [
    (Paper.Page(.a4), 297, 210), (Paper.Page(.a4, .portrait), 210, 297),
    (Paper.Page(.a3), 420, 297),
    (Paper.Page(.a3, .portrait), 297, 420),
  ]

  @Test(arguments: sheets)
  func `a PDF has the size of its paper`(_ page: Paper.Page, _ width: Double, _ height: Double)
    throws
  {
    let pdf = String(decoding: try swimwear.render(as: .pdf, page: page), as: Unicode.ASCII.self)
    let box = try #require(pdf.firstMatch(of: /\/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]/))
    // Whole points, which is as exact as printers ask.
    #expect(abs((Double(box.1) ?? 0) - width * 72 / 25.4) <= 0.5)
    #expect(abs((Double(box.2) ?? 0) - height * 72 / 25.4) <= 0.5)
    #expect(pdf.matches(of: /\/Type \/Paper.Page\b/).count <= 1)
  }

  @Test(arguments: sheets)
  func `an SVG has the size of its paper, with the drawing in the middle`(
    _ page: Paper.Page,
    _ width: Double,
    _ height: Double
  ) throws {
    let svg = String(decoding: try swimwear.render(as: .svg, page: page), as: UTF8.self)
    #expect(svg.contains("width=\"\(Int(width))mm\" height=\"\(Int(height))mm\""))
    #expect(svg.contains("lang=\"zh\""))
    let view = try #require(svg.firstMatch(of: /viewBox="0.00 0.00 ([\d.]+) ([\d.]+)"/))
    let sheet = try #require(page.sheet)
    #expect(abs((Double(view.1) ?? 0) - sheet.size.width) < 0.01)
    #expect(abs((Double(view.2) ?? 0) - sheet.size.height) < 0.01)
    let shift = try #require(
      svg.firstMatch(of: /scale\(([\d.]+) [\d.]+\) rotate\(0\) translate\(([\d.-]+) ([\d.-]+)\)/)
    )
    let (scale, x, y) = (Double(shift.1) ?? 0, Double(shift.2) ?? 0, Double(shift.3) ?? 0)
    // The bands are as wide as the drawing; title and legend stand above and below them.
    let corners = svg.matches(of: /<path fill="#f3f5f7"[^>]* d="([^"]+)"/).flatMap { path in
      path.1.matches(of: /([-\d.]+),([-\d.]+)/).map { (Double($0.1) ?? 0, Double($0.2) ?? 0) }
    }
    let lines = svg.matches(of: /<text [^>]*y="([-\d.]+)"/).compactMap { Double($0.1) }
    let left = ((corners.map(\.0).min() ?? 0) + x) * scale
    let right = sheet.size.width - ((corners.map(\.0).max() ?? 0) + x) * scale
    let top = ((lines.min() ?? 0) + y) * scale
    let bottom = sheet.size.height - ((lines.max() ?? 0) + y) * scale
    // Legends that are wider than the bands, and lines between texts, take up to a few points.
    #expect(
      abs(left - right) < 12 && abs(top - 24 * scale - bottom) < 14,
      "\(left) \(right) \(top) \(bottom)"
    )
    #expect(min(left, right, top, bottom) > 27, "\(left) \(right) \(top) \(bottom)")
  }

  @Test(arguments: sheets)
  func `a PNG has 150 pixels an inch`(_ page: Paper.Page, _ width: Double, _ height: Double) throws
  {
    let png = try swimwear.render(as: .png, page: page)
    func number(at offset: Int) -> Double {
      Double(png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) })
    }
    #expect(abs(number(at: 16) - width / 25.4 * 150) <= 1)
    #expect(abs(number(at: 20) - height / 25.4 * 150) <= 1)
  }

  @Test func `a screen takes the drawing as it is, in its own shape`() throws {
    let page = Paper.Page(.screen)
    #expect(page.aspect == 1.6)
    #expect(Paper.Page(.screen, .portrait).aspect == 0.625)
    var theme = Theme.standard
    theme.spacing.aspect = 1.6
    #expect(try swimwear.render(as: .svg, page: page) == swimwear.render(as: .svg, theme: theme))
  }

  @Test func `legible is what comes out at five and a half points or more`() throws {
    let page = Paper.Page(.a4)
    let sheet = try #require(page.sheet)
    let scale = 5.5 / Theme.standard.sizes.line
    let largest = Extent(
      width: sheet.printable.width / scale - 0.01,
      height: sheet.printable.height / scale - 0.01
    )
    #expect(page.holds(largest, theme: .standard))
    var larger = largest
    larger.width += 1
    #expect(!page.holds(larger, theme: .standard))
    #expect(Paper.Page(.screen).holds(larger, theme: .standard))
  }

  @Test func `type is never larger than the theme says`() throws {
    let sheet = try #require(Paper.Page(.a3).sheet)
    #expect(sheet.scale(of: Extent(width: 100, height: 60)) == 1)
  }

  @Test func `on paper, too, the golden form has no coordinates`() throws {
    let dot = String(decoding: try swimwear.render(as: .dot, page: Paper.Page(.a4)), as: UTF8.self)
    #expect(!dot.contains("viewport"))
    #expect(!dot.contains("pos="))
  }
}
