/// The heads of a table that assigns items to those who answer for them.
struct TableHeader {
  private let labels: [String?]
  /// The column that names the items.
  private let subject: Int

  /// `nil` when the cells are no such heads.
  init?(_ cells: [ArraySlice<Unicode.Scalar>]) {
    let labels: [String?] = cells.map { cell in
      let plain = cell.filter { !$0.isSpace }
      return RoleLabel(plain[...]) == nil ? nil : plain.string
    }
    guard labels.contains(where: { $0 != nil }) else { return nil }
    let names: [Word] = ["链", "集群", "任务", "事项", "名称", "内容", "项目", "产业", "工作", "措施", "重点"]
    let open = cells.indices.filter { labels[$0] == nil && !cells[$0].contains("序号") }
    guard let subject = open.first(where: { cells[$0].containsAny(names) }) ?? open.first else {
      return nil
    }
    self.labels = labels
    self.subject = subject
  }

  /// The item of a row and its statement as a text; `nil` when the row has another shape.
  func row(_ cells: [ArraySlice<Unicode.Scalar>]) -> (item: Characters, statement: Characters)? {
    guard cells.count <= labels.count, subject < cells.count else { return nil }
    var statement = Characters()
    for (position, label) in labels.enumerated() where position < cells.count {
      guard let label, !Self.isEmpty(cells[position]) else { continue }
      statement += Array("\(label):".unicodeScalars) + Array(cells[position]) + [";"]
    }
    guard !statement.isEmpty else { return nil }
    return (Self.isEmpty(cells[subject]) ? [] : Array(cells[subject]), statement)
  }

  private static func isEmpty(_ cell: ArraySlice<Unicode.Scalar>) -> Bool {
    cell.isEmpty || cell.count == 1 && "-—/".unicodeScalars.contains(cell[cell.startIndex])
  }

  /// The cells of a line.
  static func cells(of characters: Characters) -> [ArraySlice<Unicode.Scalar>] {
    characters.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)
  }
}
