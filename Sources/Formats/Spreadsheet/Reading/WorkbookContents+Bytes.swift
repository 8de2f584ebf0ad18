internal import XML

extension WorkbookContents {
  /// Reads the workbook that `bytes` are.
  ///
  /// Programs differ in how they write one: parts in any order and under any name, places of cells left
  /// out, texts shared or not, the standard's strict form. All are read alike. Formulas are not
  /// computed: the result that the file holds counts.
  ///
  /// - Throws: What is no .xlsx file, one with a password, a damaged one, and one that is or claims to
  ///   be larger than `limits` allow, or that declares XML entities.
  /// - Complexity: O(*n*) over the bytes unpacked, in time and memory; what a sheet claims of its size
  ///   costs nothing.
  package init(
    bytes: [UInt8],
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookFault) {
    try Self.refuseForeign(bytes)
    var package = try OfficePackage(bytes, limits)
    guard let main = try package.mainPart() else {
      throw package.contains("content.xml") ? .openDocument : .notWorkbook
    }
    guard !main.hasSuffix(".bin") else { throw .binaryWorkbook }
    let book = try BookPart(try package.required(main), part: main)
    let ties = try package.relationships(of: main)

    var strings: [String] = []
    if let part = ties.first(where: { $0.type == "sharedStrings" })?.target,
      let bytes = try package.part(part)
    {
      strings = try Self.sharedStrings(bytes, part: part, limits)
    }
    var formats = NumberFormats(uses1904: book.uses1904)
    if let part = ties.first(where: { $0.type == "styles" })?.target,
      let bytes = try package.part(part)
    {
      try formats.read(bytes, part: part)
    }

    let targets = Dictionary(ties.map { ($0.id, $0) }) { first, _ in first }
    var room = limits.cells
    var sheets: [Sheet] = []
    for tab in book.tabs {
      guard let tie = targets[tab.id] else { throw .missing(tab.id).at(tab.name) }
      // Charts and macros have tabs too.
      guard tie.type == "worksheet" else { continue }
      let bytes = try package.required(tie.target, for: tab.name)
      var reader = SheetReader(bytes, part: tie.target, tab, strings, formats)
      var sheet = try reader.read(room: room, limits)
      for tie in try package.relationships(of: tie.target) where tie.type == "comments" {
        guard let bytes = try package.part(tie.target) else { continue }
        sheet.comments += try Self.comments(bytes, part: tie.target, sheet: tab.name)
      }
      room -= sheet.rows.reduce(0) { $0 + $1.cells.count }
      sheets.append(sheet)
    }
    self.sheets = sheets
  }

  /// Tells files apart that people take for workbooks, by how they begin.
  private static func refuseForeign(_ bytes: [UInt8]) throws(WorkbookFault) {
    guard !bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else {
      // An encrypted workbook lies in a file of the old kind, under this name in UTF-16.
      let name = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }
      throw bytes.contains(name) ? WorkbookFault.encrypted : .oldWorkbook
    }
    guard bytes.starts(with: Array("PK".utf8)) else { throw .notWorkbook }
  }

  /// The cells of which the comments of a sheet speak.
  private static func comments(
    _ bytes: [UInt8],
    part: String,
    sheet: String
  ) throws(WorkbookFault) -> [CellAddress] {
    var reader = PartReader(bytes, part: part, sheet: sheet)
    guard try reader.nextChild()?.name.local == "comments" else { return [] }
    var cells: [CellAddress] = []
    while let section = try reader.nextChild() {
      if section.name.local == "commentList" {
        while let comment = try reader.nextChild() {
          if let address = comment["ref"].flatMap({ CellAddress($0) }) { cells.append(address) }
          try reader.finish()
        }
      } else {
        try reader.finish()
      }
    }
    return cells
  }

  private static func sharedStrings(
    _ bytes: [UInt8],
    part: String,
    _ limits: WorkbookLimits
  ) throws(WorkbookFault) -> [String] {
    var reader = PartReader(bytes, part: part)
    guard try reader.nextChild()?.name.local == "sst" else { return [] }
    var strings: [String] = []
    while let element = try reader.nextChild() {
      guard element.name.local == "si" else {
        try reader.finish()
        continue
      }
      guard strings.count < limits.cells else { throw .tooManyCells(limits.cells) }
      strings.append(try reader.finishString())
    }
    return strings
  }
}

extension OfficePackage {
  mutating func required(
    _ part: String,
    for sheet: String? = nil
  ) throws(WorkbookFault) -> [UInt8] {
    guard let bytes = try self.part(part) else { throw .missing(part).at(sheet) }
    return bytes
  }
}

/// The part that lists the sheets.
struct BookPart {
  struct Tab {
    let name: String
    let isHidden: Bool
    /// Of the tie to the sheet's part.
    let id: String
  }

  private(set) var tabs: [Tab] = []
  /// Whether days are counted from 1904, as on old Macs.
  private(set) var uses1904 = false

  init(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
    var reader = PartReader(bytes, part: part)
    guard try reader.nextChild()?.name.local == "workbook" else { throw .notWorkbook }
    while let element = try reader.nextChild() {
      switch element.name.local {
      case "workbookPr": uses1904 = element.isSet("date1904")
      case "sheets":
        while let sheet = try reader.nextChild() {
          add(sheet)
          try reader.finish()
        }
        continue
      default: break
      }
      try reader.finish()
    }
  }

  private mutating func add(_ sheet: XMLElement) {
    let tie = sheet.attributes.first {
      $0.name.local == "id" && $0.name.namespace.hasSuffix("/relationships")
    }
    tabs.append(
      Tab(
        name: sheet["name"] ?? "",
        isHidden: sheet["state"] == "hidden" || sheet["state"] == "veryHidden",
        id: tie?.value ?? ""
      )
    )
  }
}
