import Foundation
import Liantu
import Testing

struct GalleryLayoutTests {
  /// How often links that share no card cross in each picture of the gallery. A number may only
  /// become smaller, unless the data of its picture changed.
  private static let crossings = [
    "panorama-01-chemicals": 262,
    "panorama-02-nonferrous": 390,
    "panorama-03-clean-energy": 214,
    "panorama-04-shipbuilding-machinery": 1211,
    "panorama-04-shipbuilding": 32,
    "panorama-05-emerging": 1964,
    "panorama-06-swimwear": 243,
    "panorama-07-marine-fishery-food": 736,
    "panorama-08-tourism-wellness": 59,
    "gaps-04-shipbuilding-machinery": 1343,
    "gaps-06-swimwear": 254,
    "overview": 1,
    "responsibility-all": 1365,
    "responsibility-05-emerging": 10,
    "alignment": 34,
    "upstream-polyolefins": 21,
    "downstream-aromatics": 1,
    "paths-crude-to-polyolefins": 13,
    "ontology": 166,
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
        for (card, box) in boxes where curve.passes(through: box) {
          Issue.record("\(file): \(curve.from) → \(curve.to) passes through \(card)")
        }
      }
    }
  }
}
