import CXlsxWriter
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The library's workbook, owned: it is freed when it is closed, and when it is given up.
struct WorkbookFile: ~Copyable {
  /// `nil` once it is closed.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let formats: Formats

  /// A workbook that ``close()`` writes into `folder`.
  init(_ folder: borrowing TemporaryFolder, created: Workbook.Day) throws(SpreadsheetError) {
    let book = folder.path.withCString { path in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: path)
      return workbook_new_opt(folder.file, &options)
    }
    guard let book else { throw .machine("no memory for a workbook") }
    // Without a date the library takes that of the moment, and no two files would be alike.
    var properties = lxw_doc_properties()
    properties.created = created.time
    workbook_set_properties(book, &properties)
    self.book = book
    formats = Formats(book)
  }

  deinit {
    if let book { lxw_workbook_free(book) }
  }

  /// Adds a sheet under a name that Excel allows.
  func add(
    _ sheet: Workbook.Sheet,
    named name: String,
    _ lists: ChoiceLists
  ) throws(SpreadsheetError) {
    let target = try target(named: name)
    target.quote(name)
    try SheetWriter(target: target, formats: formats, sheet: sheet).write()
    try ColumnHelps(target: target, sheet: sheet).write(lists)
  }

  /// Adds the hidden sheet of choices.
  func add(_ lists: ChoiceLists) throws(SpreadsheetError) {
    try lists.write(try target(named: lists.name))
  }

  private func target(
    named name: String
  ) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let target = workbook_add_worksheet(book, name) else {
      throw .machine("the library refuses a sheet called '\(name)'")
    }
    return target
  }

  private static let closing = Mutex<Void>(())

  /// Writes the file; nothing can be added after that.
  mutating func close() throws(SpreadsheetError) {
    // The library frees the workbook, whether it can write it or not.
    let closing = book.take()
    // The library tells its date by `gmtime`, whose result all threads share: one file at a time.
    let error = Self.closing.withLock { _ in workbook_close(closing) }
    try check(error)
  }
}

/// Throws what the library complains of.
func check(_ error: lxw_error) throws(SpreadsheetError) {
  guard error == LXW_NO_ERROR else { throw .machine(String(cString: lxw_strerror(error))) }
}

extension Workbook.Day {
  /// The seconds from 1970 to its midnight, never the nought that stands for now.
  fileprivate var time: time_t {
    var parts = tm()
    parts.tm_year = Int32(clamping: year - 1900)
    parts.tm_mon = Int32(clamping: month - 1)
    parts.tm_mday = Int32(clamping: day)
    let time = timegm(&parts)
    return time == 0 ? 1 : time
  }
}

extension UnsafeMutablePointer<lxw_worksheet> {
  /// Puts the name into quotes where print titles and filters refer to it. The library leaves them
  /// out for names such as `2023` and `A1`, which Excel then reads as something else.
  fileprivate func quote(_ name: String) {
    let doubled = name.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    guard let quoted = strdup("'\(doubled)'") else { return }
    free(pointee.quoted_name)
    pointee.quoted_name = quoted
  }
}
