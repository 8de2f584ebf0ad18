import ChainFiles
import Bilingual
import ChainModel
import Diagnostics

/// From the labels and attributes of somebody's graph or tables to kinds and relations of ours, in
/// the manner of a FollowTheMoney mapping.
struct ImportMapping {
  /// What is said of the data set as a whole; `nil` where that is faulty.
  var head: DatasetHead?
  var documents: [DocumentMapping] = []
  /// What everything rests on that says nothing else.
  var origin = OriginMapping()
  var queries: [QueryMapping] = []
  /// The forms of rows that are records after all.
  var keptRows: Set<RowForm> = []
  /// Texts that would stand for nothing and are names or values.
  var keptWords: Set<String> = []
  /// Where the mapping begins; `nil` for one that no file holds.
  var place: Diagnostic.Location?
  /// Whether it takes whatever columns there are and asks for none, as the built-in ones do.
  var isLenient = false
}

/// What a data set says of itself as a whole.
struct DatasetHead {
  let title: BilingualText
  let jurisdiction: String
  let language: Language
  let date: CalendarDate
}

extension DatasetHead {
  /// What a manifest says; `nil` where it is faulty.
  init?(_ manifest: Manifest) {
    guard let title = manifest.title, let jurisdiction = manifest.jurisdiction,
      let language = manifest.language, let date = manifest.date
    else { return nil }
    self.init(title: title, jurisdiction: jurisdiction, language: language, date: date)
  }
}

/// A document to cite that the data themselves need not hold.
struct DocumentMapping {
  let name: String
  let aliases: [String]
  let attributes: [(name: AttributeName, value: AttributeValue)]
  let origin: OriginMapping
  let place: Diagnostic.Location?
}

/// A name that a mapping speaks of, and where.
struct MappedName {
  let text: String
  let place: Diagnostic.Location?

  init(_ text: String, at place: Diagnostic.Location? = nil) {
    self.text = text
    self.place = place
  }
}

/// What is made of some records.
struct QueryMapping {
  /// The files that it reads; all without any.
  var files: [MappedName] = []
  var form: RecordTable.Form?
  var filter = RecordFilter()
  var entities: [EntityMapping] = []
  var relations: [RelationMapping] = []
  var origin = OriginMapping()
  /// Columns that are left out on purpose.
  var ignoredColumns: [MappedName] = []
  /// Whether the records are left out on purpose.
  var isIgnored = false
  var place: Diagnostic.Location?

  /// The form of the records that it reads in files of graphs.
  var graphForm: RecordTable.Form { form ?? (entities.isEmpty ? .edges : .nodes) }
}

/// Which records are meant: by what stands under their columns.
struct RecordFilter {
  struct Condition {
    let column: MappedName
    /// What may stand there; an empty text stands for nothing.
    let values: [String]
  }

  var only: [Condition] = []
  var not: [Condition] = []

  var columns: [MappedName] { (only + not).map(\.column) }
}

/// How a text is made from a record.
struct TextMapping {
  enum TemplatePart {
    case text(String)
    case column(String)
  }

  var columns: [MappedName] = []
  var literals: [String] = []
  var template: [TemplatePart]?
  var join: String?
  var split: [String] = []
  /// Whether an array of JSON, as databases write lists, stands for its items.
  var isList = false
  /// What stands for what; an empty text for nothing.
  var values: [String: String] = [:]
  var unit: String?
  /// The form of a date, in the signs of `strptime`.
  var format: String?
  var isRequired = false
  /// Texts that would stand for nothing and are values: the options of the attribute.
  var options: Set<String> = []
  var place: Diagnostic.Location?

  init() {}

  init(column: String) { columns = [MappedName(column)] }

  init(literal: String, at place: Diagnostic.Location? = nil) {
    literals = [literal]
    self.place = place
  }
}

