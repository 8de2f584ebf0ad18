import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

/// Flows that say which sort they are stay so when files follow a change.
struct RelationSortEditTests {
  private static let segments = """
    segment:
      - name: 环节一
        source: 一
        supplies:
          - {to: 环节二, kind: 装备}   # 主机
          - {to: 环节三, kind: return}
          - {to: 环节四, kind: 物料}
      - {name: 环节二, source: 一}
      - {name: 环节三, source: 一}
      - {name: 环节四, source: 一}
      - {name: 环节五, source: 一}

    """

  /// The files after a change, having been read to say what was meant.
  private func edited(
    _ text: String = segments,
    _ change: (inout DatasetDraft) throws -> Void
  ) throws -> String {
    var files = DatasetFolder.base.mapValues { Array($0.utf8) }
    files["facts.yaml"] = Array(text.utf8)
    let folder = EditableFolder(folder: "memory", files: files)
    let before = try #require(folder.loaded.dataset, "\(folder.loaded.diagnostics)")
    var draft = DatasetDraft(before)
    try change(&draft)
    let after = try draft.dataset()
    for file in try folder.edited(to: after).files { files[file.name] = file.after }
    let loaded = Dataset.load(folder: "memory", files: files)
    let read = try #require(loaded.dataset, "\(loaded.diagnostics)")
    DatasetSameness.expectSameFacts(after, read, "\(text)")
    return String(decoding: try #require(files["facts.yaml"]), as: UTF8.self)
  }

  private func link(_ draft: inout DatasetDraft, _ kind: String, _ from: String, _ to: String)
    throws
  {
    let source = try #require(draft.position(of: from))
    draft.links.append(
      DatasetDraft.Link(
        kind: RelationKind(kind),
        source: source,
        target: try #require(draft.position(of: to)),
        origin: try #require(draft.nodes[source]).origin,
        isOpen: false
      )
    )
  }

  @Test func `a flow to what is renamed keeps its sort and its comment`() throws {
    let text = try edited { draft in
      let position = try #require(draft.position(of: "环节二"))
      draft.nodes[position]?.name = "整机"
    }
    #expect(text.contains("- {to: 整机, kind: 装备}   # 主机"))
    #expect(text.contains("- {to: 环节三, kind: return}"))
  }

  @Test func `a flow whose origin changes keeps its sort`() throws {
    let text = try edited { draft in
      for link in draft.links.indices where draft.links[link].kind.name == "equips" {
        draft.links[link].origin = .industryKnowledge
      }
    }
    #expect(text.contains("{to: 环节二, kind: 装备, basis: industry-knowledge}"))
  }

  @Test func `a flow goes with its line, and another of another sort between the same stays`()
    throws
  {
    let both = Self.segments.replacing("kind: 物料}", with: "kind: 物料}\n      - 环节二")
    let text = try edited(both) { draft in draft.links.removeAll { $0.kind.name == "equips" } }
    #expect(!text.contains("装备") && text.contains("- 环节二\n"))
  }

  @Test(arguments: ["supplies", "equips", "serves", "powers", "returns"])
  func `a new flow of any sort is written as that`(_ kind: String) throws {
    _ = try edited { try link(&$0, kind, "环节一", "环节五") }
    _ = try edited { try link(&$0, kind, "环节五", "环节一") }
  }

  @Test(arguments: ["supplies", "serves", "powers", "returns"])
  func `a flow may become one of another sort`(_ kind: String) throws {
    _ = try edited { draft in
      draft.links.removeAll { $0.kind.name == "equips" }
      try link(&draft, kind, "环节一", "环节二")
    }
  }

  @Test(arguments: ["supplies", "equips", "serves", "returns"])
  func `where a file says which sort its flows are, each is written as what it is`(_ kind: String)
    throws
  {
    let text = "defaults: {supplies: {kind: 装备}}\n" + Self.segments
    _ = try edited(text) { try link(&$0, kind, "环节一", "环节五") }
    _ = try edited(text) { try link(&$0, kind, "环节五", "环节三") }
    _ = try edited(text) { draft in
      let position = try #require(draft.position(of: "环节四"))
      draft.nodes[position]?.name = "又一环节"
    }
    // In an entry that is new.
    _ = try edited(text) { draft in
      let position = try #require(draft.position(of: "环节一"))
      let origin = try #require(draft.nodes[position]).origin
      draft.nodes.append(
        DatasetDraft.Node(
          kind: .segment,
          name: "新环节",
          id: nil,
          aliases: [],
          attributes: [],
          origin: origin
        )
      )
      try link(&draft, kind, "新环节", "环节一")
    }
  }
}
