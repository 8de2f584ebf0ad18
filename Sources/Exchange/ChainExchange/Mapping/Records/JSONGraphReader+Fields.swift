import Bilingual
import Diagnostics

/// Fields as columns, and values that have the wrong shape.
extension JSONGraphReader {
  static func add(
    _ text: String,
    _ column: String,
    at range: Range<Int>,
    to table: inout RecordTable
  ) {
    let place = BytePlace(range)
    table.add(text.utf8, column: table.makeColumn(column, at: place), at: place)
  }

  /// Adds a value under a column; each item of a list, and the fields of an object as `column.field`.
  static func add(
    _ value: JSONValue,
    _ column: String,
    _ keyRange: Range<Int>,
    to table: inout RecordTable
  ) {
    switch value.content {
    case .null: _ = table.makeColumn(column, at: BytePlace(keyRange))
    case .string(let text), .word(let text):
      let number = table.makeColumn(column, at: BytePlace(keyRange))
      table.add(text.utf8, column: number, at: BytePlace(value.range))
    case .array(let items):
      _ = table.makeColumn(column, at: BytePlace(keyRange))
      for item in items { add(item, column, keyRange, to: &table) }
    case .object(let members):
      for member in members {
        add(member.value, column + "." + member.key, member.keyRange, to: &table)
      }
    }
  }

  static func noList(_ value: JSONValue) -> RecordFault {
    RecordFault(value.range) {
      .unexpectedShape(BilingualText(zh: "列表 […]", en: "a list […]"), at: $0)
    }
  }

  static func noObject(_ value: JSONValue) -> RecordFault {
    RecordFault(value.range) {
      .unexpectedShape(BilingualText(zh: "对象 {…}", en: "an object {…}"), at: $0)
    }
  }

  static func noGraph(_ root: JSONValue) -> RecordFault {
    RecordFault(
      code: "no-graph",
      at: root.range,
      BilingualText(
        zh: "文件中没有 graph、graphs、nodes 或 elements",
        en: "the file holds no 'graph', 'graphs', 'nodes' or 'elements'"
      ),
      help: BilingualText(
        zh: "可读 JSON Graph Format、node-link、邻接表、Cytoscape 和 JSON Lines；别的程序请导出为其中一种，"
          + "或导出为 GraphML、GEXF，用 import graphml 读取",
        en: "JSON Graph Format, node-link, adjacency, Cytoscape and JSON Lines are read; let other "
          + "programs export one of these, or GraphML or GEXF for import graphml"
      )
    )
  }
}

extension JSONValue {
  var isObject: Bool { if case .object = content { true } else { false } }

  /// Whether it is a list, or an object of objects by their identities.
  var isCollection: Bool {
    switch content {
    case .array: true
    case .object(let members): members.allSatisfy { $0.value.isObject }
    default: false
    }
  }

  /// The items of a list, or the values of an object.
  var elements: [JSONValue] {
    switch content {
    case .array(let items): items
    case .object(let members): members.map(\.value)
    default: []
    }
  }

  /// How many items it has; one for a value, none for nothing.
  var size: Int {
    switch content {
    case .null: 0
    case .string(let text), .word(let text): text.isEmpty ? 0 : 1
    case .array(let items): items.count
    case .object(let members): members.count
    }
  }

  /// Whether what it is stands in an object within, as Cytoscape writes nodes and edges.
  var isWrapped: Bool {
    guard let data = self["data"], data.isObject else { return false }
    return JSONGraphReader.ends(of: self) == nil
      && !JSONGraphReader.identityFields.contains { self[$0] != nil }
      && (JSONGraphReader.ends(of: data) != nil
        || JSONGraphReader.identityFields.contains { data[$0] != nil })
  }

  /// The object that holds the identity or the ends: this one, or the one within.
  var body: JSONValue { isWrapped ? self["data"] ?? self : self }

  /// The text by which a node is known: a whole number without an empty fraction, a list of values
  /// as one; `nil` for nothing and for objects.
  var identity: String? {
    switch content {
    case .string(let text): return text.isEmpty ? nil : text
    case .word(let text): return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .array(let items):
      let texts = items.map(\.text)
      guard !texts.isEmpty, !texts.contains(nil) else { return nil }
      return "[" + texts.compactMap { $0 }.joined(separator: ", ") + "]"
    case .null, .object: return nil
    }
  }
}
