import ChainModel
import Columns
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Files whose checksums agree, and whose insides somebody made up.
@Suite struct ForgedSnapshotTests {
  @Test func `a file made up with fitting checksums is refused, or answers without harm`() throws {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    let file = try TemporaryFile(sound)
    var random = SplitMix64(seed: 7)
    var (refused, accepted) = (0, 0)
    for section in Fuzzing.rounds(1).flatMap({ _ in Forge(sound).sections }) {
      for place in section.range where section.range.count < 400 || place % 13 == 0 {
        var forge = Forge(sound)
        let byte = [0, 255, UInt8.random(in: 0...255, using: &random)].randomElement(using: &random)
        guard let byte, byte != sound[place] else { continue }
        forge.change(place, to: byte, in: section)
        try file.write(forge.bytes)
        guard let dataset = Dataset.open(snapshot: file.path).dataset else {
          refused += 1
          continue
        }
        accepted += 1
        _ = SnapshotSamples.everything(of: dataset)
      }
    }
    #expect(refused > 500 && accepted > 200)
  }

  @Test func `an intact file that is forged nowhere is opened`() throws {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    var forge = Forge(sound)
    let section = forge.sections[0]
    forge.change(section.range.lowerBound, to: sound[section.range.lowerBound], in: section)
    #expect(forge.bytes == sound)
  }

  /// The columns whose numbers lead to places of others, and how many bytes a number has.
  private static let indices: [(section: SnapshotLayout.Section, width: Int)] =
    [
      (.kinds, 2), (.spellingOffsets, 4), (.spellingStarts, 4), (.identityOffsets, 4),
      (.identityNodes, 4), (.attributeOffsets, 4), (.origins, 4), (.kindOffsets, 4),
      (.kindNodes, 4), (.originDocuments, 4), (.placeOffsets, 4), (.spellingSlots, 8),
      (.spellingChain, 4), (.identitySlots, 8), (.identityChain, 4),
    ].map { (.node($0), $1) }
    + Semantics.allCases.flatMap { semantics in
      SnapshotLayout.RelationPart.allCases.map { part in
        (.relation(semantics, part), part == .kinds ? 2 : 4)
      }
    }

  /// What each part says of itself: a small file asks all of them when it is opened, a large one each
  /// before it is used.
  private func areSound(_ path: String) throws -> Bool {
    let sections = try SnapshotSections(try SnapshotFile(path: path))
    guard sections.isIntact(.metadata) else { return false }
    let bytes: NumberColumn<UInt8> = try sections.column(.metadata)
    let metadata = try bytes.withUnsafeBufferPointer { try SnapshotMetadata($0) }
    guard let parts = try? SnapshotParts(sections, metadata) else { return false }
    return parts.areNodesSound && parts.areOriginsSound && parts.areNamesSound
      && parts.relations.allSatisfy { parts.isSound($0.value, $0.key) } && parts.areSequencesSound
  }

  @Test
  func `each number that leads to a place is proved, in each column, on small and large files`()
    throws
  {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    let file = try TemporaryFile(sound)
    #expect(try areSound(file.path))
    var forgeries = 0
    for (section, width) in Self.indices {
      guard let found = Forge(sound).section(section) else { continue }
      for element in 0..<found.range.count / width {
        var forge = Forge(sound)
        // One less than the highest, which says in some columns that there is nothing.
        forge.set(element, to: .max - 1, width: width, in: found)
        guard forge.bytes != sound else { continue }
        try file.write(forge.bytes)
        let refused = Dataset.open(snapshot: file.path)
        #expect(refused.dataset == nil, "\(section) \(element)")
        #expect(refused.diagnostics.map(\.code) == ["damaged-snapshot"], "\(section) \(element)")
        #expect(try !areSound(file.path), "\(section) \(element)")
        forgeries += 1
      }
    }
    #expect(forgeries > 200)
  }

