import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import YAML

/// Changes the files of a folder so that they say what another data set says.
struct FolderEditor {
  private let folder: EditableFolder
  let context: EditContext
  private(set) var notes: [FolderEdit.Note] = []
  /// By position in the trace; the files that hold entries.
  private var texts: [EditableText] = []
  private var added: [String: String] = [:]

  init(_ folder: EditableFolder, _ difference: DatasetDifference) {
    self.folder = folder
    context = EditContext(folder.trace, difference)
  }

  private var difference: DatasetDifference { context.difference }

  /// The files that change, with their new bytes, by name.
  mutating func files() throws(EditingFault) -> [String: [UInt8]] {
    if difference.changesVocabulary { throw .vocabulary }
    texts = context.trace.files.map { file in
      EditableText(path: file.path, bytes: folder.files[name(file.path)] ?? [], root: file.root)
    }
    let plan = RelationPlan(context.trace, difference)
    if let fixed = plan.fixed { throw fault(of: fixed) }
    for (file, written) in context.trace.files.enumerated() where !written.isFixed {
      try mendDefaults(of: file)
    }
    for node in difference.removedNodes { try refuseFixed(node) }
    for old in context.old.nodes {
      guard let node = difference.matching.after(old) else { continue }
      try edit(old, as: node, plan)
    }
    let sections = try Sections(context, plan)
    try change(sections)
    var result: [String: [UInt8]] = added.mapValues { Array($0.utf8) }
    for text in texts where text.isChanged {
      result[name(text.path)] = Array(try text.result().utf8)
    }
    for text in [try manifest(), try queries()].compactMap({ $0 }) where text.isChanged {
      result[name(text.path)] = Array(try text.result().utf8)
    }
    if !difference.queries.isEmpty, folder.files[FolderListing.queries] == nil {
      let entries = difference.after.queries.map { DatasetWriter.entry(of: $0) }
      result[FolderListing.queries] = Array(YAMLText.file(nil, [("queries", entries)]).utf8)
    }
    return result
  }

  private func name(_ path: String) -> String { String(path.dropFirst(folder.folder.count + 1)) }

  private mutating func note(_ gone: [String], _ path: String) {
    notes += gone.map { .removedComment(file: path, text: $0) }
  }

  // MARK: Entries

  private mutating func edit(
    _ old: NodeIndex,
    as node: NodeIndex,
    _ plan: RelationPlan
  ) throws(EditingFault) {
    let entry = context.trace.entries[old.position]
    let changes = try EntryPlan(of: old, as: node, context, plan).changes
    guard !changes.isEmpty else { return }
    try refuseFixed(old)
    let path = texts[entry.file].path
    guard entry.item.style != .alias else {
      let written = try NewEntry(node, context, plan, file: entry.file).entry()
      try texts[entry.file].replace(entry.item.extent, with: written.flow)
      notes.append(.wroteOut(file: path, line: entry.item.range.start.line))
      return
    }
    let order = entry.schema.writtenOrder
    note(try texts[entry.file].apply(changes, to: entry.item, order: order), path)
  }

  /// What the library of chains says is changed there, or where the chain is used.
  private func refuseFixed(_ old: NodeIndex) throws(EditingFault) {
    let file = context.trace.files[context.trace.entries[old.position].file]
    guard file.isFixed else { return }
    throw .borrowed(path: file.path, node: context.old.name(of: old))
  }

  private func fault(of fixed: EntryTrace.WrittenRelation) -> EditingFault {
    let file = context.trace.files[context.trace.entries[fixed.entry.position].file]
    let names = [fixed.entry, fixed.other].map { context.old.name(of: $0) }
    return .borrowed(path: file.path, node: names.joined(separator: "、"))
  }

  /// Lets references in defaults mean what they meant, where a node has another name.
  private mutating func mendDefaults(of file: Int) throws(EditingFault) {
    let defaults = context.trace.files[file].defaults
    for (schema, fields) in defaults.kinds {
      for (field, value) in fields {
        if field == "source" { try mendSource(value, file, schema.kind.kind, field) }
        guard case .relation(let definition, let end) = schema.meanings[field] else { continue }
        for item in value.items {
          if case .mapping(let pairs) = item.content,
            let source = pairs.first(where: { $0.key.scalar == "source" })?.value
          {
            try mendSource(source, file, schema.kind.kind, field)
          }
          guard let scalar = EditContext.reference(item) else { continue }
          let kinds = definition.kinds(at: end.opposite)
          try mend(scalar, among: kinds, file, schema.kind.kind, field)
        }
      }
    }
    for (kind, source, _, _) in defaults.relations {
      if let source { try mendSource(source, file, NodeKind(kind.name), "source") }
    }
  }

  private mutating func mendSource(
    _ source: EntryNode,
    _ file: Int,
    _ kind: NodeKind,
    _ field: String
  ) throws(EditingFault) {
    guard case .mapping(let pairs) = source.content,
      let document = pairs.first(where: { $0.key.scalar == "document" })?.value
    else { return }
    try mend(document, among: .citable, file, kind, field)
  }

  private mutating func mend(
    _ scalar: EntryNode,
    among kinds: RelationDefinition.KindSelection,
    _ file: Int,
    _ kind: NodeKind,
    _ field: String
  ) throws(EditingFault) {
    guard let text = scalar.scalar?.trimmingSpace(), !RelationItem.openEnds.contains(text) else {
      return
    }
    guard let meant = context.oldBearers.node(of: text, among: kinds.list) else { return }
    guard let node = difference.matching.after(meant) else {
      throw .defaults(
        path: texts[file].path,
        kind: kind.name,
        field: field,
        node: context.old.name(of: meant)
      )
    }
    guard !context.text.means(text, node, among: kinds) else { return }
    let reference: String
    do throws(WritingFault) {
      reference = try context.text.reference(to: node, among: kinds)
    } catch {
      throw .unwritable(error)
    }
    try texts[file].replace(scalar, with: reference, field: scalar.extent.lowerBound)
  }

