import Foundation
import TestSupport
import Testing

/// The pictures of progress and their lists, from the command line.
@Suite(.serialized) struct LoopPictureTests {
  private static let plan = """
    line,recorded,item,what,period,value
    p1,2024-01-15,甲项目,投资,2024,12000
    p2,2024-01-15,甲项目,开工,,2024-02-29

    """
  private static let journal = """
    line,recorded,period,by,item,type,status,value
    j1,2024-05-04,2024-04,局,甲项目,report,在建,1000

    """

  /// A few nodes, with a plan and a journal or without.
  private func prepared(_ isPlanned: Bool = true, projects: Int = 1) throws -> Liantu {
    let liantu = try Liantu(.little)
    let more = (1..<max(2, projects)).map {
      "  - {name: 第\($0)项目, source: 二, partOf: 泳装产业集群, lead: 局}\n"
    }
    try liantu.write(
      "project:\n  - {name: 甲项目, source: 二, partOf: 泳装产业集群, lead: 局, accountable: 甲}\n"
        + (projects > 1 ? more.joined() : ""),
      to: "Data/little/projects.yaml"
    )
    guard isPlanned else { return liantu }
    try liantu.write(Self.plan, to: "Data/little/plans/2024.csv")
    try liantu.write(Self.journal, to: "Data/little/journal/2024.csv")
    try liantu.write(
      "start: 2024-04\nreports: [project]\n",
      to: "Data/little/reporting.yaml"
    )
    return liantu
  }

