import ChainModel
import Foundation
import GraphKernel
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainWorkbooks
@testable import ChainTestSupport

/// How files look after a change, line by line.
struct FolderEditTests {
  private static let base = DatasetFolder.base.mapValues { Array($0.utf8) }

  /// The hunks by which the files change, without their context.
  private static func lines(
    _ text: String,
    _ change: (inout DatasetDraft) throws -> Void
  ) throws -> [String] {
    try edit(text, change).files.flatMap { file in
      LineDifference.unified(file.before, file.after, name: file.name).split(separator: "\n")
        .map(String.init)
        .filter {
          ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("---") && !$0.hasPrefix("+++")
        }
    }
  }

  private static func edit(
    _ text: String,
    _ change: (inout DatasetDraft) throws -> Void
  ) throws -> FolderEdit {
    var files = base
    files["facts.yaml"] = Array(text.utf8)
    let folder = EditableFolder(folder: "memory", files: files)
    let before = try #require(folder.loaded.dataset, "\(folder.loaded.diagnostics)")
    var draft = DatasetDraft(before)
    try change(&draft)
    return try folder.edited(to: try draft.dataset())
  }

  @Test func `a folder is as it was read until a byte, a file or its form changes`() throws {
    func isAsRead(after change: (DatasetFolder) throws -> Void) throws -> Bool {
      let folder = try DatasetFolder(DatasetFolder.base)
      let read = try EditableFolder(folder: folder.path + "/")
      try change(folder)
      return read.isAsRead()
    }
    let name = try #require(DatasetFolder.base.keys.sorted().first)
    let text = try #require(DatasetFolder.base[name])
    #expect(try isAsRead { _ in })
    #expect(try isAsRead { try $0.write(text, to: name) })
    #expect(try isAsRead { try $0.write("not data", to: "notes.txt") })
    #expect(try !isAsRead { try $0.write(text + "# more\n", to: name) })
    #expect(try !isAsRead { try $0.write("# nothing\n", to: "more.yaml") })
    #expect(try !isAsRead { try $0.write("{", to: name) })
  }

  private static let text = """
    # 项目和企业
    defaults:
      project: {source: 二/(一)}

    enterprise:
      # 龙头
      - name: '甲厂'   # 老厂
        source: 一
        operatesIn:
          - 环节一
          - 环节二   # 新近
      - {name: 乙厂, external: true, source: 一}

    project:
      - name: 项目一
        status: 在建   # 年底完工
        capacity: "3 万吨"
        partOf: [环节一]
        responsible: [甲局, 乙局, 等]

      # 单独的说明
      - name: 项目二
        status: 谋划
        source: 三

    segment:
      - {name: 环节一, source: 一}
      - {name: 环节二, source: 一}
    department:
      - {name: 甲局, source: 一}
      - {name: 乙局, source: 一}
      - {name: 丙局, source: 一}

    """

  private static func set(
    _ draft: inout DatasetDraft,
    _ name: String,
    _ attribute: AttributeName,
    _ value: AttributeValue?
  ) throws {
    let position = try #require(draft.position(of: name))
    draft.nodes[position]?.attributes.removeAll { $0.name == attribute }
    if let value { draft.nodes[position]?.attributes.append((attribute, value)) }
  }

  private static func status(_ key: String) throws -> AttributeValue {
    let attributes = try #require(Ontology.builtIn[.project]?.attributes)
    let definition = try #require(attributes.first { $0.name == .status })
    guard case .option(let options) = definition.type else {
      throw EditingFault.vocabulary
    }
    return .option(try #require(options.first { $0.key == key }))
  }

  private static func origin(_ draft: DatasetDraft, _ name: String) throws -> Origin {
    let position = try #require(draft.position(of: name))
    return try #require(draft.nodes[position]).origin
  }

  private static func link(
    _ draft: inout DatasetDraft,
    _ kind: String,
    _ source: String,
    _ target: String,
    isOpen: Bool = false
  ) throws {
    draft.links.append(
      DatasetDraft.Link(
        kind: RelationKind(kind),
        source: try #require(draft.position(of: source)),
        target: try #require(draft.position(of: target)),
        origin: try origin(draft, target),
        isOpen: isOpen
      )
    )
  }

  @Test func `of a changed value its line alone changes, and keeps its comment`() throws {
    let lines = try Self.lines(Self.text) {
      try Self.set(&$0, "项目一", .status, try Self.status("operating"))
    }
    #expect(lines == ["-    status: 在建   # 年底完工", "+    status: 已投产   # 年底完工"])
  }

  @Test func `a field is added where people look for it, and removed with its line`() throws {
    let added = try Self.lines(Self.text) { try Self.set(&$0, "项目二", .content, .text("a: b")) }
    #expect(added == ["+    content: \"a: b\""])
    let removed = try Self.lines(Self.text) { try Self.set(&$0, "项目一", .capacity, nil) }
    #expect(removed == ["-    capacity: \"3 万吨\""])
    let flow = try Self.lines(Self.text) { try Self.set(&$0, "乙厂", .external, nil) }
    #expect(flow == ["-  - {name: 乙厂, external: true, source: 一}", "+  - {name: 乙厂, source: 一}"])
  }

  @Test func `a relation goes from the list that holds it, and joins the list of its kind`() throws
  {
    let removed = try Self.lines(Self.text) { draft in
      let target = draft.position(of: "环节二")
      draft.links.removeAll { $0.kind.name == "operatesIn" && $0.target == target }
    }
    #expect(removed == ["-      - 环节二   # 新近"])
    let added = try Self.lines(Self.text) {
      try Self.link(&$0, "responsible", "丙局", "项目一", isOpen: true)
    }
    #expect(
      added == ["-    responsible: [甲局, 乙局, 等]", "+    responsible: [甲局, 乙局, 丙局, 等]"]
    )
    let new = try Self.lines(Self.text) { try Self.link(&$0, "responsible", "丙局", "项目二") }
    #expect(new == ["+    responsible: 丙局"])
  }

