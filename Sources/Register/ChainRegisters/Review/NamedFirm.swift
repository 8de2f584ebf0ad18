package import Bilingual
import ChainModel
package import GraphKernel
package import RegisterMatching
package import RegisterReader

/// An enterprise that the data set names, and a firm of a register that it may be: for a person to say, never
/// merged by itself.
package struct NamedFirm: Sendable, Hashable {
  package let enterprise: NodeIndex
  package let row: RegisterRow.Index
  package let why: BilingualText
}

extension RegisterReview {
  /// The enterprises of the data set that have no credit code yet, each with the firms of the register that its
  /// names may mean, in the order of the data; those that nothing resembles are left out, and so are pairs that
  /// somebody decided about.
  ///
  /// - Complexity: O(*n*) over the names of the register, and a look-up for each name of the data.
  package func namedFirms() -> [NamedFirm] {
    let graph = dataset.graph
    let places = graph.nodes(of: .region).map { graph.name(of: $0) }
    let names = FirmNames(knownFirms(), places: places)
    let decided = Set(
      dataset.attachments.flatMap(\.names).flatMap { name in
        graph.bearers(of: name.enterprise, among: [.enterprise]).map { enterprise in
          DecidedName(
            enterprise: enterprise,
            firm: name.creditCode.isEmpty ? name.firm : name.creditCode
          )
        }
      }
    )
    var found: [NamedFirm] = []
    for enterprise in graph.nodes(of: .enterprise)
    where graph.texts(.creditCode, of: enterprise).isEmpty {
      let own = [graph.name(of: enterprise)] + graph.aliases(of: enterprise)
      let resolution = (own + graph.formerNames(of: enterprise).map(\.name)).lazy
        .map { names.resolve(name: $0) }.first { $0 != .none }
      guard let resolution else { continue }
      found += resolution.firms.compactMap { firm -> NamedFirm? in
        let name = register.rows[firm.index].name
        let key = DecidedName(enterprise: enterprise, firm: codes[firm.index] ?? name)
        guard !decided.contains(key) else { return nil }
        return NamedFirm(
          enterprise: enterprise,
          row: RegisterRow.Index(firm.index),
          why: resolution.why
        )
      }
    }
    return found
  }

  private struct DecidedName: Hashable {
    let enterprise: NodeIndex
    let firm: String
  }

  /// Rows that may be one firm twice: of one credit code, or of one name.
  package func doubles() -> RegisterDoubles { RegisterDoubles(knownFirms()) }

  private func knownFirms() -> [KnownFirm] {
    zip(register.rows, codes).map { row, code in
      KnownFirm(name: row.name, formerNames: row.formerNames, creditCode: code)
    }
  }
}
