/// Writes rows as RFC 4180 has them, and as ``CSVTokenizer`` reads them.
package enum CSVText {
  /// A row of cells, with the end of its line.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\n"
  }

  /// A cell, in quotes where a reader would take it for something else.
  package static func cell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte >= 0x20
    }
    let isTight = text.utf8.first != 0x20 && text.utf8.last != 0x20
    return isPlain && isTight ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
