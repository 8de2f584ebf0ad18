/// Memory of 32-bit numbers, freed with the last ``IndexBuffer`` that reads it.
///
/// Written by its maker alone, before anybody else sees it.
final class IndexStorage: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>
  private let count: Int

  /// Room for `count` numbers, not cleared.
  init(count: Int) {
    self.count = count
    start = .allocateLarge(capacity: count)
  }

  deinit {
    start.deallocate()
  }

  var memory: UnsafeMutableBufferPointer<UInt32> {
    UnsafeMutableBufferPointer(start: start, count: count)
  }
}
