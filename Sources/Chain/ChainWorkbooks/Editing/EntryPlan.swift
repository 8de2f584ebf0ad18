import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import YAML

/// What is to be changed in the entry of a node so that it says what the new data set says.
struct EntryPlan {
  enum Change {
    /// The field gets a value, or is added with it.
    case set(String)
    /// The field goes.
    case remove
    /// Another field stands in its place.
    case swap(field: String, value: String)
    /// Items of its list change.
    case list([EditableText.ItemChange], adding: [String], beforeLast: Bool)
  }

  /// In the order of an entry.
  private(set) var changes: [(field: String, change: Change)] = []

  private let context: EditContext
  private let entry: EntryTrace.Entry
  private let own: [String: YAMLPair]
  private let node: NodeIndex
  private let old: NodeIndex

  init(
    of old: NodeIndex,
    as node: NodeIndex,
    _ context: EditContext,
    _ plan: RelationPlan
  ) throws(EditingFault) {
    self.context = context
    self.old = old
    self.node = node
    entry = context.trace.entries[old.position]
    guard case .mapping(let pairs) = entry.item.content else { throw context.form(entry) }
    own = Dictionary(
      pairs.map { ($0.key.scalar ?? "", $0) },
      uniquingKeysWith: { first, _ in first }
    )
    try planIdentity()
    for definition in entry.schema.kind.attributes { try planAttribute(definition) }
    try planOrigin()
    for definition in context.new.ontology.relations {
      for end in [RelationDefinition.End.source, .target] {
        let key = RelationPlan.Key(entry: node, kind: definition.kind, end: end)
        guard let list = plan.lists[key] else { continue }
        try planRelations(definition, end, list)
      }
    }
  }

  private mutating func add(_ field: String, _ change: Change) { changes.append((field, change)) }

  /// What the defaults of the file say of `field`.
  private func inherited(_ field: String) -> EntryNode? {
    context.trace.files[entry.file].defaults.fields(of: entry.schema.kind.kind)
      .first { $0.field == field }?.value
  }

  private func writing<Value>(
    _ body: () throws(WritingFault) -> Value
  ) throws(EditingFault) -> Value {
    do throws(WritingFault) { return try body() } catch { throw .unwritable(error) }
  }

  // MARK: Names and attributes

  private mutating func planIdentity() throws(EditingFault) {
    let (a, b) = (context.old, context.new)
    if a.name(of: old) != b.name(of: node) {
      add("name", .set(EntryText.scalar(b.name(of: node))))
    }
    // What is written in the file of a chain may leave the chain out.
    let isWritten = own["id"]?.value.scalar != nil
    let implied = "\(b.kind(of: node).name):\(b.name(of: node))"
    // What the library gives an entry that does not write it stays with the library.
    let isKept =
      !isWritten && a.name(of: old) == b.name(of: node) && a.id(of: old) == b.id(of: node)
    if !isKept, (isWritten ? a.id(of: old) : implied) != b.id(of: node) {
      add("id", b.id(of: node) == implied ? .remove : .set(EntryText.scalar(b.id(of: node))))
    }
    let (before, after) = (a.aliases(of: old), b.aliases(of: node))
    if before != after {
      try planList("aliases", before, after, after.map(EntryText.scalar), isValue: false)
    }
  }

  private mutating func planAttribute(_ definition: AttributeDefinition) throws(EditingFault) {
    let before = context.old.attribute(definition.name, of: old)
    let after = context.new.attribute(definition.name, of: node)
    guard before != after else { return }
    let field = definition.name.name
    guard let after else { return try takeAway(field) }
    if case .list(let values) = after {
      var items: [String] = []
      for value in values {
        items.append(
          try writing { () throws(WritingFault) in try context.text.value(value, of: definition) }
        )
      }
      var known: [AttributeValue] = []
      if case .list(let values) = before { known = values }
      return try planList(field, known, values, items, isValue: true)
    }
    add(
      field,
      .set(try writing { () throws(WritingFault) in try context.text.value(after, of: definition) })
    )
  }

  /// Removes a field; where defaults would take its place, there is no way to say that it is not.
  private mutating func takeAway(_ field: String) throws(EditingFault) {
    guard inherited(field) == nil else {
      throw .defaults(
        path: context.trace.files[entry.file].path,
        kind: entry.schema.kind.kind.name,
        field: field,
        node: context.new.name(of: node)
      )
    }
    if own[field] != nil { add(field, .remove) }
  }

  /// - Parameter isValue: whether an empty list is a value other than none.
  private mutating func planList<Item: Equatable>(
    _ field: String,
    _ before: [Item],
    _ after: [Item],
    _ texts: [String],
    isValue: Bool
  ) throws(EditingFault) {
    if after.isEmpty {
      return own[field] != nil && !isValue && inherited(field) == nil
        ? add(field, .remove) : add(field, .set("[]"))
    }
    guard let value = own[field]?.value, value.items.count == before.count, !before.isEmpty else {
      return add(field, .set(texts.count == 1 ? texts[0] : YAMLText.list(texts)))
    }
    if before.count == after.count {
      let changes = before.indices.map { position -> EditableText.ItemChange in
        before[position] == after[position] ? .keep : .replace(texts[position])
      }
      return add(field, .list(changes, adding: [], beforeLast: false))
    }
    var kept = 0
    let changes = before.map { item -> EditableText.ItemChange in
      guard kept < after.count, item == after[kept] else { return .remove }
      kept += 1
      return .keep
    }
    add(field, .list(changes, adding: Array(texts[kept...]), beforeLast: false))
  }

