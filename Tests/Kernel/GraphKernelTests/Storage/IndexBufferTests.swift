import GraphKernel
import Testing

@Suite struct IndexBufferTests {
  @Test func `a buffer holds the numbers it was given`() {
    #expect(Array(IndexBuffer([3, 1, .max])) == [3, 1, .max])
    #expect(Array(IndexBuffer([])).isEmpty)
    #expect(IndexBuffer([3, 1]).byteCount == 8)
  }

  @Test func `buffers are equal when their numbers are`() {
    #expect(IndexBuffer([1, 2]) == IndexBuffer([1, 2]))
    #expect(IndexBuffer([1, 2]) != IndexBuffer([2, 1]))
    #expect(IndexBuffer([1]) != IndexBuffer([1, 1]))
    #expect(Set([IndexBuffer([1, 2]), IndexBuffer([1, 2]), IndexBuffer([])]).count == 2)
  }

  @Test func `lent memory lives as long as the last buffer on it`() {
    let freed = Flag()
    var buffer: IndexBuffer? = borrowed(Lender(of: [7, 8, 9], freed))
    #expect(buffer.map(Array.init) == [7, 8, 9])
    #expect(!freed.isSet)
    buffer = nil
    #expect(freed.isSet)
  }

  @Test func `large blocks are memory like any other`() {
    let buffer = IndexBuffer(count: 2_000_000) { memory in
      for position in memory.indices { memory[position] = UInt32(position) }
    }
    #expect(buffer[1_999_999] == 1_999_999)
    #expect(buffer.elementsEqual(0..<2_000_000))
  }

  @Test func `a position outside the buffer is refused`() async {
    await #expect(processExitsWith: .failure) { _ = IndexBuffer([1])[1] }
    await #expect(processExitsWith: .failure) { _ = IndexBuffer([1])[-1] }
  }

  @Test func `bytes that begin between two numbers are refused`() async {
    await #expect(processExitsWith: .failure) {
      let lender = Lender(of: [1, 2], Flag())
      _ = IndexBuffer(
        borrowing: UnsafeRawBufferPointer(rebasing: lender.bytes.dropFirst().prefix(4)),
        keptBy: lender
      )
    }
  }

  private func borrowed(_ lender: Lender) -> IndexBuffer {
    IndexBuffer(borrowing: lender.bytes, keptBy: lender)
  }
}

/// Memory that is nobody's array, as that of a mapped file.
final class Lender: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let freed: Flag

  init(of numbers: [UInt32], _ freed: Flag) {
    let memory = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: numbers.count)
    _ = memory.initialize(fromContentsOf: numbers)
    bytes = UnsafeRawBufferPointer(memory)
    self.freed = freed
  }

  deinit {
    bytes.deallocate()
    freed.isSet = true
  }
}

/// Set by one thread, on the way out of a test.
final class Flag: @unchecked Sendable {
  var isSet = false
}
