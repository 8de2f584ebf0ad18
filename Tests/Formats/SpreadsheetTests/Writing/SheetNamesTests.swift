import Testing

@testable import Spreadsheet

struct SheetNamesTests {
  private func names(_ wanted: [String]) -> [String] {
    var names = SheetNames()
    return wanted.map { names.next($0) }
  }

  @Test func `what Excel forbids is replaced`() {
    #expect(names(["[a]:b*c?d/e\\f"]) == ["-a--b-c-d-e-f"])
    #expect(names(["a\nb\u{07}c\u{FFFF}d"]) == ["a b c d"])
  }

  @Test func `apostrophes and blanks at the ends go, those within stay`() {
    #expect(names(["' 'it's' '"]) == ["it's"])
  }

  @Test func `a name of nothing becomes a name`() {
    #expect(names(["", "'", " \u{3000}"]) == ["Sheet", "Sheet 2", "Sheet 3"])
  }

  @Test func `names that differ in case alone are numbered, and so is the one that Excel keeps`() {
    #expect(names(["List", "LIST", "list"]) == ["List", "LIST 2", "list 3"])
    #expect(names(["History"]) == ["History 2"])
  }

  @Test func `a long name is cut to 31 units of UTF-16, its number included`() {
    let long = String(repeating: "锂", count: 40)
    #expect(names([long]).map(\.utf16.count) == [31])
    let emoji = String(repeating: "😀", count: 40)
    #expect(names([emoji]).map(\.utf16.count) == [30])
    let many = names(Array(repeating: long, count: 120))
    #expect(Set(many).count == 120 && many.allSatisfy { $0.utf16.count <= 31 })
    #expect(many.last == String(repeating: "锂", count: 27) + " 120")
  }

  @Test func `a cut leaves no apostrophe and no blank at the end`() {
    let name = String(repeating: "a", count: 29) + "' b"
    #expect(names([name]) == [String(repeating: "a", count: 29)])
  }
}
