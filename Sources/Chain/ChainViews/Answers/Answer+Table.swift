public import Bilingual

extension Answer {
  /// Rows under named columns.
  public struct Table: Sendable {
    /// One column.
    public struct Column: Sendable, Hashable {
      /// The name in JSON.
      public let key: String
      /// The heading for people.
      public let title: BilingualText
      /// Whether only machines see it.
      public let isForMachines: Bool

      /// The column `key`.
      public init(_ key: String, zh: String, en: String, isForMachines: Bool = false) {
        self.key = key
        title = BilingualText(zh: zh, en: en)
        self.isForMachines = isForMachines
      }
    }

    /// The columns, left to right.
    public let columns: [Column]
    /// The rows, each as long as ``columns``.
    public let rows: [[Answer.Cell]]

    /// A table; `row` gives a cell for each column.
    ///
    /// - Precondition: Every row has a cell for each column.
    public init<Row>(_ columns: [Column], _ rows: some Sequence<Row>, cells: (Row) -> [Answer.Cell])
    {
      self.columns = columns
      self.rows = rows.map { row in
        let cells = cells(row)
        precondition(cells.count == columns.count, "a row needs a cell for each column")
        return cells
      }
    }

    private init(columns: [Column], rows: [[Answer.Cell]]) {
      self.columns = columns
      self.rows = rows
    }

    /// The table with more rows at its end.
    ///
    /// - Precondition: Every row has a cell for each column.
    func appending(rows more: [[Answer.Cell]]) -> Answer.Table {
      Answer.Table(columns, rows + more) { $0 }
    }

    /// The table with one more column at its right.
    ///
    /// - Precondition: There is a cell for each row.
    func appending(_ column: Column, _ cells: [Answer.Cell]) -> Answer.Table {
      precondition(cells.count == rows.count, "a column needs a cell for each row")
      return Answer.Table(columns: columns + [column], rows: zip(rows, cells).map { $0 + [$1] })
    }
  }
}

extension Answer.Table {
  /// The columns that people see: not those for machines, nor those with nothing in any row.
  package func shownColumns(in language: Language) -> [Int] {
    columns.indices.filter { column in
      !columns[column].isForMachines
        && (rows.isEmpty || rows.contains { !$0[column].text(in: language).isEmpty })
    }
  }

  /// "12 rows".
  package var countLabel: BilingualText {
    BilingualText(zh: "共 \(rows.count) 条", en: rows.count == 1 ? "1 row" : "\(rows.count) rows")
  }

  /// Whether a column holds numbers alone, but for places that are empty or to be filled in.
  package func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      switch row[column] {
      case .number, .decimal, .quantity: hasNumber = true
      case .none, .unanswered: continue
      default: return false
      }
    }
    return hasNumber
  }
}

extension Answer.Table.Column {
  static let id = Self("id", zh: "标识", en: "id", isForMachines: true)
  static let kind = Self("kind", zh: "类别", en: "kind")
  static let name = Self("name", zh: "名称", en: "name")
  static let source = Self("source", zh: "出处", en: "source")
  static let basis = Self("basis", zh: "依据", en: "basis")
  static let role = Self("role", zh: "职责", en: "role")
  static let scope = Self("scope", zh: "范围", en: "scope")
  static let certainty = Self("certainty", zh: "确定性", en: "certainty")
  static let open = Self("open", zh: "名单未尽", en: "open list")
  static let verdict = Self("verdict", zh: "结论", en: "verdict")
  static let explanation = Self("explanation", zh: "推导", en: "derivation")
}
