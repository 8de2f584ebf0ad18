extension FirmNames {
  /// The firm whose full, former or other name `key` shortens.
  ///
  /// One firm alone is proposed where its weighed cost is at most `NameAlignment.limit` and every
  /// other firm's is more than `NameAlignment.margin` above it; the others within that margin make
  /// the name ambiguous. They stand by cost, then by number.
  func shortened(_ key: FirmKey, _ code: String?, _ limit: Int) -> FirmResolution {
    guard let short = ShortName(key, cutter) else { return .none }
    let alignment = NameAlignment(name: short)
    var best: [FirmNumber: (cost: Int, name: Int)] = [:]
    for name in candidates(short.core) {
      let firm = bearers[name].firm
      guard !hasOtherCode(firm, than: code) else { continue }
      let scalars = index.key(name)
      let cost = alignment.weighedCost(in: scalars, cutter.parts(of: scalars))
      if cost < best[firm]?.cost ?? NameAlignment.never { best[firm] = (cost, name) }
    }
    let ranked = best.sorted { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }
    guard let first = ranked.first, first.value.cost <= NameAlignment.limit else { return .none }
    let near = ranked.prefix { $0.value.cost <= first.value.cost + NameAlignment.margin }
    return answer(near.map(\.key), .shortName(of: bearers[first.value.name].name), limit)
  }

  /// The names that hold all characters in order, or all but a first one that stands for a place.
  private func candidates(_ core: [UInt32]) -> [Int] {
    let all = index.names(holding: core[...])
    guard NameWords.abbreviations[core[0]] != nil else { return all }
    // What holds all of them holds all but the first.
    return index.names(holding: core.dropFirst())
  }
}
