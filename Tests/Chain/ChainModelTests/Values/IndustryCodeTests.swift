import ChainModel
import Testing

@Suite struct IndustryCodeTests {
  @Test(arguments: [
    ("C", "C", "C"), ("26", "C", "26"), ("C26", "C", "26"), ("c 2614", "C", "2614"),
    ("２６１", "C", "261"), ("Ｃ２６１４", "C", "2614"), ("0111", "A", "0111"), ("97", "T", "97"),
  ])
  func `a code is read with its letter or without`(
    _ text: String,
    _ section: Character,
    _ description: String
  ) throws {
    let code = try IndustryCode(parsing: text)
    #expect(code.section == section && code.description == description && code.edition == 2017)
    #expect(try IndustryCode(parsing: code.description) == code)
  }

  @Test(arguments: ["", "2", "26145", "C2", "CC26", "26C", "U", "Z26", "26.1", "制造业", "C-26", "二六"])
  func `what has not the form is refused`(_ text: String) {
    #expect(throws: IndustryCode.Fault.form(text)) { try IndustryCode(parsing: text) }
  }

  @Test func `a letter of another section is told`() {
    let fault = IndustryCode.Fault.section("D", expected: "C", digits: "2614")
    #expect(throws: fault) { try IndustryCode(parsing: "D2614") }
    #expect(fault.message.en == "2614 lies in section C, not in D")
    #expect(fault.message.zh == "2614属于门类C，不属于D")
  }

  @Test func `every division of an edition lies in one section, and there are no others`() throws {
    for (edition, last) in [(2011, 96), (2017, 97)] {
      var sections: [Character] = []
      for division in 0...99 {
        let text = division < 10 ? "0\(division)" : "\(division)"
        guard (1...last).contains(division) else {
          let fault = IndustryCode.Fault.division(text, edition: edition)
          #expect(throws: fault) { try IndustryCode(parsing: text, edition: edition) }
          continue
        }
        let section = try #require(try IndustryCode(parsing: text, edition: edition).section)
        if sections.last != section { sections.append(section) }
      }
      #expect(String(sections) == "ABCDEFGHIJKLMNOPQRST")
    }
    #expect(try IndustryCode(parsing: "78", edition: 2011).section == "N")
    #expect(try IndustryCode(parsing: "80", edition: 2011).section == "O")
    #expect(try IndustryCode(parsing: "80").section == "O")
    #expect(try IndustryCode(parsing: "79").section == "N")
  }

  @Test func `an edition whose sections are not known keeps the letter that is written`() throws {
    #expect(try IndustryCode(parsing: "5101", edition: 2002).section == nil)
    #expect(try IndustryCode(parsing: "F5101", edition: 2002).section == "F")
  }

  @Test func `a class contains what lies in it, of its own edition`() throws {
    let codes = try ["C", "26", "261", "2614"].map { try IndustryCode(parsing: $0) }
    for (place, code) in codes.enumerated() {
      for (other, inner) in codes.enumerated() { #expect(code.contains(inner) == (place <= other)) }
    }
    let others = try ["D", "4411", "A", "01"].map { try IndustryCode(parsing: $0) }
    for other in others { #expect(!codes.contains { $0.contains(other) || other.contains($0) }) }
    #expect(codes[0].contains(try IndustryCode(parsing: "2711")))
    #expect(!codes[1].contains(try IndustryCode(parsing: "27")))
    #expect(!codes[2].contains(try IndustryCode(parsing: "2624")))
    let old = try IndustryCode(parsing: "2614", edition: 2011)
    #expect(!codes.contains { $0.contains(old) })
  }
}
