/// The working memory of one run of an algorithm: a fixed number of plain values, freed with it.
///
/// Hot loops hold it in place of an array, since a position is checked in debug builds only and
/// memory that is written before it is read need not be cleared first.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private let storage: UnsafeMutableBufferPointer<Element>

  /// Room for `capacity` values, each of which must be written before it is read.
  init(capacity: Int) {
    storage = .allocate(capacity: capacity)
  }

  init(repeating value: Element, count: Int) {
    storage = .allocate(capacity: count)
    storage.initialize(repeating: value)
  }

  deinit {
    storage.deallocate()
  }

  var count: Int { storage.count }

  subscript(position: Int) -> Element {
    get { storage[position] }
    nonmutating set { storage[position] = newValue }
  }

  subscript(position: UInt32) -> Element {
    get { storage[Int(position)] }
    nonmutating set { storage[Int(position)] = newValue }
  }

  /// The first `count` values as an array.
  func prefix(_ count: Int) -> [Element] {
    Array(storage.prefix(count))
  }
}
