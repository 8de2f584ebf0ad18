package import SourceDiagnostics

/// A node of a YAML document, and where it stands.
///
/// Scalars keep their text: what a text means is for the ontology to say, so `no`, `012` and
/// `2025` are never guessed at.
package struct YAMLNode {
  package enum Content {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  package struct Pair {
    package let key: YAMLNode
    package let value: YAMLNode

    package init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  package let content: Content
  package let range: SourceRange
  /// The number of nodes that a reader of this one meets, aliases followed.
  package let weight: Int

  init(content: Content, range: SourceRange, weight: Int) {
    self.content = content
    self.range = range
    self.weight = weight
  }

  /// A node that stands for what another format says at `range`; no alias is in it.
  package init(_ content: Content, range: SourceRange) {
    self.init(content: content, range: range, weight: 1)
  }

  /// What stands for a file that holds nothing.
  package static var emptyMapping: YAMLNode {
    let start = SourcePosition(line: 1, column: 1)
    return YAMLNode(content: .mapping([]), range: SourceRange(start: start), weight: 1)
  }

  package var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  /// The items of a sequence; a node of another shape is its own only item, since one value may be
  /// written without a list.
  package var items: [YAMLNode] {
    if case .sequence(let items) = content { items } else { [self] }
  }
}
