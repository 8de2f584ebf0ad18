/// A heading of the document, or a task that stands under a number of its own.
struct OutlineItem: Sendable {
  /// What the reader takes an item for.
  enum Standing: Sendable {
    /// It has a number.
    case numbered(Marker.Form)
    /// A short phrase before a colon or a full stop begins it.
    case leadIn
    /// A row of a table is about it, or several are.
    case row
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

  /// Whether it ends where the next heading or row begins.
  var isLeadIn: Bool {
    switch standing {
    case .leadIn, .row: true
    default: false
    }
  }

  var isRow: Bool { if case .row = standing { true } else { false } }

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

/// What the cells of a row say, each under the head of its column.
struct TableRow: Sendable {
  let item: Int
  let line: PolicyLine
  /// Those that hold anything.
  let fields: [(column: TableColumn, text: Characters)]

  /// The line in the file.
  var number: Int { line.line(at: 0) }

  /// The first cell of a kind.
  func text(of content: TableColumn.Content) -> Characters? {
    fields.first { $0.column.content == content }?.text
  }
}

/// The document cut into items.
struct Outline: Sendable {
  /// In the order of the document; a parent stands before its children. The first is the document.
  var items: [OutlineItem] = []
  /// In the order of the document.
  var paragraphs: [Paragraph] = []
  /// The rows of tables that name more than an item and who answers for it, in the order of the document.
  var rows: [TableRow] = []
  /// What a page says of the document in a table of its own: 发文机关, 成文日期.
  var metadata: [String: String] = [:]

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
