import Foundation
import Testing

@testable import ChainDrawing

/// What Graphviz says about a layout, in points, with y growing upwards.
///
/// It is read from `json0` and `xdot`. The `xdot` of Graphviz 2.43, and with it `json`, reads a
/// dangling pointer where a table is dashed or dotted, which changes no geometry.
struct LayoutReport {
  /// Here y grows upwards.
  struct Box: CustomStringConvertible {
    var name: String
    var left, right, bottom, top: Double
    var description: String { "\(name) [\(left)…\(right) × \(bottom)…\(top)]" }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && bottom < other.top && other.bottom < top
    }

    func holds(_ other: Box) -> Bool {
      left <= other.left && other.right <= right && bottom <= other.bottom && other.top <= top
    }
  }

  var cards: [String: Box] = [:]
  var columns: [Box] = []
  var texts: [Box] = []
  var page = Box(name: "page", left: 0, right: 0, bottom: 0, top: 0)
  var edges: [Edge] = []

  struct Edge {
    var tail, head: String
    var points: [PictureLayout.Point]
  }

  init(_ picture: Picture, theme: Theme = .standard) throws {
    let bytes = try Lowering(picture, theme: theme).drawn("json0")
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    )
    page = try Self.box(root, name: "page")
    var names: [Int: String] = [:]
    for object in try #require(root["objects"] as? [[String: Any]]) {
      let name = try #require(object["name"] as? String)
      names[try #require(object["_gvid"] as? Int)] = name
      if name.hasPrefix("cluster_"), name != Blueprint.pageName {
        columns.append(try Self.box(object, name: name))
      }
      guard let pos = object["pos"] as? String else { continue }
      let middle = Self.numbers(pos)
      let width = try #require(Double(object["width"] as? String ?? "")) * 72
      let height = try #require(Double(object["height"] as? String ?? "")) * 72
      cards[name] = Box(
        name: name,
        left: middle[0] - width / 2,
        right: middle[0] + width / 2,
        bottom: middle[1] - height / 2,
        top: middle[1] + height / 2
      )
    }
    let solid = try Lowering(picture, theme: theme.solid).drawn("xdot")
    texts = Self.texts(String(decoding: solid, as: UTF8.self))
    for edge in root["edges"] as? [[String: Any]] ?? [] {
      let tail = try #require(names[edge["tail"] as? Int ?? -1])
      let head = try #require(names[edge["head"] as? Int ?? -1])
      let position = try #require(edge["pos"] as? String)
      // Tips of arrows are written before the curve, as `e,x,y`.
      let points = position.split(separator: " ").filter {
        !$0.hasPrefix("e") && !$0.hasPrefix("s")
      }
      .map { Self.numbers(String($0)) }
      edges.append(Edge(tail: tail, head: head, points: points.map { .init(x: $0[0], y: $0[1]) }))
    }
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split(separator: ",").compactMap { Double($0) }
  }

  private static func box(_ object: [String: Any], name: String) throws -> Box {
    let edges = numbers(try #require(object["bb"] as? String))
    try #require(edges.count == 4, "\(object)")
    return Box(name: name, left: edges[0], right: edges[2], bottom: edges[1], top: edges[3])
  }

  /// The texts among drawing operations: `T x y alignment width length -text`.
  private static func texts(_ operations: String) -> [Box] {
    operations.replacing("\\\n", with: "").matches(
      of: /T ([-\d.e+]+) ([-\d.e+]+) (-?\d) ([-\d.e+]+) \d+ -/
    ).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2), let width = Double(match.4) else {
        return nil
      }
      let left = match.3 == "-1" ? x : match.3 == "1" ? x - width : x - width / 2
      return Box(name: "text", left: left, right: left + width, bottom: y, top: y + 6)
    }
  }

  /// Everything that must hold for any picture.
  func check(_ picture: Picture, _ hint: String = "") {
    let boxes = picture.cards.compactMap { cards[Escaping.name($0.id) ?? ""] }
    #expect(!texts.isEmpty)
    #expect(boxes.count == picture.cards.count, "cards are missing \(hint)")
    for (index, box) in boxes.enumerated() {
      // Not `#expect`, which costs more than all the rest in loops like these.
      for other in boxes[..<index] where box.overlaps(other) {
        Issue.record("\(box) overlaps \(other) \(hint)")
      }
      for text in texts where box.overlaps(text) && !box.holds(text) {
        Issue.record("\(text) leaves \(box) \(hint)")
      }
    }
    let used = picture.columns.filter { column in
      picture.cards.contains { $0.column == column.id }
    }
    let bands = columns.sorted {
      $0.name.count == $1.name.count ? $0.name < $1.name : $0.name.count < $1.name.count
    }
    #expect(bands.count == used.count)
    for (column, band) in zip(used, bands) {
      for card in picture.cards where card.column == column.id {
        guard let box = cards[Escaping.name(card.id) ?? ""] else { continue }
        #expect(band.holds(box), "\(box) leaves \(band) \(hint)")
      }
      #expect(page.holds(band), "\(band) leaves the page \(hint)")
    }
    for edge in edges { checkCourse(of: edge, among: boxes, hint) }
    for (band, next) in zip(bands, bands.dropFirst()) {
      #expect(band.right < next.left, "\(band) is not left of \(next) \(hint)")
      #expect(band.top == next.top && band.bottom == next.bottom, "bands end raggedly \(hint)")
    }
  }

  /// No line passes through a card.
  private func checkCourse(of edge: Edge, among boxes: [Box], _ hint: String) {
    #expect(edge.points.count % 3 == 1)
    let curve = PictureLayout.Curve(from: edge.tail, to: edge.head, points: edge.points)
    for box in boxes {
      // In a report, the lesser y is the lower one.
      let area = PictureLayout.Box(
        left: box.left,
        top: box.bottom,
        right: box.right,
        bottom: box.top
      )
      guard curve.passes(through: area) else { continue }
      Issue.record("\(edge.tail) → \(edge.head) passes through \(box) \(hint)")
    }
  }
}

extension Lowering {
  /// The picture in a format of Graphviz.
  func drawn(_ format: String) throws(RenderError) -> [UInt8] {
    try Engine.render(blueprint(), format: format, placing: placement)
  }
}

extension Theme {
  fileprivate var solid: Theme {
    var theme = self
    for (style, look) in cards where look.stroke == .dashed || look.stroke == .dotted {
      theme.cards[style]?.stroke = .solid
    }
    return theme
  }
}
