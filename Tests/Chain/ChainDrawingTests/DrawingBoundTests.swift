import Testing

@testable import ChainDrawing

/// Pictures that would be too large for those who open them, and lines that are told apart.
@Suite(.serialized) struct DrawingBoundTests {
  @Test func `a drawing within the bound stays as it is`() {
    #expect(DrawingBound.pdf.sheet(for: Extent(width: 14_000, height: 100)) == nil)
    #expect(
      DrawingBound.pixels(perInch: 144).sheet(for: Extent(width: 8_000, height: 1_900)) == nil
    )
  }

  @Test(arguments: [(100_000.0, 50.0), (50, 100_000), (30_000, 30_000), (8_100, 4_000)])
  func `a drawing beyond the bound comes out within it, in its proportions`(
    width: Double,
    height: Double
  ) throws {
    let extent = Extent(width: width, height: height)
    for bound in [DrawingBound.pixels(perInch: 144), .pixels(perInch: 72), .pdf] {
      guard let sheet = bound.sheet(for: extent) else { continue }
      let (wide, high) = (sheet.size.width, sheet.size.height)
      #expect(max(wide, high) <= bound.side * 1.000_001 && wide * high <= bound.area * 1.000_001)
      #expect(sheet.drawnScale(of: extent) < 1)
      #expect(extent.width * sheet.drawnScale(of: extent) <= wide)
      #expect(extent.height * sheet.drawnScale(of: extent) <= high)
    }
  }

  /// Cards beside each other, each in a column of its own: folding has nothing to make one of.
  static func row(_ count: Int) -> Picture {
    Picture(
      name: "row",
      title: "宽",
      columns: (0..<count).map { Picture.Column(id: "\($0)", heading: "列 \($0)") },
      cards: (0..<count).map {
        Picture.Card(id: "\($0)", column: "\($0)", heading: "卡 \($0)", badge: "\($0)")
      }
    )
  }

  @Test func `a wide picture is a PNG and a PDF that viewers open, and says how much smaller`()
    throws
  {
    let picture = Self.row(150)
    let png = try picture.rendering(as: .png)
    let sides = [16, 20].map { place in
      png.bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(sides.allSatisfy { (1...16_384).contains($0) }, "\(sides)")
    #expect(sides[0] * sides[1] <= 64_100_000)
    let pdf = try picture.rendering(as: .pdf)
    let text = String(decoding: pdf.bytes, as: UTF8.self)
    if let box = text.firstMatch(of: /MediaBox \[ ?0 0 ([0-9.]+) ([0-9.]+)/) {
      #expect((Double(box.1) ?? .infinity) <= 14_400 && (Double(box.2) ?? .infinity) <= 14_400)
    }
    let wide = try picture.extent(theme: .standard).width
    #expect(wide > 14_400 && png.scale < 1 && pdf.scale < 1, "\(wide)")
    #expect(png.folded == nil && pdf.folded == nil)
    #expect(try Self.row(3).rendering(as: .png).scale == 1)
  }

  @Test func `what is part of something and what supplies it have other lines and heads`() throws {
    let styles: [Picture.LinkStyle] = [.structure, .inferred, .flow]
    let edges = styles.map { style in
      LinkLowering(theme: .standard)
        .edge(Picture.Link(from: "a", to: "b", style: style), from: 0, to: 1).attributes
    }
    func value(_ key: String, _ edge: [Blueprint.Attribute]) -> String? {
      edge.first { $0.key == key }?.value
    }
    #expect(edges.map { value("style", $0) } == ["dotted", nil, nil])
    #expect(edges.map { value("arrowhead", $0) } == ["onormal", nil, nil])
    var back = Picture.Link(from: "a", to: "b", style: .structure)
    back.arrow = .backward
    let attributes = LinkLowering(theme: .standard).edge(back, from: 0, to: 1).attributes
    #expect(value("arrowtail", attributes) == "onormal" && value("dir", attributes) == "back")
    let picture = Picture(
      name: "p",
      title: "t",
      columns: [Picture.Column(id: "a", heading: "a"), Picture.Column(id: "b", heading: "b")],
      cards: ["a", "b"].map { Picture.Card(id: $0, column: $0, heading: $0) },
      links: [Picture.Link(from: "a", to: "b", style: .structure)],
      legend: [
        Picture.LegendItem(symbol: .link(.structure), text: "属于"),
        Picture.LegendItem(symbol: .link(.inferred), text: "供给"),
      ]
    )
    let document = SVGReader(try picture.render(as: .svg))
    #expect(document.text.contains("▷") && document.text.contains("▶"))
  }
}
