/// How much of an XML text is read before it is refused: one made to harm meets an error here.
package struct XMLLimits: Hashable, Sendable {
  /// The most bytes of a text.
  package var bytes = 256 << 20
  /// The most elements inside one another.
  package var depth = 256

  package init() {}
}
