/// The targets of a table, as a text would state them: 到2025年,产值达到120亿元.
enum TableGoals {
  /// A sentence for each figure of a row, and the cells that hold none.
  static func sentences(
    of fields: [(column: TableColumn, text: Characters)]
  ) -> (sentences: [Characters], unread: [String]) {
    guard let metric = fields.first(where: { $0.column.content == .metric })?.text else {
      return ([], [])
    }
    let unit = fields.first { $0.column.content == .unit }?.text ?? unit(of: metric) ?? []
    var sentences: [Characters] = []
    var unread: [String] = []
    for (column, cell) in fields {
      guard case .goal(let year) = column.content else { continue }
      // [3.5] is a figure that adds up over the years.
      let plain = cell.filter { !"[]〔〕()".unicodeScalars.contains($0) }
      guard plain.contains(where: \.isDigit) else {
        unread.append("\(metric.string) \(column.label) \(cell.string)")
        continue
      }
      sentences.append(time(year) + UnitWords.base(metric[...]) + figure(plain, unit))
    }
    return (sentences, unread)
  }

  /// The texts of columns of aims beside tasks, with the year of their heads.
  static func aims(of fields: [(column: TableColumn, text: Characters)]) -> [Characters] {
    fields.compactMap { column, cell in
      guard case .goal(let year) = column.content else { return nil }
      return time(year) + cell
    }
  }

  private static func time(_ year: String?) -> Characters {
    year.map { Array("到\($0)年,".unicodeScalars) } ?? []
  }

  /// 达到50家以上 of ≥50 or 50以上 in 家.
  private static func figure(_ cell: Characters, _ unit: Characters) -> Characters {
    let plain = cell.filter { !$0.isSpace }
    let isLeast = plain.first == "≥" || plain.first == ">"
    let rest = plain.drop { "≥>=".unicodeScalars.contains($0) }
    guard let first = rest.firstIndex(where: \.isDigit) else { return Array(rest) }
    let number = rest[first...].prefix { $0.isDigit || ".,-—~".unicodeScalars.contains($0) }
    let behind = rest[number.endIndex...]
    let hasUnit = behind.first.map { !"以左多余".unicodeScalars.contains($0) } ?? false
    let lead = rest[..<first].isEmpty ? Array("达到".unicodeScalars) : Array(rest[..<first])
    return lead + Array(number) + (hasUnit ? [] : unit) + Array(behind)
      + (isLeast ? Array("以上".unicodeScalars) : [])
  }

  /// The unit in a bracket behind what is measured: 产值(亿元).
  private static func unit(of metric: Characters) -> Characters? {
    let base = UnitWords.base(metric[...])
    let bracket = metric[base.endIndex...]
    guard bracket.count > 2, bracket.count < 9 else { return nil }
    return Array(bracket.dropFirst().dropLast())
  }
}
