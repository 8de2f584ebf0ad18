public import ChainFiles
package import Bilingual
public import ChainModel
import GraphKernel
import JSON

/// A file of a folder that is yet to be written.
public struct TableFile {
  /// What it is called.
  public let name: String
  private let content: (_ sink: ([UInt8]) throws -> Void) throws -> Void

  fileprivate init(
    _ name: String,
    _ content: @escaping (_ sink: ([UInt8]) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.content = content
  }

  fileprivate init(_ name: String, text: String) { self.init(name) { try $0(Array(text.utf8)) } }

  /// Gives the bytes to `sink`, about a megabyte at a time.
  ///
  /// - Throws: what `sink` throws, or a `BulkWriter.Failure`.
  public func write(to sink: ([UInt8]) throws -> Void) throws { try content(sink) }
}

extension Dataset {
  /// The files of a folder that is the same data set as two tables: `dataset.yaml`, `nodes.csv`,
  /// `edges.csv`, and where there is something to say `ontology.yaml` and `queries.yaml`.
  public func tableFiles() throws(BulkWriter.Failure) -> [TableFile] {
    let writer = try BulkWriter(graph)
    var files = [TableFile(FolderListing.manifest, text: manifestText)]
    if let text = ontologyText { files.append(TableFile(FolderListing.ontology, text: text)) }
    if !queries.isEmpty { files.append(TableFile(FolderListing.queries, text: queriesText)) }
    files.append(TableFile(BulkFolder.nodes) { try writer.writeNodes($0) })
    files.append(TableFile(BulkFolder.edges) { try writer.writeEdges($0) })
    return files
  }

  /// What ``tableFiles()`` write otherwise than the data set says it; `nil` for nothing.
  ///
  /// - Complexity: O(*n*) over the aliases.
  package var tableRemark: BilingualText? {
    let count = graph.nodes.reduce(0) { count, node in
      count + graph.aliases(of: node).count(where: BulkWriter.isRewritten)
    }
    guard count > 0 else { return nil }
    return BilingualText(
      zh: "\(count) 个别名中的分号写成全角“；”：表以半角分号分隔别名，查找时两者等同",
      en:
        "the semicolons of \(count) \(count == 1 ? "alias" : "aliases") are written full-width (；), since "
        + "the plain one parts the aliases of a table; names are found by either"
    )
  }

  /// What a file that `import` reads back as a data set does not hold of this one; `nil` for nothing,
  /// and for formats of which nobody expects a data set.
  package func omission(in format: ExchangeFormat) -> BilingualText? {
    guard format == .jsongraph || format == .graphml else { return nil }
    let queries = queries.count
    let vocabulary = BilingualText(zh: "ontology.yaml 的定义", en: "the definitions of ontology.yaml")
    let named = BilingualText(
      zh: "命名查询 \(queries) 个",
      en: queries == 1 ? "1 named query" : "\(queries) named queries"
    )
    let parts = (queries > 0 ? [named] : []) + (ontologyText == nil ? [] : [vocabulary])
    guard !parts.isEmpty else { return nil }
    return BilingualText(
      zh: "这个格式不含\(parts.map(\.zh).joined(separator: "、"))；export csv 和 export workbook 都写出",
      en: "not in this format: \(parts.map(\.en).joined(separator: ", ")); export csv and export "
        + "workbook write all"
    )
  }

  private var manifestText: String {
    var lines = [
      "title: " + title.yaml, "jurisdiction: " + jurisdiction.yaml,
      "language: " + language.rawValue, "date: " + date.description.yaml,
    ]
    if !documents.isEmpty {
      lines.append(
        "documents: [" + documents.map { graph.id(of: $0).yaml }.joined(separator: ", ") + "]"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var queriesText: String {
    "queries:\n"
      + queries.map { query in
        var fields = ["name: " + query.name.yaml, "expression: " + query.expression.yaml]
        if let description = query.description { fields.append("description: " + description.yaml) }
        return "  - {" + fields.joined(separator: ", ") + "}\n"
      }.joined()
  }

  /// What the vocabulary has beyond the built-in one; `nil` where that is nothing.
  private var ontologyText: String? {
    let (own, builtIn) = (graph.ontology, Ontology.builtIn)
    let sections = [
      ("units", own.units.filter { builtIn.unit($0.symbol) == nil }.map(\.yaml)),
      ("kinds", own.kinds.compactMap { $0.yaml(beyond: builtIn[$0.kind]) }),
      ("relations", own.relations.compactMap { $0.yaml(beyond: builtIn[$0.kind]) }),
    ].filter { !$0.1.isEmpty }
    guard !sections.isEmpty else { return nil }
    return sections.map { name, entries in
      name + ":\n" + entries.map { "  " + $0 + "\n" }.joined()
    }.joined()
  }
}

extension String {
  /// The text in quotes, which YAML reads as JSON does.
  fileprivate var yaml: String { JSONWriter.string(self) }
}

extension BilingualText {
  fileprivate var yaml: String { "{zh: \(zh.yaml), en: \(en.yaml)}" }
}

extension UnitOfMeasure {
  fileprivate var yaml: String {
    "\(symbol.yaml): {dimension: \(dimension.yaml), factor: \(factor)}"
  }
}

extension KindDefinition {
  /// The kind, or the attributes that it has beyond `base`; `nil` where it has none.
  fileprivate func yaml(beyond base: KindDefinition?) -> String? {
    let added = attributes.filter { base?.attributes.contains($0) != true }
    if base != nil, added.isEmpty { return nil }
    var fields = base == nil ? ["label: " + label.yaml] : []
    if !added.isEmpty {
      fields.append("attributes: {" + added.map(\.yaml).joined(separator: ", ") + "}")
    }
    return "\(kind.name): {\(fields.joined(separator: ", "))}"
  }
}

extension AttributeDefinition {
  fileprivate var yaml: String {
    var fields = ["label: " + label.yaml]
    switch type {
    case .text: fields.append("type: text")
    case .integer: fields.append("type: integer")
    case .quantity: fields.append("type: quantity")
    case .date: fields.append("type: date")
    case .flag: fields.append("type: flag")
    case .option(let options):
      fields.append("type: enum")
      fields.append("values: {" + options.map(\.yaml).joined(separator: ", ") + "}")
    }
    if isList { fields.append("list: true") }
    return "\(name.name): {\(fields.joined(separator: ", "))}"
  }
}

extension AttributeDefinition.Option {
  fileprivate var yaml: String {
    let size = quantity.map { ", quantity: " + $0.description.yaml } ?? ""
    return "\(key.yaml): {zh: \(label.zh.yaml), en: \(label.en.yaml)\(size)}"
  }
}

extension RelationDefinition {
  /// The relation, or the kinds that it stands between beyond `base`; `nil` where these are none.
  fileprivate func yaml(beyond base: RelationDefinition?) -> String? {
    var fields: [String] = []
    if base == nil {
      fields = [
        "label: " + label.yaml, "inverse: " + inverse.yaml, "semantics: " + semantics.rawValue,
      ]
    }
    if sources != base?.sources { fields.append("from: " + sources.yaml) }
    if targets != base?.targets { fields.append("to: " + targets.yaml) }
    if base == nil {
      fields += ["field: " + field.yaml, "inverseField: " + inverseField.yaml]
    }
    return fields.isEmpty ? nil : "\(kind.name): {\(fields.joined(separator: ", "))}"
  }
}

extension RelationDefinition.KindSelection {
  fileprivate var yaml: String {
    switch self {
    case .any: "any"
    case .only(let kinds): "[" + kinds.map(\.name).joined(separator: ", ") + "]"
    }
  }
}
