import ChainModel
import GraphKernel

/// Whether codes are of the segments that bear them.
extension ChainCheck {
  /// Codes whose class is called by other words than the segment. A group of the classification that
  /// several segments of a chain are of is no slip of a key.
  func ofCodes() -> [ChainRule.Finding] {
    guard let classes else { return [] }
    var bearers: [GroupOfChain: Int] = [:]
    for segment in segments {
      for group in Set(codes(segment).map { $0.prefix(3) }) {
        for chain in home(of: segment) {
          bearers[GroupOfChain(chain: chain, group: group), default: 0] += 1
        }
      }
    }
    return segments.flatMap { segment -> [ChainRule.Finding] in
      guard graph.attribute(AttributeName("codeNote"), of: segment) == nil else { return [] }
      let words =
        [graph.name(of: segment)] + graph.aliases(of: segment) + texts("covers", of: segment)
        + texts("terms", of: segment)
      return codes(segment).compactMap { code in
        guard let name = classes.name(of: code), !classes.isAbout(words, code) else { return nil }
        let isCommon = home(of: segment).contains { chain in
          bearers[GroupOfChain(chain: chain, group: code.prefix(3)), default: 0]
            >= Self.fewestOfGroup
        }
        guard !isCommon else { return nil }
        return .init(
          rule: .codeMisfit,
          segment: segment,
          other: nil,
          detail: "\(code) \(name)"
        )
      }
    }
  }

  private static let fewestOfGroup = 3

  /// A group of the classification, in a chain.
  private struct GroupOfChain: Hashable {
    let chain: NodeIndex
    let group: Substring
  }
}
