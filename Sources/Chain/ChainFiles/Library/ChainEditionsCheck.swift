import ChainModel
package import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What is wrong with what a library says of its editions: with `changes.yaml` beside the editions that it
/// speaks of.
package struct ChainEditionsCheck {
  /// In the order of the file.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files, for carets.
  package private(set) var sources: [String: SourceText] = [:]

  private var used: UsedChains
  private var log: FaultLog

  /// Looks at the library in `folder`.
  ///
  /// - Complexity: O(segments of all editions).
  package init(library folder: String) {
    let changes = ChainChanges(library: folder)
    used = UsedChains(ChainLibrary(folders: [folder]), .builtIn, among: [])
    log = FaultLog(path: changes.path)
    var told: Set<String> = []
    for change in changes.changes {
      guard let chain = used.present(change.chain.text) else {
        log.report(
          .unknownChain(
            change.chain.text,
            names: used.library.names(),
            at: log.location(of: change.chain.node)
          )
        )
        continue
      }
      told.insert("\(chain.id)@\(change.from.text)")
      let old = edition(change.from, of: chain)
      let new = edition(change.to, of: chain)
      if let old, let new { check(change, old, new) }
    }
    findUntold(told, in: folder)
    diagnostics = changes.diagnostics + used.diagnostics + log.diagnostics
    sources = used.sources
    sources[changes.path] = changes.source
  }

  private mutating func edition(
    _ word: ChainUse.Word,
    of chain: ReferenceChain
  ) -> ReferenceChain? {
    if chain.edition == word.text { return chain }
    if let past = used.past(chain.id, edition: word.text) { return past }
    log.report(.missingEdition(word.text, of: chain.id, at: log.location(of: word.node)))
    return nil
  }

  /// Older editions from which no change leads.
  private mutating func findUntold(_ told: Set<String>, in folder: String) {
    let history = folder + "/" + ChainLibrary.history
    let names = (try? FileManager.default.contentsOfDirectory(atPath: history)) ?? []
    for name in names.sorted() where name.hasSuffix(".yaml") {
      let path = history + "/" + name
      guard let chain = used.chain(at: path), !told.contains("\(chain.id)@\(chain.edition)")
      else { continue }
      let place = Diagnostic.Location(path: path, range: chain.heading.range)
      log.report(.untoldEdition(chain.edition, of: chain.id, at: place))
    }
  }

  // MARK: One change

  private mutating func check(
    _ change: ChainChanges.Change,
    _ old: ReferenceChain,
    _ new: ReferenceChain
  ) {
    var (oldNames, newNames) = (LibraryNames(), LibraryNames())
    oldNames.add(old.segments)
    newNames.add(new.segments)
    var fates: [String: ChainChanges.Statement] = [:]
    for statement in change.statements {
      let olds = statement.old.compactMap { find($0, oldNames, in: old) }
      let news = statement.new.compactMap { find($0, newNames, in: new) }
      for (word, id) in olds {
        if let other = fates.updateValue(statement, forKey: id), !Self.agree(other, statement) {
          log.report(.twoFates(word.text, at: log.location(of: word.node)))
        }
        checkIdentity(word, id, statement, news.map(\.id), new)
      }
    }
    let kept = Dictionary(new.segments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for segment in old.segments {
      checkLost(segment, kept[segment.id], change, fates[segment.id], new)
      checkNames(of: segment, newNames, change, fates[segment.id], new)
    }
  }

  private mutating func find(
    _ word: ChainUse.Word,
    _ names: LibraryNames,
    in chain: ReferenceChain
  ) -> (word: ChainUse.Word, id: String)? {
    if let id = names.id(of: word.text) { return (word, id) }
    let place = log.location(of: word.node)
    let title = "\(chain.id) \(chain.edition)"
    log.report(.unknownSegment(word.text, of: title, names: names.names, at: place))
    return nil
  }

  /// A segment may be renamed and cover more or less at once.
  private static func agree(_ a: ChainChanges.Statement, _ b: ChainChanges.Statement) -> Bool {
    let stays: Set<ChainChanges.Statement.Kind> = [.rename, .narrow, .widen]
    return a.kind != b.kind && stays.contains(a.kind) && stays.contains(b.kind)
  }

  private mutating func checkIdentity(
    _ word: ChainUse.Word,
    _ id: String,
    _ statement: ChainChanges.Statement,
    _ news: [String],
    _ new: ReferenceChain
  ) {
    let place = log.location(of: word.node)
    let isKept = new.segments.contains { $0.id == id }
    switch statement.kind {
    case .rename:
      if !news.isEmpty, news != [id] { log.report(.changedIdentity(word.text, at: place)) }
    case .narrow, .widen:
      if !isKept { log.report(.changedIdentity(word.text, at: place)) }
    case .merge, .split, .retire, .move:
      if isKept { log.report(.keptSegment(word.text, in: new.edition, at: place)) }
    }
    guard statement.kind == .move, let goal = statement.values.first else { return }
    guard let chain = used.present(goal.text) else {
      let names = used.library.names()
      log.report(.unknownChain(goal.text, names: names, at: log.location(of: goal.node)))
      return
    }
    let local = ReferenceChain.Segment(id: id, name: word.text, aliases: [], item: word.node)
    if chain.segment(standingFor: local) == nil {
      log.report(.notAtHome(word.text, in: chain.id, at: log.location(of: goal.node)))
    }
  }

  private mutating func checkLost(
    _ segment: ReferenceChain.Segment,
    _ kept: ReferenceChain.Segment?,
    _ change: ChainChanges.Change,
    _ statement: ChainChanges.Statement?,
    _ new: ReferenceChain
  ) {
    let place = log.location(of: change.to.node)
    guard let kept else {
      guard statement == nil else { return }
      let editions = (change.from.text, change.to.text)
      log.report(.lostSegment(segment.name, of: new.id, editions, at: place))
      return
    }
    let isRenamed = change.statements.contains { statement in
      statement.kind == .rename && segment.isCalled(NameKey(statement.key.text))
    }
    guard NameKey(kept.name) != NameKey(segment.name), !isRenamed else { return }
    log.report(.reusedIdentity(segment.id, was: segment.name, is: kept.name, at: place))
  }

  /// What was said of a segment by one of its names must not be said of another.
  private mutating func checkNames(
    of segment: ReferenceChain.Segment,
    _ names: LibraryNames,
    _ change: ChainChanges.Change,
    _ statement: ChainChanges.Statement?,
    _ new: ReferenceChain
  ) {
    let goal =
      statement?.kind == .merge ? statement.flatMap { names.id(of: $0.key.text) } : segment.id
    for name in [segment.name] + segment.aliases {
      guard let found = names.id(of: name), found != goal,
        let other = new.segments.first(where: { $0.id == found })
      else { continue }
      let place = log.location(of: change.to.node)
      log.report(.reusedName(name, of: segment.name, by: other.name, at: place))
    }
  }
}
