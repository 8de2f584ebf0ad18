package import GraphKernel

/// Whom a text names where it names one node alone; each text is looked up once.
///
/// Who writes data asks this of every reference. Asked anew each time, a name that many nodes bear
/// would cost as many steps for each reference to one of them: the square of their number.
package final class SoleBearers {
  private struct Question: Hashable {
    /// Bytes: texts that are equal by Unicode's canonical form may still be different identities.
    let text: [UInt8]
    let kinds: [NodeKind]?
  }

  private let graph: ChainGraph
  private var known: [Question: NodeIndex?] = [:]

  package init(_ graph: ChainGraph) { self.graph = graph }

  /// The only node among those of `kinds` (`nil` for all) that ``ChainGraph/bearers(of:among:)`` finds.
  ///
  /// - Complexity: O(1) but for the bearers of a text that was not asked for before.
  package func node(of text: String, among kinds: [NodeKind]?) -> NodeIndex? {
    let question = Question(text: Array(text.utf8), kinds: kinds)
    if let answer = known[question] { return answer }
    let bearers = graph.bearers(of: text, among: kinds)
    let answer = bearers.count == 1 ? bearers[0] : nil
    known[question] = .some(answer)
    return answer
  }
}
