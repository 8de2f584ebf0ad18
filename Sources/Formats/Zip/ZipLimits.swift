/// How much of an archive is unpacked before it is refused: one made to harm meets an error here.
package struct ZipLimits: Hashable, Sendable {
  /// The most parts of an archive.
  package var parts = 10_000
  /// The most bytes that one part may unpack to.
  package var partBytes = 64 << 20
  /// The most bytes that all parts read, each as often as it is read, may unpack to.
  package var totalBytes = 256 << 20
  /// How many times larger than in the archive a part may be.
  package var growth = 400
  /// A part that unpacks to no more than this may have grown by any factor.
  package var harmlessBytes = 1 << 20

  package init() {}
}
