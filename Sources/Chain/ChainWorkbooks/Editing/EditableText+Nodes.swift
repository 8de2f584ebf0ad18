import Diagnostics
import YAML

/// A pair of a mapping that is being changed.
typealias YAMLPair = EntryNode.Pair

extension EditableText {
  // MARK: Values and fields

  /// Writes another value in place of `node`. Comments inside it move to the lines above the field that
  /// begins at `field`.
  mutating func replace(
    _ node: EntryNode,
    with value: String,
    field: Int
  ) throws(EditingFault) {
    let range = extent(of: node)
    let inside = comments(in: range)
    if !inside.isEmpty {
      let start = lineStart(field)
      guard isBlank(start..<field) else { throw form(node) }
      let margin = text(start..<field)
      try insertLines(inside.map { margin + text($0) }, before: field)
    }
    try replace(range, with: value)
  }

  /// Removes fields of a mapping, and with them the comments on their lines; not all of them.
  ///
  /// - Parameter removed: their positions among the pairs, counting up.
  /// - Returns: The comments that are gone.
  mutating func remove(_ removed: [Int], of mapping: EntryNode) throws(EditingFault) -> [String] {
    guard case .mapping(let pairs) = mapping.content else { throw form(mapping) }
    if mapping.style == .flow {
      let parts = pairs.map { $0.key.extent.lowerBound..<end(of: $0.value) }
      return try removeFromFlow(parts, removed)
    }
    var gone: [String] = []
    for position in removed {
      let pair = pairs[position]
      let start = pair.key.extent.lowerBound
      let first = lineStart(start)
      guard isBlank(first..<start) else {
        // It stands behind the minus sign of the entry; the next field takes its place.
        guard position + 1 < pairs.count else { throw form(mapping) }
        let range = start..<pairs[position + 1].key.extent.lowerBound
        guard comments(in: range).isEmpty else { throw form(mapping) }
        try replace(range, with: "")
        continue
      }
      let range = first..<nextLine(end(of: pair.value))
      gone += comments(in: range).map { text($0) }
      try replace(range, with: "")
    }
    return gone
  }

  /// Adds a field behind another one of its mapping.
  mutating func add(
    _ field: String,
    _ value: String,
    behind pair: YAMLPair,
    of mapping: EntryNode
  ) throws(EditingFault) {
    if mapping.style == .flow {
      try insert(", \(field): \(value)", at: end(of: pair.value))
    } else {
      let margin = String(repeating: " ", count: column(of: pair.key.extent.lowerBound))
      try insertLines(["\(margin)\(field): \(value)"], after: end(of: pair.value))
    }
  }

  func form(_ node: EntryNode) -> EditingFault {
    .form(path: path, line: lineNumber(of: node.extent.lowerBound))
  }

  // MARK: Lists

  /// What becomes of an item of a list.
  enum ItemChange {
    case keep
    case replace(String)
    case remove
  }

  /// Changes the items of a list that `value` is, or the one value that it is in place of a list, and adds
  /// items at its end, or before its last item.
  ///
  /// - Parameters:
  ///   - changes: for each of the value's items.
  ///   - field: where the field's key begins.
  /// - Returns: The comments that are gone.
  mutating func change(
    list value: EntryNode,
    _ changes: [ItemChange],
    adding added: [String],
    beforeLast: Bool = false,
    field: Int
  ) throws(EditingFault) -> [String] {
    guard case .sequence(let items) = value.content, value.style != .alias else {
      return try change(single: value, changes, adding: added, field: field)
    }
    for (item, change) in zip(items, changes) {
      if case .replace(let text) = change { try replace(item, with: text, field: field) }
    }
    let removed = changes.indices.filter {
      if case .remove = changes[$0] { true } else { false }
    }
    if value.style == .flow {
      return try change(flow: value, items, removing: removed, adding: added, beforeLast)
    }
    return try change(block: items, removing: removed, adding: added, beforeLast)
  }

