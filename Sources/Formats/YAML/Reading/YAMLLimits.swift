/// How much of a YAML file is read before it is refused: a file made to harm meets an error here.
package struct YAMLLimits {
  /// The most bytes of a file.
  package var bytes = 16 << 20
  /// The most sequences and mappings inside one another.
  package var depth = 32
  /// The most nodes, each alias counted as all that it stands for.
  package var weight = 2_000_000

  package init() {}
}
