import Bilingual
import ChainModel
import Diagnostics
import GraphKernel

extension Dataset {
  /// Where what was decided of registers and what the data say do not fit, in the order of the files; then facts
  /// of registers that nobody decided.
  ///
  /// - Complexity: O(*d* + *e*) over decisions and the relations of enterprises.
  func attachmentWarnings() -> [Diagnostic] {
    var check = AttachmentCheck(self)
    for attachment in attachments { check.check(attachment) }
    return check.warnings + check.undecided()
  }
}

/// Holds decisions against facts.
private struct AttachmentCheck {
  private struct Fact: Hashable {
    let enterprise: NodeIndex
    let segment: NodeIndex
    let kind: RelationKind
  }

  private let graph: ChainGraph
  private let registers: Set<NameKey>
  private let firms: DecidedFirms
  /// What registers state, and what anything states.
  private var confirmed: [Fact: Origin] = [:]
  private var stated: Set<Fact> = []
  private var decided: Set<Fact> = []
  private(set) var warnings: [Diagnostic] = []

  init(_ dataset: Dataset) {
    graph = dataset.graph
    registers = Set(graph.nodes(of: .register).map { [graph] in NameKey(graph.name(of: $0)) })
    firms = DecidedFirms(graph)
    for enterprise in graph.nodes(of: .enterprise) {
      for kind in [RelationKind.operatesIn, .couldFill] {
        for relation in graph.relations(of: enterprise, at: .source, kind)
        where relation.origin.basis.isStated {
          let fact = Fact(enterprise: enterprise, segment: relation.target, kind: kind)
          stated.insert(fact)
          if relation.origin.basis == .register { confirmed[fact] = relation.origin }
        }
      }
    }
  }

  mutating func check(_ attachment: Attachment) {
    let place = Diagnostic.Location(path: "attachments/\(attachment.file)", range: nil)
    if !registers.contains(NameKey(attachment.register)) {
      warn(
        "unknown-register",
        "数据集中没有名录“\(attachment.register)”",
        "the data set has no register '\(attachment.register)'",
        at: place
      )
    }
    let kind: RelationKind = attachment.isOutside ? .couldFill : .operatesIn
    for decision in attachment.decisions {
      let segments = graph.bearers(of: decision.segment, among: graph.ontology.flowKinds)
      guard segments.count == 1 else {
        warn(
          "decision-on-nothing",
          "“\(decision.firm)”的判断所指的环节“\(decision.segment)”不在数据集中，或不止一个",
          "the decision on '\(decision.firm)' is on the segment '\(decision.segment)', which is gone, or "
            + "several",
          at: place
        )
        continue
      }
      let facts = firms.enterprises(of: decision).map { enterprise in
        Fact(enterprise: enterprise, segment: segments[0], kind: kind)
      }
      let name = graph.name(of: segments[0])
      if decision.verdict == .yes {
        decided.formUnion(facts)
        guard !facts.contains(where: stated.contains), !isLocalTarget(attachment, facts) else {
          continue
        }
        warn(
          "yes-without-fact",
          "“\(decision.firm)”与“\(name)”判断为是，数据中却没有这条关系",
          "'\(decision.firm)' and '\(name)' are decided yes, and the data have no such relation",
          at: place
        )
      } else if facts.contains(where: { confirmed[$0] != nil }) {
        warn(
          "fact-against-decision",
          "“\(decision.firm)”与“\(name)”没有判断为是，数据中却有这条关系，依据是名录",
          "'\(decision.firm)' and '\(name)' are not decided yes, and the data have the relation, of a "
            + "register",
          at: place
        )
      }
    }
  }

  /// A firm of here was decided to be a target: told when it was filed, and no fact.
  private func isLocalTarget(_ attachment: Attachment, _ facts: [Fact]) -> Bool {
    attachment.isOutside && facts.contains { !graph.hasFlag(.external, $0.enterprise) }
  }

  /// Facts of registers without a decision: somebody wrote them by hand, or took the decision away.
  func undecided() -> [Diagnostic] {
    confirmed.keys.filter { !decided.contains($0) }
      .sorted { ($0.enterprise, $0.segment) < ($1.enterprise, $1.segment) }
      .map { fact in
        let (enterprise, segment) = (graph.name(of: fact.enterprise), graph.name(of: fact.segment))
        return Self.warning(
          "fact-without-decision",
          "“\(enterprise)”与“\(segment)”的关系依据名录，却没有判断为是的记录",
          "'\(enterprise)' and '\(segment)' are related by a register, and nobody decided yes",
          at: nil
        )
      }
  }

  private mutating func warn(
    _ code: String,
    _ zh: String,
    _ en: String,
    at place: Diagnostic.Location
  ) {
    warnings.append(Self.warning(code, zh, en, at: place))
  }

  private static func warning(
    _ code: String,
    _ zh: String,
    _ en: String,
    at place: Diagnostic.Location?
  ) -> Diagnostic {
    Diagnostic(.warning, code: code, message: BilingualText(zh: zh, en: en), at: place)
  }
}
