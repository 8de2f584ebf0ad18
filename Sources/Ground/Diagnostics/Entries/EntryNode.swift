/// A node of the entry tree: what a text of YAML, or a sheet of a workbook, is read into, each value
/// with the place where it stands.
///
/// Scalars keep their text: what a text means is for the ontology to say, so `no`, `012` and
/// `2025` are never guessed at.
package struct EntryNode {
  package enum Content {
    case scalar(String)
    case sequence([EntryNode])
    case mapping([Pair])
  }

  package struct Pair {
    package let key: EntryNode
    package let value: EntryNode

    package init(key: EntryNode, value: EntryNode) {
      self.key = key
      self.value = value
    }
  }

  /// How a node is written.
  package enum Style {
    /// A scalar without quotes.
    case plain
    /// A scalar in quotes.
    case quoted
    /// A scalar behind `|` or `>`, or a sequence or mapping by indentation.
    case block
    /// A sequence or mapping in brackets.
    case flow
    /// A name that stands for a node written elsewhere.
    case alias
  }

  package let content: Content
  package let range: SourceRange
  /// Where the node stands, in Unicode scalars from the beginning of the text, an anchor included. A
  /// sequence or mapping by indentation ends where its last part ends; behind a block scalar line ends and
  /// spaces may be counted in.
  package let extent: Range<Int>
  package let style: Style
  /// Whether aliases can stand for it.
  package let isAnchored: Bool
  /// The number of nodes that a reader of this one meets, aliases followed.
  package let weight: Int

  package init(
    content: Content,
    range: SourceRange,
    extent: Range<Int>,
    style: Style,
    isAnchored: Bool,
    weight: Int
  ) {
    self.content = content
    self.range = range
    self.extent = extent
    self.style = style
    self.isAnchored = isAnchored
    self.weight = weight
  }

  /// A node that stands for what another format says at `range`; no alias is in it, and it stands
  /// nowhere in a text of YAML.
  package init(_ content: Content, range: SourceRange) {
    self.init(
      content: content,
      range: range,
      extent: 0..<0,
      style: .plain,
      isAnchored: false,
      weight: 1
    )
  }

  /// What stands for a file that holds nothing.
  package static var emptyMapping: EntryNode {
    let start = SourcePosition(line: 1, column: 1)
    return EntryNode(
      content: .mapping([]),
      range: SourceRange(start: start),
      extent: 0..<0,
      style: .block,
      isAnchored: false,
      weight: 1
    )
  }

  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The items of a sequence; a node of another shape is its own only item, since one value may be
  /// written without a list.
  package var items: [EntryNode] {
    if case .sequence(let items) = content { items } else { [self] }
  }
}
