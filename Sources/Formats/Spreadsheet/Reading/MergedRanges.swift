/// The merged cells of a sheet, found by any cell in them.
///
/// Each range lies in tiles of a grid whose tiles are the next powers of two as high and as wide as it,
/// four at the most. So a range of a million rows costs what one cell does, and a cell is looked up
/// once for each size of tiles that occurs.
struct MergedRanges: Hashable, Sendable {
  struct Range: Hashable, Sendable {
    let first: CellAddress
    let last: CellAddress

    func contains(_ address: CellAddress) -> Bool {
      (first.row...last.row).contains(address.row)
        && (first.column...last.column).contains(address.column)
    }

    func overlaps(_ other: Self) -> Bool {
      (first.row...last.row).overlaps(other.first.row...other.last.row)
        && (first.column...last.column).overlaps(other.first.column...other.last.column)
    }
  }

  private struct Size: Hashable {
    /// The binary logarithms of the tile's height and width.
    let rows: Int
    let columns: Int
  }

  private struct Tile: Hashable {
    let size: Size
    let row: Int
    let column: Int
  }

  private(set) var isEmpty = true
  /// In the order in which they were met.
  private var sizes: [Size] = []
  private var tiles: [Tile: [Range]] = [:]

  /// Adds a range. One that overlaps another of about its size, which Excel does not allow, is left out.
  mutating func insert(_ range: Range) {
    let size = Size(
      rows: Self.logarithm(range.last.row - range.first.row + 1),
      columns: Self.logarithm(range.last.column - range.first.column + 1)
    )
    let rows = (range.first.row >> size.rows)...(range.last.row >> size.rows)
    let columns = (range.first.column >> size.columns)...(range.last.column >> size.columns)
    let touched = rows.flatMap { row in
      columns.map { Tile(size: size, row: row, column: $0) }
    }
    // No more than nine ranges that do not overlap share a tile of their size.
    guard !touched.contains(where: { tiles[$0, default: []].contains { $0.overlaps(range) } })
    else {
      return
    }
    isEmpty = false
    if !sizes.contains(size) { sizes.append(size) }
    for tile in touched { tiles[tile, default: []].append(range) }
  }

  /// The range that the cell lies in.
  func range(of address: CellAddress) -> Range? {
    for size in sizes {
      let tile = Tile(
        size: size,
        row: address.row >> size.rows,
        column: address.column >> size.columns
      )
      if let range = tiles[tile]?.first(where: { $0.contains(address) }) { return range }
    }
    return nil
  }

  /// The cell at the top left of the range that the cell lies in; the cell itself outside of all.
  func origin(of address: CellAddress) -> CellAddress {
    isEmpty ? address : range(of: address)?.first ?? address
  }

  /// The least power of two that is no less.
  private static func logarithm(_ length: Int) -> Int {
    Int.bitWidth - (length - 1).leadingZeroBitCount
  }
}
