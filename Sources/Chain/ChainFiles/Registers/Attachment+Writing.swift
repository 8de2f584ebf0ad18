package import ChainModel
import YAML

extension Attachment {
  /// The files that say what the attachment says, an entry a line: what a month changes stands in as many
  /// lines. Beyond some thousand decisions they stand in a table of their own.
  package var files: [(name: String, text: String)] {
    guard let table else { return [(file, text)] }
    return [(file, text), (table, DecisionTable.text(decisions))]
  }

  /// The same with its decisions in a table of their own, where there are many of them.
  package var spread: Attachment {
    guard table == nil, decisions.count > DecisionTable.fewest else { return self }
    let stem = file.split(separator: ".", omittingEmptySubsequences: false).dropLast()
    return keeping(decisions, table: stem.joined(separator: ".") + ".csv")
  }

  private var text: String {
    var lines = ["register: \(YAMLText.scalar(register))", "date: \(date)"]
    if isOutside { lines.append("outside: true") }
    lines.append("firms: \(firmCount)")
    lines += Self.list(
      "open",
      open.map { open in
        [
          ("segment", YAMLText.scalar(open.segment)), ("possible", String(open.possible)),
          ("all", String(open.all)),
        ]
      }
    )
    lines += Self.list(
      "terms",
      terms.map { approved in
        [("segment", YAMLText.scalar(approved.segment))]
          + [("terms", approved.terms), ("refused", approved.refused)].filter { !$0.1.isEmpty }
          .map { ($0.0, YAMLText.list($0.1.map { YAMLText.scalar($0) })) }
      }
    )
    lines += Self.list(
      "names",
      names.map { name in
        [
          ("enterprise", YAMLText.scalar(name.enterprise)), ("firm", YAMLText.scalar(name.firm)),
        ] + (name.creditCode.isEmpty ? [] : [("creditCode", YAMLText.scalar(name.creditCode))])
          + [("verdict", name.verdict.rawValue)]
      }
    )
    if let table {
      lines.append("decisions: \(YAMLText.scalar(table))")
    } else {
      lines += Self.list("decisions", decisions.map(Self.fields(of:)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ name: String, _ items: [[(field: String, value: String)]]) -> [String]
  {
    guard !items.isEmpty else { return [] }
    return ["\(name):"] + items.map { "  - \(YAMLText.mapping($0))" }
  }

  private static func fields(of decision: FirmDecision) -> [(field: String, value: String)] {
    var fields = [("firm", YAMLText.scalar(decision.firm))]
    if !decision.creditCode.isEmpty {
      fields.append(("creditCode", YAMLText.scalar(decision.creditCode)))
    }
    let evidence = decision.evidence
    var shown: [(String, String)] = []
    if !evidence.field.isEmpty { shown.append(("field", YAMLText.scalar(evidence.field))) }
    if !evidence.words.isEmpty {
      shown.append(("words", YAMLText.list(evidence.words.map { YAMLText.scalar($0) })))
    }
    if !evidence.term.isEmpty { shown.append(("term", YAMLText.scalar(evidence.term))) }
    if let tier = evidence.tier { shown.append(("tier", String(tier))) }
    if let share = evidence.share { shown.append(("share", String(share))) }
    shown.append(("row", String(evidence.row)))
    if !evidence.text.isEmpty { shown.append(("text", YAMLText.scalar(evidence.text))) }
    if evidence.isPrefilled { shown.append(("prefilled", "true")) }
    if !evidence.ended.isEmpty { shown.append(("ended", YAMLText.scalar(evidence.ended))) }
    fields += [
      ("segment", YAMLText.scalar(decision.segment)), ("verdict", decision.verdict.rawValue),
      ("by", YAMLText.scalar(decision.by)), ("date", decision.date.description),
      ("evidence", YAMLText.mapping(shown)),
    ]
    if !decision.pending.isEmpty { fields.append(("pending", YAMLText.scalar(decision.pending))) }
    return fields
  }
}