  @Test(arguments: ["progress", "schedule", "进度总览", "进度表"])
  func `a picture comes in every form of drawings`(view: String) throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    for (file, head) in [("x.svg", "<?xml"), ("x.png", "\u{FFFD}PNG"), ("x.pdf", "%PDF")] {
      let drawn = try liantu("draw", view, "-o", file)
      #expect(drawn.status == 0 && drawn.errors.isEmpty, "\(file): \(drawn.errors)")
      let data = try Data(contentsOf: liantu.folder.appending(path: file))
      #expect(String(decoding: data.prefix(8), as: UTF8.self).hasPrefix(head))
    }
    let stream = try liantu("draw", view, "--lang", "en")
    #expect(stream.text.contains("甲项目") && stream.text.contains("lang=\"en\""))
    #expect(!FileManager.default.fileExists(atPath: liantu.folder.appending(path: "x-2.svg").path))
  }

  @Test func `of several pages an SVG is several files, and a PDF one`() throws {
    let liantu = try prepared(projects: 40)
    defer { liantu.remove() }
    let drawn = try liantu("draw", "schedule", "-o", "x.svg", "--lang", "en")
    #expect(drawn.status == 0 && drawn.errors.contains("pages"), "\(drawn.errors)")
    for name in ["x.svg", "x-2.svg", "x-3.svg"] {
      #expect(FileManager.default.fileExists(atPath: liantu.folder.appending(path: name).path))
    }
    #expect(try liantu("draw", "schedule", "-o", "x.pdf", "--lang", "en").status == 0)
    // Nothing is written to a stream that cannot hold it.
    let stream = try liantu("draw", "schedule", "--lang", "en")
    #expect(stream.status == 2 && stream.output.isEmpty && stream.errors.contains("-o"))
  }

  private struct Book: Decodable {
    struct Sheet: Decodable { let name: String }

    let sheets: [Sheet]
  }

  @Test func `the pack of a month has sheets, pictures and lists`() throws {
    let liantu = try prepared(projects: 3)
    defer { liantu.remove() }
    let made = try liantu("pack", "月调度", "--period", "2024-04", "-o", "out")
    #expect(made.status == 0 && made.errors.isEmpty, "\(made.errors)")
    #expect(made.text.contains("月调度 2024-04（截至 2024-05-04）"), "\(made.text)")
    let path = liantu.folder.appending(path: "out").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: path)
      .filter { $0.contains(".") }.sorted()
    #expect(files == ["图1-进度总览.pdf", "图2-进度表.pdf", "月报表/2024-04 局.xlsx", "清单.xlsx"])
    let bytes = Array(try Data(contentsOf: liantu.folder.appending(path: "out/清单.xlsx")))
    let book: Book = try Python.read(bytes, with: "read_workbook.py")
    let sheets = book.sheets.map(\.name)
    for list in ["进度清单 事项", "节点清单 节点", "逾期清单", "未报清单", "督办清单", "变化清单", "考评表（部门）", "考评表（领导）"] {
      #expect(sheets.contains(list), "\(list): \(sheets)")
    }
    // What goes out comes back.
    let back = try liantu("collect", "out/月报表/2024-04 局.xlsx", "-o", "Data/little")
    #expect(back.status == 0 && back.text.contains("没有"), "\(back.text)\(back.errors)")
    #expect(try liantu("pack", "月调度", "--of", "泳装", "-o", "x").status == 2)
    #expect(try liantu("pack", "五图五清单", "--period", "2024-04", "-o", "x").status == 2)
  }

  @Test func `without plan and journal the pack of a month has sheets, and says what is left out`()
    throws
  {
    let liantu = try prepared(false)
    defer { liantu.remove() }
    let made = try liantu("pack", "月调度", "--period", "2024-04", "-o", "out", "--lang", "en")
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.text.contains("neither a plan nor a journal"), "\(made.text)")
    let path = liantu.folder.appending(path: "out").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: path)
    #expect(files.contains("sheets/2024-04 局.xlsx") && files.contains("lists.xlsx"), "\(files)")
    #expect(!files.contains { $0.hasSuffix(".pdf") })
  }

  @Test func `a home is of a leader or a department`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let home = try liantu("home", "局", "--at", "2024-05-06")
    #expect(home.status == 0 && home.errors.isEmpty, "\(home.errors)")
    for words in ["局 · 责任主页", "甲项目", "逾期未完成", "截至 2024-05-06"] {
      #expect(home.text.contains(words), "\(words): \(home.text)")
    }
    #expect(try liantu("list", "责任主页", "局").text.contains("甲项目"))
    #expect(try liantu("home", "甲项目").status == 3)
    #expect(try liantu("list", "home").status == 2)
    let drawn = try liantu("draw", "home", "局", "-o", "x.svg")
    #expect(drawn.status == 2 || drawn.status == 3, "\(drawn.errors)")
  }

  @Test(arguments: ["draw", "list"], ["progress", "schedule"])
  func `without plan and journal it is said what to write`(command: String, view: String) throws {
    let liantu = try prepared(false)
    defer { liantu.remove() }
    for language in ["zh", "en"] {
      let refused = try liantu(command, view, "--lang", language)
      #expect(refused.status == 3 && refused.output.isEmpty)
      for file in ["plans/2024.csv", "journal/2024-01.csv", "reporting.yaml"] {
        #expect(refused.errors.contains(file), "\(refused.errors)")
      }
    }
  }

  @Test func `the list command asks what the commands ask`() throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    for words in [["progress"], ["schedule", "泳装"], ["late"], ["unreported", "局"]] {
      let listed = try liantu.run(["list"] + words + ["--format", "json", "--at", "2024-06-06"])
      let asked = try liantu.run(words + ["--format", "json", "--at", "2024-06-06"])
      #expect(listed.status == 0 && !listed.output.isEmpty, "\(words): \(listed.errors)")
      #expect(listed.output == asked.output, "\(words)")
    }
    let before = try liantu("list", "late", "--at", "2024-02-29", "--format", "json")
    #expect(before.text.contains("\"rows\" : [") || before.text.contains("[]"))
  }

  @Test(arguments: [
    (["draw", "progress", "-o", "x.dot"], "dot"),
    (["draw", "progress", "--paper", "a4", "--portrait"], "portrait"),
    (["draw", "late"], "no picture"),
    (["draw", "panorama", "泳装", "--known", "2024-05-01"], "--known"),
    (["list", "progres"], "progress"),
    (["draw", "schedule", "--radius", "2"], "radius"),
    (["draw", "progress", "局", "局"], "局"),
  ])
  func `words that do not fit are refused`(words: [String], told: String) throws {
    let liantu = try prepared()
    defer { liantu.remove() }
    let refused = try liantu.run(words + ["--lang", "en"])
    #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.status)")
    #expect(refused.errors.contains(told) || words.last == "局", "\(refused.errors)")
  }
}