  // MARK: Sections

  private mutating func change(_ sections: Sections) throws(EditingFault) {
    for section in sections.all {
      let entries = section.added
      if !section.removed.isEmpty {
        let gone = try texts[section.file].removeEntries(
          section.removed,
          of: section.pair,
          leavingNone: section.removed.count == section.count && entries.isEmpty
        )
        note(gone, texts[section.file].path)
      }
      if !entries.isEmpty { try texts[section.file].add(entries, to: section.pair) }
    }
    var taken = Set(folder.files.keys.map { $0.lowercased() })
    for (kind, entries) in sections.homeless {
      var name = kind.kind.name
      while !FolderListing.isData(Substring(name + ".yaml"))
        || !taken.insert((name + ".yaml").lowercased()).inserted
      { name += "-nodes" }
      let comment = kind.label[difference.after.language]
      added[name + ".yaml"] = YAMLText.file(
        comment.contains(where: \.isNewline) ? nil : comment,
        [(kind.kind.name, entries)]
      )
    }
  }

  // MARK: What is said of the whole

  private func document(_ name: String) -> EditableText? {
    guard let bytes = folder.files[name] else { return nil }
    let path = folder.folder + "/" + name
    return EditableText(path: path, bytes: bytes, root: root(name))
  }

  private func root(_ name: String) -> EntryNode? {
    guard let bytes = folder.files[name] else { return nil }
    return YAMLFile.read(bytes, path: folder.folder + "/" + name).root
  }

  private mutating func manifest() throws(EditingFault) -> EditableText? {
    guard var text = document(FolderListing.manifest), let root = root(FolderListing.manifest),
      case .mapping(let pairs) = root.content
    else { return nil }
    let after = difference.after
    let values = [
      "title": EntryText.wording(after.title),
      "jurisdiction": EntryText.scalar(after.jurisdiction),
      "language": after.language.rawValue, "date": after.date.description,
    ]
    for pair in pairs {
      let field = pair.key.scalar ?? ""
      let start = pair.key.extent.lowerBound
      if field == "documents" {
        try editDocuments(pair.value, start, &text)
      } else if difference.manifest.contains(where: { $0.field == field }),
        let value = values[field]
      {
        try text.replace(pair.value, with: value, field: start)
      }
    }
    return text
  }

  private mutating func editDocuments(
    _ value: EntryNode,
    _ start: Int,
    _ text: inout EditableText
  ) throws(EditingFault) {
    let documents = difference.after.documents
    var references: [String] = []
    do throws(WritingFault) {
      if documents.isEmpty { throw .noDocument }
      for node in documents {
        references.append(try context.text.reference(to: node, among: .only([.document])))
      }
    } catch {
      throw .unwritable(error)
    }
    let items = value.items
    let words = context.text
    var next = 0
    let changes = items.map { item -> EditableText.ItemChange in
      let isMeant = { (position: Int) in
        position < documents.count
          && words.means(
            item.scalar?.trimmingSpace() ?? "",
            documents[position],
            among: .only([.document])
          )
      }
      // With as many as before, each is the same, under another name perhaps.
      if items.count == documents.count {
        next += 1
        return isMeant(next - 1) ? .keep : .replace(references[next - 1])
      }
      guard isMeant(next) else { return .remove }
      next += 1
      return .keep
    }
    let isSame =
      next == documents.count && changes.allSatisfy { if case .keep = $0 { true } else { false } }
    guard !isSame else { return }
    let gone = try text.change(
      list: value,
      changes,
      adding: Array(references[next...]),
      field: start
    )
    note(gone, text.path)
  }

  private mutating func queries() throws(EditingFault) -> EditableText? {
    guard !difference.queries.isEmpty, var text = document(FolderListing.queries),
      let root = root(FolderListing.queries), case .mapping(let pairs) = root.content,
      let section = pairs.first(where: { $0.key.scalar == "queries" })
    else { return nil }
    let items = section.value.items
    var removed: [Int] = []
    var added: [YAMLEntry] = []
    for change in difference.queries {
      let position = items.firstIndex { item in
        guard case .mapping(let pairs) = item.content else { return false }
        return pairs.first { $0.key.scalar == "name" }?.value.scalar?.trimmingSpace() == change.name
      }
      guard let after = change.after else {
        if let position { removed.append(position) }
        continue
      }
      guard let position else {
        added.append(DatasetWriter.entry(of: after))
        continue
      }
      var changes: [(field: String, change: EntryPlan.Change)] = []
      for field in change.fields {
        switch field.field {
        case "expression": changes.append(("expression", .set(EntryText.scalar(after.expression))))
        default:
          let wording = after.description.map { EntryText.wording($0) }
          changes.append(("description", wording.map { .set($0) } ?? .remove))
        }
      }
      let order = ["name", "expression", "description"]
      note(try text.apply(changes, to: items[position], order: order), text.path)
    }
    if !removed.isEmpty {
      let leavesNone = removed.count == items.count && added.isEmpty
      note(
        try text.removeEntries(removed.sorted(), of: section, leavingNone: leavesNone),
        text.path
      )
    }
    if !added.isEmpty { try text.add(added, to: section) }
    return text
  }
}
