import Bilingual
import ChainQueries
import Foundation
import TestSupport
import Testing

/// The grammar of the documentation is that of the parser.
struct GrammarTests {
  private let grammar: Grammar

  init() throws {
    let page = Repository.url.appending(
      path: "Sources/Chain/ChainQueries/ChainQueries.docc/QueryLanguage.md"
    )
    grammar = try Grammar(page: page)
  }

  @Test func `every name has a rule or is a class of words`() {
    func names(_ form: Grammar.Form) -> [String] {
      switch form {
      case .terminal: []
      case .rule(let name): [name]
      case .either(let forms), .row(let forms): forms.flatMap(names)
      case .maybe(let form), .any(let form): names(form)
      }
    }
    let used = Set(grammar.rules.values.flatMap(names))
    #expect(used.filter { grammar.rules[$0] == nil } == Set(Grammar.classes))
    #expect(Set(grammar.rules.keys).subtracting(used) == ["query"])
  }

  @Test(arguments: Fuzzing.seeds(2_000))
  func `what the grammar writes, the parser reads, but for what functions want`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let tokens = grammar.sentence(.rule("query"), random.number(below: 16), &random)
    let text = tokens.joined(separator: " ").replacing(" : ", with: ":")
    do {
      _ = try Query(parsing: text)
    } catch {
      let codes = ["argument-count", "bad-argument", "bad-number", "query-too-deep"]
      #expect(error.diagnostics.allSatisfy { codes.contains($0.code) }, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: Fuzzing.seeds(600))
  func `what the printer writes is in the grammar`(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let graph = try ChainSketch.randomWhole(&random).graph()
    var expression = RandomExpression(graph)
    let query = try Query(parsing: expression.expression(random.number(below: 5), &random))
    for language in Language.allCases {
      let text = query.text(in: language)
      #expect(grammar.accepts(Grammar.tokens(of: text), as: "query"), "seed \(seed): \(text)")
    }
  }
}