  /// Reading leaves out what cannot be; a forged file would lose values in silence.
  @Test func `attributes that say what cannot be are refused, on small and large files`() throws {
    let dataset = try SnapshotSamples.small()
    let sound = SnapshotSamples.bytes(of: dataset)
    let file = try TemporaryFile(sound)
    let section = try #require(Forge(sound).section(.node(.attributeBytes)))
    let values = dataset.graph.nodes.map { dataset.graph.attributes(of: $0).count }
    var refusals = 0
    for place in section.range {
      for byte in [UInt8](0...12) + [0x7F, 0x80, 0xFF] where byte != sound[place] {
        var forge = Forge(sound)
        forge.change(place, to: byte, in: section)
        try file.write(forge.bytes)
        let opened = Dataset.open(snapshot: file.path)
        guard let graph = opened.dataset?.graph else {
          #expect(opened.diagnostics.map(\.code) == ["damaged-snapshot"])
          #expect(try !areSound(file.path), "\(place) \(byte)")
          refusals += 1
          continue
        }
        // Another value, and none less.
        let columns = graph.nodeTable.attributes
        let kept = (0..<graph.nodes.count).map { columns[$0].count }
        #expect(kept == values, "\(place) \(byte)")
      }
    }
    #expect(refusals > 50)
  }

  @Test func `two relations at one place in the order of entry are refused`() throws {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    let file = try TemporaryFile(sound)
    let tables = Semantics.allCases.compactMap {
      Forge(sound).section(.relation($0, .sequences))
    }.filter { !$0.range.isEmpty }
    try #require(tables.count > 1)
    var forge = Forge(sound)
    // Each is below the number of all: what is wrong shows only in all tables together.
    forge.set(0, to: UInt64(forge.number(tables[1].range.lowerBound, 4)), width: 4, in: tables[0])
    try file.write(forge.bytes)
    #expect(Dataset.open(snapshot: file.path).diagnostics.map(\.code) == ["damaged-snapshot"])
  }

  @Test func `a node under another kind, and half a letter, are refused`() throws {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    let file = try TemporaryFile(sound)
    let nodes = try #require(Forge(sound).section(.node(.kindNodes)))
    var swapped = Forge(sound)
    let numbers = [0, nodes.range.count - 4].map { swapped.number(nodes.range.lowerBound + $0, 4) }
    swapped.set(0, to: UInt64(numbers[1]), width: 4, in: nodes)
    swapped.set(nodes.range.count / 4 - 1, to: UInt64(numbers[0]), width: 4, in: nodes)
    try file.write(swapped.bytes)
    #expect(Dataset.open(snapshot: file.path).dataset == nil)
    for section in [SnapshotLayout.NodePart.spellingBytes, .identityBytes, .placeBytes] {
      var cut = Forge(sound)
      let texts = try #require(cut.section(.node(section)))
      cut.set(texts.range.count - 1, to: 0xE6, width: 1, in: texts)
      try file.write(cut.bytes)
      #expect(Dataset.open(snapshot: file.path).dataset == nil, "\(section)")
    }
  }

  @Test func `a large file whose order of entry is forged stops the program before it is followed`()
    async
  {
    await #expect(processExitsWith: .exitCode(41)) {
      let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
      var forge = Forge(sound)
      let section = try #require(forge.section(.relation(.flow, .sequences)))
      forge.set(0, to: 0xFFFF_FFF0, width: 4, in: section)
      let file = try TemporaryFile(forge.bytes)
      let loaded = Dataset.open(
        snapshot: file.path,
        checking: .whenUsed { fault in exit(fault.code == "damaged-snapshot" ? 41 : 42) },
        smallFile: 0
      )
      _ = RelationColumns(of: try #require(loaded.dataset).graph)
    }
  }

  @Test func `a damaged part of a large file stops the program when it is used`() async {
    await #expect(processExitsWith: .exitCode(41)) {
      let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
      var bytes = sound
      bytes[Forge(sound).sections[1].range.lowerBound] ^= 1
      let file = try TemporaryFile(bytes)
      let loaded = Dataset.open(
        snapshot: file.path,
        checking: .whenUsed { fault in exit(fault.code == "damaged-snapshot" ? 41 : 42) },
        smallFile: 0
      )
      let graph = try #require(loaded.dataset).graph
      #expect(graph.nodes.count > 5)
      _ = graph.name(of: NodeIndex(0))
    }
  }

  @Test func `sound parts of a file with a damaged one are used`() throws {
    let dataset = try SnapshotSamples.small()
    let sound = SnapshotSamples.bytes(of: dataset)
    let sections = Forge(sound).sections
    var bytes = sound
    bytes[sections[sections.count - 1].range.lowerBound] ^= 1
    let file = try TemporaryFile(bytes)
    let opened = Dataset.open(
      snapshot: file.path,
      checking: .whenUsed { _ in exit(1) },
      smallFile: 0
    )
    let graph = try #require(opened.dataset).graph
    #expect(graph.node(id: "e1") == dataset.graph.node(id: "e1"))
    #expect(graph.digraph(.flow) == dataset.graph.digraph(.flow))
  }
}
