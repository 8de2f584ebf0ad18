import Foundation
import Liantu
import Testing

struct GalleryLayoutTests {
  /// How often links that share no card cross in each picture of the gallery. A number may only
  /// become smaller, unless the data of its picture changed.
  private static let crossings = [
    "panorama-01-chemicals": 31,
    "panorama-02-nonferrous": 33,
    "panorama-03-clean-energy": 26,
    "panorama-04-shipbuilding-machinery": 148,
    "panorama-05-emerging": 12,
    "panorama-06-swimwear": 50,
    "panorama-07-marine-fishery-food": 44,
    "panorama-08-tourism-wellness": 35,
    "gaps-04-shipbuilding-machinery": 150,
    "gaps-06-swimwear": 50,
    "overview": 1,
    "responsibility-all": 1365,
    "responsibility-05-emerging": 10,
    "alignment": 8,
    "upstream-polyolefins": 6,
    "paths-crude-to-polyolefins": 10,
    "ontology": 55,
  ]

  @Test func `lines do not cross more often than they used to`() throws {
    for (file, picture) in try GalleryPictures.all() {
      let count = try picture.layout().crossings
      let known = Self.crossings[file] ?? 0
      #expect(count <= known, "\(file) crosses \(count) times, \(known) until now")
      #expect(count >= known, "\(file) crosses only \(count) times now: lower its number")
    }
  }

  @Test func `no line passes through a card, and no card meets another`() throws {
    for (file, picture) in try GalleryPictures.all() {
      let layout = try picture.layout()
      let boxes = Array(layout.cards)
      for (index, card) in boxes.enumerated() {
        for other in boxes[..<index] {
          #expect(
            card.value.right <= other.value.left || other.value.right <= card.value.left
              || card.value.bottom <= other.value.top || other.value.bottom <= card.value.top,
            "\(file): \(card.key) overlaps \(other.key)"
          )
        }
      }
      for curve in layout.curves {
        for base in stride(from: 0, to: curve.points.count - 3, by: 3) {
          let piece = Array(curve.points[base...base + 3])
          let met = boxes.first { Self.passes(piece, through: $0.value) }
          if let met {
            Issue.record("\(file): \(curve.from) → \(curve.to) passes through \(met.key)")
          }
        }
      }
    }
  }

  /// Whether a cubic Bézier curve enters a box by more than half the width of its border.
  private static func passes(
    _ points: [PictureLayout.Point],
    through box: PictureLayout.Box
  ) -> Bool {
    let (left, right) = (box.left + 0.5, box.right - 0.5)
    let (top, bottom) = (box.top + 0.5, box.bottom - 0.5)
    // A curve stays within the hull of its points.
    guard !points.allSatisfy({ $0.x <= left }), !points.allSatisfy({ $0.x >= right }),
      !points.allSatisfy({ $0.y <= top }), !points.allSatisfy({ $0.y >= bottom })
    else { return false }
    return (0...60).contains { step in
      let (share, rest) = (Double(step) / 60, 1 - Double(step) / 60)
      let weights = [
        rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share,
        share * share * share,
      ]
      let x = zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.x }
      let y = zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.y }
      return left < x && x < right && top < y && y < bottom
    }
  }
}
