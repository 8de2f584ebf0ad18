package import Bilingual
package import ChainModel
package import Diagnostics
package import GraphKernel

/// What `dataset.yaml` says of the data set as a whole; `nil` where that is faulty.
package struct Manifest {
  package let title: BilingualText?
  package let jurisdiction: String?
  package let language: Language?
  package let date: CalendarDate?
  package let documents: [EntryNode]

  /// - Parameter needsDocuments: whether it is a fault to list none.
  package init?(_ root: EntryNode, needsDocuments: Bool = true, log: inout FaultLog) {
    guard let fields = FieldReader(root, log: &log) else { return nil }
    fields.allow(
      ["title", "jurisdiction", "language", "date", "documents"],
      of: BilingualText(zh: "数据集", en: "a data set"),
      log: &log
    )
    title = fields.requiredWording("title", log: &log)
    jurisdiction = fields.requiredText("jurisdiction", log: &log)
    language = Self.language(fields, &log)
    date = Self.date(fields, &log)
    documents = fields["documents"]?.items ?? []
    if let list = fields["documents"] {
      if documents.isEmpty { log.report(.emptyText(at: log.location(of: list))) }
    } else if needsDocuments {
      log.report(.missingField("documents", at: log.location(of: root)))
    }
  }

  private static func language(_ fields: FieldReader, _ log: inout FaultLog) -> Language? {
    fields.requiredWord("language", meaning: BilingualText(zh: "语言", en: "language"), log: &log)
  }

  private static func date(_ fields: FieldReader, _ log: inout FaultLog) -> CalendarDate? {
    guard let text = fields.requiredText("date", log: &log) else { return nil }
    if let date = CalendarDate(parsing: text) { return date }
    log.report(.badDate(text, at: log.location(of: fields["date"] ?? fields.node)))
    return nil
  }

  /// The data set that the manifest is of; `nil` when anything of it is faulty.
  package func dataset(
    documents: [NodeIndex]?,
    graph: ChainGraph?,
    queries: [NamedQuery]
  ) -> Dataset? {
    guard let title, let jurisdiction, let language, let date, let documents, let graph else {
      return nil
    }
    return Dataset(
      title: title,
      jurisdiction: jurisdiction,
      language: language,
      date: date,
      documents: documents,
      graph: graph,
      queries: queries
    )
  }
}
