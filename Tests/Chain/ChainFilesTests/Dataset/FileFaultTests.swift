import ChainFiles
import ChainModel
import Foundation
import TestSupport
import Testing

@testable import ChainTestSupport

struct FileFaultTests {
  private func codes(_ folder: DatasetFolder) -> [String] {
    let loaded = folder.load()
    for diagnostic in loaded.diagnostics { expectTold(diagnostic) }
    return loaded.diagnostics.map { diagnostic in
      let file = diagnostic.location?.path.split(separator: "/").last.map(String.init) ?? ""
      return "\(file): \(diagnostic.code)"
    }
  }

  private func link(_ name: String, to target: String, in folder: DatasetFolder) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + name,
      withDestinationPath: target
    )
  }

  @Test(arguments: ["x.yaml", "ontology.yaml", "dataset.yaml", "queries.yaml"])
  func `a link that leads out of the folder is refused, and what it leads to is not shown`(
    name: String
  ) throws {
    let outside = try DatasetFolder(["secret.yaml": "root:x:0:0: {\n", "inside.yaml": ""])
    let folder = try DatasetFolder.dataset([:])
    try? FileManager.default.removeItem(atPath: folder.path + "/" + name)
    try link(name, to: outside.path + "/secret.yaml", in: folder)
    #expect(codes(folder).contains("\(name): link-outside"))
    #expect(folder.load().dataset == nil)
    #expect(folder.load().sources[folder.path + "/" + name] == nil)
  }

  @Test(arguments: [true, false])
  func `a link to a folder is told, wherever it leads`(_ leadsOut: Bool) throws {
    let facts = ["more/facts.yaml": "segment: [{name: 甲, source: 一}]\n"]
    let outside = try DatasetFolder(facts)
    let folder = try DatasetFolder.dataset(facts)
    try link("extra", to: (leadsOut ? outside : folder).path + "/more", in: folder)
    #expect(codes(folder) == ["extra: linked-folder"])
    #expect(folder.load().dataset == nil)
  }

  @Test func `a link over others, or up and back, is followed to its end`() throws {
    let folder = try DatasetFolder.dataset(["kept/facts": "segment: [{name: 甲, source: 一}]\n"])
    let outside = try DatasetFolder([:])
    let base = URL(fileURLWithPath: folder.path).lastPathComponent
    try link("a.yaml", to: "../\(base)/kept/facts", in: folder)
    #expect(codes(folder) == [])
    try link("over", to: folder.path + "/kept/facts", in: outside)
    try link("b.yaml", to: outside.path + "/over", in: folder)
    // It passes through outside, and ends inside: the same entries once more.
    #expect(codes(folder) == ["b.yaml: duplicate-identity"])
  }

  @Test func `a table that is a link out of the folder is refused`() throws {
    let outside = try DatasetFolder(["n.csv": "id:ID,:LABEL,name\nn1,segment,甲\n"])
    let folder = try DatasetFolder(["edges.csv": ":START_ID,:END_ID,:TYPE\n"])
    try link("nodes.csv", to: outside.path + "/n.csv", in: folder)
    #expect(codes(folder) == ["nodes.csv: link-outside"])
  }

  @Test func `a folder that is itself reached by a link is read`() throws {
    let folder = try DatasetFolder.dataset([:])
    let place = try DatasetFolder([:])
    try link("here", to: folder.path, in: place)
    #expect(Dataset.load(folder: place.path + "/here").dataset != nil)
  }

  @Test func `a pipe in place of a file is an error, and nothing waits for it`() throws {
    let folder = try DatasetFolder.dataset([:])
    for name in ["x.yaml", "ontology.yaml"] {
      try #require(mkfifo(folder.path + "/" + name, 0o600) == 0)
    }
    #expect(codes(folder).contains("x.yaml: unreadable-file"))
    #expect(codes(folder).contains("ontology.yaml: unreadable-file"))
    #expect(folder.load().dataset == nil)
  }

  @Test func `a pipe in place of the manifest is an error`() throws {
    let folder = try DatasetFolder()
    try #require(mkfifo(folder.path + "/dataset.yaml", 0o600) == 0)
    #expect(codes(folder).contains("dataset.yaml: unreadable-file"))
    #expect(folder.load().dataset == nil)
  }

  @Test func `a folder in place of the manifest is an error`() throws {
    let folder = try DatasetFolder(["dataset.yaml/x.yaml": "region: []\n"])
    #expect(codes(folder).contains("dataset.yaml: unreadable-file"))
    #expect(folder.load().dataset == nil)
  }

  @Test func `a folder called like a file is a folder`() throws {
    let folder = try DatasetFolder.dataset([
      "x.yaml/y.yaml": "region:\n  - {name: 兴城市, source: 二}\n"
    ])
    #expect(codes(folder) == [])
    #expect(folder.load().dataset?.graph.node(id: "region:兴城市") != nil)
  }

  @Test func `files below folders are read, whichever of the two endings they have`() throws {
    let folder = try DatasetFolder.dataset([
      "a/b/c/x.yml": "region:\n  - {name: 兴城市, source: 二}\n",
      "a/x.yaml": "region:\n  - {name: 绥中县, source: 二}\n",
    ])
    let graph = try #require(folder.load().dataset?.graph)
    #expect(graph.node(id: "region:兴城市") != nil)
    #expect(graph.node(id: "region:绥中县") != nil)
  }

  @Test func `other files and hidden ones are passed over`() throws {
    let folder = try DatasetFolder.dataset([
      "notes.txt": "[[[", ".x.yaml": "[[[", ".git/x.yaml": "[[[", "x.yaml~": "[[[", "yaml": "[[[",
    ])
    #expect(codes(folder) == [])
    #expect(folder.load().dataset != nil)
  }

  @Test func `a link to a file is that file`() throws {
    let folder = try DatasetFolder.dataset([
      "shared/region.txt": "region:\n  - {name: 兴城市, source: 二}\n"
    ])
    try link("one.yaml", to: "shared/region.txt", in: folder)
    #expect(codes(folder) == [])
    #expect(folder.load().dataset?.graph.node(id: "region:兴城市") != nil)
  }

  @Test func `a link to a link to a file is that file`() throws {
    let folder = try DatasetFolder.dataset([
      "shared/region.txt": "region:\n  - {name: 兴城市, source: 二}\n"
    ])
    try link("shared/again", to: "region.txt", in: folder)
    try link("two.yaml", to: folder.path + "/shared/again", in: folder)
    #expect(codes(folder) == [])
    #expect(folder.load().dataset?.graph.node(id: "region:兴城市") != nil)
  }

  @Test func `a link to nothing, to itself or to a pipe is an error`() throws {
    let folder = try DatasetFolder.dataset([:])
    try link("a.yaml", to: "nowhere", in: folder)
    try link("b.yaml", to: "b.yaml", in: folder)
    try #require(mkfifo(folder.path + "/pipe", 0o600) == 0)
    try link("c.yaml", to: "pipe", in: folder)
    #expect(
      codes(folder)
        == ["a.yaml: unreadable-file", "b.yaml: unreadable-file", "c.yaml: unreadable-file"]
    )
  }

  @Test func `a link to a folder is not followed, however deep`() throws {
    let folder = try DatasetFolder.dataset(["a/x.yaml": "region: []\n"])
    try link("a/up", to: "..", in: folder)
    #expect(codes(folder).map { $0.split(separator: " ").last } == ["linked-folder"])
  }

  @Test(.enabled("root may read everything") { geteuid() != 0 })
  func `a file or a folder that may not be read is an error`() throws {
    let folder = try DatasetFolder.dataset(["x.yaml": "region: []\n", "a/y.yaml": "region: []\n"])
    let manager = FileManager.default
    for name in ["x.yaml", "a"] {
      try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path + "/" + name)
    }
    #expect(codes(folder) == ["a: unreadable-file", "x.yaml: unreadable-file"])
    try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/a")
  }

  @Test func `a folder too deep is an error, not overlooked`() throws {
    let folder = try DatasetFolder.dataset(["1/2/3/4/5/6/7/8/x.yaml": "region: []\n"])
    #expect(codes(folder) == [])
    try folder.write("region: []\n", to: "1/2/3/4/5/6/7/8/9/x.yaml")
    #expect(codes(folder) == ["9: folder-too-deep"])
  }

  @Test func `too many files are an error`() throws {
    let folder = try DatasetFolder.dataset([:])
    for number in 0...5000 {
      try #require(
        FileManager.default.createFile(atPath: "\(folder.path)/\(number).yaml", contents: nil)
      )
    }
    #expect(folder.load().diagnostics.map(\.code).contains("too-many-files"))
    #expect(folder.load().dataset == nil)
  }

  @Test func `a slash at the end of the folder changes nothing`() throws {
    let folder = try DatasetFolder.dataset([:])
    let loaded = Dataset.load(folder: folder.path + "//")
    #expect(loaded.dataset != nil)
    #expect(loaded.sources.keys.contains(folder.path + "/dataset.yaml"))
  }
}