  /// One value that stands where a list could stand, or an alias of a list.
  private mutating func change(
    single value: EntryNode,
    _ changes: [ItemChange],
    adding added: [String],
    field: Int
  ) throws(EditingFault) -> [String] {
    if value.style != .alias, case .keep? = changes.first, changes.count == 1 {
      guard !added.isEmpty else { return [] }
      let range = extent(of: value)
      let isSafe =
        switch value.style {
        case .plain: !text(range).unicodeScalars.contains { ",[]{}".unicodeScalars.contains($0) }
        case .quoted, .flow: true
        case .block, .alias: false
        }
      if isSafe {
        try insert("[", at: range.lowerBound)
        try insert(", " + added.joined(separator: ", ") + "]", at: range.upperBound)
        return []
      }
      if let scalar = value.scalar {
        let items = [YAMLText.scalar(scalar.trimmingSpace(), .usual)] + added
        try replace(value, with: YAMLText.list(items), field: field)
        return []
      }
    }
    var items: [String] = []
    for (item, change) in zip(value.items, changes) {
      switch change {
      case .keep: items.append(try flow(item))
      case .replace(let text): items.append(text)
      case .remove: break
      }
    }
    items += added
    let text = items.count == 1 ? items[0] : YAMLText.list(items)
    try replace(value, with: text, field: field)
    return []
  }

  /// A node as it is written within brackets.
  private func flow(_ node: EntryNode) throws(EditingFault) -> String {
    switch node.content {
    case .scalar(let text): return YAMLText.scalar(text.trimmingSpace(), .usual)
    case .sequence(let items):
      var texts: [String] = []
      for item in items { texts.append(try flow(item)) }
      return YAMLText.list(texts)
    case .mapping(let pairs):
      var texts: [(field: String, value: String)] = []
      for pair in pairs { texts.append((try flow(pair.key), try flow(pair.value))) }
      return YAMLText.mapping(texts)
    }
  }

  private mutating func change(
    flow value: EntryNode,
    _ items: [EntryNode],
    removing removed: [Int],
    adding added: [String],
    _ beforeLast: Bool
  ) throws(EditingFault) -> [String] {
    guard let last = items.last else {
      try insert(added.joined(separator: ", "), at: value.extent.lowerBound + 1)
      return []
    }
    if removed.count == items.count {
      let range = items[0].extent.lowerBound..<end(of: last)
      let gone = comments(in: range).map { text($0) }
      try replace(range, with: added.joined(separator: ", "))
      return gone
    }
    if !added.isEmpty {
      if beforeLast {
        try insert(added.map { $0 + ", " }.joined(), at: last.extent.lowerBound)
      } else {
        let kept = items.indices.last { !removed.contains($0) } ?? 0
        try insert(added.map { ", " + $0 }.joined(), at: end(of: items[kept]))
      }
    }
    return try removeFromFlow(items.map { extent(of: $0) }, removed)
  }

  /// Removes parts of a sequence or mapping in brackets, each with the comma that parts it from its
  /// neighbor; not all of them.
  private mutating func removeFromFlow(
    _ parts: [Range<Int>],
    _ removed: [Int]
  ) throws(EditingFault) -> [String] {
    var gone: [String] = []
    var position = 0
    while position < removed.count {
      let first = removed[position]
      while position + 1 < removed.count, removed[position + 1] == removed[position] + 1 {
        position += 1
      }
      let last = removed[position]
      position += 1
      let range: Range<Int>
      if last + 1 < parts.count {
        range = parts[first].lowerBound..<parts[last + 1].lowerBound
      } else {
        guard first > 0 else { throw .form(path: path, line: lineNumber(of: parts[0].lowerBound)) }
        range = parts[first - 1].upperBound..<parts[last].upperBound
      }
      gone += comments(in: range).map { text($0) }
      try replace(range, with: "")
    }
    return gone
  }

