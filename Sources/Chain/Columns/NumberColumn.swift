package import GraphKernel

/// An immutable run of plain numbers: memory of its own, or a part of memory that another keeps,
/// such as a mapped file.
///
/// To copy one copies a reference. The memory is never written to after the column is made, which
/// is what makes it safe to share among threads; whoever lends memory promises the same.
package struct NumberColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// Valid for `count` elements for as long as `owner` lives.
  @usableFromInline let base: UnsafePointer<Element>

  @usableFromInline package let count: Int

  @usableFromInline let owner: any AnyObject & Sendable

  private init(
    base: UnsafePointer<Element>,
    count: Int,
    owner: any AnyObject & Sendable
  ) {
    self.base = base
    self.count = count
    self.owner = owner
  }
}

extension NumberColumn {
  /// `count` elements that `fill` writes; it must write every one, and not keep the pointer.
  package init<Failure: Error>(
    count: Int,
    filledBy fill: (UnsafeMutableBufferPointer<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    let memory = ColumnMemory<Element>(count: count)
    try fill(UnsafeMutableBufferPointer(start: memory.start, count: count))
    self.init(memory)
  }

  /// What was written into `memory`: all of it must have been, and nobody may write to it any more.
  package init(_ memory: ColumnMemory<Element>) {
    self.init(base: UnsafePointer(memory.start), count: memory.count, owner: memory)
  }

  /// The given elements, copied.
  package init(_ elements: some Collection<Element>) {
    self.init(count: elements.count) { _ = $0.initialize(fromContentsOf: elements) }
  }

  /// The elements that `bytes` hold, where they lie: nothing is copied.
  ///
  /// - Precondition: The bytes begin at a multiple of an element's size, and hold whole elements.
  package init(borrowing bytes: UnsafeRawBufferPointer, keptBy owner: any AnyObject & Sendable) {
    let size = MemoryLayout<Element>.stride
    precondition(
      Int(bitPattern: bytes.baseAddress) % MemoryLayout<Element>.alignment == 0
        && bytes.count % size == 0,
      "the elements of a column begin and end where their size says"
    )
    guard let start = bytes.baseAddress else {
      self.init([])
      return
    }
    let count = bytes.count / size
    self.init(base: start.bindMemory(to: Element.self, capacity: count), count: count, owner: owner)
  }
}

extension NumberColumn: RandomAccessCollection {
  @inlinable package var startIndex: Int { 0 }
  @inlinable package var endIndex: Int { count }

  @inlinable
  package subscript(position: Int) -> Element {
    precondition(position >= 0 && position < count, "a position outside a column")
    defer { extendLifetime(owner) }
    return base[position]
  }

  /// Lets `body` read without a check at each element; the pointer is valid inside it alone.
  @inlinable
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { extendLifetime(owner) }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  @inlinable
  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    defer { extendLifetime(owner) }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// How many bytes the elements take, whoever keeps them.
  package var byteCount: Int { count * MemoryLayout<Element>.stride }
}

extension NumberColumn<UInt32> {
  /// The same numbers as the kernel takes them; nothing is copied.
  package var indexBuffer: IndexBuffer {
    IndexBuffer(
      borrowing: UnsafeRawBufferPointer(start: base, count: byteCount),
      keptBy: owner
    )
  }

  /// The numbers of `buffer`, which the column keeps; nothing is copied.
  package init(_ buffer: IndexBuffer) {
    self = buffer.withUnsafeBufferPointer { numbers in
      NumberColumn(borrowing: UnsafeRawBufferPointer(numbers), keptBy: IndexKeeper(buffer: buffer))
    }
  }
}

/// Memory of a column's own, written by its maker alone, before anybody else sees it; in large pages
/// where there is much of it.
package final class ColumnMemory<Element: BitwiseCopyable>: @unchecked Sendable {
  package let start: UnsafeMutablePointer<Element>
  package let count: Int

  /// Memory for `count` elements, not cleared.
  package init(count: Int) {
    precondition(count >= 0, "a column of \(count) elements")
    self.count = count
    start = .allocateLarge(capacity: count)
  }

  deinit { start.deallocate() }
}

/// Keeps the memory of a buffer for a column.
private final class IndexKeeper: Sendable {
  let buffer: IndexBuffer
  init(buffer: IndexBuffer) { self.buffer = buffer }
}
