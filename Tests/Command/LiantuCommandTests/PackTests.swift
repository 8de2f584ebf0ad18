import Foundation
import TestSupport
import Testing

/// `liantu pack`: whole or not at all.
struct PackTests {
  private static let five = "五图五清单"

  private struct Book: Decodable {
    struct Sheet: Decodable { let name: String }

    let sheets: [Sheet]
  }

  private func files(_ liantu: Liantu, _ folder: String) throws -> [String] {
    let path = liantu.folder.appending(path: folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.contains(".") }.sorted()
  }

  private func bytes(_ liantu: Liantu, _ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: liantu.folder.appending(path: name)))
  }

  @Test func `a set is a folder for each cluster, a file a picture, and one workbook`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let outcome = try liantu("pack", Self.five, "--of", "泳装", "--of", "船舶机械", "-o", "out/")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.text == "五图五清单：已在 out/ 写好 12 个文件\n")
    #expect(try liantu.leftBehind() == ["out"])
    let pictures = ["图1-产业链图", "图2-技术路线图", "图3-应用领域图", "图4-区域分布图", "图5-招商线路图"]
    let wanted = ["泳装产业集群", "船舶机械产业集群"].flatMap { cluster in
      (pictures.map { $0 + ".pdf" } + ["清单.xlsx"]).map { "\(cluster)/\($0)" }
    }
    #expect(try files(liantu, "out") == wanted.sorted())
    for file in wanted {
      let head = file.hasSuffix("pdf") ? "%PDF" : "PK"
      #expect(try bytes(liantu, "out/" + file).starts(with: Array(head.utf8)), "\(file)")
    }
    let book: Book = try Python.read(
      try bytes(liantu, "out/泳装产业集群/清单.xlsx"),
      with: "read_workbook.py"
    )
    #expect(book.sheets.map(\.name) == ["企业清单", "项目清单", "集群清单", "问题清单", "政策清单"])
    // The same data make the same workbook; a PDF says when it was drawn.
    let again = try liantu("pack", Self.five, "--of", "泳装", "--format", "png", "-o", "again")
    #expect(again.status == 0)
    #expect(
      try bytes(liantu, "again/泳装产业集群/清单.xlsx") == bytes(liantu, "out/泳装产业集群/清单.xlsx")
    )
  }

  @Test func `the other built-in set comes in the formats and the language asked for`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu(
      "pack",
      "六图六清单",
      "--format",
      "dot",
      "--format",
      "svg",
      "--lang",
      "en",
      "-o",
      "out"
    )
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      outcome.text == "Six maps and six lists: 13 files are in out\n"
        + "left out, having no segments: 1 cluster, 氢能产业集群\n"
    )
    let files = try files(liantu, "out")
    #expect(files.count == 13 && files.contains("泳装产业集群/lists.xlsx"), "\(files)")
    let book: Book = try Python.read(
      try bytes(liantu, "out/泳装产业集群/lists.xlsx"),
      with: "read_workbook.py"
    )
    #expect(book.sheets.count == 6)
  }

  // MARK: Where it goes

  @Test func `a folder with something in it is refused without --force`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("mine", to: "out/note.txt")
    let outcome = try liantu("pack", Self.five, "--format", "dot", "-o", "out")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("--force") && outcome.errors.contains("out"))
    #expect(try files(liantu, "out") == ["note.txt"])
    #expect(try liantu.leftBehind() == ["out"])
  }

  @Test func `an empty folder is filled`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let out = liantu.folder.appending(path: "out")
    try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
    #expect(try liantu("pack", Self.five, "--format", "dot", "-o", "out").status == 0)
    #expect(try files(liantu, "out").count == 6)
    // A link to an empty folder stays a link.
    let place = liantu.folder.appending(path: "place")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let link = liantu.folder.appending(path: "link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "place")
    #expect(try liantu("pack", Self.five, "--format", "dot", "-o", "link").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "place")
    #expect(try files(liantu, "place").count == 6)
    #expect(try liantu.leftBehind() == ["link", "out", "place"])
  }

  @Test func `with --force the files of the set are written over, and no others`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("mine", to: "out/note.txt")
    try liantu.write("mine", to: "out/泳装产业集群/mine.txt")
    try liantu.write("old", to: "out/泳装产业集群/图1-产业链图.dot")
    let outcome = try liantu("pack", Self.five, "--format", "dot", "--force", "-o", "out")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try files(liantu, "out").count == 8)
    #expect(try bytes(liantu, "out/note.txt") == Array("mine".utf8))
    #expect(try bytes(liantu, "out/泳装产业集群/mine.txt") == Array("mine".utf8))
    let drawn = try bytes(liantu, "out/泳装产业集群/图1-产业链图.dot")
    #expect(drawn.starts(with: Array("digraph".utf8)))
    // What is replaced and what is left is told, with names.
    #expect(outcome.text.contains("覆盖了 1 个已有文件：泳装产业集群/图1-产业链图.dot"))
    #expect(outcome.text.contains("note.txt") && outcome.text.contains("泳装产业集群/mine.txt"))
    // And so is a cluster for which there is nothing to make.
    #expect(outcome.text.contains("氢能产业集群"), "\(outcome.text)")
    #expect(try liantu.leftBehind() == ["out"])
  }

  @Test(arguments: ["plain", "plain/out", "/proc/nowhere/out"])
  func `a place that cannot be written is 4, and nothing is left behind`(_ place: String) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("a file, no folder", to: "plain")
    for force in [[], ["--force"]] {
      let outcome = try liantu.run(["pack", Self.five, "-o", place] + force)
      #expect(outcome.status == 4 && outcome.output.isEmpty, "\(outcome.errors)")
      #expect(outcome.errors.contains(place))
    }
    #expect(try liantu.leftBehind() == ["plain"])
    #expect(try bytes(liantu, "plain") == Array("a file, no folder".utf8))
  }

  @Test func `a disk that fails halfway is 4, and nothing is left behind`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    // Files may have a few thousand bytes: a form fits and a picture does not.
    let outcome = try liantu.run(
      ["pack", Self.five, "--format", "svg", "-o", "out"],
      after: "trap '' XFSZ; ulimit -f 4"
    )
    #expect(outcome.status == 4 && outcome.output.isEmpty, "\(outcome.errors)")
    #expect(try liantu.leftBehind().isEmpty)
  }

  // MARK: Stopped

  /// Starts a long set, waits until something of it stands there, and sends a signal.
  private func stop(_ liantu: Liantu, _ signal: Int32) throws -> Process {
    let process = try liantu.process(["pack", Self.five, "--format", "png", "-o", "out"])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    // Tests run where signals are blocked, and a process inherits what its starter blocks.
    var (none, blocked) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try process.run()
    for _ in 0..<3000 where process.isRunning {
      if try liantu.leftBehind().contains("out"), try !written(liantu).isEmpty { break }
      usleep(10_000)
    }
    #expect(process.isRunning)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a set that is stopped is not there, and nothing is left behind`(_ signal: Int32) throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let process = try stop(liantu, signal)
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    #expect(try liantu.leftBehind().isEmpty)
  }

  /// What of a set lies where the files of an unfinished one wait.
  private func written(_ liantu: Liantu) throws -> [String] {
    let waiting = liantu.folder.appending(path: "out/.liantu-pending").path
    guard FileManager.default.fileExists(atPath: waiting) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: waiting)
  }

  @Test func `a set that is killed is not there, not even in part`() throws {
    let liantu = try Liantu()
    defer { liantu.remove() }
    _ = try stop(liantu, SIGKILL)
    let out = liantu.folder.appending(path: "out").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: out) == [".liantu-pending"])
    // The next one clears away what was left, and says so.
    let next = try liantu("pack", Self.five, "--of", "泳装", "--format", "dot", "-o", "out")
    #expect(next.status == 0)
    #expect(next.errors.contains("broken off"), "\(next.errors)")
    #expect(try files(liantu, "out").count == 6)
  }

  // MARK: Names

  @Test func `an unknown set is 3 and says what there is`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let close = try liantu("pack", "五图五清", "-o", "out")
    #expect(close.status == 3 && close.errors.contains("五图五清单"))
    #expect(!close.errors.contains("六图六清单"))
    let far = try liantu("pack", "nothing", "-o", "out", "--lang", "en")
    #expect(far.status == 3 && far.errors.contains("no set is called 'nothing'"))
    #expect(far.errors.contains("六图六清单"))
    #expect(try liantu("pack", Self.five, "--of", "无此集群", "-o", "out").status == 3)
    #expect(try liantu.leftBehind().isEmpty)
  }

  @Test func `a set of one's own is a file, or stands by its name in the data set`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let set = """
      title: 一图一清单
      pictures:
        - {file: 缺链, view: 缺链图, of: 泳装}
      lists:
        - {sheet: 缺链, view: gaps, of: 泳装, fill: [措施]}

      """
    try liantu.write(set, to: "my.yaml")
    try liantu.write(set, to: "Data/little/packs/一图一清单.yaml")
    for (name, folder) in [("my.yaml", "a"), ("一图一清单", "b")] {
      let outcome = try liantu("pack", name, "--format", "dot", "-o", folder)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.text == "一图一清单：已在 \(folder) 写好 2 个文件\n")
      #expect(try files(liantu, folder) == ["清单.xlsx", "缺链.dot"])
    }
    #expect(try bytes(liantu, "a/清单.xlsx") == bytes(liantu, "b/清单.xlsx"))
  }

  @Test func `a faulty set is 1, with its place, before anything is written`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("title: 甲\npictures:\n  - {file: 一, view: panorma}\n", to: "bad.yaml")
    let bad = try liantu("pack", "bad.yaml", "-o", "out")
    #expect(bad.status == 1 && bad.output.isEmpty)
    #expect(bad.errors.contains("bad.yaml:3:21") && bad.errors.contains("^~~~~~~"))
    try liantu.write("title: 甲\nlists:\n  - {sheet: 一, view: gaps, of: 泳衣}\n", to: "name.yaml")
    let name = try liantu("pack", "name.yaml", "-o", "out")
    #expect(name.status == 1 && name.errors.contains("name.yaml:3:32"), "\(name.errors)")
    #expect(name.errors.contains("没有名为“泳衣”的产业集群"))
    let missing = try liantu("pack", "missing.yaml", "-o", "out")
    #expect(missing.status == 1 && missing.errors.contains("missing.yaml"))
    #expect(try liantu.leftBehind() == ["bad.yaml", "name.yaml"])
  }

  // MARK: Progress

  @Test func `progress is told to a terminal, and to nobody else`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    var (master, slave): (Int32, Int32) = (-1, -1)
    try #require(openpty(&master, &slave, nil, nil, nil) == 0)
    defer { close(master) }
    let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    let arguments = ["pack", Self.five, "--format", "dot", "-o"]
    let shown = try liantu.run(arguments + ["a"], errors: terminal)
    #expect(shown.status == 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    let told = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    #expect(told.contains("░") && told.contains("/6 泳装产业集群/图1-产业链图"), "\(told)")
    // The line is taken away at the end.
    #expect(told.hasSuffix("\r\u{1B}[K"))
    let quiet = try liantu.run(arguments + ["b"])
    #expect(quiet.status == 0 && quiet.errors.isEmpty)
  }
}
