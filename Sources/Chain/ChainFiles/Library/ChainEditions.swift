import Bilingual
import ChainModel
import Diagnostics

/// The editions of a chain up to one of them, and where the segments of each are now.
struct ChainEditions {
  /// What became of a segment from one edition to the next, where it did not just stay.
  enum Fate {
    /// Another segment stands for it: it was merged, or its identity is another.
    case becomes(String)
    /// It is at home in another chain.
    case leaves(ReferenceChain.Segment, ReferenceChain)
    /// It is split or retired.
    case ends
  }

  /// From an edition to the next.
  struct Step {
    let old: ReferenceChain
    let edition: String
    /// By the identities of the old edition.
    var fates: [String: Fate] = [:]
    /// What is said of segments, by the identities of the old edition.
    var statements: [String: [ChainChanges.Statement]] = [:]
  }

  /// A segment that a step ended.
  struct End {
    let segment: ReferenceChain.Segment
    /// The edition that had it last.
    let chain: ReferenceChain
    /// Which step; see ``steps``.
    let step: Int
    /// The edition that has it no longer.
    let edition: String
    /// `nil` where the library does not say what became of it.
    let statement: ChainChanges.Statement?
    /// What the present edition calls the segments in its place; none for what is retired.
    let instead: [String]
  }

  /// Where a segment of an older edition is.
  enum Place {
    case here(String)
    case elsewhere(ReferenceChain.Segment, ReferenceChain)
    case ended(End)
  }

  /// The edition that is looked back from.
  let present: ReferenceChain
  /// Oldest first.
  private(set) var steps: [Step] = []

  init(_ present: ReferenceChain) { self.present = present }

  /// Puts a step before those that there are.
  ///
  /// - Parameter other: a chain of the library by its name.
  mutating func precede(
    by change: ChainChanges.Change,
    from old: ReferenceChain,
    _ other: (String) -> ReferenceChain?
  ) {
    let new = steps.first?.old ?? present
    var step = Step(old: old, edition: change.to.text)
    var (oldNames, newNames) = (LibraryNames(), LibraryNames())
    oldNames.add(old.segments)
    newNames.add(new.segments)
    for statement in change.statements {
      for id in statement.old.compactMap({ oldNames.id(of: $0.text) }) {
        step.statements[id, default: []].append(statement)
        switch statement.kind {
        case .rename, .merge:
          guard let goal = statement.new.first.flatMap({ newNames.id(of: $0.text) }), goal != id
          else { continue }
          step.fates[id] = .becomes(goal)
        case .split, .retire: step.fates[id] = .ends
        case .move:
          guard let chain = statement.texts.first.flatMap(other),
            let segment = old.segments.first(where: { $0.id == id }),
            let found = chain.segment(standingFor: segment)
          else { continue }
          step.fates[id] = .leaves(found, chain)
        case .narrow, .widen: break
        }
      }
    }
    let kept = Set(new.segments.map(\.id))
    for segment in old.segments where !kept.contains(segment.id) {
      if step.fates[segment.id] == nil { step.fates[segment.id] = .ends }
    }
    steps.insert(step, at: 0)
  }

  // MARK: Looking forward

  /// The step with which the editions after `edition` begin; `nil` for one that does not lead here.
  func steps(after edition: String) -> Int? {
    edition == present.edition
      ? steps.count : steps.firstIndex { $0.old.edition == edition }
  }

  /// Where a segment of the edition before a step is now.
  func place(of id: String, from first: Int) -> Place {
    var id = id
    for (number, step) in steps.enumerated().dropFirst(first) {
      switch step.fates[id] {
      case nil: continue
      case .becomes(let other): id = other
      case .leaves(let segment, let chain): return .elsewhere(segment, chain)
      case .ends:
        guard let segment = step.old.segments.first(where: { $0.id == id }) else { continue }
        let statement = step.statements[id]?.first { [.split, .retire].contains($0.kind) }
        return .ended(
          End(
            segment: segment,
            chain: step.old,
            step: number,
            edition: step.edition,
            statement: statement,
            instead: statement?.kind == .split
              ? names(now: statement?.texts ?? [], from: number + 1) : []
          )
        )
      }
    }
    return .here(id)
  }

  /// What the present edition calls what the edition before a step calls by `names`: what was split again, by
  /// its parts.
  private func names(now names: [String], from first: Int) -> [String] {
    let chain = steps.indices.contains(first) ? steps[first].old : present
    return names.flatMap { name -> [String] in
      let key = NameKey(name)
      guard let segment = chain.segments.first(where: { $0.isCalled(key) }) else { return [name] }
      switch place(of: segment.id, from: first) {
      case .here(let id): return [present.segments.first { $0.id == id }?.name ?? name]
      case .elsewhere(let other, _): return [other.name]
      case .ended(let end): return end.instead
      }
    }
  }

