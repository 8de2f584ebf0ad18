import Foundation
import Testing

/// `liantu snapshot`, and every command on what it writes.
struct SnapshotTests {
  private static let questions = [
    ["find", "jxsh"], ["show", "泳装产业集群"], ["gaps", "泳装"], ["duties", "市工信局"],
    ["owners", "泰峰锂业碳酸锂项目"], ["alignment"], ["workload"], ["audit"], ["stats"],
    ["layers", "泳装"], ["downstream", "芳烃"], ["query", "推进中的项目"], ["impact", "锦西石化"],
    ["list", "projects"], ["draw", "panorama", "泳装"], ["gaps", "--basis", "document"],
  ]

  @Test func `every command answers from a snapshot as it does from the data set`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let made = try liantu("snapshot", "Data/huludao-2023", "-o", "h.liantu")
    #expect(made.status == 0 && made.errors.isEmpty && made.output.isEmpty, "\(made.errors)")
    for words in Self.questions {
      let read = try liantu.run(words)
      let opened = try liantu.run(words + ["--dataset", "h.liantu"])
      #expect(opened.status == read.status, "\(words): \(opened.errors)")
      #expect(opened.output == read.output && opened.errors == read.errors, "\(words)")
    }
  }

  @Test func `a snapshot of a snapshot is the same file`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    #expect(try liantu("snapshot", "-o", "a.liantu").status == 0)
    #expect(try liantu("snapshot", "a.liantu", "-o", "b.liantu").status == 0)
    let files = try ["a", "b"].map { name in
      try Data(contentsOf: liantu.folder.appending(path: "\(name).liantu"))
    }
    #expect(files[0] == files[1])
    #expect(try liantu.leftBehind() == ["a.liantu", "b.liantu"])
  }

  @Test func `theme and packs travel along`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("sizes: {title: 31}\n", to: "Data/little/theme.yaml")
    try liantu.write(
      "title: 甲\nentries:\n  - {name: 缺链, view: gaps, as: list}\n",
      to: "Data/little/packs/甲.yaml"
    )
    #expect(try liantu("snapshot", "-o", "x.liantu").status == 0)
    let words = ["draw", "panorama", "泳装产业集群"]
    let (read, opened) = (try liantu.run(words), try liantu.run(words + ["--dataset", "x.liantu"]))
    #expect(opened.text.contains("font-size=\"31.00\""))
    #expect(opened.output == read.output, "\(opened.errors)")
    let packs = try ["甲", "乙"].map { name in
      try liantu("pack", name, "--dataset", "x.liantu", "-o", "out-\(name)")
    }
    let folder = try liantu("pack", "甲", "-o", "out-folder")
    #expect(packs[0].status == folder.status, "\(packs[0].errors) \(folder.errors)")
    #expect(packs[1].status == 3)
  }

  @Test func `a file that is no snapshot is told, and its data set is named once`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("你好\n", to: "x.liantu")
    let foreign = try liantu("stats", "--dataset", "x.liantu")
    #expect(foreign.status == 1 && foreign.errors.contains("error[foreign-snapshot]"))
    #expect(try liantu("check", "--dataset", "x.liantu").status == 1)
    let twice = try liantu("snapshot", "Data/little", "--dataset", "Data/little", "-o", "y.liantu")
    #expect(twice.status == 2)
    let nowhere = try liantu("stats", "--dataset", "nowhere.liantu")
    #expect(nowhere.status == 3 && nowhere.errors.contains("no folder or file nowhere.liantu"))
    let unwritable = try liantu("snapshot", "-o", "nowhere/y.liantu")
    #expect(unwritable.status == 4 && unwritable.errors.contains("nowhere/y.liantu"))
  }

  @Test func `what stands beside the data and leads out of the folder is refused`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("title: 密\nsecret: 密\n", to: "secret.yaml")
    let secret = liantu.folder.appending(path: "secret.yaml")
    try liantu.write("title: 甲\nentries: []\n", to: "Data/little/packs/kept/inside.yaml")
    for name in ["packs/甲.yaml", "theme.yaml"] {
      let link = liantu.folder.appending(path: "Data/little/" + name)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: secret)
      let outcome = try liantu("snapshot", "-o", "x.liantu")
      #expect(outcome.status == 1 && outcome.errors.contains("[link-outside]"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("密"))
      #expect(try liantu.leftBehind() == ["Data", "secret.yaml"].filter { $0 != "Data" })
      let drawn = try liantu("draw", "panorama", "泳装产业集群")
      #expect((drawn.status == 1) == (name == "theme.yaml") && !drawn.errors.contains("密"))
      try FileManager.default.removeItem(at: link)
    }
    let pack = liantu.folder.appending(path: "Data/little/packs/甲.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: pack.path,
      withDestinationPath: "kept/inside.yaml"
    )
    #expect(try liantu("snapshot", "-o", "x.liantu").status == 0)
  }

  @Test func `no command ends by a signal though its snapshot is written to in place`() async throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for name in ["a", "b"] {
      #expect(try liantu("snapshot", "-o", "\(name).liantu").status == 0)
      try liantu.write("sizes: {title: 31}\n", to: "Data/little/theme.yaml")
    }
    let wholes = try ["a", "b"].map {
      try Data(contentsOf: liantu.folder.appending(path: "\($0).liantu"))
    }
    let live = liantu.folder.appending(path: "live.liantu")
    try wholes[0].write(to: live)
    let writer = Task.detached {
      var round = 0
      while !Task.isCancelled {
        let file = try FileHandle(forUpdating: live)
        try file.truncate(atOffset: 0)
        for part in [
          wholes[round % 2].prefix(wholes[0].count / 2),
          wholes[round % 2].dropFirst(wholes[0].count / 2),
        ] {
          try file.write(contentsOf: part)
          usleep(500)
        }
        try file.close()
        round += 1
      }
    }
    for round in 0..<30 {
      let words = [["stats"], ["check"], ["export", "json"], ["gaps", "泳装"]][round % 4]
      let outcome = try liantu.run(words + ["--dataset", "live.liantu"])
      #expect([0, 1].contains(outcome.status), "\(words): \(outcome.status) \(outcome.errors)")
    }
    writer.cancel()
    try await writer.value
  }

  @Test func `a data set with faults leaves no file`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("segment: [{name: 甲}]\n", to: "Data/little/more.yaml")
    #expect(try liantu("snapshot", "-o", "x.liantu").status == 1)
    #expect(try liantu.leftBehind().allSatisfy { $0 == "Data" })
  }
}
