import Spreadsheet
import TestSupport

/// A workbook of one sheet called `表`, put together by hand.
struct MadeWorkbook {
  /// What stands in the sheet's `sheetData`.
  var rows = ""
  /// What stands behind it.
  var behind = ""
  /// The text of `sharedStrings.xml`, without its root.
  var strings: String?
  /// The text of `styles.xml`, without its root.
  var styles: String?
  /// What stands in the workbook's part before its sheets.
  var settings = ""
  /// Parts that replace those of the same name, or come on top.
  var extra: [(name: String, text: String)] = []

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let ties = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var parts: [(name: String, bytes: [UInt8])] {
    var parts: [(name: String, text: String)] = [
      (
        "_rels/.rels",
        """
        <Relationships xmlns="\(Self.ties)"><Relationship Id="r1" Type="\(Self.types)/officeDocument" \
        Target="xl/workbook.xml"/></Relationships>
        """
      ),
      (
        "xl/workbook.xml",
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.types)">\(settings)<sheets>\
        <sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="\(Self.ties)">\
        <Relationship Id="r1" Type="\(Self.types)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="r2" Type="\(Self.types)/sharedStrings" Target="sharedStrings.xml"/>\
        <Relationship Id="r3" Type="\(Self.types)/styles" Target="styles.xml"/></Relationships>
        """
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData>\(behind)</worksheet>"
      ),
    ]
    if let strings {
      parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(strings)</sst>"))
    }
    if let styles {
      parts.append(("xl/styles.xml", "<styleSheet xmlns=\"\(Self.main)\">\(styles)</styleSheet>"))
    }
    for part in extra {
      parts.removeAll { $0.name == part.name }
      parts.append(part)
    }
    return parts.map { ($0.name, Array($0.text.utf8)) }
  }

  var bytes: [UInt8] { StoredZip.bytes(parts) }

  /// The sheet as it is read.
  func sheet() throws -> WorkbookContents.Sheet {
    try WorkbookContents(bytes: bytes).sheets[0]
  }

  /// The fault with which it is refused.
  func fault(limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
    Self.fault(bytes, limits: limits)
  }

  static func fault(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
    do throws(WorkbookFault) {
      _ = try WorkbookContents(bytes: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }
}

extension WorkbookContents.Sheet {
  /// Each cell as `A1 text`.
  var lines: [String] {
    rows.flatMap(\.cells).map { "\($0.address) \($0.value.plainText)" }
  }

  subscript(_ address: String) -> CellValue {
    CellAddress(address).map { cell(at: $0) } ?? .empty
  }
}
