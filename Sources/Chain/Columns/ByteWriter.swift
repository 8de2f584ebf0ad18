/// Writes small things one behind the other: numbers in as few bytes as they need, texts with their
/// length before them.
package struct ByteWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A whole number that is not negative, seven bits a byte, the lowest first.
  package mutating func write(_ number: Int) {
    precondition(number >= 0, "a number below zero")
    write(UInt64(number))
  }

  package mutating func write(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func write(_ byte: UInt8) { bytes.append(byte) }

  /// A text in UTF-8.
  package mutating func write(utf8 text: UnsafeBufferPointer<UInt8>) {
    write(text.count)
    bytes.append(contentsOf: text)
  }

  /// Room for `count` bytes in all.
  package mutating func reserveCapacity(_ count: Int) { bytes.reserveCapacity(count) }

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func write(_ number: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
    }
  }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// Whether there is something, and the thing.
  package mutating func write<Value>(
    optional value: Value?,
    _ body: (inout Self, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  /// How many there are, and each.
  package mutating func write<Value>(
    each values: some Collection<Value>,
    _ body: (inout Self, Value) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }
}
