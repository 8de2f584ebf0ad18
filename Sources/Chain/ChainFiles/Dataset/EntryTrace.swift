package import ChainModel
package import Diagnostics
package import GraphKernel

/// Where the facts of a data set are written: what a reader remembers for who changes its files.
package struct EntryTrace {
  package struct File {
    package let path: String
    package let root: EntryNode
    package let defaults: FileDefaults
    /// Whether it is of the library of chains, or what a use of it adds: no list of entries that can be
    /// changed in its place.
    package let isFixed: Bool

    package init(path: String, root: EntryNode, defaults: FileDefaults, isFixed: Bool = false) {
      self.path = path
      self.root = root
      self.defaults = defaults
      self.isFixed = isFixed
    }
  }

  /// The entry of a node.
  package struct Entry {
    package let file: Int
    package let schema: EntrySchema
    package let item: EntryNode
  }

  /// A relation as an entry writes it, or takes it from defaults.
  package struct WrittenRelation {
    /// The node whose entry it is.
    package let entry: NodeIndex
    package let definition: RelationDefinition
    /// The relation under whose field it stands: that of which it is a sort, where the item says so.
    package let base: RelationDefinition
    /// The end at which the entry's node stands.
    package let end: RelationDefinition.End
    /// The node at the other end.
    package let other: NodeIndex
    /// The days that the item says.
    package let period: Origin.Period
    /// What names the other node: a text, or a mapping with an origin.
    package let item: EntryNode
  }

  /// In the order in which they were read.
  package var files: [File] = []
  /// By node.
  package var entries: [Entry] = []
  /// In the order in which they were read.
  package var relations: [WrittenRelation] = []
  /// Relations that stand in files which cannot be changed.
  package var fixedRelations: [WrittenRelation] = []

  /// Nothing read yet.
  package init() {}
}
