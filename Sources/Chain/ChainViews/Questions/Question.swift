import ChainModel
public import ChainQueries

/// What a command asks, in the words of people: the one declaration behind the command line and the
/// server, so that they cannot answer differently.
public enum Question: Sendable, Hashable {
  /// Nodes whose name, alias or initials match a text, of some kinds; no kinds stand for all.
  case find(String, kinds: [String] = [])
  /// A node with all that is known of it.
  case show(String)
  /// What feeds a segment, over at most `depth` flows.
  case upstream(of: String, depth: Int? = nil)
  /// What a segment feeds, over at most `depth` flows.
  case downstream(of: String, depth: Int? = nil)
  /// The ways from one segment to another.
  case paths(from: String, to: String, limit: Int = defaultPathLimit)
  /// A cluster's chain by stage and rank.
  case layers(of: String)
  /// What a chain lacks, or all chains.
  case gaps(in: String? = nil, states: [Coverage] = [.missing])
  /// Who answers for an item.
  case owners(of: String)
  /// What a party answers for; no roles and no kinds stand for all.
  case duties(of: String, roles: [String] = [], kinds: [String] = [], isInheriting: Bool = false)
  /// The province's clusters beside the city's people.
  case alignment
  /// How much each party answers for.
  case workload
  /// What the data contradicts or leaves open; no rules stand for all.
  case audit(rules: [AuditRule] = [])
  /// How much there is of everything.
  case statistics
  /// An expression over sets of nodes.
  case query(String)
  /// What the loss of some nodes changes.
  case impact(of: [String])
  /// The list of a view.
  case list(ViewWords)

  /// The most paths that are listed where nobody says how many.
  public static let defaultPathLimit = 20
}

/// Why a question has no answer.
public enum QuestionFault: Error, Sendable, Hashable {
  /// A word of it is wrong.
  case words(ViewFault)
  /// Its expression is wrong.
  case query(QueryFaults)
}
