import Foundation
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
