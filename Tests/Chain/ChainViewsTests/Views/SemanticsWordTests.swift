import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import GraphKernel
import Testing

/// The words for semantics that a list prints are those that a query takes.
struct SemanticsWordTests {
  /// What the relations called `word` join to anything.
  private func joined(_ word: String, in dataset: Dataset) throws -> [NodeIndex] {
    let kinds = dataset.graph.ontology.kinds.map(\.kind.name).joined(separator: " + ")
    return try dataset.evaluate("neighbors(\(kinds), \(word))").nodes
  }

  @Test(arguments: Language.allCases)
  func `a query takes each word that the list of the ontology prints`(
    _ language: Language
  ) throws {
    let dataset = try Samples.large()
    let view = try dataset.view(QuestionWords("ontology"), language: language)
    guard case .table(let table)? = view.list.sections.first?.content,
      let column = table.columns.firstIndex(where: { $0.key == "semantics" }),
      let name = table.columns.firstIndex(where: { $0.key == "key" })
    else {
      Issue.record("no column of semantics")
      return
    }
    var printed: Set<String> = []
    for row in table.rows {
      let word = row[column].text(in: language)
      guard let relation = dataset.graph.ontology[RelationKind(row[name].text(in: language))],
        printed.insert(word).inserted
      else { continue }
      let expected = try joined(relation.semantics.rawValue, in: dataset)
      #expect(try joined(word, in: dataset) == expected, "\(word)")
      #expect(word == relation.semantics.label[language])
    }
    #expect(printed.count > 5)
  }

  @Test(arguments: Semantics.allCases)
  func `a query takes each synonym for the same`(_ semantics: Semantics) throws {
    let dataset = try Samples.large()
    let expected = try joined(semantics.rawValue, in: dataset)
    for word in semantics.words {
      #expect(try joined(word, in: dataset) == expected, "\(word)")
    }
  }

  @Test(arguments: [
    ("供应", Semantics.flow), ("隶属", .containment), ("行动", .action), ("位置", .location),
  ])
  func `what a query took before it still takes`(_ word: String, _ semantics: Semantics) {
    #expect(semantics.words.contains(word))
  }
}
