public import ChainFiles
public import Bilingual
public import ChainModel
package import Diagnostics
package import Spreadsheet

extension Dataset {
  /// The data set as a workbook that people edit: a sheet for each kind, with attributes and relations
  /// as columns; what ``load(workbook:path:)`` reads as the same data set.
  ///
  /// The first sheet has a fingerprint of the data set, a hidden sheet its state, and a hidden column of
  /// each kind's sheet says which row is which: an import can then tell who changed what.
  ///
  /// The same data set gives the same bytes. Line ends of a text become one, control characters
  /// blanks, and space at the ends of a text is left out.
  ///
  /// - Parameter language: that of headings, notes and words; by default that of the data set.
  /// - Complexity: O(*v* + *e*), all of it in memory.
  public func workbook(
    in language: Language? = nil
  ) throws(DatasetWorkbookFailure) -> [UInt8] {
    let state = try ExportedState(of: self)
    var drafts = try DatasetSheets(self, language: language ?? self.language)
      .sheets(with: state.fingerprint)
    if let hidden = state.sheet(in: language ?? self.language) { drafts.append(hidden) }
    var workbook = Workbook(sheets: drafts.map(\.sheet))
    workbook.created = .init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    do throws(SpreadsheetError) { return try workbook.bytes() } catch {
      switch error {
      case .tooManyRows(let sheet, _), .tooManyColumns(let sheet, _): throw .tooLarge(sheet: sheet)
      case .machine(let reason): throw .machine(reason)
      }
    }
  }
}

extension Dataset {
  /// Reads the data set in the bytes of a workbook that ``workbook(in:)`` wrote and people edited.
  ///
  /// Faults are those that a folder of YAML would have, each at its sheet and cell.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: by which messages name it.
  public static func load(workbook bytes: [UInt8], path: String) -> Loaded {
    EditedWorkbook(bytes, path: path).loaded
  }

  private static let largestWorkbook = 256 << 20

  /// Reads the workbook at `path`; `nil` when the file does not begin as one.
  static func load(workbookAt path: String) -> Loaded? {
    let mark = Array("PK\u{3}\u{4}".utf8)
    guard let file = BulkFile(path: path), file.bytes(mark.indices) == mark else { return nil }
    func refused(_ fault: Diagnostic) -> Loaded {
      let whole = Diagnostic.Location(path: path, range: nil)
      return Loaded(dataset: nil, diagnostics: [fault]) { _ in whole }
    }
    guard file.size <= largestWorkbook else {
      return refused(.tooLarge(path, limit: largestWorkbook))
    }
    // Read, not mapped: it may be saved anew meanwhile, and then is shorter than it was.
    let bytes = file.bytes(0..<file.size)
    guard bytes.count == file.size else { return refused(.unreadable(path)) }
    return load(workbook: bytes, path: path)
  }
}

extension Diagnostic {
  /// A file that is not read as a workbook.
  package init(_ fault: WorkbookFault, path: String) {
    let cell = fault.address.flatMap { address in
      fault.sheet.map { SheetCell(sheet: $0, reference: address.description) }
    }
    let sheet = cell == nil ? fault.sheet : nil
    self.init(
      .error,
      code: fault.code,
      message: sheet.map {
        BilingualText(zh: "“\($0)”：\(fault.message.zh)", en: "'\($0)': \(fault.message.en)")
      } ?? fault.message,
      help: fault.help,
      at: Location(path: path, range: nil, cell: cell)
    )
  }
}

extension SheetDraft {
  /// The arrow of the filter stands beside the heading.
  private static let arrow = 3
  /// What is wider is wrapped: in cells of a terminal.
  private static let widest = 44
  /// Lists and texts to come need some room.
  private static let narrowest = 8

  /// The sheet as a spreadsheet file holds it.
  fileprivate var sheet: Workbook.Sheet {
    let widths = columns.indices.map { column in
      rows.reduce(max(columns[column].heading.cellWidth + Self.arrow, Self.narrowest)) {
        max($0, min($1[column].widestLine, Self.widest))
      }
    }
    return Workbook.Sheet(
      name: name,
      title: nil,
      columns: zip(columns, widths).map { column, width in
        Workbook.Column(
          column.heading,
          width: width,
          kind: column.isNumber ? .number : .verbatim,
          choices: column.choices,
          note: column.note.isEmpty ? nil : column.note,
          isHidden: column.isHidden
        )
      },
      rows: rows.map { row in
        zip(columns, row).map { column, text in
          if text.isEmpty { return .empty }
          return column.isNumber ? Int(text).map { .integer($0) } ?? .text(text) : .text(text)
        }
      },
      lines: isHidden
        ? []
        : rows.map { row in
          zip(row, widths).reduce(1) { max($0, $1.0.lineCount(width: $1.1 + 1)) }
        },
      frozenColumns: 1,
      isHidden: isHidden
    )
  }
}
