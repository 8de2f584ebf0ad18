import CSV
import Diagnostics

/// The cells of one row where they lie.
struct RowCells {
  /// The row's number as a person finds it.
  let number: Int
  let bytes: UnsafePointer<UInt8>
  /// As many as there are columns.
  let cells: UnsafeBufferPointer<CSVCell>

  @inline(__always)
  subscript(column: Int) -> CellBytes {
    let cell = cells[column]
    return CellBytes(UnsafeBufferPointer(start: bytes + Int(cell.start), count: cell.count))
  }
}

/// Makes firms of rows of cells.
struct RowAssembler {
  let plan: ColumnPlan
  private(set) var rows: [RegisterRow] = []
  var notes: NoteLog
  /// Codes that a spreadsheet program has made numbers of.
  private(set) var brokenCodes: [Diagnostic] = []
  private(set) var brokenCodeCount = 0
  /// How many industry codes have three and four digits, and where the first of three is.
  private var industryDigits = (three: 0, four: 0)
  private var shortIndustry: (row: Int, place: Diagnostic.Location)?
  private let nameColumn: Int

  /// How many broken codes are told each with its place.
  static let mostBrokenCodes = 20

  init(_ plan: ColumnPlan, nameColumn: Int, notes: NoteLog) {
    self.plan = plan
    self.nameColumn = nameColumn
    self.notes = notes
  }

  /// Takes a row; one that is no firm is left out, and told.
  ///
  /// - Parameter place: of the cell of a column, from 0; asked for what is told alone.
  mutating func add(_ cells: RowCells, place: (Int) -> Diagnostic.Location) {
    let name = cells[nameColumn]
    if let reason = RowKind.reason(cells, name: name, nameColumn, plan) {
      // A row of nothing is nothing.
      guard let first = cells.cells.indices.first(where: { !cells[$0].isEmpty }) else { return }
      notes.add(reason, row: cells.number, at: place(first))
      return
    }
    var row = RegisterRow(number: cells.number, name: Self.joined(name) ?? name.text)
    if name.bytes.contains(0x0A) {
      notes.add(.joinedNames, row: cells.number, at: place(nameColumn))
    }
    for column in 0..<cells.cells.count where column != nameColumn {
      guard cells.cells[column].count > 0 else { continue }
      let cell = cells[column]
      guard !cell.isEmpty else { continue }
      switch plan.targets[column] {
      case .other(let heading): row.other.append(.init(heading: heading, text: cell.text))
      case .unnamed(let number):
        row.other.append(.init(heading: number, text: cell.text))
        notes.add(.unnamedColumn, number, row: cells.number, at: place(column))
      case .flag(let label):
        take(cell, asked: label, into: &row) { place(column) }
      case .field(let field):
        if cell.saysNothing {
          notes.add(.emptyWords, cell.text, row: cells.number, at: place(column))
        } else {
          take(cell, as: field, column, into: &row) { place(column) }
        }
      }
    }
    if row.industryEdition == nil, !row.industryCode.isEmpty {
      row.industryEdition = plan.industryEdition
    }
    if row.outputYear == nil, !row.output.isEmpty { row.outputYear = plan.outputYear }
    rows.append(row)
  }

