/// A product of an enterprise as data writes it in one text: `烧碱（31%）`, the share left out where nobody
/// knows it.
struct WrittenProduct: Hashable, Sendable {
  let name: String
  let share: Double?

  init(name: String, share: Double?) { (self.name, self.share) = (name, share) }

  /// The product that a text writes; brackets that hold no share are part of the name.
  init(_ text: String) {
    guard text.hasSuffix("）"), let open = text.lastIndex(of: "（") else {
      self.init(name: text, share: nil)
      return
    }
    let inside = text[text.index(after: open)...].dropLast()
    guard inside.hasSuffix("%"), let percent = Double(inside.dropLast()), percent.isFinite else {
      self.init(name: text, share: nil)
      return
    }
    self.init(name: String(text[..<open]), share: percent / 100)
  }

  /// The text that data holds; a share is kept to a hundredth of a percent.
  var text: String { share.flatMap(ShareText.exact).map { "\(name)（\($0)）" } ?? name }
}
