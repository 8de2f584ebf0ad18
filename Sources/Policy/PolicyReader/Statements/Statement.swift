/// A department's, government's or other body's part in an item.
package struct Party: Hashable, Sendable {
  /// What it has to do with the item.
  package let role: Role
  /// Its name in this document, one spelling for all of its spellings.
  package let name: String
}

/// A leader's part in an item.
package struct LeaderPart: Hashable, Sendable {
  /// What the leader has to do with the item.
  package let role: Role
  /// The name without padding.
  package let name: String
  /// The titles beside the name; none where the text has none.
  package let titles: [String]
}

/// A statement of responsibility.
package struct Statement: Sendable {
  /// The place of the item that it speaks of: `二/(五)/2`; empty for the whole document.
  package let place: String
  /// The position among several statements of one item, from 1; `nil` for an only one.
  package let part: Int?
  /// The units in the order of the text, each once with a role.
  package internal(set) var parties: [Party]
  /// The leaders in the order of the text.
  package let leaders: [LeaderPart]
  /// The roles whose lists say that there are others (等).
  package let openRoles: Set<Role>
  /// Until when, as dates are written (`2024-12`); `nil` where nothing says so.
  package let deadline: String?
  /// The line in the file, from 1.
  package let line: Int
  /// Whether any of its lists says that there are others.
  package var isOpen: Bool { !openRoles.isEmpty }
  /// The item in the outline.
  let item: Int
}
