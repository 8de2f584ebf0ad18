import ChainExchange
import ChainQueries
import Foundation
import Testing

/// Where answers and pictures go.
struct OutputTests {
  @Test func `an answer goes to a file, whole, and nothing else is left`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("old", to: "a.csv")
    let outcome = try liantu("gaps", "泳装", "--format", "csv", "-o", "a.csv")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    #expect(try liantu.leftBehind() == ["a.csv"])
    let file = try String(contentsOf: liantu.folder.appending(path: "a.csv"), encoding: .utf8)
    #expect(try liantu("gaps", "泳装", "--format", "csv").text == file)
  }

  @Test func `a path that cannot be written is 4 and leaves nothing behind`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write("a file, no folder", to: "plain")
    let reasons = [
      "missing/a.csv": "there is no folder missing", "plain/a.csv": "plain is no folder",
      "Data": "this is a folder", ".": "this is a folder", "": "it has no name",
    ]
    for (path, reason) in reasons {
      let outcome = try liantu("stats", "-o", path)
      #expect(outcome.status == 4 && outcome.output.isEmpty, "\(path)")
      #expect(outcome.errors.contains(path + "; " + reason), "\(path): \(outcome.errors)")
    }
    #expect(try liantu("draw", "panorama", "泳装", "-o", "missing/a.dot").status == 4)
    #expect(try liantu.leftBehind() == ["plain"])
  }

  @Test(arguments: [
    (["gaps", "-o", "x.pdf"], ".csv"), (["list", "gaps", "-o", "x.svg"], ".xlsx"),
    (["stats", "-o", "x.docx"], ".csv"), (["check", "-o", "x.png"], ".html"),
    (["gaps", "--format", "csv", "-o", "x.xlsx"], ".csv"),
    (["export", "workbook", "-o", "x.csv"], ".xlsx"),
    (["export", "graphml", "-o", "x.gexf"], ".graphml"),
    (["export", "dot", "-o", "x.svg"], ".dot"), (["export", "csv", "-o", "x.csv"], "folder"),
    (["snapshot", "-o", "x.zip"], ".liantu"), (["report", "-o", "x.pdf"], ".html"),
    (["query", "环节", "-o", "x.docx"], ".svg"),
    (["query", "环节", "--output", "csv", "-o", "x.svg"], ".csv"),
    (["query", "环节", "--output", "count", "-o", "x.json"], ".txt"),
    (["draw", "gaps", "-o", "x.csv"], ".svg"), (["pack", "五图五清单", "-o", "x.pdf"], "folder"),
  ])
  func `an ending that a command cannot write is 2, before anything is read`(
    words: [String],
    hint: String
  ) throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let outcome = try liantu.run(words + ["--lang", "en"])
    #expect(outcome.status == 2 && outcome.output.isEmpty, "\(words): \(outcome.errors)")
    #expect(outcome.errors.contains(hint), "\(outcome.errors)")
    #expect(try liantu.leftBehind().isEmpty)
  }

  @Test func `every command that takes -o heeds the ending`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for question in QuestionName.allCases where question != .query {
      let subjects = question.definition.subjects.map { _ in "泳装" }
      let outcome = try liantu.run([question.rawValue] + subjects + ["-o", "x.pdf"])
      #expect(outcome.status == 2, "\(question): \(outcome.errors)")
    }
    for format in ExchangeFormat.allCases {
      let outcome = try liantu("export", format.rawValue, "-o", "x.xlsx")
      #expect(outcome.status == 2, "\(format): \(outcome.errors)")
    }
    #expect(try liantu.leftBehind().isEmpty)
  }

  @Test func `an ending that means nothing, digits and none are the user's own`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for name in ["清单2023.8.18", "x", "x.txt"] {
      #expect(try liantu("stats", "-o", name).status == 0, "\(name)")
    }
    #expect(try liantu("stats", "--format", "csv", "-o", "x.bak").status == 0)
    #expect(try liantu("stats", "-o", "x.bak").status == 2)
    #expect(try liantu.leftBehind() == ["x", "x.bak", "x.txt", "清单2023.8.18"])
  }

  @Test func `a link stays a link, and its target is written`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let manager = FileManager.default
    let link = liantu.folder.appending(path: "link.json").path
    try manager.createSymbolicLink(atPath: link, withDestinationPath: "target.json")
    #expect(try liantu("stats", "--format", "json", "-o", "link.json").status == 0)
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "target.json")
    #expect(try liantu.leftBehind() == ["link.json", "target.json"])
  }

  @Test func `a device is written to, not replaced`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let pipe = liantu.folder.appending(path: "pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    // Opened without waiting for a writer, so that a pipe that was replaced hangs nothing.
    let descriptor = open(pipe, O_RDONLY | O_NONBLOCK)
    try #require(descriptor >= 0)
    let reader = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let outcome = try liantu("find", "锦西石化", "--format", "csv", "-o", "pipe")
    let kind = try FileManager.default.attributesOfItem(atPath: pipe)[.type] as? FileAttributeType
    #expect(outcome.status == 0)
    #expect(kind != .typeRegular)
    // The answer is far smaller than what a pipe holds.
    let text = String(decoding: reader.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("enterprise:锦西石化"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is 4`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    for arguments in [["stats"], ["--help"], ["draw", "responsibility", "泳装"]] {
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let outcome = try liantu.run(arguments, output: full)
      #expect(outcome.status == 4, "\(arguments)")
      #expect(outcome.errors.contains("standard output"))
    }
  }

  @Test func `a reader that goes away ends the command without a word`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let outcome = try liantu.run(["stats"], output: pipe.fileHandleForWriting)
    // By the signal for a broken pipe, or by 4 where that signal is ignored.
    #expect(outcome.status == -SIGPIPE || outcome.status == 4, "\(outcome.status)")
  }

  @Test(
    arguments: [
      ("a.svg", Array("<?xml".utf8)), ("a.PNG", [0x89, 0x50, 0x4E, 0x47]),
      ("a.pdf", Array("%PDF".utf8)),
      ("a.b.dot", Array("digraph".utf8)),
    ] as [(String, [UInt8])]
  )
  func `the ending of the file chooses the form of the picture`(_ name: String, _ head: [UInt8])
    throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu("draw", "responsibility", "泳装", "-o", name)
    #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
    let bytes = try Data(contentsOf: liantu.folder.appending(path: name))
    #expect(bytes.starts(with: head), "\(String(decoding: bytes.prefix(12), as: UTF8.self))")
    #expect(try liantu.leftBehind() == [name])
  }

  @Test(arguments: ["a.jpg", "a", "svg", "a.svg.txt", "a.svg/b", ""])
  func `an ending that is no form of picture is 2, before anything is read`(_ name: String) throws {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    let outcome = try liantu("draw", "panorama", "泳装", "-o", name)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(".svg, .png, .pdf"))
    #expect(try liantu.leftBehind().isEmpty)
  }

  #if os(Linux)
    @Test func `without a Chinese font its package is named, and packs are SVG`() throws {
      var liantu = try Liantu(.little)
      defer { liantu.remove() }
      try liantu.hideChineseFonts()
      let drawn = try liantu("draw", "responsibility", "泳装", "-o", "a.png", "--lang", "en")
      #expect(drawn.status == 0 && drawn.errors.contains("fonts-noto-cjk"), "\(drawn.errors)")
      #expect(drawn.errors.split(separator: "\n").count == 1, "\(drawn.errors)")
      let pack = try liantu("pack", "五图五清单", "-o", "out", "--lang", "en")
      #expect(pack.status == 0 && pack.errors.contains("fonts-noto-cjk"), "\(pack.errors)")
      let files = try FileManager.default
        .subpathsOfDirectory(atPath: liantu.folder.appending(path: "out").path)
      #expect(files.contains { $0.hasSuffix(".svg") } && !files.contains { $0.hasSuffix(".pdf") })
      let report = try liantu("report", "-o", "r.html", "--lang", "en")
      #expect(report.status == 0 && report.errors.contains("fonts-noto-cjk"), "\(report.errors)")
      #expect(report.errors.split(separator: "\n").count == 1, "\(report.errors)")
      liantu.environment["FONTCONFIG_FILE"] = nil
      let whole = try liantu("draw", "responsibility", "泳装", "-o", "b.png")
      #expect(whole.status == 0 && whole.errors.isEmpty, "\(whole.errors)")
    }
  #endif

  @Test func `a picture without a file is an SVG on standard output, the same each time`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let first = try liantu("draw", "responsibility", "泳装")
    #expect(first.status == 0 && first.text.contains("<svg"))
    #expect(try liantu("draw", "responsibility", "泳装").output == first.output)
  }

  @Test func `a cluster without a chain cannot be drawn: 3`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try liantu("draw", "panorama", "氢能产业集群").status == 3)
  }

  @Test func `a gallery is drawn into its folder, and a faulty one is 1`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    try liantu.write(
      "pictures:\n  - {file: all, view: responsibility, of: 泳装}\n",
      to: "g/gallery.yaml"
    )
    let drawn = try liantu("gallery", "g/gallery.yaml", "--format", "dot", "--folder", "out")
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(try liantu.leftBehind() == ["g", "out"])
    #expect(
      FileManager.default.fileExists(atPath: liantu.folder.appending(path: "out/all.dot").path)
    )
    try liantu.write("pictures:\n  - {file: ../a, view: panorama}\n", to: "bad.yaml")
    let bad = try liantu("gallery", "bad.yaml")
    #expect(bad.status == 1 && bad.errors.contains("bad.yaml:2:"))
  }
}
