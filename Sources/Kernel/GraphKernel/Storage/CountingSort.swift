/// Where each bucket begins when keys are sorted by counting them.
enum CountingSort {
  /// The running totals of how often each key occurs: bucket *k* is `result[k] ..< result[k + 1]`.
  ///
  /// - Precondition: every key is below `bucketCount`; checked in debug builds only.
  /// - Complexity: O(*keys* + *buckets*) time, O(*buckets*) memory.
  static func offsets(of keys: UnsafeBufferPointer<UInt32>, bucketCount: Int) -> IndexBuffer {
    IndexBuffer(count: bucketCount + 1) { offsets in
      offsets.update(repeating: 0)
      for key in keys {
        offsets[Int(key) + 1] += 1
      }
      for bucket in 0..<bucketCount {
        offsets[bucket + 1] += offsets[bucket]
      }
    }
  }

  /// The next free place of each bucket, to begin with.
  static func cursors(_ offsets: IndexBuffer) -> Scratch<UInt32> {
    let cursors = Scratch<UInt32>(capacity: offsets.count)
    cursors.fill(from: offsets)
    return cursors
  }
}
