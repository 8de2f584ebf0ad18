/// Tells rows that are no firms: sums, notes under the table, headings once more, rows without a name.
enum RowKind {
  private static let sums: Set<String> = [
    "合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "合计:", "总计:", "合计：", "总计：", "total", "totals",
    "subtotal", "grand total",
  ]

  private static let labels = [
    "注", "备注", "说明", "填表说明", "填报说明", "填报单位", "填表单位", "制表单位", "填报人", "填表人", "制表人", "制表", "审核人",
    "审核", "复核", "单位负责人", "统计负责人", "联系人", "联系电话", "填报日期", "填表日期", "制表日期", "数据来源", "资料来源", "数据截至",
    "note",
    "notes", "source",
  ]

  /// Why a row is no firm; `nil` for a firm. A blank row has a reason too.
  ///
  /// - Complexity: O(1) for most firms; else O(*c*) over the cells.
  @inline(__always)
  static func reason(
    _ cells: RowCells,
    name: CellBytes,
    _ nameColumn: Int,
    _ plan: ColumnPlan
  ) -> RegisterNote.Reason? {
    // A full name is longer than words for sums, and a note stands alone.
    if name.count > 24, name.count != plan.headings[nameColumn].utf8.count,
      cells.cells.indices.contains(where: { $0 != nameColumn && !cells[$0].isEmpty })
    {
      return nil
    }
    return closeReason(cells, name: name, nameColumn, plan)
  }

  private static func closeReason(
    _ cells: RowCells,
    name: CellBytes,
    _ nameColumn: Int,
    _ plan: ColumnPlan
  ) -> RegisterNote.Reason? {
    let first = cells.cells.indices.first { !cells[$0].isEmpty }
    guard let first else { return .namelessRows }
    if isSum(cells[first]) || isSum(name) {
      // A firm may be called Total; the rest of a row of sums is figures.
      let rest = cells.cells.indices.drop { $0 <= first }
      if name.isEmpty || rest.allSatisfy({ $0 == nameColumn || isFigure(cells[$0]) }) {
        return .totalRows
      }
    }
    if name.elementsEqual(plan.headings[nameColumn]) {
      let filled = cells.cells.indices.filter { !cells[$0].isEmpty }
      let same = filled.count { cells[$0].elementsEqual(plan.headings[$0]) }
      if same * 2 > filled.count { return .headingRows }
    }
    let isAlone = cells.cells.indices.allSatisfy { $0 == first || cells[$0].isEmpty }
    if isAlone || name.isEmpty, isNote(cells[first]) { return .tableNotes }
    return name.isEmpty || name.saysNothing ? .namelessRows : nil
  }

  private static func isSum(_ cell: CellBytes) -> Bool {
    // The last bytes of 计, of colons, of total and totals.
    guard let last = cell.bytes.last, cell.count <= 24,
      last == 0xA1 || last == 0x3A || last == 0x9A || last | 0x20 == 0x6C || last | 0x20 == 0x73
    else { return false }
    let word = cell.text.lowercased()
    return sums.contains(word)
      || sums.contains(String(word.unicodeScalars.filter { $0 != " " && $0 != "\u{3000}" }))
  }

  private static func isFigure(_ cell: CellBytes) -> Bool {
    cell.bytes.allSatisfy { (0x20...0x3B).contains($0) } || cell.saysNothing
  }

  private static func isNote(_ cell: CellBytes) -> Bool {
    let head = cell.text.prefix(24).lowercased()
    if head == "以下空白" || head == "以下无正文" { return true }
    guard let colon = head.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    let label = head[..<colon].prefix { $0 != "（" && $0 != "(" }.filter { !$0.isWhitespace }
    let word = label.last?.isNumber == true ? String(label.dropLast()) : String(label)
    return labels.contains(word)
  }
}
