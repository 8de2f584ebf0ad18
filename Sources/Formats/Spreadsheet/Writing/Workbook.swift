/// What a spreadsheet file holds: lists to hand out, print and fill in.
///
/// A plain value; ``bytes()`` turns it into a file of Excel's format.
package struct Workbook: Hashable, Sendable {
  /// The sheets, left to right; without any the file holds one empty sheet.
  package var sheets: [Sheet]
  /// The day that the file gives as that of its making, whenever it is made.
  package var created: Day

  /// A workbook of `sheets`.
  package init(sheets: [Sheet], created: Day = .constant) {
    self.sheets = sheets
    self.created = created
  }

  /// A day of the Gregorian calendar.
  package struct Day: Hashable, Sendable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }

    /// The day of a workbook whose contents have no date.
    package static let constant = Day(year: 2000, month: 1, day: 1)
  }

  /// One list: a title, a table, and notes under it.
  package struct Sheet: Hashable, Sendable {
    /// The name wanted on the tab; what Excel does not allow is replaced, a name that is taken gets
    /// a number.
    package var name: String
    /// What stands over the table, if anything.
    package var title: Caption?
    /// Lines below the title and over the table, each in the first column alone and running over those to
    /// its right: nothing is merged, so that columns can be moved. The first is bold.
    package var lead: [String] = []
    /// The columns, left to right; without any there is no table.
    package var columns: [Column]
    /// The rows, each as long as ``columns``.
    package var rows: [[Cell]]
    /// The lines that each row needs, for programs that do not grow a row to its text; one each where
    /// there are none.
    package var lines: [Int]
    /// What stands under the table.
    package var notes: [Caption]
    /// How many columns at the left stay in sight.
    package var frozenColumns: Int
    /// Whether people do not see the sheet; the first one must be seen.
    package var isHidden: Bool
    /// What is wrong with cells: each is marked, and says it when the pointer rests on it.
    package var remarks: [Remark] = []

    package init(
      name: String,
      title: Caption?,
      columns: [Column],
      rows: [[Cell]],
      lines: [Int] = [],
      notes: [Caption] = [],
      frozenColumns: Int = 0,
      isHidden: Bool = false
    ) {
      self.name = name
      self.title = title
      self.columns = columns
      self.rows = rows
      self.lines = lines
      self.notes = notes
      self.frozenColumns = frozenColumns
      self.isHidden = isHidden
    }
  }

  /// A text that runs across all columns. Excel grows no row for such a text by itself, so it comes
  /// with its length.
  package struct Caption: Hashable, Sendable {
    package var text: String
    /// The cells of a terminal that the text takes on one line; a Chinese character takes two.
    package var width: Int

    package init(_ text: String, width: Int) {
      self.text = text
      self.width = width
    }
  }

  /// What is wrong with a cell.
  package struct Remark: Hashable, Sendable {
    /// Where the cell stands.
    package enum Place: Hashable, Sendable {
      /// In the lines over the table, counted from 0.
      case lead(Int)
      /// In the heading.
      case heading(column: Int)
      /// In the rows, counted from 0.
      case row(Int, column: Int)
    }

    package var place: Place
    package var text: String

    package init(_ place: Place, _ text: String) { (self.place, self.text) = (place, text) }
  }

  /// One column.
  package struct Column: Hashable, Sendable {
    /// What a person does with its cells.
    package enum Shade: Hashable, Sendable {
      case plain
      /// They are told: grey.
      case told
      /// They are asked about: the colour of what is to be filled in.
      case asked
    }

    /// How the values stand.
    package enum Kind: Hashable, Sendable {
      case text
      case number
      case mark
      /// Texts, and whatever is typed is one: no number or date is made of it.
      case verbatim
    }

    package var heading: String
    /// The widest line of heading and values, in cells of a terminal; what is very wide is wrapped.
    package var width: Int
    package var kind: Kind
    /// What a cell may hold, offered as a list to choose from, in the rows and in
    /// ``emptyRowsToFill`` rows below them; anything where there are none.
    package var choices: [String]
    /// What is shown when the pointer rests on the heading.
    package var note: String?
    /// Whether people do not see the column; it is sorted and filtered with the others.
    package var isHidden: Bool
    package var shade = Shade.plain
    /// Whether a cell may hold what is not among the choices.
    package var isOpen = false

    package init(
      _ heading: String,
      width: Int,
      kind: Kind = .text,
      choices: [String] = [],
      note: String? = nil,
      isHidden: Bool = false
    ) {
      self.heading = heading
      self.width = width
      self.kind = kind
      self.choices = choices
      self.note = note
      self.isHidden = isHidden
    }

    /// The rows under the table that a person may fill in and that offer the choices.
    package static let emptyRowsToFill = 200
  }

  /// One value.
  package enum Cell: Hashable, Sendable {
    /// Nothing.
    case empty
    /// A text, never a formula; cut where Excel's 32,767 characters end.
    case text(String)
    /// A whole number; one that Excel cannot hold exactly is written as text.
    case integer(Int)
    /// A number and its unit, in which it is shown and with which it still adds up.
    case decimal(Double, unit: String? = nil)
    /// Nothing; a number that is typed is shown in the unit.
    case blank(unit: String)
    /// A mark where it is true.
    case flag(Bool)
    /// A place for a person to fill in, with the words that say so.
    case toFill(String)
  }
}

/// Why a workbook cannot be made.
package enum SpreadsheetError: Error, Hashable, Sendable {
  /// The sheet, by the name wanted, needs more rows than Excel has; title, heading and notes count.
  case tooManyRows(sheet: String, count: Int)
  /// The sheet needs more columns than Excel has.
  case tooManyColumns(sheet: String, count: Int)
  /// The machine would not have it: no temporary file, no memory, no room. The reason is English.
  case machine(String)
}
