import Bilingual
import ChainModel
import Diagnostics

/// The chains that a data set uses, put together: which segments of the library it has, and what their
/// entries say here.
struct UsedChains {
  /// A segment of the library that the data set has.
  struct Segment {
    /// Which of ``chains`` it is at home in.
    let chain: Int
    let entry: ReferenceChain.Segment
    /// What the data set calls it, where it calls it otherwise.
    var label: ChainUse.Word?
    /// The clusters of which it is a part, each once.
    var clusters: [String] = []
    /// Where the data set's documents speak of it.
    var source: EntryNode?
  }

  /// What a use adds of its own: entries of the data set's file.
  struct Addition {
    let file: Int
    let root: EntryNode
  }

  let library: ChainLibrary
  let ontology: Ontology
  private(set) var chains: [ReferenceChain] = []
  var segments: [Segment] = []
  private(set) var additions: [Addition] = []
  /// The editions that uses name, by the chains as they name them.
  let pins: [String: String]
  /// The chains that uses name, by their files.
  private var named: Set<String> = []
  /// Editions that stand here only for segments that the chain has no longer.
  private(set) var past: Set<Int> = []
  /// How the data set speaks of segments, compared as names are.
  let spoken: Set<NameKey>
  /// What surveys and entries of its own say of segments: whether they are here, not who.
  let judged: Set<NameKey>
  /// Segments that have an identity of the data set's own.
  let own: Set<NameKey>
  /// What was found of older editions, by the identities of chains; see ``follow(_:_:_:)``.
  var following: [String: Following] = [:]
  /// What segments were called in older editions, by their identities.
  var formerNames: [String: [String]] = [:]
  /// What segments were called that were merged into others, as names are compared, and the identities of
  /// these.
  var merged: [NameKey: String] = [:]
  /// What uses leave out of clusters, and the clusters that they make segments parts of: each by identities of
  /// segments.
  private var left: [ClusterOfUse: Set<String>] = [:]
  private var brought: [ClusterOfUse: Set<String>] = [:]
  /// Segments that are at home in another chain than they were.
  var moved: Set<String> = []
  /// Segments that are here as they were, by their identities.
  var ends: [String: ChainEditions.End] = [:]
  /// Segments that uses leave out, with the chain of each.
  var excepted: [NameKey: String] = [:]
  /// Segments of older editions that the data set cannot speak of.
  var gone: [NameKey: GoneSegment] = [:]
  var editionsRead: [String: ChainEditions] = [:]
  var changesRead: [String: ChainChanges] = [:]
  /// The data set's clusters by their names, other names and identities.
  private let clusters: Set<NameKey>
  /// The files of the library that were looked at, for carets.
  var sources: [String: SourceText] = [:]
  var diagnostics: [Diagnostic] = []
  /// The chains of the present edition, each read once, by the path of its file.
  private var read: [String: ReferenceChain?] = [:]
  /// The place of a segment in ``segments`` by its identity.
  private(set) var places: [String: Int] = [:]

  /// - Parameter roots: the files of the data set.
  init(_ library: ChainLibrary, _ ontology: Ontology, among roots: [EntryNode]) {
    self.library = library
    self.ontology = ontology
    let entries = roots.flatMap { $0["cluster"]?.items ?? [] }
    let names = entries.flatMap { entry in
      ["name", "id", "aliases"].flatMap { entry[$0]?.items ?? [] }.compactMap(\.scalar)
    }
    clusters = Set(names.flatMap { [NameKey($0), NameKey("cluster:\($0)")] })
    let uses = roots.flatMap { $0["uses"]?.items ?? [] }
    pins = Dictionary(
      uses.compactMap { use in
        use["chain"]?.scalar.flatMap { chain in use["edition"]?.scalar.map { (chain, $0) } }
      },
      uniquingKeysWith: { first, _ in first }
    )
    let mentions = SegmentMentions(roots, ontology)
    spoken = mentions.keys
    judged = Set(mentions.mentions.filter(\.isJudgement).map(\.key))
    own = mentions.own
  }

  // MARK: Taking segments

