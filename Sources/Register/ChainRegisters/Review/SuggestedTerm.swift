import ChainModel
package import GraphKernel
import RegisterMatching
import RegisterReader

/// A word by which firms of a segment might be found: several confirmed firms have it and few others. For a
/// person to approve.
package struct SuggestedTerm: Sendable, Hashable {
  package let segment: NodeIndex
  package let term: String
  /// The confirmed firms that have it.
  package let firms: [String]
}

extension RegisterReview {
  /// The words to approve, by segment in the order of the data.
  ///
  /// - Complexity: O(*n*) over the texts of the firms that somebody decided about, for each segment with two
  ///   confirmed firms.
  package func suggestedTerms() -> [SuggestedTerm] {
    var phrases: [RegisterRow.Index: [String]] = [:]
    var confirmed: [NodeIndex: [RegisterRow.Index]] = [:]
    var decided: Set<RegisterRow.Index> = []
    for (row, known) in settled where known.decision.verdict != .unsure {
      decided.insert(row)
      if phrases[row] == nil { phrases[row] = FirmText(of: register[row]).phrases }
      if known.decision.verdict == .yes { confirmed[known.segment, default: []].append(row) }
    }
    let all = decided.sorted()
    var lookup = SegmentLookup(dataset.graph)
    var refused: [NodeIndex: [String]] = [:]
    for terms in dataset.attachments.flatMap(\.terms) {
      guard let segment = lookup.segment(terms.segment) else { continue }
      refused[segment, default: []] += terms.refused
    }
    return segments.nodes.enumerated().flatMap { position, segment -> [SuggestedTerm] in
      guard let firms = confirmed[segment], firms.count > 1, segments.isAsked[position] else {
        return []
      }
      let words = segments.words[position]
      let own = Set(firms)
      let suggestions = TermSuggestions(
        confirmed: firms.map { phrases[$0] ?? [] },
        others: all.filter { !own.contains($0) }.map { phrases[$0] ?? [] },
        known: [words.name] + words.aliases + words.terms + words.excludes
          + (refused[segment] ?? [])
      ).suggestions
      return suggestions.map { suggestion in
        SuggestedTerm(
          segment: segment,
          term: suggestion.phrase,
          firms: suggestion.firms.map { register[firms[$0]].name }
        )
      }
    }
  }
}
