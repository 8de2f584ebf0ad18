extension FirmText {
  /// What the firm's products and scope name, a phrase each, without verbs, fillers and what stands in
  /// brackets; in the order of the texts, products first.
  ///
  /// - Complexity: O(*n*) over the bytes.
  package var phrases: [String] {
    var reader = PhraseReader()
    for (position, product) in products.enumerated() {
      Array(product.name.utf8).withUnsafeBufferPointer {
        reader.read($0, source: .product(position))
      }
    }
    Array(scope.utf8).withUnsafeBufferPointer { reader.read($0, source: .scope) }
    return reader.phrases.map { String(decoding: reader.text[$0.core], as: UTF8.self) }
      .filter { !$0.isEmpty }
  }
}
