import Spreadsheet
import TestSupport
import Testing

/// Anything may come in; out come a reading or a fault.
struct WorkbookFuzzTests {
  private static let small = MadeWorkbook(
    rows: """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>二</t></is></c></row>\
      <row r="3"><c r="B3" s="1"><v>46022.5</v></c><c t="b"><v>1</v></c></row>
      """,
    behind: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>",
    strings: "<si><r><t>一</t></r><rPh><t>x</t></rPh></si>",
    styles: """
      <numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd h:mm"/></numFmts>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>
      """
  )

  @Test func `the workbook is sound before it is changed`() throws {
    #expect(
      try Self.small.sheet().lines == ["A1 一", "B1 二", "B3 2025-12-31 12:00:00", "C3 TRUE"]
    )
  }

  @Test func `cut anywhere, a workbook is refused`() {
    let bytes = Self.small.bytes
    for end in 0..<bytes.count {
      #expect(MadeWorkbook.fault(Array(bytes[..<end])) != nil, "cut at \(end)")
    }
  }

  @Test func `with any byte of the file changed, it is read as it was or refused`() throws {
    let bytes = Self.small.bytes
    var random = SplitMix64(seed: 11)
    for place in Fuzzing.rounds(1).flatMap({ _ in bytes.indices }) {
      var changed = bytes
      changed[place] ^= UInt8(1 + random.number(below: 255))
      do throws(WorkbookFault) {
        let book = try WorkbookContents(bytes: changed)
        #expect(book.sheets.count <= 1, "at \(place)")
      } catch {
        #expect(!error.code.isEmpty)
      }
    }
  }

  @Test func `with any byte of any part changed, its checksum right, it is read or refused`() {
    var random = SplitMix64(seed: 12)
    let parts = Self.small.parts
    var read = 0
    for number in Fuzzing.rounds(1).flatMap({ _ in parts.indices }) {
      for place in parts[number].bytes.indices {
        var changed = parts
        // Mostly another letter of XML, which gets further than any byte does.
        changed[number].bytes[place] =
          random.oneIn(4)
          ? UInt8(random.number(below: 256))
          : Array("<>/\"=&;:A1 0s9-".utf8).randomElement(using: &random) ?? 0
        if MadeWorkbook.fault(StoredZip.bytes(changed)) == nil { read += 1 }
      }
    }
    // Not all changes are seen: names of styles, values of cells.
    #expect(read > 0)
  }

  @Test func `each part cut anywhere is read or refused`() {
    let parts = Self.small.parts
    for number in parts.indices {
      for end in parts[number].bytes.indices {
        var changed = parts
        changed[number].bytes = Array(parts[number].bytes[..<end])
        _ = MadeWorkbook.fault(StoredZip.bytes(changed))
      }
    }
  }
}