  private mutating func change(
    block items: [EntryNode],
    removing removed: [Int],
    adding added: [String],
    _ beforeLast: Bool
  ) throws(EditingFault) -> [String] {
    guard let last = items.last else { return [] }
    guard let dash = dash(before: last.extent.lowerBound) else { throw form(last) }
    let lines = added.map { text(lineStart(dash)..<dash) + "- " + $0 }
    if !lines.isEmpty {
      if beforeLast {
        try insertLines(lines, before: dash)
      } else {
        try insertLines(lines, after: end(of: last))
      }
    }
    var gone: [String] = []
    for position in removed {
      let item = items[position]
      guard let dash = self.dash(before: item.extent.lowerBound) else { throw form(item) }
      let range = lineStart(dash)..<nextLine(end(of: item))
      gone += comments(in: range).map { text($0) }
      try replace(range, with: "")
    }
    return gone
  }

  // MARK: Entries

  /// Removes entries of a section, each with a comment directly above that speaks of it alone: one behind
  /// which no other entry follows at once.
  ///
  /// - Returns: The comments that are gone.
  mutating func removeEntries(
    _ removed: [Int],
    of section: YAMLPair,
    leavingNone: Bool
  ) throws(EditingFault) -> [String] {
    guard case .sequence(let items) = section.value.content, section.value.style != .alias else {
      throw form(section.value)
    }
    if section.value.style == .flow {
      guard leavingNone else {
        if removed.count == items.count, let last = items.last {
          // New entries were added behind the old ones, with a comma.
          throw form(last)
        }
        return try removeFromFlow(items.map { extent(of: $0) }, removed)
      }
      try replace(extent(of: section.value), with: "[]")
      return comments(in: section.value.extent).map { text($0) }
    }
    var gone: [String] = []
    for position in removed {
      let item = items[position]
      guard let dash = dash(before: item.extent.lowerBound) else { throw form(item) }
      var start = lineStart(dash)
      let end = nextLine(self.end(of: item))
      let isFollowed =
        position + 1 < items.count
        && self.dash(before: items[position + 1].extent.lowerBound).map { lineStart($0) } == end
      if !isFollowed {
        while start > 0, let comment = commentLine(start - 1), column(of: comment.lowerBound) > 0 {
          start = lineStart(comment.lowerBound)
        }
        // Of the empty lines around it one is enough.
        if start > 0, isEmptyLine(start - 1), end >= count || isEmptyLine(end) {
          start = lineStart(start - 1)
        }
      }
      gone += comments(in: start..<end).map { text($0) }
      try replace(start..<end, with: "")
    }
    if leavingNone {
      guard let colon = colonEnd(after: end(of: section.key)) else { throw form(section.key) }
      try insert(" []", at: colon)
    }
    return gone
  }

  private func isEmptyLine(_ position: Int) -> Bool {
    guard position < count else { return true }
    return isBlank(lineStart(position)..<nextLine(position))
  }

  /// Adds entries at the end of a section.
  mutating func add(_ entries: [YAMLEntry], to section: YAMLPair) throws(EditingFault) {
    guard case .sequence(let items) = section.value.content, section.value.style != .alias else {
      throw form(section.value)
    }
    guard let last = items.last, section.value.style == .block else {
      let texts = entries.map(\.flow)
      if let last = items.last {
        try insert(texts.map { ", " + $0 }.joined(), at: end(of: last))
      } else {
        try insert(texts.joined(separator: ", "), at: section.value.extent.lowerBound + 1)
      }
      return
    }
    guard let dash = dash(before: last.extent.lowerBound) else { throw form(last) }
    let indent = dash - lineStart(dash)
    let previous = items.count > 1 ? end(of: items[items.count - 2]) : nil
    let isSpaced = previous.map { isEmptyLine(nextLine($0)) } ?? false
    let lines = entries.flatMap { (isSpaced ? [""] : []) + $0.item(indent: indent) }
    try insertLines(lines, after: end(of: last))
  }
}
