import ChainModel
import GraphKernel
import YAMLReading

/// Where the facts of a data set are written: what a reader remembers for who changes its files.
struct EntryTrace {
  struct File {
    let path: String
    let root: YAMLNode
    let defaults: FileDefaults
  }

  /// The entry of a node.
  struct Entry {
    let file: Int
    let schema: EntrySchema
    let item: YAMLNode
  }

  /// A relation as an entry writes it, or takes it from defaults.
  struct WrittenRelation {
    /// The node whose entry it is.
    let entry: NodeIndex
    let definition: RelationDefinition
    /// The end at which the entry's node stands.
    let end: RelationEnd
    /// The node at the other end.
    let other: NodeIndex
    /// What names the other node: a text, or a mapping with an origin.
    let item: YAMLNode
  }

  /// In the order in which they were read.
  var files: [File] = []
  /// By node.
  var entries: [Entry] = []
  /// In the order in which they were read.
  var relations: [WrittenRelation] = []
}
