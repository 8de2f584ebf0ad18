import Bilingual
import ChainModel
import Diagnostics
import YAML

/// Reads a file of `attachments/`: a register, what was decided of its firms, and what is open.
struct AttachmentReader {
  private static let thing = BilingualText(zh: "挂链记录", en: "an attached register")

  /// The attachment that a file holds; `nil` and reports where it holds none.
  ///
  /// - Parameters:
  ///   - sources: gets the text of a table of decisions of which something is said.
  ///   - table: the path and the bytes of a table beside the file, by its name; `nil` and a report where it
  ///     cannot be had.
  static func attachment(
    of root: EntryNode,
    log: inout FaultLog,
    sources: inout [String: SourceText],
    table: (_ name: String) -> (path: String, bytes: [UInt8])?
  ) -> Attachment? {
    guard let top = FieldReader(root, log: &log) else { return nil }
    top.allow(
      ["register", "date", "outside", "firms", "open", "terms", "names", "decisions"],
      of: thing,
      log: &log
    )
    let register = top.requiredText("register", log: &log)
    let date = date(top, log: &log)
    let firms = top["firms"].flatMap { number($0, log: &log) }
    let isOutside = top["outside"].map { isTrue($0, log: &log) } ?? false
    let open = (top["open"]?.items ?? []).compactMap { Self.open($0, log: &log) }
    let terms = (top["terms"]?.items ?? []).compactMap { Self.terms($0, log: &log) }
    let names = (top["names"]?.items ?? []).compactMap { name($0, log: &log) }
    var decisions: [FirmDecision]? = []
    let tableName = top["decisions"].flatMap(\.scalar)
    if let node = top["decisions"], let tableName {
      decisions = tabled(tableName, at: node, log: &log, &sources, table)
    } else if let node = top["decisions"] {
      decisions = listed(node, log: &log)
    }
    guard let register, let date, let decisions else { return nil }
    return Attachment(
      file: log.path.split(separator: "/").last.map(String.init) ?? log.path,
      register: register,
      date: date,
      isOutside: isOutside,
      firmCount: firms ?? 0,
      open: open,
      terms: terms,
      names: names,
      decisions: decisions,
      table: tableName
    )
  }

  private static func listed(_ node: EntryNode, log: inout FaultLog) -> [FirmDecision] {
    let items = node.items
    var first: [DecisionKey: Int] = [:]
    var decisions: [FirmDecision] = []
    for (position, item) in items.enumerated() {
      guard log.hasRoom else {
        log.cut()
        break
      }
      guard let decision = decision(item, log: &log) else { continue }
      guard let before = first.updateIfAbsent(position, forKey: DecisionKey(decision)) else {
        decisions.append(decision)
        continue
      }
      let places = (log.location(of: items[before]), log.location(of: item))
      log.report(.decidedTwice(decision.firm, decision.segment, places.0, at: places.1))
    }
    return decisions
  }

  /// The decisions of the table of that name.
  private static func tabled(
    _ name: String,
    at node: EntryNode,
    log: inout FaultLog,
    _ sources: inout [String: SourceText],
    _ table: (_ name: String) -> (path: String, bytes: [UInt8])?
  ) -> [FirmDecision]? {
    guard DecisionTable.isName(name) else {
      log.report(.notATable(name, at: log.location(of: node)))
      return nil
    }
    guard let (path, bytes) = table(name) else { return nil }
    var first: [DecisionKey: Int] = [:]
    var decisions: [FirmDecision] = []
    sources[path] = DecisionTable.read(bytes, path: path, log: &log) { decision, row, log in
      guard let before = first.updateIfAbsent(row.start, forKey: DecisionKey(decision)) else {
        return decisions.append(decision)
      }
      let place = row.location(ofRowAt: before)
      log.report(.decidedTwice(decision.firm, decision.segment, place, at: row.location))
    }
    return decisions
  }

  private static func decision(_ item: EntryNode, log: inout FaultLog) -> FirmDecision? {
    guard let fields = FieldReader(item, log: &log) else { return nil }
    fields.allow(
      ["firm", "creditCode", "segment", "verdict", "by", "date", "evidence", "pending"],
      of: BilingualText(zh: "挂链决定", en: "a decision on a firm"),
      log: &log
    )
    let firm = fields.requiredText("firm", log: &log)
    let segment = fields.requiredText("segment", log: &log)
    let by = fields.requiredText("by", log: &log)
    let verdict = verdict(fields, log: &log)
    let date = date(fields, log: &log)
    let evidence = evidence(fields["evidence"], log: &log)
    guard let firm, let segment, let by, let verdict, let date, let evidence else { return nil }
    return FirmDecision(
      creditCode: fields["creditCode"].flatMap { creditCode($0, log: &log) } ?? "",
      firm: firm,
      segment: segment,
      verdict: verdict,
      by: by,
      date: date,
      evidence: evidence,
      pending: fields["pending"].flatMap { FieldReader.text($0, log: &log) } ?? ""
    )
  }

