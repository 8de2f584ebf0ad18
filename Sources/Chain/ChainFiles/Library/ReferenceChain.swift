import Diagnostics

/// A chain of the library, as its file writes it.
struct ReferenceChain {
  /// An entry of a segment.
  struct Segment {
    let id: String
    let name: String
    let aliases: [String]
    let item: EntryNode
  }

  let path: String
  let root: EntryNode
  /// The entry of the chain itself.
  let heading: EntryNode
  let id: String
  let name: String
  let edition: String
  /// The segments that are at home here.
  let segments: [Segment]
  /// The names of segments that are at home in other chains, and stand in this one too.
  let imports: [String]
  /// What the lock of a data set holds of it: a checksum of all that it says, comments and layout apart.
  let digest: String

  /// What a file that is a chain says; `nil` for another file. Faults of its entries are for whoever
  /// reads them as entries.
  init?(_ root: EntryNode, path: String) {
    guard let heading = root["chain"]?.items.first,
      let id = heading["id"]?.scalar, let name = heading["name"]?.scalar
    else { return nil }
    self.path = path
    self.root = root
    self.heading = heading
    self.id = id
    self.name = name
    edition = heading["edition"]?.scalar ?? ""
    segments = (root["segment"]?.items ?? []).compactMap { item in
      guard let name = item["name"]?.scalar?.trimmingSpace() else { return nil }
      return Segment(
        id: item["id"]?.scalar.map { "\(id)/\($0.trimmingSpace())" } ?? "segment:" + name,
        name: name,
        aliases: (item["aliases"]?.items ?? []).compactMap { $0.scalar?.trimmingSpace() },
        item: item
      )
    }
    imports = (heading["imports"]?.items ?? []).compactMap { item in
      (item["to"] ?? item).scalar?.trimmingSpace()
    }
    var text = ""
    root.write(to: &text)
    var copy = text
    digest = copy.withUTF8 { Checksum.hexadecimal(UnsafeRawBufferPointer($0)) }
  }
}

extension EntryNode {
  /// The pairs of a mapping; none for a node of another shape.
  var pairs: [Pair] {
    if case .mapping(let pairs) = content { pairs } else { [] }
  }

  /// The value of a mapping's field; `nil` without it.
  subscript(field: String) -> EntryNode? { pairs.first { $0.key.scalar == field }?.value }

  /// Writes what the node says in one form, however it is laid out in its file.
  func write(to text: inout String) {
    switch content {
    case .scalar(let scalar): text += "\(scalar.utf8.count):\(scalar)"
    case .sequence(let items):
      text += "["
      for item in items { item.write(to: &text) }
      text += "]"
    case .mapping(let pairs):
      text += "{"
      for pair in pairs {
        pair.key.write(to: &text)
        pair.value.write(to: &text)
      }
      text += "}"
    }
  }
}
