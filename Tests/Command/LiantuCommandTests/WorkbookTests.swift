import Foundation
import TestSupport
import Testing

/// `liantu export workbook` as a shell sees it.
struct WorkbookTests {
  @Test func `a workbook is a data set to every command, and comes out again byte by byte`() throws
  {
    let liantu = try Liantu()
    defer { liantu.remove() }
    let written = try liantu("export", "workbook", "--lang", "zh", "-o", "a.xlsx")
    #expect(written.status == 0 && written.text.isEmpty && written.errors.isEmpty)
    #expect(
      try liantu("export", "workbook", "--dataset", "a.xlsx", "--lang", "zh", "-o", "b.xlsx").status
        == 0
    )
    let files = try ["a.xlsx", "b.xlsx"].map {
      try Data(contentsOf: liantu.folder.appending(path: $0))
    }
    #expect(files[0] == files[1])
    for command in [["stats"], ["gaps", "泳装"], ["owners", "泰峰锂业碳酸锂项目"]] {
      let (folder, workbook) = (
        try liantu.run(command), try liantu.run(command + ["--dataset", "a.xlsx"])
      )
      #expect(folder.status == 0 && workbook.output == folder.output, "\(command)")
    }
    #expect(try liantu("check", "--dataset", "a.xlsx").status == 0)
    #expect(try liantu.leftBehind() == ["a.xlsx", "b.xlsx"])
  }

  @Test func `what is no workbook, or a damaged one, is told as such`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    #expect(try liantu("export", "workbook", "-o", "a.xlsx").status == 0)
    let bytes = try Data(contentsOf: liantu.folder.appending(path: "a.xlsx"))
    for count in [4, 100, bytes.count / 2, bytes.count - 1] {
      try bytes.prefix(count).write(to: liantu.folder.appending(path: "b.xlsx"))
      let outcome = try liantu("check", "--dataset", "b.xlsx", "--lang", "en")
      #expect(outcome.status == 1 && outcome.text.hasPrefix("b.xlsx: error["), "\(outcome.text)")
    }
  }

  @Test func `nothing is written where nothing can be`() throws {
    let liantu = try Liantu(.little)
    defer { liantu.remove() }
    let outcome = try liantu("export", "workbook", "-o", "no/such/a.xlsx")
    #expect(outcome.status == 4 && outcome.errors.contains("no/such/a.xlsx"))
    #expect(try liantu("export", "workbook").status == 2)
    #expect(try liantu.leftBehind().isEmpty)
  }
}