/// A node that a record stands for.
struct EntityMapping {
  /// What other parts of the mapping call it.
  var name: MappedName
  var kind: KindDefinition
  /// The columns that tell it from others; without any its name does.
  var keys: [MappedName] = []
  /// What keeps its keys apart from those of others.
  var keyLiteral = ""
  /// Where one record stands for several: what they are.
  var each: TextMapping?
  var filter = RecordFilter()
  var title: TextMapping
  var id: TextMapping?
  var aliases: TextMapping?
  var attributes: [(definition: AttributeDefinition, text: TextMapping)] = []
  var origin = OriginMapping()
}

/// A relation that a record states.
struct RelationMapping {
  var name: MappedName
  var definition: RelationDefinition
  var from: ReferenceMapping
  var to: ReferenceMapping
  var filter = RecordFilter()
  var origin = OriginMapping()
  var open: TextMapping?
  /// The first and the last day on which it holds.
  var since: TextMapping?
  var until: TextMapping?
  /// Whether an edge without a direction is taken as it is drawn.
  var takesUndirected = false
  /// Whether edges between the same two nodes are taken once.
  var takesParallel = false
  /// The entity among whose properties it stands.
  var owner: Int?
}

/// The node at an end of a relation.
struct ReferenceMapping {
  enum Target {
    /// That of the same record, by its number among the query's entities.
    case own(Int)
    /// The one with a key: of a kind and a literal, or of any.
    case key(kind: NodeKind?, literal: String)
    /// The one that is called so.
    case named(RelationDefinition.KindSelection)
  }

  var target: Target
  /// The key or the name; nothing for ``Target/own(_:)``.
  var text: TextMapping
  var place: Diagnostic.Location?
}

extension ReferenceMapping {
  /// Whether the text is what files themselves call the end of an edge, or the node around another.
  var meansDrawnNode: Bool {
    guard text.columns.count == 1 else { return false }
    switch text.columns[0].text {
    case StructuralColumn.source, StructuralColumn.target, StructuralColumn.parent: return true
    default: return false
    }
  }
}

/// What facts rest on, as far as it is said.
struct OriginMapping {
  var place: TextMapping?
  var document: TextMapping?
  var basis: TextMapping?

  var isEmpty: Bool { place == nil && document == nil && basis == nil }

  var texts: [TextMapping] { [place, document, basis].compactMap { $0 } }
}

extension TextMapping {
  /// The columns that it speaks of.
  var columnNames: [MappedName] {
    let inTemplate = (template ?? []).compactMap { part -> MappedName? in
      if case .column(let name) = part { MappedName(name, at: place) } else { nil }
    }
    return columns + inTemplate
  }
}

extension QueryMapping {
  /// The columns that it speaks of.
  var columnNames: [MappedName] {
    var texts = origin.texts
    var names = filter.columns + ignoredColumns
    for entity in entities {
      names += entity.keys + entity.filter.columns
      texts += [entity.each, entity.title, entity.id, entity.aliases].compactMap { $0 }
      texts += entity.attributes.map(\.text) + entity.origin.texts
    }
    for relation in relations {
      names += relation.filter.columns
      texts += [relation.from.text, relation.to.text] + relation.origin.texts
      if let open = relation.open { texts.append(open) }
    }
    return names + texts.flatMap(\.columnNames)
  }

  /// The columns by which it tells records apart.
  var filterColumns: [MappedName] {
    filter.columns + entities.flatMap(\.filter.columns) + relations.flatMap(\.filter.columns)
  }

  /// Whether it reads the records of a table.
  func reads(_ table: RecordTable) -> Bool {
    guard files.isEmpty || files.contains(where: { $0.text.isFile(table.path) }) else {
      return false
    }
    return table.form == .rows ? form == nil || form == .rows : graphForm == table.form
  }
}

extension String {
  /// Whether a mapping that speaks of this file, or address of one, means the file at `path`.
  func isFile(_ path: String) -> Bool {
    let own = split(separator: "/").last.map(String.init) ?? self
    let other = path.split(separator: "/").last.map(String.init) ?? path
    return own == other
  }
}
