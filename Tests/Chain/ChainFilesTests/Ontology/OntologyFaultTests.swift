import TestSupport
import Testing

@testable import ChainTestSupport

struct OntologyFaultTests {
  private func expect(
    _ faults: ExpectedFault...,
    in ontology: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expectFaults(
      faults,
      in: ["ontology.yaml": ontology + "\n"],
      sourceLocation: sourceLocation
    )
  }

  private let label = "label: {zh: 大学, en: university}"
  private let relation = [
    "label: {zh: 培养, en: trains}", "inverse: {zh: 来自, en: is trained by}", "semantics: action",
    "from: [enterprise]", "to: [enterprise]", "field: trains", "inverseField: trainedBy",
  ].map { "    " + $0 + "\n" }.joined()

  @Test func `an ontology that YAML cannot read is shown`() throws {
    try expect("yaml-syntax", in: "kinds: [a\nb⟦:⟧ c")
    try expect("wrong-shape", in: "⟦-⟧ kinds")
    try expect("wrong-shape", in: "kinds: ⟦[⟧university]")
    try expect("wrong-shape", in: "kinds: {university: ⟦大学⟧}")
  }

  @Test func `an ontology that adds nothing is sound`() throws {
    for text in ["", "# later\n", "{}\n"] {
      let loaded = try DatasetFolder.dataset(["ontology.yaml": text]).load()
      #expect(loaded.diagnostics.isEmpty)
      #expect(loaded.dataset != nil)
    }
  }

  @Test func `unknown words of an ontology are shown with what was meant`() throws {
    try expect(.init("unknown-field", didYouMean: "kinds"), in: "⟦kind⟧: {}")
    try expect(
      .init("unknown-field", didYouMean: "attributes"),
      in: "kinds:\n  university:\n    \(label)\n    ⟦attribute⟧: {}"
    )
    try expect(
      .init("unknown-field", didYouMean: "factor"),
      in: "units:\n  桶: {dimension: volume, factor: 1, ⟦facter⟧: 1}"
    )
    try expect(
      .init("unknown-word", didYouMean: "text"),
      in: "kinds:\n  university:\n    \(label)\n    attributes: {rank: {\(label), type: ⟦texts⟧}}"
    )
    try expect(
      "unknown-field",
      in: "kinds: {university: {label: {zh: 大学, en: university, ⟦fr⟧: université}}}"
    )
  }

  @Test func `unknown semantics are shown with what was meant`() throws {
    let wrong = relation.replacing("semantics: action", with: "semantics: ⟦actoin⟧")
    try expect(.init("unknown-word", didYouMean: "action"), in: "relations:\n  trains:\n" + wrong)
  }

  @Test func `what a testimony says must be told, is one of four, and no other relation says it`()
    throws
  {
    let testimony = relation.replacing("action", with: "testimony")
    try expect(
      "missing-field",
      in: "relations:\n  trains:\n" + testimony.replacing("    label", with: "    ⟦l⟧abel")
    )
    try expect(
      .init("unknown-word", didYouMean: "lacking"),
      in: "relations:\n  trains:\n" + testimony + "    says: ⟦laking⟧"
    )
    try expect("unknown-word", in: "relations:\n  trains:\n" + relation + "    says: ⟦running⟧")
  }

  @Test func `a sort of a relation that nobody knows, or without its word, is shown`() throws {
    let sort = "    variant: {zh: 试用, en: trial}\n"
    try expect(
      .init("unknown-word", didYouMean: "supplies"),
      in: "relations:\n  trains:\n" + relation + sort + "    variantOf: ⟦suplies⟧"
    )
    try expect(
      "missing-field",
      in: "relations:\n  trains:\n" + relation + "    variant: ⟦{⟧zh: 试用, en: trial}"
    )
    try expect("redeclared", in: "relations: {⟦supplies⟧: {variantOf: supplies}}")
  }

  @Test func `a relation between unknown kinds is shown`() throws {
    let wrong = relation.replacing("[enterprise]", with: "[⟦enterprize⟧]")
    try expect(
      .init("unknown-kind", didYouMean: "enterprise"),
      .init("unknown-kind", didYouMean: "enterprise"),
      in: "relations:\n  trains:\n" + wrong
    )
  }

  @Test(arguments: [
    "University", "大学", "uni versity", "9th", "-x", "uni_versity", "''", "defaults",
  ])
  func `a name that an ontology cannot use is shown`(name: String) throws {
    try expect("bad-name", in: "kinds:\n  ⟦\(name)⟧: {\(label)}")
  }

