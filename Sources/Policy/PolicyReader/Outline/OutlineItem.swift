/// A heading of the document, or a task that stands under a number of its own.
struct OutlineItem: Sendable {
  /// What the reader takes an item for.
  enum Standing: Sendable {
    /// It has a number.
    case numbered(Marker.Form)
    /// A short phrase before a colon or a full stop begins it, or a row of a table holds it.
    case leadIn
    /// An annex, or the document itself.
    case root
  }

  let standing: Standing
  let parent: Int?
  /// How a place names it: its number, or for a lead-in its words.
  let label: String
  /// Its words without the number, in our short form; what it stands under and its number where it
  /// has no heading.
  let title: String
  /// Whether it has no heading of its own.
  let isUntitled: Bool
  /// The line in the file.
  let line: Int
  /// Where it stands: `二/(五)/2`.
  let place: String

  var isLeadIn: Bool { if case .leadIn = standing { true } else { false } }

  var isRoot: Bool { if case .root = standing { true } else { false } }
}

/// A piece of text that stands under an item.
struct Paragraph: Sendable {
  let item: Int
  let line: PolicyLine
  /// Where its words begin behind the number.
  let start: Int
  /// Where the text begins behind the heading.
  let body: Int
}

/// The document cut into items.
struct Outline: Sendable {
  /// In the order of the document; a parent stands before its children. The first is the document.
  var items: [OutlineItem] = []
  /// In the order of the document.
  var paragraphs: [Paragraph] = []

  /// The items from the top down to `item`, the root left out.
  func path(to item: Int) -> [OutlineItem] {
    var path: [OutlineItem] = []
    var next: Int? = item
    while let position = next {
      if !items[position].isRoot || items[position].parent != nil { path.append(items[position]) }
      next = items[position].parent
    }
    return path.reversed()
  }
}
