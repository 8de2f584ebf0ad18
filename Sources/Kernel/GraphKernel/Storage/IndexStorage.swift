/// Memory of 32-bit numbers, freed with the last ``IndexBuffer`` that reads it.
///
/// Written by its maker alone, before anybody else sees it. A few numbers lie in the object itself:
/// to have one piece of memory takes half the time of two, and small searches do little else. Many
/// lie apart, in large pages; the header is where.
final class IndexStorage: ManagedBuffer<UnsafeMutablePointer<UInt32>?, UInt32> {
  private static let fewest = 1 << 10

  /// Room for `count` numbers, not cleared.
  static func make(count: Int) -> IndexStorage {
    let isSmall = count < fewest
    let storage = create(minimumCapacity: isSmall ? count : 0) { _ in
      isSmall ? nil : .allocateLarge(capacity: count)
    }
    return unsafeDowncast(storage, to: IndexStorage.self)
  }

  deinit {
    header?.deallocate()
  }

  var start: UnsafeMutablePointer<UInt32> {
    header ?? withUnsafeMutablePointerToElements { $0 }
  }
}