  /// A name that is written on several lines, on one.
  private static func joined(_ name: CellBytes) -> String? {
    guard name.bytes.contains(0x0A) || name.bytes.contains(0x0D) else { return nil }
    return String(decoding: name.bytes.filter { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }

  // MARK: Values

  private mutating func take(
    _ cell: CellBytes,
    as field: RegisterColumn,
    _ column: Int,
    into row: inout RegisterRow,
    place: () -> Diagnostic.Location
  ) {
    switch field {
    case .name: break
    case .creditCode: row.creditCode = code(cell, row.number, place)
    case .formerNames: ProductList.parts(of: cell) { row.formerNames.append($0.text) }
    case .industryCode: takeIndustry(cell, column, into: &row, place)
    case .industryEdition:
      row.industryEdition = HeadingText.year(in: cell.text)
      if row.industryEdition == nil { notes.add(.unclearYears, row: row.number, at: place()) }
    case .scope:
      if row.scope.isEmpty {
        row.scope = cell.text
      } else if !cell.elementsEqual(row.scope) {
        row.scope += "；" + cell.text
      }
    case .products:
      let unclear = ProductList.add(cell, to: &row.products)
      if unclear > 0 { notes.add(.unclearShares, count: unclear, row: row.number, at: place()) }
    case .scale: ProductList.parts(of: cell) { Self.add($0.text, to: &row.scale) }
    case .output:
      row.output = cell.text
      let isBare = cell.bytes.allSatisfy { (0x30...0x39).contains($0) || ",.-".utf8.contains($0) }
      if isBare, let unit = plan.outputUnit { row.output += " " + unit }
    case .outputYear:
      row.outputYear = HeadingText.year(in: cell.text)
      if row.outputYear == nil { notes.add(.unclearYears, row: row.number, at: place()) }
    case .address: row.address = cell.text
    case .status: row.status = cell.text
    case .controlledBy: row.controlledBy = cell.text
    case .legalForm: row.legalForm = cell.text
    case .region: row.region = cell.text
    }
  }

  private static func add(_ text: String, to list: inout [String]) {
    if !list.contains(text) { list.append(text) }
  }

  /// Takes the answer to whether the firm has a standing.
  private mutating func take(
    _ cell: CellBytes,
    asked label: String,
    into row: inout RegisterRow,
    place: () -> Diagnostic.Location
  ) {
    let text = cell.text
    switch text.lowercased() {
    case "是", "有", "y", "yes", "√", "✓", "✔", "1", "true", "对": Self.add(label, to: &row.scale)
    case "否", "无", "非", "不是", "没有", "n", "no", "×", "✗", "0", "false", "-", "—", "/": break
    default:
      // 国家级专精特新 says the standing itself; 省级 says of which kind.
      if text.contains(label) {
        Self.add(text, to: &row.scale)
      } else {
        Self.add("\(label)（\(text)）", to: &row.scale)
        notes.add(.unclearFlags, label, detail: text, row: row.number, at: place())
      }
    }
  }

  /// A credit code, without the marks that keep programs from reading it as a number.
  private mutating func code(
    _ cell: CellBytes,
    _ row: Int,
    _ place: () -> Diagnostic.Location
  ) -> String {
    var cell = cell
    let whole = cell.count
    if cell.hasPrefix("="), cell.count > 1 { cell = cell.part(1, cell.count) }
    if cell.hasPrefix("\""), cell.hasSuffix("\""), cell.count > 2 {
      cell = cell.part(1, cell.count - 1)
    }
    if cell.hasPrefix("'") || cell.hasPrefix("`") { cell = cell.part(1, cell.count) }
    if cell.hasPrefix("‘") || cell.hasPrefix("’") { cell = cell.part(3, cell.count) }
    if cell.count != whole { notes.add(.textMarks, row: row, at: place()) }
    if CodeForm.isScientific(cell) {
      report(.codeAsNumber(cell.text, at: place()))
    } else if CodeForm.isRound(cell) {
      notes.add(.roundCodes, row: row, at: place())
    }
    return cell.text
  }

  /// Tells of a code that a spreadsheet program has made a number of.
  mutating func report(_ brokenCode: @autoclosure () -> Diagnostic) {
    brokenCodeCount += 1
    if brokenCodeCount <= Self.mostBrokenCodes { brokenCodes.append(brokenCode()) }
  }

  private mutating func takeIndustry(
    _ cell: CellBytes,
    _ column: Int,
    into row: inout RegisterRow,
    _ place: () -> Diagnostic.Location
  ) {
    guard let code = CodeForm.industry(cell) else {
      row.other.append(.init(heading: plan.headings[column], text: cell.text))
      notes.add(.industryWords, plan.headings[column], row: row.number, at: place())
      return
    }
    row.industryCode = code.text
    if code.count < cell.count {
      row.other.append(.init(heading: plan.headings[column], text: cell.text))
    }
    let digits = code.bytes.count { (0x30...0x39).contains($0) }
    if digits == 4 { industryDigits.four += 1 }
    if digits == 3, digits == code.count, code.bytes[0] <= 0x35 {
      industryDigits.three += 1
      if shortIndustry == nil { shortIndustry = (row.number, place()) }
    }
  }

  /// Tells of what only all rows together show.
  mutating func finish() {
    guard let shortIndustry, industryDigits.three < industryDigits.four else { return }
    notes.add(
      .shortIndustryCodes,
      count: industryDigits.three,
      row: shortIndustry.row,
      at: shortIndustry.place
    )
  }
}
