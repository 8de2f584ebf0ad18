import Bilingual
package import ChainModel
import Diagnostics

/// What differs between two editions of a chain: what the library says of segments, and what is seen in the
/// editions themselves.
struct ChainDifference {
  private let old: ReferenceChain
  private let new: ReferenceChain
  private let editions: ChainEditions
  private let first: Int
  private let relations: [RelationDefinition]
  private let ontology: Ontology

  /// What differs between the edition before a step and the one that is looked back from.
  ///
  /// - Parameters:
  ///   - editions: of the younger edition.
  ///   - old: the older one; where no change leads from it, identities alone tell.
  init(_ old: ReferenceChain, _ editions: ChainEditions, ontology: Ontology = .builtIn) {
    self.old = old
    self.editions = editions
    self.ontology = ontology
    new = editions.present
    first = editions.steps(after: old.edition) ?? editions.steps.count
    relations = ontology.relations.filter { [.flow, .return].contains($0.semantics) }
  }

  /// Kind by kind, in the order of the older edition, then of the younger one.
  ///
  /// - Complexity: O(segments + flows of both).
  func changes() -> [EditionChange] {
    let found = ofSegments() + added() + ofFlows()
    return EditionChange.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// Where a segment of the older edition is now.
  private func place(of id: String) -> ChainEditions.Place { editions.place(of: id, from: first) }

  // MARK: Segments

  private func ofSegments() -> [EditionChange] {
    let present = Dictionary(
      new.segments.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    return old.segments.flatMap { segment -> [EditionChange] in
      switch place(of: segment.id) {
      case .elsewhere(let other, let chain):
        return [EditionChange(.moved, [segment.name], [other.name], words: chain.id)]
      case .ended(let end):
        return [
          EditionChange(
            end.statement?.change ?? .lost,
            [segment.name],
            end.instead,
            words: end.instead.isEmpty ? end.statement?.texts.joined() ?? "" : ""
          )
        ]
      case .here(let id):
        guard let other = present[id] else {
          return [EditionChange(.lost, [segment.name], [])]
        }
        return id == segment.id
          ? stayed(segment, other)
          : [EditionChange(.merged, [segment.name], [other.name])] + covering(segment, other)
      }
    }
  }

  private func stayed(
    _ segment: ReferenceChain.Segment,
    _ other: ReferenceChain.Segment
  ) -> [EditionChange] {
    let isRenamed = NameKey(segment.name) != NameKey(other.name)
    return (isRenamed ? [EditionChange(.renamed, [segment.name], [other.name])] : [])
      + covering(segment, other)
      + ["gb4754", "role", "stage"].compactMap { field in
        let (was, now) = (text(field, of: segment, in: old), text(field, of: other, in: new))
        guard was != now else { return nil }
        return EditionChange(
          .attribute,
          [segment.name],
          [other.name],
          words: "\(field): \(was) → \(now)"
        )
      }
  }

  /// What is said of how much it covers.
  private func covering(
    _ segment: ReferenceChain.Segment,
    _ other: ReferenceChain.Segment
  ) -> [EditionChange] {
    editions.statements(on: segment.id, from: first)
      .filter { [.narrow, .widen].contains($0.statement.kind) }
      .map { _, statement in
        EditionChange(
          statement.change,
          [segment.name],
          [other.name],
          words: statement.texts.joined()
        )
      }
  }

  /// An attribute as an entry writes it, or takes it from the defaults of its file.
  private func text(
    _ field: String,
    of segment: ReferenceChain.Segment,
    in chain: ReferenceChain
  ) -> String {
    let node = segment.item[field] ?? chain.root["defaults"]?["segment"]?[field]
    let words = (node?.items ?? []).compactMap { $0.scalar?.trimmingSpace() }
    let definition = ontology[NodeKind.segment]?.attributes.first { $0.name.name == field }
    let options: [AttributeDefinition.Option] =
      if case .option(let options) = definition?.type { options } else { [] }
    return words.map { word in
      let option = options.first { [$0.key, $0.label.zh, $0.label.en].contains(word) }
      return option?.label.zh ?? word
    }
    .joined(separator: "、")
  }

  private func added() -> [EditionChange] {
    let known = Set(
      old.segments.compactMap { segment in
        if case .here(let id) = place(of: segment.id) { id } else { nil }
      }
    )
    return new.segments.filter { !known.contains($0.id) }
      .map { EditionChange(.added, [], [$0.name]) }
  }

  // MARK: Flows

  /// A flow by what it is and its ends.
  struct Flow: Hashable {
    let kind: RelationKind
    let source: String
    let target: String
  }

  /// A flow of the older edition whose ends are merged or renamed is none that is gone.
  private func ofFlows() -> [EditionChange] {
    let (was, now) = (flows(of: old), flows(of: new))
    let leads = was.map { flow in
      Flow(kind: flow.kind, source: led(flow.source), target: led(flow.target))
    }
    let (before, after) = (Set(leads), Set(now))
    func change(_ kind: EditionChange.Kind, _ flow: Flow, in chain: ReferenceChain) -> EditionChange
    {
      let ends = [flow.source, flow.target].map { id in
        chain.segments.first { $0.id == id }?.name ?? id
      }
      let definition = ontology[flow.kind]
      let label =
        definition?.variant?.label ?? definition?.label ?? BilingualText(same: flow.kind.name)
      return kind == .flowAdded
        ? EditionChange(kind, [], ends, detail: label)
        : EditionChange(kind, ends, [], detail: label)
    }
    return now.filter { !before.contains($0) }.map { change(.flowAdded, $0, in: new) }
      + zip(was, leads)
      // What is within one segment since is no flow any more, and that is told as merged.
      .filter { !after.contains($1) && $1.source != $1.target }
      .map { flow, _ in change(.flowRemoved, flow, in: old) }
  }

  private func led(_ id: String) -> String {
    guard old.segments.contains(where: { $0.id == id }) else { return id }
    return switch place(of: id) {
    case .here(let id): id
    case .elsewhere(let segment, _): segment.name
    case .ended(let end): end.segment.id
    }
  }

  /// The flows of an edition, each once; an end that is at home in another chain is told by its name.
  private func flows(of chain: ReferenceChain) -> [Flow] {
    var names = LibraryNames()
    names.add(chain.segments)
    var seen: Set<Flow> = []
    var found: [Flow] = []
    for segment in chain.segments {
      for definition in relations {
        for side in [RelationDefinition.End.source, .target] {
          for item in segment.item[definition.field(at: side)]?.items ?? [] {
            guard let name = (item["to"] ?? item).scalar?.trimmingSpace() else { continue }
            let other = names.id(of: name) ?? name
            let kind = sort(item["kind"], of: definition, in: chain)
            let flow =
              side == .source
              ? Flow(kind: kind, source: segment.id, target: other)
              : Flow(kind: kind, source: other, target: segment.id)
            if seen.insert(flow).inserted { found.append(flow) }
          }
        }
      }
    }
    return found
  }

  private func sort(
    _ node: EntryNode?,
    of definition: RelationDefinition,
    in chain: ReferenceChain
  ) -> RelationKind {
    let usual = chain.root["defaults"]?[definition.kind.name]?["kind"]
    guard let word = (node ?? usual)?.scalar?.trimmingSpace() else { return definition.kind }
    let sort = ontology.variants(of: definition.kind).first { sort in
      guard let label = sort.variant?.label else { return false }
      return [label.zh, label.en, sort.kind.name].contains(word)
    }
    return sort?.kind ?? definition.kind
  }
}

/// Two editions of a chain of a library, compared.
package struct ComparedEditions {
  package let id: String
  package let name: String
  package let old: String
  package let new: String
  package let changes: [EditionChange]

  /// Why two editions cannot be compared.
  package enum Fault: Error, Equatable {
    /// There is no such chain; those that there are.
    case noChain([String])
    /// There is no such edition; those that there are, the present one last.
    case noEdition(String, [String])
    /// No changes lead from the first edition to the second.
    case noWay
  }

  /// Compares editions of the chain called `name` in the library in `folder`.
  ///
  /// - Parameter new: the present one where it is not named.
  package init(
    of name: String,
    from old: String,
    to new: String?,
    library folder: String
  ) throws(Fault) {
    var used = UsedChains(ChainLibrary(folders: [folder]), .builtIn, among: [])
    guard let present = used.present(name) else { throw .noChain(used.library.names()) }
    let known = used.editions(of: present).steps.map(\.old.edition) + [present.edition]
    func edition(_ word: String) throws(Fault) -> ReferenceChain {
      if word == present.edition { return present }
      guard let past = used.past(present.id, edition: word) else { throw .noEdition(word, known) }
      return past
    }
    let (first, last) = (try edition(old), try edition(new ?? present.edition))
    let editions = used.editions(of: last)
    guard editions.steps(after: first.edition) != nil else { throw .noWay }
    id = present.id
    self.name = last.name
    self.old = first.edition
    self.new = last.edition
    changes = ChainDifference(first, editions).changes()
  }
}