  // MARK: Origins

  private mutating func planOrigin() throws(EditingFault) {
    let (source, basis) = (own["source"]?.value, own["basis"]?.value)
    let statesOrigin = source != nil || basis != nil
    let written = context.written(
      source: statesOrigin ? source : inherited("source"),
      basis: statesOrigin ? basis : inherited("basis")
    )
    let origin = context.new.origin(of: node)
    guard written != origin else { return }
    let stated = try writing { () throws(WritingFault) in try context.text.origin(origin) }
    if own[stated.field] != nil || !statesOrigin {
      add(stated.field, .set(stated.value))
      let other = stated.field == "source" ? "basis" : "source"
      if own[other] != nil { add(other, .remove) }
    } else {
      let other = stated.field == "source" ? "basis" : "source"
      add(other, .swap(field: stated.field, value: stated.value))
    }
  }

  // MARK: Relations

  private mutating func planRelations(
    _ definition: RelationDefinition,
    _ end: RelationDefinition.End,
    _ list: RelationPlan.List
  ) throws(EditingFault) {
    let field = definition.field(at: end)
    let defaults = context.trace.files[entry.file].defaults
    // Where the file says a usual sort, each item says its own.
    let hasSort = defaults.sort(of: definition.kind) != nil
    let origins = defaults.origin(of: definition)
    let general = origins.flatMap { context.written(source: $0.source, basis: $0.basis) }
    let implied = general ?? context.new.origin(of: node)
    let kinds = definition.kinds(at: end.opposite)
    let isMarked = list.items.allSatisfy { written, relation in
      relation == nil || EditContext.isMarked(context.trace.relations[written].item)
    }
    let value = own[field]?.value ?? inherited(field)
    let items = value?.items ?? []
    func isEnd(_ node: EntryNode) -> Bool {
      node.scalar.map { RelationItem.openEnds.contains($0.trimmingSpace()) } ?? false
    }
    // A list whose items all say so of themselves needs no 等.
    let isOpen =
      list.isOpen == true && (items.contains(where: isEnd) || !isMarked || !list.added.isEmpty)
    func text(_ relation: Relation) throws(EditingFault) -> String {
      try writing { () throws(WritingFault) in
        try context.text.item(
          relation.node(at: end.opposite),
          among: kinds,
          origin: relation.origin,
          implied: implied,
          marked: relation.isOpen && !isOpen,
          sort: relation.kind == definition.kind && !hasSort
            ? nil : context.new.ontology[relation.kind]?.variant
        )
      }
    }
    let isInherited = own[field] == nil
    // Items and relations run in parallel, but for those that leave the list open.
    var changes: [EditableText.ItemChange] = []
    var position = 0
    var openEnds: [Int] = []
    for (number, node) in items.enumerated() {
      if isEnd(node) {
        openEnds.append(number)
        changes.append(.keep)
        continue
      }
      guard position < list.items.count else { throw context.form(entry) }
      let (written, relation) = list.items[position]
      position += 1
      guard let relation else {
        changes.append(.remove)
        continue
      }
      let item = context.trace.relations[written].item
      let says = context.says(
        item,
        relation.node(at: end.opposite),
        among: kinds,
        relation.origin,
        implied: implied,
        isDefault: isInherited
      )
      let isRight = says && relation.isOpen == (isOpen || EditContext.isMarked(item))
      changes.append(isRight ? .keep : .replace(try text(relation)))
    }
    let isSame =
      list.added.isEmpty && isOpen == !openEnds.isEmpty
      && changes.allSatisfy { if case .keep = $0 { true } else { false } }
    guard !isSame else { return }
    var added: [String] = []
    for relation in list.added { added.append(try text(relation)) }
    if list.relations.isEmpty {
      return inherited(field) == nil ? add(field, .remove) : add(field, .set("[]"))
    }
    guard !isInherited else {
      var all: [String] = []
      for relation in list.relations { all.append(try text(relation)) }
      if isOpen { all.append(context.text.openEnd) }
      return add(field, .set(all.count == 1 ? all[0] : YAMLText.list(all)))
    }
    if !isOpen { for number in openEnds { changes[number] = .remove } }
    if isOpen, openEnds.isEmpty { added.append(context.text.openEnd) }
    // What is added goes before a closing 等, which then still closes the list.
    let beforeLast = isOpen && !openEnds.isEmpty && openEnds.last == items.count - 1
    add(field, .list(changes, adding: added, beforeLast: beforeLast))
  }
}
