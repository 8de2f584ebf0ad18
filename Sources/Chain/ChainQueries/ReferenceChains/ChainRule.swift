package import Bilingual
package import GraphKernel

/// What is checked of reference chains.
package enum ChainRule: String, Sendable, Hashable, CaseIterable {
  /// A segment without a role.
  case roleMissing = "role-missing"
  /// A product or a service without a code of the classification.
  case codeMissing = "code-missing"
  /// A code that the classification does not have.
  case codeUnknown = "code-unknown"
  /// A market that supplies somebody.
  case marketSupplies = "market-supplies"
  /// A flow of a sort that fits neither end, such as energy from what is no source of it.
  case kindMisfit = "kind-misfit"
  /// A segment that supplies itself.
  case selfSupply = "self-supply"
  /// A segment from which no market is reached.
  case noMarket = "no-market"
  /// Segments that supply one another in a circle, without a return.
  case circle
  /// A product or a market into which nothing goes, and which is not at the boundary.
  case noInflow = "no-inflow"
  /// A return to a later stage.
  case lateReturn = "late-return"
  /// A return that comes from no recovery, goes to no earlier stage and closes no circle: nothing comes back
  /// by it.
  case idleReturn = "idle-return"
  /// Goods that come out of recovery and go to an earlier stage, not marked as a return.
  case unmarkedReturn = "unmarked-return"
  /// A name of two segments.
  case sharedName = "shared-name"

  /// A code whose class shares no word with the segment, where few segments of the chain are of its group
  /// and no `codeNote` explains it: it may be mistyped.
  case codeMisfit = "code-misfit"
  /// Fewer than four terms.
  case fewTerms = "few-terms"
  /// A term of two segments.
  case sharedTerm = "shared-term"
  /// A supply from a later stage to an earlier one.
  case againstStage = "against-stage"
  /// A product, a resource or a service that nothing uses.
  case unused
  /// A material flow that the input-output table does not make plausible.
  case implausible
  /// A material flow without a source.
  case unsourced
  /// Goods that go into a service, and are not sold by it.
  case goodsToService = "goods-to-service"
  /// A segment without a stage.
  case noStage = "no-stage"

  /// Whether a chain that breaks it is wrong; what the others find is to be looked at, or waived with a
  /// reason.
  package var isError: Bool { Self.errors.contains(self) }

  private static let errors: Set<Self> = [
    .roleMissing, .codeMissing, .codeUnknown, .marketSupplies, .kindMisfit, .selfSupply, .noMarket,
    .circle, .noInflow, .lateReturn, .idleReturn, .unmarkedReturn, .sharedName,
  ]

  /// The word for people.
  package var label: BilingualText {
    switch self {
    case .roleMissing: BilingualText(zh: "无角色", en: "no role")
    case .codeMissing: BilingualText(zh: "无行业代码", en: "no code")
    case .codeUnknown: BilingualText(zh: "行业代码不存在", en: "unknown code")
    case .marketSupplies: BilingualText(zh: "市场供给环节", en: "a market supplies")
    case .kindMisfit: BilingualText(zh: "流的种类不合两端", en: "sort of flow fits no end")
    case .selfSupply: BilingualText(zh: "供给自身", en: "supplies itself")
    case .noMarket: BilingualText(zh: "到不了终端市场", en: "no way to a market")
    case .circle: BilingualText(zh: "循环供给", en: "circle of supply")
    case .noInflow: BilingualText(zh: "无来料", en: "nothing goes in")
    case .lateReturn: BilingualText(zh: "回用到更后的位置", en: "return to a later stage")
    case .idleReturn: BilingualText(zh: "回用无所回", en: "return of nothing")
    case .unmarkedReturn: BilingualText(zh: "回收所得未标回用", en: "return not marked")
    case .sharedName: BilingualText(zh: "两个环节同名", en: "name of two segments")
    case .codeMisfit: BilingualText(zh: "行业代码与环节字面不合", en: "code of other words")
    case .fewTerms: BilingualText(zh: "检索词不足四个", en: "fewer than four terms")
    case .sharedTerm: BilingualText(zh: "两个环节共用检索词", en: "term of two segments")
    case .againstStage: BilingualText(zh: "逆着上中下游供给", en: "supply against the stage")
    case .unused: BilingualText(zh: "无去向", en: "used by nothing")
    case .implausible: BilingualText(zh: "投入产出表不支持", en: "implausible by input and output")
    case .unsourced: BilingualText(zh: "物料流无出处", en: "material flow without a source")
    case .goodsToService: BilingualText(zh: "物料流入服务", en: "goods go into a service")
    case .noStage: BilingualText(zh: "无上中下游", en: "no stage")
    }
  }
}

extension ChainRule {
  /// Something that a rule finds.
  package struct Finding: Sendable, Hashable {
    /// The rule.
    package let rule: ChainRule
    /// The segment, or the source of the flow.
    package let segment: NodeIndex
    /// The target of the flow, or the other segment; `nil` for a segment alone.
    package let other: NodeIndex?
    /// What it is about, such as a code or a term; empty for nothing more.
    package let detail: String
  }
}
