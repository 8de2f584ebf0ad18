import ChainQueries
import Foundation
import Testing

/// Pictures that are larger than a sheet, a viewer or a person can take.
struct LargePictureTests {
  /// A cluster of so many segments with what belongs to them.
  private func crowd(_ count: Int) throws -> Liantu {
    let liantu = try Liantu(.nothing)
    var nodes = "id:ID,:LABEL,name\nk,cluster,大集群\n"
    var edges = ":START_ID,:END_ID,:TYPE\n"
    for index in 0..<count {
      nodes += "s\(index),segment,环节\(index)号产品\n"
      edges += "s\(index),k,partOf\n"
      if index > 40 { edges += "s\(index - 7 * (index % 5) - 1),s\(index),supplies\n" }
      guard index.isMultiple(of: 3) else { continue }
      nodes += "e\(index),enterprise,企业\(index)有限公司\n"
      edges += "e\(index),s\(index),operatesIn\n"
    }
    try liantu.write(nodes, to: "Data/crowd/nodes.csv")
    try liantu.write(edges, to: "Data/crowd/edges.csv")
    return liantu
  }

  private func text(_ liantu: Liantu, _ name: String) throws -> String {
    let file = liantu.folder.appending(path: name)
    return String(decoding: try Data(contentsOf: file), as: Unicode.ASCII.self)
  }

  @Test func `parts on paper are pages of one PDF`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let words = ["draw", "panorama", "泳装", "--paper", "a4", "--lang", "en"]
    let pdf = try liantu.run(words + ["-o", "x.pdf"])
    #expect(pdf.status == 0, "\(pdf.errors)")
    #expect(try liantu.leftBehind() == ["x.pdf"])
    let boxes = try text(liantu, "x.pdf").matches(of: /\/MediaBox \[ 0 0 841\.8\d* 595\.2/)
    try #require(boxes.count > 2)
    #expect(pdf.errors == "\(boxes.count) pages, an overview and parts: x.pdf\n")
    // Other formats have no pages: a file for each.
    let svg = try liantu.run(words + ["-o", "y.svg"])
    let names = ["y.svg"] + (2...boxes.count).map { "y-\($0).svg" }
    #expect(svg.status == 0)
    #expect(Set(try liantu.leftBehind()) == Set(["x.pdf"] + names))
    // A set keeps to one file a picture.
    let pack = try liantu("pack", "五图五清单", "--of", "泳装", "--paper", "a4", "-o", "out")
    let files = try FileManager.default
      .subpathsOfDirectory(atPath: liantu.folder.appending(path: "out").path)
    #expect(pack.status == 0 && files.count { $0.hasSuffix(".pdf") } == 5, "\(files)")
  }

  // What is folded, and what is not, takes long to draw: one view of it, and all of a smaller one.
  @Test(arguments: [("png", 700, [QuestionName.panorama]), ("pdf", 310, QuestionName.views)])
  func `a view of a large cluster opens or is refused in our own words`(
    format: String,
    count: Int,
    views: [QuestionName]
  ) throws {
    let liantu = try crowd(count)
    defer { liantu.remove() }
    var drawn: [String] = []
    for view in views {
      let (name, file) = (view.rawValue, "\(view.rawValue).\(format)")
      var outcome = try liantu("draw", name, "大集群", "-o", file, "--lang", "en")
      if outcome.status != 0 {
        outcome = try liantu("draw", name, "环节300号产品", "-o", file, "--lang", "en")
      }
      let words = outcome.errors.lowercased()
      #expect([0, 2, 3].contains(outcome.status), "\(name): \(words)")
      for word in ["graphviz", "cairo", "pango", "warning", "bitmap", "layout"] {
        #expect(!words.contains(word), "\(name): \(words)")
      }
      guard outcome.status == 0 else { continue }
      drawn.append(name)
      if format == "png" {
        if name == "panorama" { #expect(words.contains("folded"), "\(words)") }
        let bytes = [UInt8](try Data(contentsOf: liantu.folder.appending(path: file)))
        let sides = [16, 20].map { bytes[$0..<$0 + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(sides.allSatisfy { (1...16_384).contains($0) }, "\(name): \(sides)")
        #expect(sides[0] * sides[1] <= 64_100_000, "\(name): \(sides)")
      } else {
        let boxes = try text(liantu, file).matches(of: /MediaBox \[ ?0 0 ([0-9.]+) ([0-9.]+)/)
        #expect(!boxes.isEmpty, "\(name)")
        for box in boxes {
          #expect(max(Double(box.1) ?? .infinity, Double(box.2) ?? .infinity) <= 14_400)
        }
      }
    }
    #expect(drawn.contains("panorama") && drawn.count > views.count / 4, "\(drawn)")
  }
}
