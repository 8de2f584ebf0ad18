import Foundation

/// The examples of doc comments, held against the test that compiles them.
public enum DocumentedExamples {
  /// The examples in the doc comments of `sources` that do not stand in the file `test`, line for
  /// line; and the sources that have none.
  public static func missing(of sources: [String], in test: String) throws -> [String] {
    let compiled = lines(of: try String(contentsOf: URL(filePath: test), encoding: .utf8))
    return try sources.flatMap { source in
      let address = Repository.url.appending(path: source)
      let blocks = blocks(of: try String(contentsOf: address, encoding: .utf8))
      let missing = blocks.filter { block in
        !compiled.indices.contains { compiled[$0...].starts(with: block) }
      }
      return blocks.isEmpty ? [source] : missing.map { $0.joined(separator: "\n") }
    }
  }

  /// The lines without indentation; empty ones are left out.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private static func blocks(of source: String) -> [[String]] {
    var (blocks, block): ([[String]], [String]?) = ([], nil)
    for line in lines(of: source) {
      guard line.hasPrefix("///") else {
        block = nil
        continue
      }
      let text = line.dropFirst(3).trimmingCharacters(in: .whitespaces)
      switch (text, block) {
      case ("```swift", _): block = []
      case ("```", let lines?):
        blocks.append(lines)
        block = nil
      case ("", _): break
      default: block?.append(text)
      }
    }
    return blocks
  }
}
