import Diagnostics
import Foundation
import ProgressLoop
import Testing
import YAML

/// Worked examples: what is given, what is asked, what must be answered.
///
/// The environment's `LIANTU_LOOP_EXAMPLES` names another file of the same form.
@Suite struct LoopExamplesTests {
  private static let path =
    ProcessInfo.processInfo.environment["LIANTU_LOOP_EXAMPLES"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "examples.yaml").path

  private static func examples() -> [(id: String, node: EntryNode)] {
    let reading = YAMLFile.read(path)
    guard let root = reading.root, case .mapping(let fields) = root.content else { return [] }
    let list = fields.first { $0.key.scalar == "examples" }?.value.items ?? []
    return list.map { node in
      guard case .mapping(let pairs) = node.content else { return ("", node) }
      return (pairs.first { $0.key.scalar == "id" }?.value.scalar ?? "", node)
    }
  }

  @Test func `there are examples, each of its own name`() {
    let ids = Self.examples().map(\.id)
    #expect(!ids.isEmpty, "\(Self.path)")
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: examples().map(\.id))
  func `an example is answered as it says`(id: String) throws {
    let example = try #require(Self.examples().first { $0.id == id })
    let fields = try ExampleFields(example.node, allowed: ["id", "says", "given", "ask"])
    let question = ExampleQuestion(try ExampleWorld(fields["given"]))
    #expect(!fields.items("ask").isEmpty)
    for (place, ask) in fields.items("ask").enumerated() {
      for difference in try question.differences(ask) {
        Issue.record("\(id), question \(place + 1): \(difference)")
      }
    }
  }
}
