import Bilingual
import CSV
import ChainFiles
import Diagnostics

/// The row of column names, and what may stand above it.
extension CSVRecordReader {
  /// One of the first rows.
  private struct Row {
    let cells: [CSVCell]
    let texts: [String]
    let start: Int
    let next: Int
  }

  /// The most rows of a title.
  private static let mostTitleRows = 5

  /// The numbers of the columns, and where the rows begin.
  mutating func header() -> (columns: [Int], body: Int)? {
    guard !isPage else {
      log.report(.webPage(at: location(firstByte..<firstByte + 1)))
      return nil
    }
    var start = firstByte
    if isParted {
      // By commas, as the reader was told.
    } else if let declared = declaredSeparator() {
      // Excel takes such a line for itself, and does not show it.
      guard let mark = declared.mark.asciiValue else {
        log.report(.otherSeparator(declared.mark, at: location(start..<declared.end)))
        return nil
      }
      separator = mark
      start = declared.next
    } else {
      separator = usualSeparator()
    }
    guard var row = row(at: start) else { return nil }
    row = belowTitle(row)
    var columns: [Int] = []
    for (number, cell) in row.cells.enumerated() {
      let name = source.sheet == nil ? row.texts[number] : row.texts[number].onOneLine
      if name.isEmpty {
        columns.append(-1)
        unnamed.append(number)
      } else if table.column(name) != nil {
        log.report(.duplicateHeader(name, at: location(cell.written)))
        columns.append(-1)
      } else {
        columns.append(table.makeColumn(name, at: BytePlace(cell.written)))
      }
    }
    if columns.allSatisfy({ $0 < 0 }) {
      log.report(.missingHeaderRow(at: location(firstByte..<firstByte + 1)))
    }
    if table.columns.count == 1, let other = CSVSeparator.other(in: table.columns[0]) {
      log.report(.otherSeparator(other, at: location(row.cells[0].written)))
    }
    let top = source.position(ofByte: row.start).line
    let bottom = lastHeadingRow(top)
    if bottom > top { headingEnd = bottom }
    let isSound = !log.diagnostics.contains { $0.severity == .error }
    return isSound ? (columns, row.next) : nil
  }

  /// The row that names the columns, where a title stands above it: rows of one text, or of none,
  /// over one that has several names of columns and nothing twice.
  private mutating func belowTitle(_ first: Row) -> Row {
    var above = 0
    // Blank rows are no title, and nothing of them is left out.
    var titles = 0
    var row = first
    while above < Self.mostTitleRows, row.texts.count(where: { !$0.isEmpty }) <= 1,
      let next = peek(at: row.next)
    {
      above += 1
      if row.texts.contains(where: { !$0.isEmpty }) { titles = above }
      row = next
      let names = row.texts.filter { !$0.isEmpty }
      let known = names.count(where: HeadingWords.isHeading)
      guard names.count >= 2, known >= 2 || known * 2 > names.count,
        Set(names).count == names.count
      else { continue }
      if titles > 0 { log.report(.titleRows(above, at: location(first.start..<first.next))) }
      return row
    }
    return first
  }

  // MARK: Separators

  /// What a first line `sep=;` says that cells are parted by, where it ends, and where the next
  /// begins.
  private func declaredSeparator() -> (mark: Character, end: Int, next: Int)? {
    let next = end(ofRowAt: firstByte)
    let line = String(decoding: bytes[firstByte..<next], as: UTF8.self).filter { !$0.isNewline }
    guard line.lowercased().hasPrefix("sep=") else { return nil }
    // Spreadsheet programs fill the row up with the separator, and an editor takes a tab off the end.
    let rest = line.dropFirst(4)
    let mark = rest.first ?? "\t"
    guard rest.allSatisfy({ $0 == mark }), !mark.isLetter, !mark.isNumber, mark != "\"" else {
      return nil
    }
    return (mark, firstByte + line.utf8.count, next)
  }

  /// What parts cells besides the comma: the semicolon where the comma is that of decimals, the tab of
  /// texts that are copied out of a sheet, the bar of databases.
  private static let separators = Array(",\t;|".utf8)

  /// The sign of which the most of the first rows have equally many, the comma first; and one that the
  /// row of names has, since lists within cells have such signs too.
  private func usualSeparator() -> UInt8 {
    var counts: [[Int]] = []
    var start = firstByte
    while start < count, counts.count < 8 {
      let next = end(ofRowAt: start)
      let row = Self.separators.map { mark in width(at: start, mark) - 1 }
      let isBlank = bytes[start..<next].allSatisfy { $0 <= 0x20 }
      if !isBlank { counts.append(row) }
      start = next
    }
    let firstLine = String(decoding: bytes[firstByte..<end(ofRowAt: firstByte)], as: UTF8.self)
    let isNamed = HeadingWords.isHeading(firstLine.trimmingSpace())
    var best = (mark: UInt8(ascii: ","), rows: 0)
    for (number, mark) in Self.separators.enumerated() {
      let column = counts.map { $0[number] }
      guard let first = column.first, first > 0 || !isNamed else { continue }
      let rows = Dictionary(column.filter { $0 > 0 }.map { ($0, 1) }, uniquingKeysWith: +)
      if let most = rows.values.max(), most > best.rows { best = (mark, most) }
    }
    return best.mark
  }

