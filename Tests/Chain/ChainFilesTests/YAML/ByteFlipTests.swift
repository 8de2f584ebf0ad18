import ChainFiles
import ChainModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ChainTestSupport

/// Files that something went wrong with still give a graph or an error, and nothing else.
struct ByteFlipTests {
  private static func file(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: Repository.ownChains + "/" + name)))
  }

  @Test(arguments: [
    "regions.yaml", "documents.yaml", "targets.yaml", "industries.yaml", "leaders.yaml",
    "dataset.yaml",
  ])
  func `a file with flipped bytes gives a graph or an error`(name: String) throws {
    let original = try Self.file(name)
    let folder = try DatasetFolder.dataset([:])
    let renderer = DiagnosticRenderer(language: .en, isColored: true)
    for seed in Fuzzing.seeds(80) {
      var random = SplitMix64(seed: seed)
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: bytes.remove(at: place)
        default:
          bytes.insert(
            Array("[]{}:-#&*!|>'\"%@`,?\n\t ".utf8).randomElement(using: &random) ?? 0,
            at: place
          )
        }
      }
      if Int.random(in: 0..<8, using: &random) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
      }
      try folder.write(bytes, to: name)
      let loaded = folder.load()
      let hasError = loaded.diagnostics.contains { $0.severity == .error }
      #expect((loaded.dataset == nil) == hasError, "\(name), seed \(seed)")
      for diagnostic in loaded.diagnostics {
        let source = diagnostic.location.flatMap { loaded.sources[$0.path] }
        let text = renderer.render(diagnostic, source: source)
        #expect(text.hasSuffix("\n"), "\(name), seed \(seed)")
        if let range = diagnostic.location?.range {
          #expect(source?.line(range.start.line) != nil, "\(name), seed \(seed): no such line")
        }
      }
    }
  }
}