  mutating func add(_ use: ChainUse, lock: ChainLock?, log: inout FaultLog) {
    guard let position = chain(of: use, &log) else { return }
    let chain = chains[position]
    if let other = pinned.first(where: { $0.id == chain.id && $0.edition != chain.edition }) {
      let place = log.location(of: (use.edition ?? use.chain).node)
      log.report(.twoEditions(chain.id, [other.edition, chain.edition], at: place))
      return
    }
    named.insert(chain.path)
    (lock ?? ChainLock(lines: [:])).check(chain, of: use, log: &log)
    var names = LibraryNames()
    names.add(chain.segments)
    var homes: [String: (chain: Int, entry: ReferenceChain.Segment)] = [:]
    for entry in chain.segments { homes[entry.id] = (position, entry) }
    for name in chain.imports {
      guard let found = home(of: name) ?? formerHome(of: name) else {
        let own = log.path
        log.path = chain.path
        log.report(.unknownImport(name, of: chain.id, at: log.location(of: chain.heading)))
        log.path = own
        continue
      }
      names.add([found.entry])
      homes[found.entry.id] = found
    }
    follow(chain, use, &log)
    let ended = nameFormer(of: chain, &names, &homes)
    func found(_ word: ChainUse.Word) -> String? {
      if let id = names.id(of: word.text) { return id }
      if let segment = gone[SegmentMentions.key(word.text)] {
        log.report(.goneSegment(word.text, segment, at: log.location(of: word.node)))
        return nil
      }
      log.report(
        .unknownSegment(
          word.text,
          of: chain.name,
          names: names.names,
          at: log.location(of: word.node)
        )
      )
      return nil
    }
    let wholes = use.clusters.filter { word in
      if clusters.contains(NameKey(word.text)) { return true }
      log.report(
        .unknownReference(
          word.text,
          kinds: .only([.cluster]),
          candidates: clusters.map(\.text).filter { !$0.hasPrefix("cluster:") },
          at: log.location(of: word.node)
        )
      )
      return false
    }
    keep(ended, of: chain, use, in: wholes.map(\.text), &names)
    let left = Set(use.except.filter { !isMerged($0, &log) }.compactMap(found))
    for entry in chain.segments where left.contains(entry.id) {
      for name in entry.spellings { excepted[SegmentMentions.key(name)] = chain.name }
    }
    tellUndone(left, of: chain, use, in: wholes, &log)
    following[chain.id]?.settled.formUnion(use.settled.compactMap(found))
    let isHome = Set(chain.segments.map(\.id))
    for entry in chain.segments
      + homes.values.map(\.entry).filter({ !isHome.contains($0.id) })
      .sorted(by: { $0.id < $1.id })
    where !left.contains(entry.id) {
      guard let home = homes[entry.id] else { continue }
      let place = take(home.entry, of: home.chain)
      guard isHome.contains(entry.id) || moved.contains(entry.id) else { continue }
      for cluster in wholes where !segments[place].clusters.contains(cluster.text) {
        segments[place].clusters.append(cluster.text)
      }
    }
    if wholes.isEmpty, use.clusters.isEmpty {
      log.report(.useWithoutCluster(chain.name, at: log.location(of: use.chain.node)))
    }
    for (word, label) in use.renamed where !isMerged(word, &log) {
      guard let id = found(word), let place = places[id] else { continue }
      if let other = names.id(of: label.text), other != id {
        log.report(.takenLabel(label.text, of: chain.name, at: log.location(of: label.node)))
        continue
      }
      segments[place].label = label
    }
    for (word, source) in use.cites {
      guard let place = found(word).flatMap({ places[$0] }) else { continue }
      segments[place].source = source
    }
    for (word, _) in use.split { _ = found(word) }
    // Of a cluster that is none nothing is a part, and that is told above.
    if wholes.count == use.clusters.count, let root = additions(of: use) {
      additions.append(Addition(file: use.file, root: root))
    }
  }

  /// A cluster that a use names, and the chain.
  private struct ClusterOfUse: Hashable {
    let chain: String
    let cluster: NameKey
  }

  /// Whether a word of a use means a segment that was merged into another since: what was said of the part
  /// alone is not said of the whole.
  private func isMerged(_ word: ChainUse.Word, _ log: inout FaultLog) -> Bool {
    guard let kept = merged[SegmentMentions.key(word.text)] else { return false }
    let whole = chains.lazy.flatMap(\.segments).first { $0.id == kept }
    let name = whole?.name ?? kept
    log.report(.mergedSegment(word.text, into: name, at: log.location(of: word.node)))
    return true
  }

  /// Tells of what one use leaves out of a cluster and another brings into it.
  private mutating func tellUndone(
    _ excepted: Set<String>,
    of chain: ReferenceChain,
    _ use: ChainUse,
    in clusters: [ChainUse.Word],
    _ log: inout FaultLog
  ) {
    let taken = Set(chain.segments.map(\.id)).subtracting(excepted)
    for cluster in clusters {
      let key = ClusterOfUse(chain: chain.id, cluster: NameKey(cluster.text))
      let undone = left[key, default: []].intersection(taken)
        .union(brought[key, default: []].intersection(excepted))
      left[key, default: []].formUnion(excepted)
      brought[key, default: []].formUnion(taken)
      guard !undone.isEmpty else { continue }
      let names = chain.segments.filter { undone.contains($0.id) }.map(\.name)
      log.report(
        .undoneException(
          names,
          of: chain.name,
          in: cluster.text,
          at: log.location(of: use.chain.node)
        )
      )
    }
  }

