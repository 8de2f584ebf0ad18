import Foundation
import Testing

/// Lists as files to hand out.
struct ListFileTests {
  private static let zip = Array("PK".utf8)
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test(
    arguments: [
      ("a.xlsx", zip), ("a.b.XLSX", zip), ("a.html", Array("<!DOCTYPE html>".utf8)),
      ("a.htm", Array("<!DOCTYPE html>".utf8)), ("a.md", Array("# ".utf8)),
    ]
  )
  func `the ending of the file chooses the format of a list`(_ name: String, _ head: [UInt8]) throws
  {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu("gaps", "泳装", "-o", name)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    let file = try Data(contentsOf: liantu.folder.appending(path: name))
    #expect(file.starts(with: head))
    #expect(try liantu.leftBehind() == [name])
  }

  @Test func `a workbook goes to a pipe, the same from every process, at any place and time`()
    throws
  {
    var liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu("stats", "--format", "xlsx", "--lang", "zh")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.starts(with: Self.zip))
    liantu.environment["TZ"] = "Asia/Shanghai"
    liantu.environment["LC_ALL"] = "zh_CN.UTF-8"
    #expect(try liantu("stats", "--format", "xlsx").output == outcome.output)
    #expect(try liantu("stats", "-o", "a.xlsx").status == 0)
    let file = liantu.folder.appending(path: "a.xlsx")
    #expect(try Data(contentsOf: file) == outcome.output)
  }

  @Test func `a terminal is not shown a workbook`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let (master, terminal) = try pseudoTerminal()
    defer { close(master) }
    let outcome = try liantu.run(["stats", "--format", "xlsx"], output: terminal)
    #expect(outcome.status == 2 && outcome.errors.contains("-o list.xlsx"))
    #expect(try liantu.run(["stats", "--format", "html"], output: terminal).status == 0)
    let file = try liantu.run(["stats", "--format", "xlsx", "-o", "a.xlsx"], output: terminal)
    #expect(file.status == 0)
  }

  private func pseudoTerminal() throws -> (master: Int32, terminal: FileHandle) {
    var (master, terminal): (Int32, Int32) = (-1, -1)
    try #require(openpty(&master, &terminal, nil, nil, nil) == 0)
    return (master, FileHandle(fileDescriptor: terminal, closeOnDealloc: true))
  }

  @Test func `nothing is left in the temporary folder, and one that is missing is 4`() throws {
    var liantu = try Liantu(.little)
    defer { liantu.remove() }
    let temporary = liantu.folder.appending(path: "tmp")
    let manager = FileManager.default
    try manager.createDirectory(at: temporary, withIntermediateDirectories: true)
    liantu.environment["TMPDIR"] = temporary.path
    #expect(try liantu("stats", "-o", "a.xlsx").status == 0)
    #expect(try manager.contentsOfDirectory(atPath: temporary.path).isEmpty)
    liantu.environment["TMPDIR"] = liantu.folder.appending(path: "missing").path
    let failed = try liantu("stats", "-o", "b.xlsx")
    #expect(failed.status == 4 && failed.output.isEmpty)
    #expect(failed.errors.contains("temporary folder"))
    #expect(try liantu.leftBehind() == ["a.xlsx", "tmp"])
  }

  @Test func `CSV has a byte-order mark when asked`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let plain = try liantu("gaps", "--format", "csv").output
    let marked = try liantu("gaps", "--format", "csv", "--bom").output
    #expect(!plain.starts(with: Self.mark) && marked == Data(Self.mark) + plain)
    #expect(try liantu("gaps", "-o", "a.csv", "--bom").status == 0)
    #expect(try Data(contentsOf: liantu.folder.appending(path: "a.csv")) == marked)
  }

  @Test(arguments: [[], ["--format", "json"], ["--format", "xlsx"], ["-o", "a.html"]])
  func `a byte-order mark goes with CSV alone`(_ options: [String]) throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu.run(["stats", "--bom"] + options)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("--bom"))
    #expect(try liantu.leftBehind().isEmpty)
  }

  @Test func `the faults of a data set go to a workbook too`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try liantu("check", "-o", "faults.xlsx").status == 0)
    let file = try Data(contentsOf: liantu.folder.appending(path: "faults.xlsx"))
    #expect(file.starts(with: Self.zip))
  }

  @Test func `the help of a list names its formats and gives an example in both languages`() throws
  {
    let liantu = try Liantu(.nothing)
    defer { liantu.remove() }
    for (language, example) in [("zh", "-o 缺链清单.xlsx"), ("en", "-o gaps.xlsx")] {
      let help = try liantu("gaps", "--help", "--lang", language).text
      #expect(help.contains("xlsx|html") && help.contains("--bom"))
      #expect(help.contains(example), "\(help)")
    }
  }
}
