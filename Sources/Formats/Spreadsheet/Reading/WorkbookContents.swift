/// What an .xlsx file of Excel, WPS, LibreOffice or another program holds: values, no looks.
package struct WorkbookContents: Hashable, Sendable {
  /// One sheet.
  package struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    package let name: String
    /// Whether people do not see it.
    package let isHidden: Bool
    /// The rows that hold something, from the top down.
    package let rows: [Row]
    /// The cells that carry a comment, in the order of the file; what it says is not read.
    package internal(set) var comments: [CellAddress] = []
    /// The cells whose numbers are shown as percentages.
    package let percentages: Set<CellAddress>
    let merges: MergedRanges

    init(
      name: String,
      isHidden: Bool,
      rows: [Row],
      percentages: Set<CellAddress> = [],
      merges: MergedRanges
    ) {
      (self.name, self.isHidden, self.rows, self.merges) = (name, isHidden, rows, merges)
      self.percentages = percentages
    }
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// The number at its left, from 1.
    package let number: Int
    /// The cells that hold something, from the left to the right.
    package let cells: [Cell]
    /// Whether people do not see it, as where a filter is on.
    package let isHidden: Bool
  }

  /// One cell that holds something.
  package struct Cell: Hashable, Sendable {
    package let address: CellAddress
    /// Never ``CellValue/empty``.
    package let value: CellValue
  }

  /// The sheets in the order of their tabs; those without cells, such as charts, are left out.
  package let sheets: [Sheet]
}

extension WorkbookContents.Sheet {
  /// The number of the last column that holds something; 0 for an empty sheet.
  package var lastColumn: Int { rows.lazy.compactMap(\.cells.last?.address.column).max() ?? 0 }

  /// What a person sees in the cell: in merged cells the value of the one at their top left.
  ///
  /// - Complexity: O(log *n*) over the sheet's rows.
  package func cell(at address: CellAddress) -> CellValue {
    rawCell(at: merges.origin(of: address))
  }

  /// What the file holds at the place; merged cells other than the top left one are empty, as a rule.
  ///
  /// - Complexity: O(log *n*) over the sheet's rows.
  package func rawCell(at address: CellAddress) -> CellValue {
    guard let row = rows.element(at: address.row, by: \.number) else { return .empty }
    return row.cells.element(at: address.column, by: \.address.column)?.value ?? .empty
  }

  /// The merged cells that the place lies in, from the top left to the bottom right.
  package func mergedCells(at address: CellAddress) -> ClosedRange<CellAddress>? {
    merges.range(of: address).map { $0.first...$0.last }
  }
}

extension Array {
  /// The element whose number is `number`; the array is in ascending order of numbers.
  fileprivate func element(at number: Int, by key: (Element) -> Int) -> Element? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low < count && key(self[low]) == number ? self[low] : nil
  }
}
