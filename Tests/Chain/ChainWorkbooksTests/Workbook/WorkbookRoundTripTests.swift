import Bilingual
import ChainModel
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

struct WorkbookRoundTripTests {
  @Test(arguments: Language.allCases)
  func `Huludao comes back from its sheets, and its sheets from what came back`(
    language: Language
  ) throws {
    let dataset = try #require(Dataset.load(folder: WorkbookSamples.huludao).dataset)
    try expectRoundTrip(dataset, language)
  }

  @Test(arguments: Language.allCases)
  func `the file of Huludao is read as Huludao, and is written again byte by byte`(
    language: Language
  ) throws {
    let dataset = try #require(Dataset.load(folder: WorkbookSamples.huludao).dataset)
    let bytes = try dataset.workbook(in: language)
    let loaded = Dataset.load(workbook: bytes, path: "x.xlsx")
    let read = try #require(loaded.dataset, "\(loaded.diagnostics.prefix(3))")
    expectSame(read, dataset, nil, sourceLocation: #_sourceLocation)
    #expect(try read.workbook(in: language) == bytes)
  }

  @Test func `tabs come back from the file, and what a cell would change is refused by its place`()
    throws
  {
    func dataset(_ content: String) throws -> Dataset {
      var builder = ChainGraphBuilder(ontology: .builtIn)
      _ = builder.addNode(
        .task,
        name: "任务",
        attributes: [(.content, .text(content))],
        origin: .industryKnowledge
      )
      let document = builder.addNode(.document, name: "文件", origin: .industryKnowledge)
      return Dataset(
        title: BilingualText(same: "试验"),
        jurisdiction: "葫芦岛市",
        language: .zh,
        date: try #require(CalendarDate(parsing: "2024")),
        documents: [document],
        graph: try builder.finish()
      )
    }
    for text in ["tab\tz", "a\nb", "_x000D_"] {
      let bytes = try dataset(text).workbook(in: .zh)
      let read = try #require(Dataset.load(workbook: bytes, path: "x.xlsx").dataset).graph
      let task = try #require(read.nodes(of: .task).first)
      #expect(read.attribute(.content, of: task)?.description(in: .zh) == text)
    }
    for text in ["cr\r\nz", "\u{1}"] {
      let fault = #expect(throws: DatasetWorkbookFailure.self) {
        try dataset(text).workbook(in: .zh)
      }
      guard case .controlCharacter(_, let row, _) = fault else {
        Issue.record("\(String(describing: fault))")
        continue
      }
      #expect(row == "任务" || row.hasSuffix("任务"))
    }
  }

  @Test func `whatever a data set holds comes back`() throws {
    for seed in 1...120 as ClosedRange<UInt64> {
      let dataset = try GeneratedDataset.make(seed: seed)
      try expectRoundTrip(dataset, seed % 2 == 0 ? .zh : .en, "seed \(seed)")
    }
  }

  @Test func `what a data set adds to the vocabulary comes back with it`() throws {
    let loaded = try DatasetFolder.dataset(SnapshotSamples.files).load()
    let ontology = try #require(loaded.dataset).graph.ontology
    try expectRoundTrip(try SnapshotSamples.small(), .zh)
    for seed in 1...40 as ClosedRange<UInt64> {
      let dataset = try GeneratedDataset.make(seed: seed, ontology: ontology)
      try expectRoundTrip(dataset, .en, "seed \(seed)")
    }
  }
}

/// Expects the sheets of a data set to be read as the same data set, and to be written again as
/// they were.
func expectRoundTrip(
  _ dataset: Dataset,
  _ language: Language,
  _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let drafts = try DatasetSheets(dataset, language: language).sheets()
  let loaded = WorkbookSamples.load(drafts.map(\.grid))
  let faults = loaded.diagnostics.prefix(5).map { "\($0.location?.text ?? "") \($0.message.en)" }
  let read = try #require(
    loaded.dataset,
    "\(comment.map { "\($0)" } ?? ""): \(faults)",
    sourceLocation: sourceLocation
  )
  expectSame(read, dataset, comment, sourceLocation: sourceLocation)
  let again = try DatasetSheets(read, language: language).sheets()
  #expect(again.map(\.name) == drafts.map(\.name), comment, sourceLocation: sourceLocation)
  for (new, old) in zip(again, drafts) {
    #expect(new.rows == old.rows, comment, sourceLocation: sourceLocation)
    #expect(
      new.columns.map(\.heading) == old.columns.map(\.heading),
      comment,
      sourceLocation: sourceLocation
    )
    #expect(
      new.columns.map(\.note) == old.columns.map(\.note),
      comment,
      sourceLocation: sourceLocation
    )
  }
}

/// Expects two data sets to say the same, whatever the order of kinds; lists keep their order where
/// a sheet writes them.
func expectSame(
  _ a: Dataset,
  _ b: Dataset,
  _ comment: Comment?,
  sourceLocation: SourceLocation
) {
  func facts(_ dataset: Dataset) -> [String] {
    let graph = dataset.graph
    func origin(_ origin: Origin) -> String {
      "\(origin.basis) \(origin.document.map { graph.id(of: $0) } ?? "-") \(origin.place)"
    }
    var facts = ["\(dataset.title) \(dataset.jurisdiction) \(dataset.language) \(dataset.date)"]
    facts.append("\(dataset.documents.map { graph.id(of: $0) })")
    facts += dataset.queries.map {
      "\($0.name) \($0.expression) \(String(describing: $0.description))"
    }
    facts.append("\(graph.ontology.kinds) \(graph.ontology.relations) \(graph.ontology.units)")
    for node in graph.ontology.kinds.flatMap({ graph.nodes(of: $0.kind) }) {
      facts.append(
        "\(graph.id(of: node)) \(graph.kind(of: node).name) \(graph.name(of: node)) "
          + "\(graph.aliases(of: node)) \(origin(graph.origin(of: node)))"
      )
      for (definition, value) in graph.attributes(of: node) where value != .list([]) {
        // A cell has no tabs.
        facts.append("  \(definition.name.name) = \(value)".replacing("\\t", with: " "))
      }
      for relation in graph.ontology.relations {
        for arc in graph.relations(of: node, at: relation.columnEnd, relation.kind) {
          facts.append(
            "  \(relation.kind.name) \(graph.id(of: arc.source)) \(graph.id(of: arc.target)) "
              + "\(origin(arc.origin)) \(arc.isOpen)"
          )
        }
      }
    }
    return facts
  }
  let (new, old) = (facts(a), facts(b))
  #expect(new.count == old.count, comment, sourceLocation: sourceLocation)
  let difference = zip(new, old).first { $0 != $1 }
  #expect(
    difference == nil,
    "\(comment.map { "\($0)" } ?? "")",
    sourceLocation: sourceLocation
  )
}
