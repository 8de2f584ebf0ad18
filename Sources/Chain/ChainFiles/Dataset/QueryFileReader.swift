import Bilingual
package import ChainModel
package import Diagnostics

/// Reads `queries.yaml`: queries with names, in expressions that the query language checks.
package struct QueryFileReader {
  let source: SourceText

  /// A reader of the file whose text is `source`.
  package init(source: SourceText) { self.source = source }

  /// The queries of the file, those with faults left out; each name once.
  package func queries(of root: EntryNode, log: inout FaultLog) -> [NamedQuery] {
    guard let top = FieldReader(root, log: &log) else { return [] }
    top.allow(["queries"], of: BilingualText(zh: "命名查询", en: "a file of queries"), log: &log)
    guard let list = top["queries"] else {
      log.report(.missingField("queries", at: log.location(of: root)))
      return []
    }
    var names: Set<String> = []
    return list.items.compactMap { item in
      guard log.hasRoom, let fields = FieldReader(item, log: &log) else { return nil }
      fields.allow(
        ["name", "expression", "description"],
        of: BilingualText(zh: "命名查询", en: "a query"),
        log: &log
      )
      let name = fields.requiredText("name", log: &log)
      let expression = fields.requiredText("expression", log: &log)
      let description = fields["description"].map { FieldReader.wording($0, log: &log) }
      guard let name, let expression, let node = fields["expression"] else { return nil }
      guard names.insert(name).inserted else {
        log.report(.duplicateKey(name, at: log.location(of: fields["name"] ?? item)))
        return nil
      }
      return NamedQuery(
        name: name,
        expression: expression,
        description: description ?? nil,
        place: log.location(of: node),
        start: start(of: expression, in: node.range)
      )
    }
  }

  /// Where the expression begins when its line holds it character for character, plain or in quotes;
  /// `nil` when it is folded, escaped or of several lines.
  private func start(of expression: String, in range: SourceRange) -> SourcePosition? {
    guard let line = source.line(range.start.line) else { return nil }
    let rest = line.unicodeScalars.dropFirst(range.start.column - 1)
    let wanted = expression.unicodeScalars
    for skipped in 0...1 where rest.dropFirst(skipped).starts(with: wanted) {
      return SourcePosition(line: range.start.line, column: range.start.column + skipped)
    }
    return nil
  }
}
