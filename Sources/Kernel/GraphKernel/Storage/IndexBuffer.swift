/// An immutable run of 32-bit numbers: memory of its own, or a part of memory that another keeps.
///
/// To copy one copies a reference. Two are equal when their numbers are, wherever they lie.
///
/// The memory is never written to after the buffer is made, which is what makes it safe to share
/// among threads; whoever lends memory promises the same.
public struct IndexBuffer: Hashable, @unchecked Sendable {
  /// Valid for `count` numbers for as long as `owner` lives.
  @usableFromInline let base: UnsafePointer<UInt32>

  /// How many numbers there are.
  public let count: Int

  /// Keeps the memory.
  @usableFromInline let owner: AnyObject

  @usableFromInline
  init(base: UnsafePointer<UInt32>, count: Int, owner: AnyObject) {
    self.base = base
    self.count = count
    self.owner = owner
  }
}

extension IndexBuffer {
  /// The given numbers, copied.
  ///
  /// - Complexity: O(*n*) time, 4 bytes a number.
  public init(_ numbers: some Collection<UInt32>) {
    self.init(count: numbers.count) { memory in
      _ = memory.initialize(fromContentsOf: numbers)
    }
  }

  /// `count` numbers that `fill` writes into memory of the buffer's own.
  ///
  /// - Parameters:
  ///   - count: how many numbers; not negative.
  ///   - fill: must write every number, since the memory is not cleared before; it must not keep
  ///     the pointer. When it throws, there is no buffer.
  public init<Failure: Error>(
    count: Int,
    filledBy fill: (UnsafeMutableBufferPointer<UInt32>) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(count >= 0, "a buffer of \(count) numbers")
    let storage = IndexStorage.make(count: count)
    try fill(UnsafeMutableBufferPointer(start: storage.start, count: count))
    self.init(base: UnsafePointer(storage.start), count: count, owner: storage)
  }

  /// The numbers that `bytes` hold, where they lie: nothing is copied.
  ///
  /// They are read in the order of this machine's bytes; a file is little-endian, as every machine
  /// is that the library runs on.
  ///
  /// - Parameters:
  ///   - bytes: memory that `owner` keeps, and that nobody writes to while it does.
  ///   - owner: freed no sooner than the last buffer made from this one.
  /// - Precondition: the bytes begin at a multiple of four, and their number is one.
  /// - Complexity: O(1).
  public init(borrowing bytes: UnsafeRawBufferPointer, keptBy owner: any AnyObject & Sendable) {
    precondition(
      Int(bitPattern: bytes.baseAddress) % 4 == 0 && bytes.count % 4 == 0,
      "32-bit numbers begin and end at multiples of four bytes"
    )
    let numbers = bytes.bindMemory(to: UInt32.self)
    guard let base = numbers.baseAddress else {
      self.init([])
      return
    }
    self.init(base: base, count: numbers.count, owner: owner)
  }
}

extension IndexBuffer: RandomAccessCollection {
  /// Zero.
  @inlinable public var startIndex: Int { 0 }

  /// How many numbers there are.
  @inlinable public var endIndex: Int { count }

  /// The number at `position`, which is checked.
  @inlinable
  public subscript(position: Int) -> UInt32 {
    precondition(
      position >= 0 && position < count,
      "position \(position) is outside a buffer of \(count) numbers"
    )
    defer { extendLifetime(owner) }
    return base[position]
  }

  /// Lets `body` read the numbers without a check at each; the pointer is valid inside it alone.
  @inlinable
  public func withUnsafeBufferPointer<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt32>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { extendLifetime(owner) }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// The fast way for the standard library's own algorithms.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result? {
    defer { extendLifetime(owner) }
    return try body(UnsafeBufferPointer(start: base, count: count))
  }
}

extension IndexBuffer {
  /// Whether both hold the same numbers.
  ///
  /// - Complexity: O(1) where both are the same memory, O(*n*) otherwise.
  public static func == (left: IndexBuffer, right: IndexBuffer) -> Bool {
    left.count == right.count && (left.base == right.base || left.elementsEqual(right))
  }

  /// Feeds the numbers.
  ///
  /// - Complexity: O(*n*).
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    withUnsafeBufferPointer { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// How many bytes the numbers take, whoever keeps them.
  public var byteCount: Int { count * 4 }
}
