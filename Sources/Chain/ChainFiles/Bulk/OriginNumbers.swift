import Columns
import ChainModel
import Diagnostics
import GraphKernel

/// Turns the origins of chunks into those of a graph, once all documents are known.
struct OriginNumbers {
  private let nodes: JoinedNodes
  private let document: NodeIndex?
  private let documentKind: Int?
  private let referenceKind: Int?
  private let registerKind: Int?
  private var table = OriginTable.Numbers()
  /// The documents that were named and are none: each is told once.
  private var unknown: Set<[UInt8]> = []

  init(_ nodes: JoinedNodes, document: NodeIndex?, _ ontology: Ontology) {
    self.nodes = nodes
    self.document = document
    documentKind = ontology.position(of: .document)
    referenceKind = ontology.position(of: .reference)
    registerKind = ontology.position(of: .register)
  }

  /// The relations of chunks, which are freed, with origins of the graph's numbers.
  mutating func parts(
    _ chunks: consuming [BulkChunk<EdgeRows>],
    faults: inout [BulkFault]
  ) -> [RelationPart] {
    chunks.map { chunk in
      let rows = chunk.rows
      let map = map(rows.citations, &faults)
      return RelationPart(
        kinds: rows.kinds,
        sources: rows.sources,
        targets: rows.targets,
        origins: map.count == 1 ? [] : rows.origins.map { map[Int($0)] }
      )
    }
  }

  /// The numbers of the origins of all chunks' rows, one chunk behind the other.
  mutating func numbers(
    _ parts: [[UInt32]],
    _ citations: [ChunkOrigins],
    count: Int,
    faults: inout [BulkFault]
  ) -> NumberColumn<UInt32> {
    let maps = citations.map { map($0, &faults) }
    return NumberColumn(count: count) { numbers in
      guard parts.contains(where: { !$0.isEmpty }) else {
        numbers.update(repeating: OriginTable.industryKnowledge)
        return
      }
      var place = 0
      for (part, map) in zip(parts, maps) {
        for number in part {
          numbers[place] = map[Int(number)]
          place += 1
        }
      }
    }
  }

  /// For each number of a chunk that of the graph.
  private mutating func map(_ origins: ChunkOrigins, _ faults: inout [BulkFault]) -> [UInt32] {
    var map = [OriginTable.industryKnowledge]
    origins.forEach { source, place in
      let range = origins.places[map.count - 1]
      let period = origins.periods[map.count - 1]
      // Only general knowledge that holds for some days has a number and no place.
      if place.isEmpty {
        let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        map.append(
          table.number(document: OriginTable.noDocument, place: nothing, period: period)
        )
        return
      }
      guard let document = document(source, at: range, &faults) else {
        map.append(OriginTable.industryKnowledge)
        return
      }
      let cited = OriginTable.number(citing: document, basis(of: document))
      map.append(
        place.withUnsafeBufferPointer {
          table.number(document: cited, place: $0, period: period)
        }
      )
    }
    return map
  }

  /// What is cited from `document` rests on.
  private func basis(of document: NodeIndex) -> Basis {
    switch Int(nodes.kinds[document.position]) {
    case referenceKind: .industryKnowledge
    case registerKind: .register
    default: .document
    }
  }

  private mutating func document(
    _ source: ArraySlice<UInt8>,
    at range: Range<Int>,
    _ faults: inout [BulkFault]
  ) -> NodeIndex? {
    if source.isEmpty, let document { return document }
    if let node = source.withUnsafeBufferPointer({ nodes.node(id: $0) }),
      [documentKind, registerKind, referenceKind].contains(Int(nodes.kinds[node.position]))
    {
      return node
    }
    guard nodes.isComplete, unknown.insert(Array(source)).inserted else { return nil }
    let id = String(decoding: source, as: UTF8.self)
    faults.append(
      BulkFault(range: range) { place in
        id.isEmpty
          ? .missingField("source", at: place)
          : .unknownReference(id, kinds: .citable, candidates: [], at: place)
      }
    )
    return nil
  }

  func finish() -> OriginTable { table.finish() }
}
