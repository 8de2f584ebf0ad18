/// How much of a YAML file is read before it is refused: a file made to harm meets an error here.
struct YAMLLimits {
  /// The most bytes of a file.
  var bytes = 16 << 20
  /// The most sequences and mappings inside one another.
  var depth = 32
  /// The most nodes, each alias counted as all that it stands for.
  var weight = 2_000_000
}