  /// Whether a page of the web begins here, which some programs call a table.
  private var isPage: Bool {
    let start = bytes[firstByte..<min(count, firstByte + 64)].drop { $0 <= 0x20 }
    let text = String(decoding: start, as: UTF8.self).lowercased()
    return ["<html", "<table", "<!doctype", "<?xml"].contains { text.hasPrefix($0) }
  }

  // MARK: Rows

  /// The row that begins at `start`; `nil` and a report where there is none.
  private mutating func row(at start: Int) -> Row? {
    guard start < count else {
      log.report(.missingHeaderRow(at: Diagnostic.Location(path: source.path, range: nil)))
      return nil
    }
    let width = width(at: start, separator)
    guard width <= Self.mostColumns else {
      log.report(.tooManyColumns(limit: Self.mostColumns, at: location(start..<start + 1)))
      return nil
    }
    guard let row = peek(at: start) else {
      log.report(.missingHeaderRow(at: location(start..<start + 1)))
      return nil
    }
    return row
  }

  /// The row that begins at `start`; `nil` where none can be read.
  private mutating func peek(at start: Int) -> Row? {
    guard start < count else { return nil }
    // A tokenizer wants to know how many cells a row has; the row says so itself.
    let width = width(at: start, separator)
    guard width <= Self.mostColumns else { return nil }
    var tokenizer = CSVTokenizer(columnCount: width, separator: separator)
    // Of a copy, since doubled quotes are undone where they lie, and the row may be read again.
    let end = min(count, self.end(ofRowAt: start))
    var row = Array(bytes[start..<end]) + Array(repeating: 0xFF, count: CSVTokenizer.padding)
    let length = end - start
    _ = row.withUnsafeMutableBufferPointer { buffer -> CSVTokenizer.Stop in
      guard let base = buffer.baseAddress else { return .end }
      return tokenizer.read(base, count: length, from: 0, limit: 1, isEnd: true)
    }
    guard tokenizer.rowCount == 1 else { return nil }
    let cells = tokenizer.withCells { Array($0[..<width]) }
    return Row(
      cells: cells.map { cell in
        CSVCell(start: Int(cell.start) + start, count: cell.count, isQuoted: cell.isQuoted)
      },
      texts: cells.map { cell in
        let text = row[cell.range].map { $0 == Self.lineBreak ? 0x0A : $0 }
        return String(decoding: text, as: UTF8.self).trimmingSpace()
      },
      start: start,
      next: start + tokenizer.position
    )
  }

  /// How many cells the row has that begins at `start`, parted by a sign.
  private func width(at start: Int, _ separator: UInt8) -> Int {
    var isQuoted = false
    var width = 1
    for position in start..<count {
      switch bytes[position] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case separator where !isQuoted: width += 1
      case UInt8(ascii: "\n") where !isQuoted: return width
      default: break
      }
    }
    return width
  }

  /// Where the row ends that begins at `start`, behind its line end.
  private func end(ofRowAt start: Int) -> Int {
    var isQuoted = false
    for position in start..<count {
      switch bytes[position] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n") where !isQuoted: return position + 1
      default: break
      }
    }
    return count
  }
}

/// Words that columns of registers are called by.
enum HeadingWords {
  private static let parts = [
    "名称", "企业", "公司", "单位", "产品", "代码", "编号", "序号", "日期", "时间", "地址", "园区", "类型",
    "类别", "行业", "产值", "产能", "规模", "备注", "联系", "电话", "项目", "金额", "投资", "状态", "环节",
    "集群", "牵头", "负责", "内容", "来源", "出处", "上游", "下游", "供应", "所在", "主营", "法人", "年份",
    "上级", "关系", "起点", "终点", "简称", "全称",
  ]
  private static let words: Set<String> = [
    "id", "name", "code", "type", "kind", "date", "year", "address", "product", "products",
    "company",
    "enterprise", "firm", "park", "industry", "capacity", "output", "status", "stage", "note",
    "notes",
    "remark", "remarks", "phone", "contact", "source", "target", "from", "to", "relation", "label",
    "title", "category", "region", "city", "project", "segment", "cluster", "supplier", "customer",
    "no", "no.", "amount", "value", "weight",
  ]

  /// Whether a text looks like the name of a column rather than like what stands under one.
  static func isHeading(_ text: String) -> Bool {
    let text = text.lowercased()
    if words.contains(text) { return true }
    // A value is called like that at its end at most, and longer: 甲船舶配件公司.
    guard text.count <= 8 else { return false }
    return parts.contains {
      text == $0 || text.count <= 6 && (text.hasPrefix($0) || isSuffix($0, text))
    }
  }

  /// Words that no value ends with.
  private static func isSuffix(_ part: String, _ text: String) -> Bool {
    let open: Set<String> = ["企业", "公司", "单位", "产品", "园区", "项目", "集群"]
    return !open.contains(part) && text.hasSuffix(part)
  }
}
