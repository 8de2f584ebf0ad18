import Bilingual
import ChainModel
import SourceDiagnostics

/// What `dataset.yaml` says of the data set as a whole.
struct Manifest {
  let title: BilingualText
  let jurisdiction: String
  let language: Language
  let date: CalendarDate
  let documents: [YAMLNode]

  init?(_ root: YAMLNode, log: inout FaultLog) {
    guard let fields = MappingReader(root, log: &log) else { return nil }
    fields.allow(
      ["title", "jurisdiction", "language", "date", "documents"],
      of: BilingualText(zh: "数据集", en: "a data set"),
      log: &log
    )
    let title = Self.title(fields, &log)
    let jurisdiction = fields.requiredText("jurisdiction", log: &log)
    let language = Self.language(fields, &log)
    let date = Self.date(fields, &log)
    if fields["documents"] == nil {
      log.report(.missingField("documents", at: log.location(of: root)))
    }
    guard let title, let jurisdiction, let language, let date,
      let documents = fields["documents"]?.items
    else { return nil }
    self.title = title
    self.jurisdiction = jurisdiction
    self.language = language
    self.date = date
    self.documents = documents
  }

  private static func title(_ fields: MappingReader, _ log: inout FaultLog) -> BilingualText? {
    guard let node = fields["title"], case .mapping = node.content else {
      return fields.requiredText("title", log: &log).map { BilingualText(same: $0) }
    }
    guard let wordings = MappingReader(node, log: &log) else { return nil }
    wordings.allow(["zh", "en"], of: BilingualText(zh: "标题", en: "a title"), log: &log)
    guard let zh = wordings.requiredText("zh", log: &log),
      let en = wordings.requiredText("en", log: &log)
    else { return nil }
    return BilingualText(zh: zh, en: en)
  }

  private static func language(_ fields: MappingReader, _ log: inout FaultLog) -> Language? {
    guard let word = fields.requiredText("language", log: &log) else { return nil }
    if let language = Language(rawValue: word) { return language }
    log.report(
      .unknownWord(
        word,
        meaning: BilingualText(zh: "语言", en: "language"),
        words: Language.allCases.map(\.rawValue),
        at: log.location(of: fields["language"] ?? fields.node)
      )
    )
    return nil
  }

  private static func date(_ fields: MappingReader, _ log: inout FaultLog) -> CalendarDate? {
    guard let text = fields.requiredText("date", log: &log) else { return nil }
    if let date = CalendarDate(parsing: text) { return date }
    log.report(.badDate(text, at: log.location(of: fields["date"] ?? fields.node)))
    return nil
  }
}
