import Foundation
import Testing

struct ReadmeTests {
  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func `the answers in a readme are what the program prints`(page: String) throws {
    let liantu = try Liantu(.shipped)
    defer { liantu.remove() }
    let text = try String(contentsOf: Liantu.root.appending(path: page), encoding: .utf8)
    let blocks = text.components(separatedBy: "```console\n").dropFirst()
    #expect(blocks.count == 6)
    for block in blocks {
      let shown = try #require(block.components(separatedBy: "\n```").first)
      var lines = shown.components(separatedBy: "\n")
      let command = lines.removeFirst()
      let words = Liantu.words(of: command)
      #expect(words.prefix(2) == ["$", "liantu"])
      let outcome = try liantu.run(Array(words.dropFirst(2)))
      #expect(outcome.status == 0)
      #expect(outcome.text == lines.joined(separator: "\n") + "\n", "\(command)")
    }
  }
}
