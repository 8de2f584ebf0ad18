import GraphKernel
import Testing

@Suite struct IndexTests {
  @Test func `an index keeps its position and orders by it`() {
    #expect(NodeIndex(7).position == 7)
    #expect(ArcIndex(7).offset == 7)
    #expect(NodeIndex(2) < NodeIndex(3))
    #expect(ArcIndex(2) < ArcIndex(3))
    #expect(ComponentIndex(2) < ComponentIndex(3))
  }

  @Test func `a range of indices runs through them`() {
    #expect((NodeIndex(2)..<NodeIndex(5)).positions == [2, 3, 4])
    #expect((ArcIndex(2)..<ArcIndex(5)).positions == [2, 3, 4])
    #expect((ComponentIndex(2)..<ComponentIndex(5)).map(\.position) == [2, 3, 4])
  }

  @Test func `a component and the node that stands for it are at one place`() {
    #expect(ComponentIndex(4).node == NodeIndex(4))
    #expect(ComponentIndex(NodeIndex(4)) == ComponentIndex(4))
  }

  @Test func `the opposite of the opposite is the direction itself`() {
    #expect(Direction.forward.opposite == .reverse)
    #expect(Direction.allCases.allSatisfy { $0.opposite.opposite == $0 })
  }

  @Test func `a negative index is refused`() async {
    await #expect(processExitsWith: .failure) { _ = NodeIndex(-1) }
  }

  @Test func `the index that stands for none is refused`() async {
    await #expect(processExitsWith: .failure) { _ = ArcIndex(Int(UInt32.max)) }
  }
}
