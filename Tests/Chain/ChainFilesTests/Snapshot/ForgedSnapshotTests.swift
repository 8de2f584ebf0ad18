import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport

/// Files whose checksums agree, and whose insides somebody made up.
@Suite struct ForgedSnapshotTests {
  /// A snapshot taken apart into its sections.
  private struct Forge {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    private func number(_ place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }

    private mutating func set(_ place: Int, _ number: UInt64) {
      for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> (8 * byte)) }
    }

    private var sectionCount: Int { number(12, 4) }

    /// The sections' places, each with the place of its entry in the table.
    var sections: [(entry: Int, range: Range<Int>)] {
      (0..<sectionCount).map { section in
        let entry = SnapshotLayout.headerLength + section * SnapshotLayout.entryLength
        let offset = number(entry + 8, 8)
        return (entry, offset..<offset + number(entry + 16, 8))
      }
    }

    /// Changes a byte of a section and makes the checksums agree with it.
    mutating func change(_ place: Int, to byte: UInt8, in section: (entry: Int, range: Range<Int>))
    {
      bytes[place] = byte
      let sum = bytes[section.range].withUnsafeBytes { Checksum.of($0) }
      set(section.entry + 24, sum)
      let header = SnapshotLayout.headerLength
      let table =
        header..<SnapshotLayout.aligned(header + sectionCount * SnapshotLayout.entryLength)
      set(24, (Array(bytes[0..<24]) + Array(bytes[table])).withUnsafeBytes { Checksum.of($0) })
    }
  }

  @Test func `a file made up with fitting checksums is refused, or answers without harm`() throws {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    let file = try TemporaryFile(sound)
    var random = SplitMix64(seed: 7)
    var (refused, accepted) = (0, 0)
    for section in Forge(sound).sections {
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
    #expect(refused > 500 && accepted > 300)
  }

  @Test func `an intact file that is forged nowhere is opened`() throws {
    let sound = SnapshotSamples.bytes(of: try SnapshotSamples.small())
    var forge = Forge(sound)
    let section = forge.sections[0]
    forge.change(section.range.lowerBound, to: sound[section.range.lowerBound], in: section)
    #expect(forge.bytes == sound)
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
