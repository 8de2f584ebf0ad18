import ChainFiles
import ChainModel
import TestSupport
import Testing

@testable import ChainTestSupport
@testable import ChainWorkbooks

/// What a city's files may be changed to say of segments that come from the library of chains.
struct BorrowedEditTests {
  private static let city =
    ChainSamples.use + """
      segment:
        - {name: 井矿盐, source: 二, partOf: 盐业集群}
      enterprise:
        - {name: 甲盐厂, source: 二, operatesIn: 精盐}

      """

  /// The changes of the city's files after which they say what the same city with `files` in place of its
  /// own says.
  private func edit(_ files: [String: String]) throws -> FolderEdit {
    let other = try #require(try ChainSamples.folder(Self.city, files).load().dataset)
    let folder = try ChainSamples.folder(Self.city)
    // What is edited is read once more.
    return try withExtendedLifetime(folder) {
      try EditableFolder(folder: folder.path).edited(to: other)
    }
  }

  @Test func `nothing changes where nothing did`() throws {
    let folder = try ChainSamples.folder(Self.city)
    let dataset = try #require(folder.load().dataset)
    #expect(try EditableFolder(folder: folder.path).edited(to: dataset).files.isEmpty)
  }

  @Test func `its own facts are changed in their place, those on borrowed segments too`() throws {
    let city = Self.city.replacing("operatesIn: 精盐", with: "operatesIn: [精盐, 盐化工]")
      .replacing("{name: 井矿盐, source: 二", with: "{name: 井矿盐, source: 三")
    let folder = try ChainSamples.folder(Self.city)
    let other = try #require(try ChainSamples.folder(city).load().dataset)
    let edit = try EditableFolder(folder: folder.path).edited(to: other)
    #expect(edit.files.map(\.name) == ["city.yaml"])
    let text = edit.files.first.map { String(decoding: $0.after, as: UTF8.self) }
    #expect(text == ChainSamples.cluster + city)
  }

  @Test func `a segment that the city speaks of keeps its identity in the library`() throws {
    let city =
      ChainSamples.use + """
        segment:
          - {name: 精盐, source: 二}
        enterprise:
          - {name: 甲盐厂, source: 二, operatesIn: 精盐}

        """
    let changed = city.replacing("甲盐厂, source: 二", with: "甲盐厂, source: 三")
    let folder = try ChainSamples.folder(city)
    let other = try #require(try ChainSamples.folder(changed).load().dataset)
    let edit = try withExtendedLifetime(folder) {
      try EditableFolder(folder: folder.path).edited(to: other)
    }
    let text = edit.files.first.map { String(decoding: $0.after, as: UTF8.self) }
    #expect(edit.files.count == 1 && text == ChainSamples.cluster + changed)
  }

  @Test func `a library is edited where it changed, and its short identities stay`() throws {
    let changed = ChainSamples.salt.replacing(
      "role: market, stage: 下游",
      with: "role: market, stage: 中游"
    )
    #expect(changed != ChainSamples.salt)
    func library(_ salt: String) throws -> DatasetFolder {
      try .dataset(["salt.yaml": salt, "sources.yaml": ChainSamples.sources])
    }
    let other = try #require(try library(changed).load().dataset)
    let folder = try library(ChainSamples.salt)
    let edit = try withExtendedLifetime(folder) {
      try EditableFolder(folder: folder.path).edited(to: other)
    }
    #expect(edit.files.map(\.name) == ["salt.yaml"])
    #expect(edit.files.first.map { String(decoding: $0.after, as: UTF8.self) } == changed)
  }

  @Test(
    arguments: [
      ("stage: 中游", "stage: 下游"), ("name: 卤水", "name: 浓卤水"), ("supplies: [食盐市场, ", "supplies: ["),
      ("      - {id: pan, name: 蒸发装备, stage: 上游, supplies: {to: 精盐, kind: 装备}}\n".trimmed, ""),
    ]
  )
  func `what the library says is not changed here`(old: String, new: String) throws {
    let salt = ChainSamples.salt.replacing(old, with: new)
    #expect(salt != ChainSamples.salt)
    #expect {
      _ = try edit(["chains/salt.yaml": salt])
    } throws: { error in
      guard case .borrowed = error as? EditingFault else { return false }
      return true
    }
  }
}

extension String {
  /// Without the indentation that a literal of several lines takes away.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }).replacing("- {id: pan", with: "  - {id: pan")
  }
}
