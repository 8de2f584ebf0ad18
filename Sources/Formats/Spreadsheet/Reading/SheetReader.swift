internal import XML

/// Reads the cells and the merged ranges of one sheet.
struct SheetReader: ~Copyable {
  private var reader: PartReader
  private let tab: BookPart.Tab
  private let strings: [String]
  private let formats: NumberFormats

  private var cells: [WorkbookContents.Cell] = []
  private var hiddenRows: Set<Int> = []
  private var percentages: Set<CellAddress> = []
  private var merges = MergedRanges()

  init(
    _ bytes: [UInt8],
    part: String,
    _ tab: BookPart.Tab,
    _ strings: [String],
    _ formats: NumberFormats
  ) {
    reader = PartReader(bytes, part: part, sheet: tab.name)
    self.tab = tab
    self.strings = strings
    self.formats = formats
  }

  /// - Parameter room: How many cells may hold something.
  mutating func read(
    room: Int,
    _ limits: WorkbookLimits
  ) throws(WorkbookFault) -> WorkbookContents.Sheet {
    guard try reader.nextChild() != nil else { throw .notWorkbook }
    while let section = try reader.nextChild() {
      switch section.name.local {
      case "sheetData": try readRows(room, limits)
      case "mergeCells": try readMerges(limits)
      default: try reader.finish()
      }
    }
    try sortCells()
    return WorkbookContents.Sheet(
      name: tab.name,
      isHidden: tab.isHidden,
      rows: rows(),
      percentages: percentages,
      merges: merges
    )
  }

  // MARK: Rows

  private mutating func readRows(_ room: Int, _ limits: WorkbookLimits) throws(WorkbookFault) {
    // A row or a cell that does not say where it is stands behind the one before.
    var row = 0
    while let element = try reader.nextChild() {
      guard element.name.local == "row" else {
        try reader.finish()
        continue
      }
      if let text = element["r"] {
        guard let number = Int(text), (1...CellAddress.lastRow).contains(number) else {
          throw .badReference(text).at(tab.name)
        }
        row = number
      } else {
        row += 1
      }
      if element.isSet("hidden") { hiddenRows.insert(row) }
      var address = CellAddress(row: row, column: 0)
      while let element = try reader.nextChild() {
        guard element.name.local == "c" else {
          try reader.finish()
          continue
        }
        if let text = element["r"] {
          guard let stated = CellAddress(text) else { throw .badReference(text).at(tab.name) }
          address = stated
        } else {
          address.column += 1
        }
        guard address.row <= CellAddress.lastRow, address.column <= CellAddress.lastColumn else {
          throw .badReference("\(address)").at(tab.name)
        }
        let value = try value(of: element, at: address)
        guard value != .empty else { continue }
        guard cells.count < room else { throw .tooManyCells(limits.cells).at(tab.name) }
        if case .number = value, let style = element["s"].flatMap({ Int($0) }),
          formats.format(of: style) == .percent
        {
          percentages.insert(address)
        }
        cells.append(WorkbookContents.Cell(address: address, value: value))
      }
    }
  }

  /// Sheets are written in order; one that is not is read too.
  private mutating func sortCells() throws(WorkbookFault) {
    if !zip(cells, cells.dropFirst()).allSatisfy({ $0.address < $1.address }) {
      cells.sort { $0.address < $1.address }
    }
    let twice = zip(cells, cells.dropFirst()).first { $0.address == $1.address }
    if let twice { throw .repeatedCell.at(tab.name, twice.0.address) }
  }

  private func rows() -> [WorkbookContents.Row] {
    var rows: [WorkbookContents.Row] = []
    var start = 0
    while start < cells.count {
      let number = cells[start].address.row
      let end = cells[start...].firstIndex { $0.address.row != number } ?? cells.count
      rows.append(
        WorkbookContents.Row(
          number: number,
          cells: Array(cells[start..<end]),
          isHidden: hiddenRows.contains(number)
        )
      )
      start = end
    }
    return rows
  }

  // MARK: Cells

  private mutating func value(
    of cell: XMLElement,
    at address: CellAddress
  ) throws(WorkbookFault) -> CellValue {
    var stored: String?
    var inline = ""
    var hasFormula = false
    while let child = try reader.nextChild() {
      switch child.name.local {
      case "v": stored = try reader.finish()
      case "is": inline = try reader.finishString()
      case "f":
        hasFormula = true
        try reader.finish()
      default: try reader.finish()
      }
    }
    let type = cell["t"] ?? "n"
    if type == "inlineStr" { return Self.text(inline) }
    let text = stored ?? ""
    if type == "str" {
      return stored == nil && hasFormula ? .uncomputed : Self.text(text.withoutEscapes)
    }
    guard !text.isEmpty else { return hasFormula ? .uncomputed : .empty }
    guard let value = value(text, type: type, style: cell["s"].flatMap { Int($0) } ?? 0) else {
      throw .badValue(text, type: type).at(tab.name, address)
    }
    return value
  }

  /// `nil` where a cell of this type cannot hold the text.
  private func value(_ text: String, type: String, style: Int) -> CellValue? {
    switch type {
    case "n":
      let isNumeral = text.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) }
      guard let number = isNumeral ? Double(text) : nil, number.isFinite else { return nil }
      // Other programs write more digits than Excel keeps, and than a number in memory holds.
      let isLong = text.utf8.count > 15 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isLong ? .number(number, plain: text) : formats.value(of: number, style: style)
    case "s":
      return Int(text).flatMap { strings.indices.contains($0) ? Self.text(strings[$0]) : nil }
    case "b": return ["0": .flag(false), "1": .flag(true)][text]
    case "e": return .error(text)
    case "d": return CellDate(iso: text, formats.format(of: style)).map { .date($0) }
    default: return nil
    }
  }

  private static func text(_ text: String) -> CellValue { text.isEmpty ? .empty : .text(text) }

  // MARK: Merged ranges

  private mutating func readMerges(_ limits: WorkbookLimits) throws(WorkbookFault) {
    var count = 0
    while let element = try reader.nextChild() {
      if element.name.local == "mergeCell", let text = element["ref"] {
        count += 1
        guard count <= limits.merges else { throw .tooManyMerges(limits.merges).at(tab.name) }
        guard let range = MergedRanges.Range(text) else { throw .badReference(text).at(tab.name) }
        merges.insert(range)
      }
      try reader.finish()
    }
  }
}

extension MergedRanges.Range {
  /// The range that a text such as `A1:C3` names, from whichever corner.
  fileprivate init?(_ text: String) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let one = corners.first.flatMap({ CellAddress($0) }),
      let other = corners.last.flatMap({ CellAddress($0) }), corners.count <= 2
    else { return nil }
    first = CellAddress(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellAddress(row: max(one.row, other.row), column: max(one.column, other.column))
  }
}
