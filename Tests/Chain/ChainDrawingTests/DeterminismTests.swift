import Foundation
import Testing

@testable import ChainDrawing

@Suite struct DeterminismTests {
  @Test(arguments: [PictureFormat.svg, .dot])
  func `fifty renders are equal byte for byte`(_ format: PictureFormat) throws {
    let first = try swimwear.render(as: format)
    for _ in 1..<50 {
      #expect(try swimwear.render(as: format) == first)
    }
  }

  @Test func `another process renders the same bytes`() async throws {
    let result = try await #require(
      processExitsWith: .success,
      observing: [\.standardOutputContent]
    ) {
      print("digest=\(digest(try responsibility.render(as: .svg)));")
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    let here = digest(try responsibility.render(as: .svg))
    #expect(output.contains("digest=\(here);"))
  }

  @Test func `the golden form is the same before and after the first layout of a process`()
    async throws
  {
    let result = try await #require(
      processExitsWith: .success,
      observing: [\.standardOutputContent]
    ) {
      print("fresh=\(digest(try swimwear.render(as: .dot)));")
      _ = try responsibility.render(as: .svg)
      print("later=\(digest(try swimwear.render(as: .dot)));")
    }
    let output = String(decoding: result.standardOutputContent, as: UTF8.self)
    let here = digest(try swimwear.render(as: .dot))
    #expect(output.contains("fresh=\(here);"))
    #expect(output.contains("later=\(here);"))
  }

  @Test func `tasks that render at once get what one alone gets`() async throws {
    let alone = try swimwear.render(as: .svg)
    let other = try responsibility.render(as: .svg)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<24 {
        group.addTask {
          index.isMultiple(of: 2)
            ? try swimwear.render(as: .svg) == alone
            : try responsibility.render(as: .svg) == other
        }
      }
      for try await isEqual in group { #expect(isEqual) }
    }
  }

  @Test func `the golden form has no coordinates`() throws {
    let dot = String(decoding: try swimwear.render(as: .dot), as: UTF8.self)
    #expect(dot.hasPrefix("digraph swimwear {"))
    #expect(!dot.contains("pos="))
    #expect(!dot.contains("bb="))
    #expect(dot.contains("\"segment:涤纶切片\""))
  }
}

/// FNV-1a, since the hashes of the standard library differ from process to process.
private func digest(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
