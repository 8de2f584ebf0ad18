import TestSupport
import Testing
import Zip

/// Bytes that nearly are an archive: parts within the limits, or a fault.
struct ZipFuzzTests {
  @Test func `parts within their limits, or a fault`() {
    var limits = ZipLimits()
    limits.totalBytes = 1_000
    let sounds = [
      StoredZip.bytes([("xl/B.xml", [1, 2]), ("a", []), ("目录/c", Array("链上".utf8))]),
      StoredZip.bytes([("a", [0x63, 0x64, 0x62, 0x06, 0x00])], claimedSize: 3),
    ]
    let mutator = Mutator(tokens: [
      "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}", "\u{0}\u{0}", "../", "a", "\u{7F}\u{7F}",
    ])
    for seed in Fuzzing.seeds(1_000) {
      var random = SplitMix64(seed: seed)
      let bytes = mutator.changed(sounds[random.number(below: sounds.count)], &random)
      guard var archive = try? ZipArchive(bytes, limits: limits) else { continue }
      var size = 0
      for name in archive.names { size += ((try? archive.part(name)) ?? nil)?.count ?? 0 }
      #expect(size <= limits.totalBytes, "seed \(seed)")
    }
  }
}
