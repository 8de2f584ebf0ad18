import Foundation

/// Keyness by log-odds ratio: the phrases that firms of a segment have and others have not.
///
/// They are proposed as terms of the segment, for a person to approve; nothing is added by itself.
/// What is counted is firms: a phrase that one firm writes ten times counts once. The log-odds
/// ratio of having the phrase takes a prior of ½ a cell, and is weighed by its standard error, so
/// that two of three firms stand below twenty of thirty.
///
/// Source: Monroe, Colaresi and Quinn, “Fightin' words”, Political Analysis 16, 2008, with
/// firms as the trials; the prior is that of Haldane and Anscombe.
package struct TermSuggestions: Hashable, Sendable {
  /// A phrase that may become a term.
  package struct Suggestion: Hashable, Sendable {
    /// The phrase as the first of the firms writes it.
    package let phrase: String
    /// The firms of the segment that have it: their places among those given.
    package let firms: [Int]
    /// How many other firms have it.
    package let others: Int
    /// The log-odds ratio, natural logarithm.
    package let logOdds: Double
    /// `logOdds` in its standard errors: what the order goes by.
    package let z: Double
  }

  /// The suggestions: the highest `z` first, then the longer phrase, then by scalars.
  package let suggestions: [Suggestion]

  /// Suggestions for a segment.
  ///
  /// Phrases are compared without width, case and spaces. Left out are those of fewer than two
  /// characters or more than twenty, those without a letter, and those that are `known`.
  ///
  /// - Parameters:
  ///   - confirmed: the phrases of each firm that a person confirmed for the segment.
  ///   - others: those of each firm that was refused here, or confirmed elsewhere.
  ///   - known: the segment's name, aliases, terms and what it excludes.
  ///   - minimumFirms: how many confirmed firms must share a phrase; less than 1 counts as 1.
  ///   - minimumShare: which part of all its firms must be the segment's: 技术服务 may be said
  ///     oftener here than elsewhere, and is no term for that.
  ///   - minimumZ: how many standard errors it must stand above the others.
  /// - Complexity: O(*n* + *s* log *s*) for *n* characters and *s* phrases of the segment.
  package init(
    confirmed: [[String]],
    others: [[String]],
    known: [String],
    minimumFirms: Int = 2,
    minimumShare: Double = 0.5,
    minimumZ: Double = 1.96
  ) {
    var bearers: [PhraseKey: (phrase: String, firms: [Int])] = [:]
    for (firm, phrases) in confirmed.enumerated() {
      for phrase in phrases {
        guard let key = PhraseKey(phrase) else { continue }
        var bearer = bearers[key] ?? (phrase, [])
        if bearer.firms.last != firm { bearer.firms.append(firm) }
        bearers[key] = bearer
      }
    }
    for key in known.compactMap({ PhraseKey($0) }) { bearers[key] = nil }
    bearers = bearers.filter { $0.value.firms.count >= max(1, minimumFirms) }
    var elsewhere: [PhraseKey: Int] = [:]
    for phrases in others {
      for key in Set(phrases.compactMap { PhraseKey($0) }) where bearers[key] != nil {
        elsewhere[key, default: 0] += 1
      }
    }
    suggestions =
      bearers
      .map { key, bearer in
        let count = elsewhere[key] ?? 0
        let (logOdds, z) = Self.logOdds(
          bearer.firms.count,
          of: confirmed.count,
          against: count,
          of: others.count
        )
        return (
          key,
          Suggestion(
            phrase: bearer.phrase.trimmed,
            firms: bearer.firms,
            others: count,
            logOdds: logOdds,
            z: z
          )
        )
      }
      .filter { _, found in
        let share = Double(found.firms.count) / Double(found.firms.count + found.others)
        return found.z >= minimumZ && share >= minimumShare
      }
      .sorted { a, b in
        if a.1.z != b.1.z { return a.1.z > b.1.z }
        if a.0.scalars.count != b.0.scalars.count { return a.0.scalars.count > b.0.scalars.count }
        return a.0.scalars.lexicographicallyPrecedes(b.0.scalars)
      }
      .map(\.1)
  }

  /// The log-odds ratio of `a` of `n` against `b` of `m` with half a firm in each cell, and how
  /// many standard errors it has.
  static func logOdds(
    _ a: Int,
    of n: Int,
    against b: Int,
    of m: Int
  ) -> (ratio: Double, z: Double) {
    let cells = [a, n - a, b, m - b].map { Double($0) + 0.5 }
    let ratio = log(cells[0] / cells[1]) - log(cells[2] / cells[3])
    return (ratio, ratio / cells.reduce(0) { $0 + 1 / $1 }.squareRoot())
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }
}
