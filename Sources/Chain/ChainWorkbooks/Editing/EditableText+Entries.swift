import ChainFiles
import Diagnostics

extension EditableText {
  /// Makes the planned changes in an entry.
  ///
  /// - Parameter order: the fields of such an entry, in the order in which people write them.
  /// - Returns: The comments that are gone.
  mutating func apply(
    _ changes: [(field: String, change: EntryPlan.Change)],
    to entry: EntryNode,
    order: [String]
  ) throws(EditingFault) -> [String] {
    guard case .mapping(let pairs) = entry.content else { throw form(entry) }
    let positions = Dictionary(
      zip(pairs.map { $0.key.scalar ?? "" }, 0...),
      uniquingKeysWith: { first, _ in first }
    )
    var gone: [String] = []
    var removed: [Int] = []
    for (field, change) in changes {
      guard let position = positions[field] else { continue }
      let pair = pairs[position]
      let start = pair.key.extent.lowerBound
      switch change {
      case .set(let value): try replace(pair.value, with: value, field: start)
      case .remove: removed.append(position)
      case .swap(let field, let value):
        try replace(pair.value, with: value, field: start)
        try replace(extent(of: pair.key), with: field)
      case .list(let items, let added, let beforeLast):
        gone += try self.change(
          list: pair.value,
          items,
          adding: added,
          beforeLast: beforeLast,
          field: start
        )
      }
    }
    gone += try remove(removed.sorted(), of: entry)
    let ranks = Dictionary(zip(order, 0...), uniquingKeysWith: { first, _ in first })
    for (field, change) in changes where positions[field] == nil {
      guard case .set(let value) = change else { continue }
      let rank = ranks[field] ?? order.count
      let before = pairs.indices.filter { position in
        !removed.contains(position) && ranks[pairs[position].key.scalar ?? "", default: 0] < rank
      }
      let last = before.max { a, b in
        let (x, y) = (ranks[pairs[a].key.scalar ?? ""] ?? 0, ranks[pairs[b].key.scalar ?? ""] ?? 0)
        return x < y
      }
      guard let last else { throw form(entry) }
      try add(field, value, behind: pairs[last], of: entry)
    }
    return gone
  }
}

extension EntrySchema {
  /// The fields in the order in which people write them: what an entry is called, what is known of it,
  /// where that is from, what it has to do with others.
  var writtenOrder: [String] {
    let names = ["name", "id", "aliases"]
    let attributes = kind.attributes.map(\.name.name)
    let head = names + attributes + ["source", "basis"]
    return head + fields.filter { !head.contains($0) }
  }
}
