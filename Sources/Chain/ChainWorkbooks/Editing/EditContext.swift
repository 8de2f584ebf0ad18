import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel

/// What the planning of changes looks at: both data sets, and what the files say now.
struct EditContext {
  let trace: EntryTrace
  let difference: DatasetDifference
  /// How values of the new data set are written.
  let text: EntryText
  /// Whom texts named before.
  let oldBearers: SoleBearers

  init(_ trace: EntryTrace, _ difference: DatasetDifference) {
    self.trace = trace
    self.difference = difference
    text = EntryText(difference.after)
    oldBearers = SoleBearers(difference.before.graph)
  }

  var old: ChainGraph { difference.before.graph }
  var new: ChainGraph { difference.after.graph }

  /// The origin that two fields would state to a reader of the new data set; `nil` for none.
  func written(source: EntryNode?, basis: EntryNode?) -> Origin? {
    let word = basis?.scalar?.trimmingSpace()
    let isGeneral = word == Basis.industryKnowledge.rawValue || word == "行业常识"
    guard let source else { return isGeneral ? .industryKnowledge : nil }
    guard case .mapping(let pairs) = source.content else {
      let places = source.items.compactMap { $0.scalar?.trimmingSpace() }
      guard let place = places.first else { return nil }
      let citation = Citation(place)
      if citation.isMeant(in: new), let (reference, rest) = citation.parts {
        return new.node(id: reference).map {
          .known(from: $0, place: Citation.joined([rest] + places.dropFirst()))
        }
      }
      return text.defaultDocument.map { .cited($0, place: place) }
    }
    func field(_ name: String) -> String? {
      pairs.first { $0.key.scalar == name }?.value.scalar?.trimmingSpace()
    }
    guard let name = field("document"), let place = field("place") else { return nil }
    return text.bearers.node(of: name, among: RelationDefinition.KindSelection.citable.list).map {
      new.origin(citing: $0, place: place)
    }
  }

  /// Whether an item says of itself that it came out of an open list.
  static func isMarked(_ item: EntryNode) -> Bool {
    guard case .mapping(let pairs) = item.content else { return false }
    return pairs.first { $0.key.scalar == "open" }?.value.scalar?.trimmingSpace() == "true"
  }

  /// Whether an item of a relation's field says to a reader of the new data set that the relation is with
  /// `other` and rests on `origin`.
  ///
  /// - Parameter isDefault: whether it stands in defaults, whose references are mended apart.
  func says(
    _ item: EntryNode,
    _ other: NodeIndex,
    among kinds: RelationDefinition.KindSelection,
    _ origin: Origin,
    implied: Origin,
    isDefault: Bool
  ) -> Bool {
    let name = Self.reference(item)?.scalar?.trimmingSpace() ?? ""
    guard isDefault || text.means(name, other, among: kinds) else { return false }
    guard case .mapping(let pairs) = item.content else { return origin == implied }
    func day(_ field: String) -> String? {
      pairs.first { $0.key.scalar == field }?.value.scalar?.trimmingSpace()
    }
    guard day("from") == origin.period.from?.description,
      day("until") == origin.period.until?.description
    else { return false }
    let origin = origin.holding(.always)
    let source = pairs.first { $0.key.scalar == "source" }?.value
    let basis = pairs.first { $0.key.scalar == "basis" }?.value
    guard source != nil || basis != nil else { return origin == implied }
    return written(source: source, basis: basis) == origin
  }

  /// The scalar of an item that names the other node.
  static func reference(_ item: EntryNode) -> EntryNode? {
    guard case .mapping(let pairs) = item.content else { return item }
    return pairs.first { $0.key.scalar == "to" }?.value
  }

  func form(_ entry: EntryTrace.Entry) -> EditingFault {
    .form(path: trace.files[entry.file].path, line: entry.item.range.start.line)
  }
}
