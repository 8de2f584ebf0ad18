/// Reads what ``ByteWriter`` wrote; whatever the bytes hold, the outcome is a value or an error.
package struct ByteReader {
  /// The bytes end too soon, or say what cannot be.
  package struct Failure: Error, Hashable, Sendable {
    package init() {}
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// A reader of bytes that live as long as it does.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func byte() throws(Failure) -> UInt8 {
    guard position < bytes.count else { throw Failure() }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func flag() throws(Failure) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw Failure()
    }
  }

  package mutating func word() throws(Failure) -> UInt64 {
    var number: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let byte = try byte()
      let part = UInt64(byte & 0x7F)
      guard shift < 63 || part <= 1 else { throw Failure() }
      number |= part << shift
      if byte < 0x80 { return number }
    }
    throw Failure()
  }

  package mutating func number() throws(Failure) -> Int {
    guard let number = Int(exactly: try word()) else { throw Failure() }
    return number
  }

  package mutating func decimal() throws(Failure) -> Double {
    var pattern: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { pattern |= UInt64(try byte()) << shift }
    return Double(bitPattern: pattern)
  }

  package mutating func text() throws(Failure) -> String {
    guard let text = String(validating: try textBytes(), as: UTF8.self) else { throw Failure() }
    return text
  }

  /// The bytes of a text; whether they are one, the caller asks.
  package mutating func textBytes() throws(Failure) -> UnsafeBufferPointer<UInt8> {
    let count = try number()
    guard count <= bytes.count - position else { throw Failure() }
    defer { position += count }
    return UnsafeBufferPointer(rebasing: bytes[position..<position + count])
  }

  package mutating func optional<Value>(
    _ body: (inout Self) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    try flag() ? body(&self) : nil
  }

  package mutating func list<Value>(
    _ body: (inout Self) throws(Failure) -> Value
  ) throws(Failure) -> [Value] {
    let count = try number()
    // Each takes a byte at the least: a number that lies cannot make the memory run out.
    guard count <= bytes.count - position else { throw Failure() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }
}
