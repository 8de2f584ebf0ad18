import CXlsxWriter

/// The looks of a workbook's cells, each made once.
final class Formats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let title: Format?
  let heading: Format?
  let text: Format?
  let number: Format?
  let mark: Format?
  let toFill: Format?
  let note: Format?
  /// A text that stays what is typed.
  let verbatim: Format?
  /// The same without borders, for the rows below a table.
  let verbatimToCome: Format?

  /// A line over a table.
  let lead: Format?
  /// The first of them.
  let firstLead: Format?

  private let book: UnsafeMutablePointer<lxw_workbook>
  private var byUnit: [String: Format] = [:]
  private var shaded: [Look: Format] = [:]

  /// How a cell looks that is told, asked about, or wrong.
  private struct Look: Hashable {
    let shade: Workbook.Column.Shade
    let isWrong: Bool
    let pattern: String
  }

  /// Excel allows some two hundred formats of numbers in a file.
  private static let mostUnits = 150
  /// Without the end of the C string.
  private static let longestNumberFormat = Int(LXW_FORMAT_FIELD_LEN) - 1

  private static let headingFill: lxw_color_t = 0xDDEBF7
  private static let toFillFill: lxw_color_t = 0xFFF8D6
  private static let toldFill: lxw_color_t = 0xF0F0F0
  private static let wrongFill: lxw_color_t = 0xF8CBAD
  private static let line: lxw_color_t = 0x8C8C8C
  private static let quiet: lxw_color_t = 0x595959

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    format_set_align(title, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_text_wrap(title)

    heading = Self.boxed(book)
    format_set_bold(heading)
    Self.fill(heading, Self.headingFill)
    format_set_align(heading, UInt8(LXW_ALIGN_CENTER.rawValue))

    text = Self.boxed(book)
    number = Self.boxed(book)
    mark = Self.boxed(book)
    format_set_align(mark, UInt8(LXW_ALIGN_CENTER.rawValue))
    toFill = Self.boxed(book)
    Self.fill(toFill, Self.toFillFill)

    verbatim = Self.boxed(book)
    verbatimToCome = workbook_add_format(book)
    for format in [verbatim, verbatimToCome] {
      format_set_num_format(format, "@")
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }

    lead = workbook_add_format(book)
    firstLead = workbook_add_format(book)
    format_set_bold(firstLead)
    format_set_font_size(firstLead, 14)

    note = workbook_add_format(book)
    format_set_font_color(note, Self.quiet)
    format_set_align(note, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_text_wrap(note)
  }

  /// The look of a text in a column.
  func text(_ kind: Workbook.Column.Kind) -> Format? {
    switch kind {
    case .text, .number: text
    case .mark: mark
    case .verbatim: verbatim
    }
  }

  /// The look of an empty cell in a column.
  func blank(_ kind: Workbook.Column.Kind) -> Format? { kind == .verbatim ? verbatim : text }

  /// The look of a cell that is told, asked about or wrong, of numbers in a unit where there is one.
  func shaded(
    _ shade: Workbook.Column.Shade,
    _ kind: Workbook.Column.Kind,
    isWrong: Bool,
    unit: String? = nil
  ) -> Format? {
    let pattern = unit.flatMap { self.pattern(of: $0) } ?? (kind == .verbatim ? "@" : "General")
    let look = Look(shade: shade, isWrong: isWrong, pattern: pattern)
    if let known = shaded[look] { return known }
    let format = Self.boxed(book)
    if pattern != "General" { format_set_num_format(format, pattern) }
    if isWrong {
      Self.fill(format, Self.wrongFill)
    } else if shade != .plain {
      Self.fill(format, shade == .told ? Self.toldFill : Self.toFillFill)
    }
    shaded[look] = format
    return format
  }

  /// The look of a number in `unit`, as in `General "吨"`; `nil` for a unit that no format of Excel's can hold.
  func number(in unit: String) -> Format? {
    if let known = byUnit[unit] { return known }
    guard let pattern = self.pattern(of: unit), let format = Self.boxed(book) else { return nil }
    format_set_num_format(format, pattern)
    byUnit[unit] = format
    return format
  }

  private func pattern(of unit: String) -> String? {
    let pattern = "General \"\(unit)\""
    // Some readers cut a format at a semicolon, quoted or not, and take what follows a quote outside
    // quotes for a date.
    let isFit = unit.unicodeScalars.allSatisfy {
      $0.isAllowedInCell && $0 != "\"" && $0 != ";"
    }
    let isRoom = byUnit.count + shaded.count < Self.mostUnits
    return isFit && pattern.utf8.count <= Self.longestNumberFormat && isRoom ? pattern : nil
  }

  /// Thin borders, wrapped, at the top.
  private static func boxed(_ book: UnsafeMutablePointer<lxw_workbook>) -> Format? {
    let format = workbook_add_format(book)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, line)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    return format
  }

  private static func fill(_ format: Format?, _ color: lxw_color_t) {
    format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
    // A solid pattern shows its foreground.
    format_set_fg_color(format, color)
  }
}