  @Test func `a new node stands behind the last of its kind`() throws {
    let lines = try Self.lines(Self.text) { draft in
      let place = try Self.origin(draft, "项目二")
      draft.nodes.append(
        DatasetDraft.Node(
          kind: .project,
          name: "项目三",
          id: nil,
          aliases: [],
          attributes: [(.status, try Self.status("planned"))],
          origin: place
        )
      )
    }
    #expect(lines == ["+  - name: 项目三", "+    status: 谋划", "+    source: 三", "+"])
  }

  @Test func `a node goes with the comment that speaks of it alone, which is told`() throws {
    let edit = try Self.edit(Self.text) { draft in
      draft.nodes[try #require(draft.position(of: "项目二"))] = nil
    }
    #expect(edit.notes == [.removedComment(file: "memory/facts.yaml", text: "# 单独的说明")])
    let after = String(decoding: try #require(edit.files.first).after, as: UTF8.self)
    #expect(after.contains("responsible: [甲局, 乙局, 等]\n\nsegment:"))
    // The comment above the first enterprise may speak of both.
    let kept = try Self.edit(Self.text) { draft in
      let gone = try #require(draft.position(of: "甲厂"))
      draft.nodes[gone] = nil
    }
    let text = String(decoding: try #require(kept.files.first).after, as: UTF8.self)
    #expect(text.contains("enterprise:\n  # 龙头\n  - {name: 乙厂"))
  }

  @Test func `a renamed node is renamed where it is named`() throws {
    let lines = try Self.lines(Self.text) { draft in
      let position = try #require(draft.position(of: "环节一"))
      draft.nodes[position]?.name = "环节甲"
    }
    #expect(
      lines == [
        "-      - 环节一", "+      - 环节甲", "-    partOf: [环节一]", "+    partOf: [环节甲]",
        "-  - {name: 环节一, source: 一}", "+  - {name: 环节甲, source: 一}",
      ]
    )
  }

  @Test func `an origin from the defaults that holds no more is written in the entry`() throws {
    let lines = try Self.lines(Self.text) { draft in
      let position = try #require(draft.position(of: "项目一"))
      draft.nodes[position]?.origin = .industryKnowledge
      for link in draft.links.indices
      where draft.links[link].source == position || draft.links[link].target == position {
        draft.links[link].origin = .industryKnowledge
      }
    }
    #expect(lines == ["+    basis: industry-knowledge"])
  }

  @Test func `line ends of Windows stay`() throws {
    let text = Self.text.replacingOccurrences(of: "\n", with: "\r\n")
    let edit = try Self.edit(text) { draft in
      try Self.set(&draft, "项目二", .content, .text("新"))
      draft.nodes[try #require(draft.position(of: "乙厂"))] = nil
    }
    let after = try #require(edit.files.first).after
    #expect(after.filter { $0 == 0x0A }.count == after.filter { $0 == 0x0D }.count)
  }

  @Test func `what anchors share is not changed at two places by one edit`() throws {
    let text = """
      enterprise:
        - name: 甲厂
          source: 一
          aliases: &both [甲, 乙]
        - name: 丙厂
          source: 一
          aliases: *both

      """
    #expect(throws: EditingFault.shared(path: "memory/facts.yaml", line: 4)) {
      _ = try Self.edit(text) { draft in
        draft.nodes[try #require(draft.position(of: "甲厂"))]?.aliases = ["甲"]
      }
    }
    let lines = try Self.lines(text) { draft in
      draft.nodes[try #require(draft.position(of: "丙厂"))]?.aliases = ["甲"]
    }
    #expect(lines == ["-    aliases: *both", "+    aliases: 甲"])
  }
}
