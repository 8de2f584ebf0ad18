import TestSupport
import Testing

@testable import Columns

struct ByteTests {
  private static func written() -> [UInt8] {
    var writer = ByteWriter()
    for number in [0, 1, 127, 128, 16_384, Int.max] { writer.write(number) }
    writer.write(UInt64.max)
    writer.write(true)
    writer.write(-2.5)
    writer.write("产业链")
    writer.write("")
    return writer.bytes
  }

  private static func read(_ bytes: [UInt8]) -> Result<[String], ByteReader.Failure> {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = ByteReader(bytes)
      return Result { () throws(ByteReader.Failure) in
        var read: [String] = []
        for _ in 0..<6 { read.append(String(try reader.number())) }
        read.append(String(try reader.word()))
        read.append(String(try reader.flag()))
        read.append(String(try reader.decimal()))
        read.append(try reader.text())
        read.append(try reader.text())
        return read
      }
    }
  }

  @Test func `what is written is read`() throws {
    #expect(
      try Self.read(Self.written()).get() == [
        "0", "1", "127", "128", "16384", String(Int.max), String(UInt64.max), "true", "-2.5", "产业链",
        "",
      ]
    )
  }

  @Test func `bytes that end too soon are a failure at every length`() {
    let bytes = Self.written()
    for count in bytes.indices {
      #expect(throws: ByteReader.Failure.self) { try Self.read(Array(bytes[..<count])).get() }
    }
  }

  @Test func `bytes that are changed are something or a failure`() {
    let bytes = Self.written()
    for position in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[position] ^= 1 << UInt8(bit)
        _ = Self.read(changed)
      }
    }
  }

  @Test func `a list that claims more than there is does not take the memory for it`() {
    var writer = ByteWriter()
    writer.write(Int.max)
    writer.bytes.withUnsafeBufferPointer { bytes in
      var reader = ByteReader(bytes)
      #expect(throws: ByteReader.Failure.self) {
        try reader.list { reader throws(ByteReader.Failure) in try reader.byte() }
      }
    }
  }
}
