extension PolicyDocument {
  /// How many of the expected targets were found by value, unit and place, and how much of what the
  /// key says of them besides is right; the second row is left out where the key says no more.
  func score(_ expected: [ScoreKey.KeyTarget]) -> [PolicyScore.Row] {
    let items = expected.map { target in target.path.flatMap { item(at: $0) } }
    var partners = [Int?](repeating: nil, count: expected.count)
    var isUsed = [Bool](repeating: false, count: targets.count)
    var open: [String: [Int]] = [:]
    for (position, target) in targets.enumerated() {
      open[Self.key(target.value, target.unit), default: []].append(position)
    }
    // What agrees in all that the key says is paired first, so that equal figures do not steal
    // each other's partners.
    for strictness in [2, 1, 0] {
      for (position, target) in expected.enumerated() where partners[position] == nil {
        let candidates = (open[Self.key(target.value, target.unit)] ?? []).filter { found in
          !isUsed[found] && (items[position].map { $0 == targets[found].item } ?? true)
        }
        let match = candidates.first { found in
          strictness == 0 || strictness == 1 && Self.agrees(target.metric, targets[found].metric)
            || strictness == 2 && Self.faults(of: targets[found], against: target).isEmpty
        }
        if let match {
          isUsed[match] = true
          partners[position] = match
        }
      }
    }
    let missed = expected.indices.filter { partners[$0] == nil }.map { position in
      Self.name(expected[position], items[position].map { outline.items[$0].place } ?? "")
    }
    let surplus = targets.indices.filter { !isUsed[$0] }.map { position in
      let target = targets[position]
      return "\(target.place) \(target.metric) \(target.value) \(target.unit)"
    }
    let row = PolicyScore.Row(
      measure: .targets,
      right: expected.count - missed.count,
      found: targets.count,
      expected: expected.count,
      missed: missed,
      surplus: surplus
    )
    guard expected.contains(where: \.hasDetails) else { return [row] }
    return [row, details(expected, partners)]
  }

  /// One fact for each of metric, comparator and deadline that the key gives of a target found.
  private func details(
    _ expected: [ScoreKey.KeyTarget],
    _ partners: [Int?]
  ) -> PolicyScore.Row {
    var total = 0
    var missed: [String] = []
    var surplus: [String] = []
    for (target, partner) in zip(expected, partners) {
      guard let partner else { continue }
      total += [target.metric, target.comparator, target.deadline].count { $0 != nil }
      for fault in Self.faults(of: targets[partner], against: target) {
        missed.append("\(Self.name(target, targets[partner].place)) \(fault.wanted)")
        surplus.append("\(Self.name(target, targets[partner].place)) \(fault.found)")
      }
    }
    return PolicyScore.Row(
      measure: .targetDetails,
      right: total - missed.count,
      found: total,
      expected: total,
      missed: missed,
      surplus: surplus
    )
  }

  private static func key(_ value: String, _ unit: String) -> String { "\(value) \(unit)" }

  private static func name(_ target: ScoreKey.KeyTarget, _ place: String) -> String {
    let parts = [place, target.metric ?? "", target.value, target.unit]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What `found` says otherwise than the key.
  private static func faults(
    of found: Target,
    against key: ScoreKey.KeyTarget
  ) -> [(wanted: String, found: String)] {
    var faults: [(wanted: String, found: String)] = []
    if let metric = key.metric, !agrees(metric, found.metric) {
      faults.append((metric, found.metric))
    }
    if let comparator = key.comparator, comparator != found.comparator.rawValue {
      faults.append((comparator, found.comparator.rawValue))
    }
    if let deadline = key.deadline, found.deadline?.hasPrefix(deadline) != true {
      faults.append((deadline, found.deadline ?? "-"))
    }
    return faults
  }

  /// Whether two phrases name one thing: most characters of the shorter stand in the longer.
  private static func agrees(_ wanted: String?, _ found: String) -> Bool {
    guard let wanted else { return true }
    if wanted == found { return true }
    let (first, second) = (PolicyScore.plain(wanted), PolicyScore.plain(found))
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    guard !short.isEmpty else { return false }
    let characters = Set(long)
    return short.count { characters.contains($0) } * 3 >= short.count * 2
  }
}
