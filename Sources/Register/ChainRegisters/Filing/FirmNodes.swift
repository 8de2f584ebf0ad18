import ChainModel
import GraphKernel
import RegisterMatching
import RegisterReader

/// Which enterprise of a data set a firm of a register is: what somebody decided, else by the credit code, the very
/// name, a former name or an alias. What a name only resembles is no answer here.
struct FirmNodes {
  private let nodes: [NodeIndex]
  private let names: FirmNames
  /// What somebody decided or filing made, by code and by name without one.
  private var byCode: [String: NodeIndex] = [:]
  private var byName: [FirmKey: NodeIndex] = [:]
  private var parted: [FirmKey: Set<NodeIndex>] = [:]

  init(_ graph: ChainGraph) {
    nodes = graph.nodes(of: .enterprise)
    names = FirmNames(nodes.map { graph.knownFirm($0) })
  }

  /// The enterprises that a firm may be: one, none, or several that cannot be told apart.
  func nodes(of firm: RegisterRow) -> [NodeIndex] {
    let code = firm.code
    if let node = code.flatMap({ byCode[$0] }) ?? (code == nil ? byName[FirmKey(firm.name)] : nil) {
      return [node]
    }
    for name in [firm.name] + firm.formerNames {
      let resolution = names.resolve(name: name, creditCode: code)
      guard resolution.isSame else { continue }
      let found = resolution.firms.map { nodes[$0.index] }
        .filter { !(parted[FirmKey(firm.name)]?.contains($0) ?? false) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Says which enterprise a firm is.
  mutating func bind(_ firm: RegisterRow, to node: NodeIndex) {
    if let code = firm.code { byCode[code] = node } else { byName[FirmKey(firm.name)] = node }
  }

  /// Says that a firm is not an enterprise, whatever their names.
  mutating func part(_ firm: RegisterRow, from node: NodeIndex) {
    parted[FirmKey(firm.name), default: []].insert(node)
  }
}

extension RegisterRow {
  /// The credit code, where it can be one.
  var code: String? { try? CreditCode(parsing: creditCode).description }
}

extension FirmResolution {
  /// Whether it rests on the code or on a whole name, and not on a part of one.
  fileprivate var isSame: Bool {
    switch self {
    case .certain: true
    case .proposed(_, let reason), .ambiguous(_, let reason, _):
      switch reason {
      case .fullName, .formerName, .alias, .sharedCode, .codeOfOneNameOfAnother: true
      case .fullNameWithOtherCode, .branch, .shortName: false
      }
    case .none: false
    }
  }
}

extension ChainGraph {
  /// An enterprise as a firm that names are compared with.
  func knownFirm(_ enterprise: NodeIndex) -> KnownFirm {
    KnownFirm(
      name: name(of: enterprise),
      formerNames: formerNames(of: enterprise).map(\.name),
      aliases: aliases(of: enterprise),
      creditCode: texts(.creditCode, of: enterprise).first
    )
  }
}
