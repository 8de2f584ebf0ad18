import ChainModel
import GraphKernel

/// A node that records stand for, while they are read.
struct FoundEntity {
  /// What its existence rests on, before documents are known.
  struct Origin {
    var place: RecordText
    var document: RecordText?
    var isKnowledge: Bool
  }

  let kind: KindDefinition
  let name: String
  let id: String?
  var aliases: [String]
  var attributes: [(name: AttributeName, value: AttributeValue)]
  let place: RecordPlace
  let origin: Origin?

  /// The value that it has under an attribute.
  subscript(attribute: AttributeName) -> AttributeValue? {
    attributes.first { $0.name == attribute }?.value
  }
}

/// Where a fact stands: a stretch of the file of one of the tables.
struct RecordPlace: BitwiseCopyable {
  let table: Int
  let place: BytePlace
}

/// The keys of all entities, by which others speak of them.
struct KeyRegistry {
  private var entities: [String: [Int]] = [:]

  /// Stands between the parts of a key.
  static let separator = "\u{0}"

  /// A key as it is looked up.
  static func key(_ literal: String, _ parts: [String]) -> String {
    ([literal] + parts).joined(separator: separator)
  }

  subscript(key: String) -> [Int] { entities[key] ?? [] }

  mutating func add(_ entity: Int, key: String) { entities[key, default: []].append(entity) }

  /// Keys, for guessing which one was meant.
  func keys(of literal: String, most: Int) -> [String] {
    guard entities.count <= most else { return [] }
    let prefix = literal + Self.separator
    return entities.keys.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      .sorted()
  }
}