  mutating func take(_ entry: ReferenceChain.Segment, of chain: Int) -> Int {
    if let place = places[entry.id] { return place }
    places[entry.id] = segments.count
    segments.append(Segment(chain: chain, entry: entry))
    return segments.count - 1
  }

  /// The chains that uses name; others are here for what they lend.
  var pinned: [ReferenceChain] { chains.filter(isPinned) }

  /// The chains that are here only for segments which those in use import from them.
  var lenders: [ReferenceChain] {
    chains.enumerated().filter { !past.contains($0.offset) && !isPinned($0.element) }.map(\.element)
  }

  func isPinned(_ chain: ReferenceChain) -> Bool { named.contains(chain.path) }

  mutating func presentEdition(of id: String) -> String? { present(id)?.edition }

  // MARK: Finding chains

  /// The chain that a use names, in the edition that it pins.
  private mutating func chain(of use: ChainUse, _ log: inout FaultLog) -> Int? {
    let place = log.location(of: use.chain.node)
    guard let present = present(use.chain.text) else {
      log.report(.unknownChain(use.chain.text, names: library.names(), at: place))
      return nil
    }
    guard let edition = use.edition else {
      log.report(.unpinnedChain(use.chain.text, present: present.edition, at: place))
      return position(of: present)
    }
    if edition.text == present.edition { return position(of: present) }
    if let past = past(present.id, edition: edition.text) { return position(of: past) }
    log.report(
      .unknownEdition(
        edition.text,
        of: use.chain.text,
        present: present.edition,
        at: log.location(of: edition.node)
      )
    )
    // One fault is enough: what is said of its segments has none.
    return position(of: present)
  }

  mutating func position(of chain: ReferenceChain) -> Int {
    if let known = chains.firstIndex(where: { $0.path == chain.path }) { return known }
    chains.append(chain)
    return chains.count - 1
  }

  /// The same of an edition that only lends what the present one has no longer.
  mutating func position(ofPast chain: ReferenceChain) -> Int {
    let position = position(of: chain)
    past.insert(position)
    return position
  }

  /// The present edition of a chain: in the file that is called like it, else in whichever says so.
  mutating func present(_ id: String) -> ReferenceChain? {
    let paths = library.paths()
    let named = paths.filter { $0.hasSuffix("/\(id).yaml") }
    for path in named + paths {
      if let chain = chain(at: path), chain.id == id || chain.name == id { return chain }
    }
    return nil
  }

  /// Where a segment that chains import is at home.
  private mutating func home(of name: String) -> (chain: Int, entry: ReferenceChain.Segment)? {
    let key = NameKey(name)
    // Chains that the data set has already come first, in the edition that it pinned.
    for (position, chain) in chains.enumerated() where !past.contains(position) {
      if let entry = chain.segments.first(where: { $0.isCalled(key) }) { return (position, entry) }
    }
    for path in library.paths() {
      guard let chain = chain(at: path), !chains.contains(where: { $0.id == chain.id }),
        let entry = chain.segments.first(where: { $0.isCalled(key) })
      else { continue }
      return pinnedHome(of: entry, of: chain, called: name) ?? (position(of: chain), entry)
    }
    return nil
  }

  mutating func chain(at path: String) -> ReferenceChain? {
    if let known = read[path] { return known }
    guard let file = library.file(path) else {
      read[path] = .some(nil)
      return nil
    }
    sources[path] = file.source
    diagnostics += file.diagnostics
    let chain = file.root.flatMap { ReferenceChain($0, path: path) }
    read[path] = chain
    return chain
  }
}

/// Segments of the library by their names and other names.
struct LibraryNames {
  private var ids: [NameKey: String] = [:]
  private(set) var names: [String] = []

  mutating func add(_ segments: [ReferenceChain.Segment]) {
    for segment in segments {
      names.append(segment.name)
      ids[NameKey(segment.id)] = segment.id
      ids[NameKey(segment.name)] = segment.id
    }
    for segment in segments {
      for alias in segment.aliases where ids[NameKey(alias)] == nil {
        ids[NameKey(alias)] = segment.id
      }
    }
  }

  /// Lets another name lead to a segment.
  mutating func add(_ name: String, for id: String) {
    if ids[NameKey(name)] == nil { ids[NameKey(name)] = id }
  }

  func id(of name: String) -> String? { ids[NameKey(name)] }
}

extension ReferenceChain.Segment {
  func isCalled(_ key: NameKey) -> Bool {
    NameKey(name) == key || aliases.contains { NameKey($0) == key }
  }
}
