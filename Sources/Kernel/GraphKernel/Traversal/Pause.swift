/// How often long searches tell their progress.
enum Pause {
  /// After so many nodes: a few thousandths of a second apart, and a search is no slower for it.
  static let interval = 1 << 16
}
