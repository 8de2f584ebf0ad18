import GraphKernel
import Testing

@Suite struct DigraphPartsTests {
  @Test func `a graph is the sum of its parts`() throws {
    for sample in Sample.all(1_000) {
      let copy = try Digraph(validating: sample.graph.parts.copied())
      #expect(copy == sample.graph, "\(sample)")
      #expect(copy.hashValue == sample.graph.hashValue, "\(sample)")
      #expect(try Digraph(trusting: sample.graph.parts.copied()) == sample.graph, "\(sample)")
    }
  }

  @Test func `every changed number is found`() {
    for sample in Sample.all(300) {
      let columns = sample.graph.parts.columns
      for column in columns.indices {
        for position in columns[column].indices {
          for value in [columns[column][position] &+ 1, columns[column][position] &- 1, .max] {
            var changed = columns
            changed[column][position] = value
            #expect(throws: DigraphFault.self, "\(sample): \(column), \(position), \(value)") {
              _ = try Digraph(validating: Digraph.Parts(columns: changed))
            }
          }
        }
      }
    }
  }

  @Test func `a missing or additional number is found, even in trust`() {
    let columns = Digraph.of(3, [(0, 1), (1, 2), (2, 2)]).parts.columns
    for column in columns.indices {
      var changed = columns
      changed[column].removeLast()
      #expect(throws: DigraphFault.self) {
        _ = try Digraph(trusting: Digraph.Parts(columns: changed))
      }
      changed[column] = columns[column] + [0]
      #expect(throws: DigraphFault.self) {
        _ = try Digraph(trusting: Digraph.Parts(columns: changed))
      }
    }
    #expect(throws: DigraphFault.offsetCounts(forward: 0, backward: 0)) {
      _ = try Digraph(validating: Digraph.Parts(columns: [[], [], [], [], []]))
    }
  }

  @Test func `what does not fit is said in words`() {
    #expect(
      DigraphFault.neighbor(.forward, slot: 3).description
        == "the forward neighbour in slot 3 is no node"
    )
  }

  @Test func `a graph lies in lent memory without a copy`() throws {
    let parts = Digraph.of(3, [(0, 1), (1, 2), (2, 2)]).parts
    let freed = Flag()
    var graph: Digraph? = try Digraph(validating: parts.lent(freed))
    #expect(graph?.reach(from: nodes(0)).map(\.node.position) == [1, 2])
    #expect(!freed.isSet)
    graph = nil
    #expect(freed.isSet)
  }

  @Test func `a graph takes twelve bytes an arc and eight a node`() {
    #expect(Digraph.ring.byteCount == 12 * 1_000_000 + 8 * 1_000_001)
    #expect(Digraph.empty.byteCount == 8)
  }
}

extension Digraph.Parts {
  var columns: [[UInt32]] {
    [forwardOffsets, targets, backwardOffsets, sources, arcs].map(Array.init)
  }

  init(columns: [[UInt32]]) {
    let buffers = columns.map { IndexBuffer($0) }
    self.init(
      forwardOffsets: buffers[0],
      targets: buffers[1],
      backwardOffsets: buffers[2],
      sources: buffers[3],
      arcs: buffers[4]
    )
  }

  func copied() -> Self { Self(columns: columns) }

  /// The parts one after the other in memory that one lender keeps, as in a file.
  func lent(_ freed: Flag) -> Self {
    let lender = Lender(of: columns.flatMap(\.self), freed)
    var start = 0
    let buffers = columns.map { column in
      defer { start += column.count * 4 }
      return IndexBuffer(
        borrowing: UnsafeRawBufferPointer(
          rebasing: lender.bytes[start..<(start + column.count * 4)]
        ),
        keptBy: lender
      )
    }
    return Self(
      forwardOffsets: buffers[0],
      targets: buffers[1],
      backwardOffsets: buffers[2],
      sources: buffers[3],
      arcs: buffers[4]
    )
  }
}
