import ChainFiles

/// The names of the nodes of a draft: none twice in a kind, and how each is referred to.
struct DraftNames {
  private var taken: Set<String> = []
  private var bearers: [String: Int] = [:]
  /// The next number for a name that many nodes would bear.
  private var numbers: [String: Int] = [:]

  /// The form in which look-ups compare names.
  private static func key(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace }
  }

  /// A name that no node of `kind` has: the first of `candidates` that is free, else the last with a
  /// number.
  mutating func take(_ candidates: [String], of kind: String) -> String {
    var name = candidates.first { !$0.isEmpty && !isTaken($0, kind) }
    if name == nil {
      let base = candidates.last ?? kind
      var number = numbers[kind + ":" + base] ?? 2
      while isTaken("\(base)(\(number))", kind) { number += 1 }
      numbers[kind + ":" + base] = number + 1
      name = "\(base)(\(number))"
    }
    let chosen = name ?? kind
    claim(chosen, kind)
    return chosen
  }

  /// Claims another name; `false` when a node of `kind` has it.
  mutating func takeAlias(_ name: String, of kind: String) -> Bool {
    guard !name.isEmpty, !isTaken(name, kind) else { return false }
    claim(name, kind)
    return true
  }

  private func isTaken(_ name: String, _ kind: String) -> Bool {
    taken.contains(kind + ":" + Self.key(name))
  }

  private mutating func claim(_ name: String, _ kind: String) {
    taken.insert(kind + ":" + Self.key(name))
    bearers[Self.key(name), default: 0] += 1
  }

  /// Notes that a node of another file, of no kind of the draft's, bears a name, so that references say their kind.
  mutating func noteBearer(_ name: String) { bearers[Self.key(name), default: 0] += 1 }

  /// How a relation names a node: by its name, with the kind where the name alone says too little.
  func reference(to name: String, of kind: String) -> String {
    let isPlain =
      bearers[Self.key(name), default: 0] <= 1 && !name.contains(":")
      && !RelationItem.openEnds.contains(name)
    return isPlain ? name : "\(kind):\(name)"
  }
}
