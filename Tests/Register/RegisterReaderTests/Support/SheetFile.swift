import TestSupport

/// A workbook put together by hand: the XML of the rows of each sheet.
struct SheetFile {
  struct Sheet {
    var name = "表"
    var rows: String
    var merges: [String] = []
    var isHidden = false
  }

  var sheets: [Sheet]

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let ties = "http://schemas.openxmlformats.org/package/2006/relationships"
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// The XML of rows of texts, from a row on; a number stands where a cell begins with `=`.
  static func rows(_ rows: [[String]], from first: Int = 1) -> String {
    rows.enumerated().map { number, cells in
      let row = first + number
      let xml = cells.enumerated().map { column, text in
        let place = "\(["A", "B", "C", "D", "E", "F"][column])\(row)"
        if text.isEmpty { return "" }
        if text.hasPrefix("=") { return "<c r=\"\(place)\"><v>\(text.dropFirst())</v></c>" }
        return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(row)\">\(xml.joined())</row>"
    }
    .joined()
  }

  var bytes: [UInt8] {
    var parts: [(name: String, text: String)] = [
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(Self.ties)"><Relationship Id="r1" Type="\(Self.types)/officeDocument" \
        Target="xl/workbook.xml"/></Relationships>
        """
      )
    ]
    var tabs = ""
    var links = ""
    for (number, sheet) in sheets.enumerated() {
      let id = number + 1
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      tabs += "<sheet name=\"\(sheet.name)\" sheetId=\"\(id)\"\(state) r:id=\"r\(id)\"/>"
      links += """
        <Relationship Id="r\(id)" Type="\(Self.types)/worksheet" \
        Target="worksheets/sheet\(id).xml"/>
        """
      let merges = sheet.merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      let behind = merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>"
      let text =
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(sheet.rows)</sheetData>\(behind)</worksheet>"
      parts.append(("xl/worksheets/sheet\(id).xml", text))
    }
    parts.append(
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.types)"><sheets>\(tabs)</sheets></workbook>
        """
      )
    )
    parts.append(
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"\(Self.ties)\">\(links)</Relationships>"
      )
    )
    return StoredZip.bytes(parts.map { ($0.name, Array($0.text.utf8)) })
  }
}
