/// Where each bucket begins when keys are sorted by counting them.
enum CountingSort {
  /// The running totals of how often each key occurs: bucket *k* is `result[k] ..< result[k + 1]`.
  ///
  /// - Complexity: O(*keys* + *buckets*) time, O(*buckets*) memory.
  static func offsets(of keys: some Sequence<UInt32>, bucketCount: Int) -> [UInt32] {
    var offsets = [UInt32](repeating: 0, count: bucketCount + 1)
    for key in keys {
      offsets[Int(key) + 1] += 1
    }
    for bucket in 0..<bucketCount {
      offsets[bucket + 1] += offsets[bucket]
    }
    return offsets
  }
}
