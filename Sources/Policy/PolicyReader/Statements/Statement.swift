/// A department's, government's or other body's part in an item.
public struct Party: Hashable, Sendable {
  /// What it has to do with the item.
  public let role: Role
  /// Its name in this document, one spelling for all of its spellings.
  public let name: String
}

/// A leader's part in an item.
public struct LeaderPart: Hashable, Sendable {
  /// What the leader has to do with the item.
  public let role: Role
  /// The name without padding.
  public let name: String
  /// The titles beside the name; none where the text has none.
  public let titles: [String]
}

/// A statement of responsibility.
public struct Statement: Sendable {
  /// The place of the item that it speaks of: `二/(五)/2`; empty for the whole document.
  public let place: String
  /// The position among several statements of one item, from 1; `nil` for an only one.
  public let part: Int?
  /// The units in the order of the text, each once with a role.
  public internal(set) var parties: [Party]
  /// The leaders in the order of the text.
  public let leaders: [LeaderPart]
  /// The roles whose lists say that there are others (等).
  public let openRoles: Set<Role>
  /// The line in the file, from 1.
  public let line: Int
  /// Whether any of its lists says that there are others.
  public var isOpen: Bool { !openRoles.isEmpty }
  /// The item in the outline.
  let item: Int
}
