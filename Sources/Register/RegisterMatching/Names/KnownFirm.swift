/// The number of a firm among those that a name may mean: its place, from 0.
package struct FirmNumber: Hashable, Comparable, Sendable {
  /// The place from 0.
  package let index: Int

  /// The number of the firm at `index`.
  package init(_ index: Int) {
    self.index = index
  }

  /// In the order in which the firms were given.
  package static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// A firm that a name may mean: a row of a register, or a firm of the graph.
package struct KnownFirm: Hashable, Sendable {
  /// The full name, as registered.
  package var name: String
  /// Names that the firm had before.
  package var formerNames: [String]
  /// Other names in use, such as short ones.
  package var aliases: [String]
  /// The unified social credit code as `CreditCode` writes it; `nil` where none is known or the
  /// text is none.
  package var creditCode: String?

  /// A firm.
  package init(
    name: String,
    formerNames: [String] = [],
    aliases: [String] = [],
    creditCode: String? = nil
  ) {
    self.name = name
    self.formerNames = formerNames
    self.aliases = aliases
    self.creditCode = creditCode
  }
}
