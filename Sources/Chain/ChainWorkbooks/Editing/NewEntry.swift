import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import YAML

/// An entry that is written anew, in a file whose defaults it must not be misled by.
struct NewEntry {
  private let node: NodeIndex
  private let context: EditContext
  private let plan: RelationPlan
  private let defaults: FileDefaults?

  /// - Parameter file: where it is to stand; `nil` for a file of its own.
  init(_ node: NodeIndex, _ context: EditContext, _ plan: RelationPlan, file: Int?) {
    self.node = node
    self.context = context
    self.plan = plan
    defaults = file.map { context.trace.files[$0].defaults }
  }

  private var inherited: Set<String> {
    Set(defaults?.fields(of: context.new.kind(of: node)).map(\.field) ?? [])
  }

  /// Whether the entry can say all: no default gives it an attribute that it must not have.
  var suitsDefaults: Bool {
    let inherited = inherited
    return context.new.definition(of: node).attributes.allSatisfy { attribute in
      !inherited.contains(attribute.name.name)
        || context.new.attribute(attribute.name, of: node) != nil
    }
  }

  func entry() throws(EditingFault) -> YAMLEntry {
    do throws(WritingFault) { return try written() } catch { throw .unwritable(error) }
  }

  private func written() throws(WritingFault) -> YAMLEntry {
    let graph = context.new
    var entry = YAMLEntry(name: graph.name(of: node), .usual)
    entry.add("id", graph.statedID(of: node))
    let aliases = graph.aliases(of: node)
    if !aliases.isEmpty || inherited.contains("aliases") {
      entry.add("aliases", yaml: YAMLText.list(aliases.map(EntryText.scalar)))
    }
    for (definition, value) in graph.attributes(of: node) {
      entry.add(definition.name.name, yaml: try context.text.value(value, of: definition))
    }
    let origin = graph.origin(of: node)
    let stated = try context.text.origin(origin)
    entry.add(stated.field, yaml: stated.value)
    let kind = graph.kind(of: node)
    for definition in graph.ontology.relations {
      for end in [RelationDefinition.End.source, .target]
      where definition.kinds(at: end).contains(kind) {
        let field = definition.field(at: end)
        let list = plan.lists[
          RelationPlan.Key(entry: node, kind: definition.kind, end: end)
        ]
        let isOpen = list?.isOpen == true
        var items = try items(list?.relations ?? [], definition, end, origin, isOpen)
        if isOpen { items.append(context.text.openEnd) }
        if items.isEmpty, inherited.contains(field) { entry.add(field, yaml: "[]") }
        entry.add(field, items: items)
      }
    }
    return entry
  }

  private func items(
    _ relations: [Relation],
    _ definition: RelationDefinition,
    _ end: RelationDefinition.End,
    _ origin: Origin,
    _ isOpen: Bool
  ) throws(WritingFault) -> [String] {
    let general = defaults?.origin(of: definition).flatMap {
      context.written(source: $0.source, basis: $0.basis)
    }
    var items: [String] = []
    for relation in relations {
      items.append(
        try context.text.item(
          relation.node(at: end.opposite),
          among: definition.kinds(at: end.opposite),
          origin: relation.origin,
          implied: general ?? origin,
          marked: relation.isOpen && !isOpen,
          // Where the file says a usual sort, each item says its own.
          sort: defaults?.sort(of: definition.kind) == nil ? nil : definition.variant
        )
      )
    }
    return items
  }
}
