/// The working memory of one run of an algorithm: a fixed number of plain values, freed with it.
///
/// Hot loops hold it in place of an array, since a position is checked in debug builds only and
/// memory that is written before it is read need not be cleared first.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  /// Where the values lie, for the innermost loops.
  let start: UnsafeMutablePointer<Element>

  let count: Int

  /// Room for `capacity` values, each of which must be written before it is read.
  init(capacity: Int) {
    start = .allocateLarge(capacity: capacity)
    count = capacity
  }

  init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    start.initialize(repeating: value, count: count)
  }

  deinit {
    start.deallocate()
  }

  subscript(position: Int) -> Element {
    get {
      assert(position >= 0 && position < count)
      return start[position]
    }
    nonmutating set {
      assert(position >= 0 && position < count)
      start[position] = newValue
    }
  }

  subscript(position: UInt32) -> Element {
    get { self[Int(position)] }
    nonmutating set { self[Int(position)] = newValue }
  }

  /// The first `count` values as an array.
  func prefix(_ count: Int) -> [Element] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }
}

extension Scratch<UInt32> {
  func fill(from buffer: IndexBuffer) {
    assert(buffer.count <= count)
    buffer.withUnsafeBufferPointer { numbers in
      if let base = numbers.baseAddress { start.update(from: base, count: numbers.count) }
    }
  }
}