  /// What is said of a segment on its way from the edition before a step.
  func statements(
    on id: String,
    from first: Int
  ) -> [(edition: String, statement: ChainChanges.Statement)] {
    var id = id
    var found: [(String, ChainChanges.Statement)] = []
    for step in steps.dropFirst(first) {
      found += (step.statements[id] ?? []).map { (step.edition, $0) }
      switch step.fates[id] {
      case nil: continue
      case .becomes(let other): id = other
      case .leaves, .ends: return found
      }
    }
    return found
  }

  /// The names and identities of all older editions that the present one does not give to a segment, each
  /// with whether its segment was merged into another on the way, and where it leads: the younger edition
  /// first.
  func formerNames() -> [(name: String, isMerged: Bool, place: Place)] {
    var taken = Set(present.segments.flatMap { $0.spellings.map { NameKey($0) } })
    var found: [(String, Bool, Place)] = []
    for (number, step) in steps.enumerated().reversed() {
      let names = step.old.segments.flatMap { segment in
        [(segment.name, segment), (segment.id, segment)]
      }
      let aliases = step.old.segments.flatMap { segment in segment.aliases.map { ($0, segment) } }
      for (name, segment) in names + aliases
      where !name.hasPrefix("segment:") && taken.insert(NameKey(name)).inserted {
        let isMerged = statements(on: segment.id, from: number)
          .contains { $0.statement.kind == .merge }
        found.append((name, isMerged, place(of: segment.id, from: number)))
      }
    }
    return found
  }
}

extension ReferenceChain.Segment {
  /// What it can be called by.
  var spellings: [String] { [name, id] + aliases }
}

extension ReferenceChain {
  /// The segment here for one of another chain: of the same identity within the chain, else name.
  func segment(standingFor other: Segment) -> Segment? {
    let local = other.id.split(separator: "/").last
    return segments.first { $0.id.split(separator: "/").last == local }
      ?? segments.first { NameKey($0.name) == NameKey(other.name) }
  }
}

extension ChainEditions.End {
  /// What happened.
  var words: BilingualText {
    statement?.words(in: edition)
      ?? BilingualText(zh: "\(edition) 起没有，未作交代", en: "\(edition): gone without a word")
  }
}

extension ChainChanges.Statement {
  /// What happened in an edition: 2026.2 拆分：瑜伽服、骑行服. The library's own words are in its language.
  func words(in edition: String) -> BilingualText {
    let names = kind == .merge ? [key.text] : texts
    return BilingualText(
      zh: "\(edition) \(change.label.zh)：\(names.joined(separator: "、"))",
      en: "\(edition) \(change.label.en): \(names.joined(separator: ", "))"
    )
  }

  /// What it is to who compares editions.
  var change: EditionChange.Kind {
    switch kind {
    case .rename: .renamed
    case .merge: .merged
    case .split: .split
    case .narrow: .narrowed
    case .widen: .widened
    case .move: .moved
    case .retire: .retired
    }
  }
}

// MARK: Reading them

extension UsedChains {
  /// The older editions of a chain that the library has and that changes lead from.
  mutating func editions(of chain: ReferenceChain) -> ChainEditions {
    if let known = editionsRead[chain.path] { return known }
    var editions = ChainEditions(chain)
    let changes = changes(beside: chain)
    var (edition, seen) = (chain.edition, Set<String>())
    while seen.insert(edition).inserted, let change = changes.change(of: chain, to: edition),
      let old = past(chain.id, edition: change.from.text)
    {
      let names = change.statements.filter { $0.kind == .move }.flatMap(\.texts)
      var others: [String: ReferenceChain] = [:]
      for name in names { others[name] = inUse(name) ?? present(name) }
      editions.precede(by: change, from: old) { others[$0] }
      edition = old.edition
    }
    editionsRead[chain.path] = editions
    return editions
  }

  /// A chain in the edition that the data set pins, if it does.
  private func inUse(_ name: String) -> ReferenceChain? {
    pinned.first { $0.id == name || $0.name == name }
  }

  /// What changed in the folder of a chain; faults of the file are told once.
  mutating func changes(beside chain: ReferenceChain) -> ChainChanges {
    let folder = library.folders.first { chain.path.hasPrefix($0 + "/") } ?? ""
    if let known = changesRead[folder] { return known }
    let changes = ChainChanges(library: folder)
    sources[changes.path] = changes.source
    diagnostics += changes.diagnostics
    changesRead[folder] = changes
    return changes
  }

  /// An older edition of a chain.
  mutating func past(_ id: String, edition: String) -> ReferenceChain? {
    for path in library.pastPaths(of: id, edition: edition) {
      if let chain = chain(at: path), chain.id == id, chain.edition == edition { return chain }
    }
    return nil
  }
}