  private static func name(_ item: EntryNode, log: inout FaultLog) -> NameDecision? {
    guard let fields = FieldReader(item, log: &log) else { return nil }
    fields.allow(
      ["enterprise", "firm", "creditCode", "verdict"],
      of: BilingualText(zh: "名称对照", en: "a decision on names"),
      log: &log
    )
    let enterprise = fields.requiredText("enterprise", log: &log)
    let firm = fields.requiredText("firm", log: &log)
    let verdict = verdict(fields, log: &log)
    guard let enterprise, let firm, let verdict else { return nil }
    return NameDecision(
      enterprise: enterprise,
      creditCode: fields["creditCode"].flatMap { creditCode($0, log: &log) } ?? "",
      firm: firm,
      verdict: verdict
    )
  }

  private static func verdict(
    _ fields: FieldReader,
    log: inout FaultLog
  ) -> FirmDecision.Verdict? {
    fields.requiredWord(
      "verdict",
      meaning: BilingualText(zh: "判断", en: "a verdict"),
      log: &log
    )
  }

  private static func creditCode(_ node: EntryNode, log: inout FaultLog) -> String? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    do throws(CreditCode.Fault) { return try CreditCode(parsing: text).description } catch {
      log.report(.badCode(.credit(error), at: log.location(of: node)))
      return nil
    }
  }

  private static func evidence(
    _ node: EntryNode?,
    log: inout FaultLog
  ) -> FirmDecision.Evidence? {
    guard let node else {
      return FirmDecision.Evidence(field: "", words: [], term: "", tier: nil, row: 0, text: "")
    }
    guard let fields = FieldReader(node, log: &log) else { return nil }
    fields.allow(
      ["field", "words", "term", "tier", "share", "row", "text", "prefilled", "ended"],
      of: BilingualText(zh: "凭据", en: "evidence"),
      log: &log
    )
    func text(_ field: String) -> String {
      fields[field].flatMap { FieldReader.text($0, log: &log) } ?? ""
    }
    return FirmDecision.Evidence(
      field: text("field"),
      words: (fields["words"]?.items ?? []).compactMap { FieldReader.text($0, log: &log) },
      term: text("term"),
      tier: fields["tier"].flatMap { number($0, log: &log) },
      share: fields["share"].flatMap { share($0, log: &log) },
      row: fields["row"].flatMap { number($0, log: &log) } ?? 0,
      text: text("text"),
      isPrefilled: fields["prefilled"].map { isTrue($0, log: &log) } ?? false,
      ended: text("ended")
    )
  }

  private static func open(_ item: EntryNode, log: inout FaultLog) -> Attachment.Open? {
    guard let fields = FieldReader(item, log: &log) else { return nil }
    fields.allow(
      ["segment", "possible", "all"],
      of: BilingualText(zh: "待核定数", en: "a number of open proposals"),
      log: &log
    )
    guard let segment = fields.requiredText("segment", log: &log) else { return nil }
    return Attachment.Open(
      segment: segment,
      possible: fields["possible"].flatMap { number($0, log: &log) } ?? 0,
      all: fields["all"].flatMap { number($0, log: &log) } ?? 0
    )
  }

  private static func terms(_ item: EntryNode, log: inout FaultLog) -> Attachment.ApprovedTerms? {
    guard let fields = FieldReader(item, log: &log) else { return nil }
    fields.allow(
      ["segment", "terms", "refused"],
      of: BilingualText(zh: "检索词", en: "terms of a segment"),
      log: &log
    )
    guard let segment = fields.requiredText("segment", log: &log) else { return nil }
    func words(_ field: String) -> [String] {
      (fields[field]?.items ?? []).compactMap { FieldReader.text($0, log: &log) }
    }
    return Attachment.ApprovedTerms(
      segment: segment,
      terms: words("terms"),
      refused: words("refused")
    )
  }

  // MARK: Values

  private static func date(_ fields: FieldReader, log: inout FaultLog) -> CalendarDate? {
    guard let text = fields.requiredText("date", log: &log), let node = fields["date"] else {
      return nil
    }
    if let date = CalendarDate(parsing: text) { return date }
    log.report(.badDate(text, at: log.location(of: node)))
    return nil
  }

  private static func number(_ node: EntryNode, log: inout FaultLog) -> Int? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    log.report(.badInteger(text, at: log.location(of: node)))
    return nil
  }

  private static func share(_ node: EntryNode, log: inout FaultLog) -> Double? {
    guard let text = FieldReader.text(node, log: &log) else { return nil }
    if let share = Double(text), share.isFinite { return share }
    log.report(.badShare(text, at: log.location(of: node)))
    return nil
  }

  private static func isTrue(_ node: EntryNode, log: inout FaultLog) -> Bool {
    guard let text = FieldReader.text(node, log: &log) else { return false }
    if text != "true", text != "false" { log.report(.badFlag(text, at: log.location(of: node))) }
    return text == "true"
  }
}

/// What is decided once: of a firm, and of a segment.
private struct DecisionKey: Hashable {
  let firm: String
  let segment: String

  init(_ decision: FirmDecision) {
    firm = decision.creditCode.isEmpty ? decision.firm : decision.creditCode
    segment = decision.segment
  }
}

extension Dictionary {
  /// Keeps `value` where there is none of the key; the one that there is, where there is one.
  fileprivate mutating func updateIfAbsent(_ value: Value, forKey key: Key) -> Value? {
    if let before = self[key] { return before }
    self[key] = value
    return nil
  }
}
