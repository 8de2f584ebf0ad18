import Bilingual
import GraphKernel

/// What a side did to nodes, by node.
struct MergeTraces {
  private var keys: [Int: [DatasetMerge.Key]] = [:]

  mutating func add(_ key: DatasetMerge.Key, to unit: Int) {
    if keys[unit]?.last != key { keys[unit, default: []].append(key) }
  }

  func edits(of unit: Int) -> [DatasetMerge.Key] { keys[unit] ?? [] }
}

/// Changes in words.
extension DatasetMerge {
  func change(ofWhole field: String, _ label: BilingualText, _ part: Change.Part) -> Change {
    Change(
      part: part,
      row: .whole,
      what: BilingualText(zh: "数据集", en: "data set"),
      name: theirs.title.zh,
      field: field,
      label: label,
      base: isBaseKnown ? versions.base.wholeText(field) : nil,
      mine: versions.mine.wholeText(field),
      theirs: versions.theirs.wholeText(field),
      key: .whole(field)
    )
  }

  /// - Parameter field: empty for the node as a whole.
  func change(
    _ unit: Int,
    _ part: Change.Part,
    field: String,
    base: BilingualText?,
    mine: BilingualText?,
    theirs: BilingualText?
  ) -> Change {
    let kind = kind(of: unit)
    let word = kind.flatMap { self.theirs.graph.ontology[$0]?.label }
    return Change(
      part: part,
      row: .node(unit),
      what: word ?? BilingualText(same: kind?.name ?? ""),
      name: name(of: unit),
      field: field,
      label: field.isEmpty ? nil : kind.map { label(of: field, $0) },
      base: base,
      mine: mine,
      theirs: theirs,
      key: field.isEmpty ? .presence(unit) : .field(unit, field)
    )
  }

  func change(_ unit: Int, of field: String, _ part: Change.Part) -> Change {
    change(
      unit,
      part,
      field: field,
      base: isBaseKnown ? versions.base.text(field, of: unit) : nil,
      mine: versions.mine.text(field, of: unit),
      theirs: versions.theirs.text(field, of: unit)
    )
  }

  func change(of key: MergeVersion.RelationKey, _ part: Change.Part) -> Change {
    let definition = theirs.graph.ontology[key.kind] ?? mine.graph.ontology[key.kind]
    return Change(
      part: part,
      row: .node(owner(of: key)),
      what: definition?.label ?? BilingualText(same: key.kind.name),
      name: "\(name(of: key.source)) → \(name(of: key.target))",
      field: definition?.field(at: definition?.columnEnd ?? .source) ?? key.kind.name,
      label: nil,
      base: isBaseKnown ? versions.base.text(key) : nil,
      mine: versions.mine.text(key),
      theirs: versions.theirs.text(key),
      key: .relation(key)
    )
  }

  func change(ofQuery name: String, _ part: Change.Part) -> Change {
    func text(_ version: MergeVersion) -> BilingualText? {
      version.query(name).map { BilingualText(same: $0.expression) }
    }
    return Change(
      part: part,
      row: .query(name),
      what: BilingualText(zh: "查询", en: "query"),
      name: name,
      field: "",
      label: nil,
      base: isBaseKnown ? text(versions.base) : nil,
      mine: text(versions.mine),
      theirs: text(versions.theirs),
      key: .query(name)
    )
  }

  private func label(of field: String, _ kind: NodeKind) -> BilingualText {
    switch field {
    case "name": return BilingualText(zh: "名称", en: "name")
    case "id": return BilingualText(zh: "标识", en: "id")
    case "aliases": return BilingualText(zh: "别名", en: "aliases")
    case "source": return BilingualText(zh: "出处", en: "source")
    default:
      let known = [theirs, mine].lazy.flatMap { $0.graph.ontology[kind]?.attributes ?? [] }
      return known.first { $0.name.name == field }?.label ?? BilingualText(same: field)
    }
  }

  /// How many edits of a node are told in a cell.
  private static let mostEdits = 3

  /// What a side did to a node, in a few words.
  func text(of edits: [Key], on side: MergeVersion) -> BilingualText {
    let texts = edits.compactMap { text(of: $0, on: side) }.sorted { $0.zh < $1.zh }
    let told = texts.prefix(Self.mostEdits)
    let rest = texts.count - told.count
    return BilingualText(
      zh: told.map(\.zh).joined(separator: "；") + (rest > 0 ? "；另 \(rest) 处" : ""),
      en: told.map(\.en).joined(separator: "; ") + (rest > 0 ? "; \(rest) more" : "")
    )
  }

  private func text(of edit: Key, on side: MergeVersion) -> BilingualText? {
    switch edit {
    case .field(let unit, let field):
      guard let kind = kind(of: unit) else { return nil }
      let label = label(of: field, kind)
      let (old, new) = (versions.base.text(field, of: unit), side.text(field, of: unit))
      // An identity that follows from the name is told with that.
      if field == "id", old == new { return nil }
      return BilingualText(
        zh: "\(label.zh) \(old?.zh ?? "无") → \(new?.zh ?? "无")",
        en: "\(label.en) \(old?.en ?? "nothing") → \(new?.en ?? "nothing")"
      )
    case .relation(let relation):
      let label = theirs.graph.ontology[relation.kind]?.label
      let word = label ?? BilingualText(same: relation.kind.name)
      let ends = "\(name(of: relation.source)) → \(name(of: relation.target))"
      let isNew = versions.base.relations[relation] == nil
      return BilingualText(
        zh: "\(isNew ? "新增" : "修改") \(word.zh) \(ends)",
        en: "\(isNew ? "added" : "changed") \(word.en) \(ends)"
      )
    case .whole, .presence, .query: return nil
    }
  }
}