  @Test func `bad names of attributes, relations and units are shown`() throws {
    try expect(
      "bad-name",
      in: "kinds: {university: {\(label), attributes: {⟦级 别⟧: {\(label), type: text}}}}"
    )
    try expect("bad-name", in: "relations:\n  ⟦培养⟧:\n" + relation)
    try expect("bad-name", in: "units: {⟦万 吨⟧: {dimension: mass, factor: 1}}")
  }

  @Test func `what stands already cannot be declared again`() throws {
    try expect("redeclared", in: "kinds: {⟦enterprise⟧: {\(label)}}")
    try expect("redeclared", in: "units: {⟦亿元⟧: {dimension: money, factor: 1}}")
    try expect("redeclared", in: "relations: {⟦supplies⟧: {semantics: action}}")
  }

  @Test func `a relation that stands already can only be widened`() throws {
    let loaded = try DatasetFolder.dataset([
      "ontology.yaml": "relations: {supplies: {from: [enterprise], to: [enterprise]}}\n",
      "x.yaml": """
      enterprise:
        - {name: 甲, source: 二, supplies: 乙}
        - {name: 乙, source: 二}
      segment:
        - {name: 丙, source: 二, suppliedBy: 乙}
      """,
    ]).load()
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func `a field of two meanings is shown at the kind that has it`() throws {
    try expect(
      "field-clash",
      in: "kinds: {⟦enterprise⟧: {attributes: {name: {\(label), type: text}}}}"
    )
    try expect(
      "field-clash",
      in: "kinds: {⟦enterprise⟧: {attributes: {partOf: {\(label), type: text}}}}"
    )
    try expect(
      "field-clash",
      in: "kinds: {⟦enterprise⟧: {attributes: {external: {\(label), type: text}}}}"
    )
    let clashing = relation.replacing("field: trains", with: "field: builds")
    try expect("field-clash", in: "relations:\n  ⟦trains⟧:\n" + clashing)
    let same = relation.replacing("trainedBy", with: "trains")
    try expect("field-clash", in: "relations:\n  ⟦trains⟧:\n" + same)
  }

  @Test func `everything that a declaration lacks is told`() throws {
    let loaded = try DatasetFolder.dataset([
      "ontology.yaml": """
      units: {桶: {}}
      kinds: {university: {attributes: {rank: {}, size: {label: {}, type: enum}}}}
      relations: {trains: {}}
      """
    ]).load()
    let missing = loaded.diagnostics.map(\.message.en)
      .compactMap { $0.firstMatch(of: /'(.+)'/)?.output.1 }.sorted()
    #expect(Set(loaded.diagnostics.map(\.code)) == ["missing-field"])
    let expected = [
      "dimension", "factor", "label", "label", "type", "zh", "en", "values", "label", "inverse",
      "semantics", "from", "to", "field", "inverseField",
    ]
    #expect(missing.map(String.init) == expected.sorted())
  }

  @Test func `a kind or an option without its label is shown`() throws {
    try expect("missing-field", in: "kinds: {university: ⟦{⟧}}")
    try expect(
      "missing-field",
      in: """
        kinds:
          university:
            \(label)
            attributes: {rank: {\(label), type: enum, values: {high: ⟦{⟧zh: 高}}}}
        """
    )
  }

  @Test(arguments: ["零", "0", "-1", "inf", "nan", "1 吨"])
  func `a unit whose factor is no number above zero is shown`(factor: String) throws {
    try expect("bad-factor", in: "units: {桶: {dimension: volume, factor: ⟦\(factor)⟧}}")
  }

  @Test func `a list that is neither true nor false is shown`() throws {
    try expect(
      .init("bad-flag"),
      in: "kinds: {university: {\(label), attributes: {rank: {\(label), type: text, list: ⟦yes⟧}}}}"
    )
  }

  @Test func `a key that is written twice is shown`() throws {
    try expect("duplicate-key", in: "kinds:\n  university: {\(label)}\n  ⟦university⟧: {\(label)}")
  }

  @Test func `the size that an option stands for is checked`() throws {
    let option = "{zh: 高, en: high, quantity: ⟦10 桶⟧}"
    try expect(
      "unknown-unit",
      in:
        "kinds: {university: {\(label), attributes: {rank: {\(label), type: enum, values: {high: \(option)}}}}}"
    )
  }
}
