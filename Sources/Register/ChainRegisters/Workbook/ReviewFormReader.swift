import Bilingual
import ChainModel
import ChainWorkbooks
import Diagnostics
import RegisterMatching
import RegisterReader

/// Reads the sheets of a workbook of questions.
struct ReviewFormReader {
  /// What the first sheet says.
  struct About {
    var register = ""
    var readOn: CalendarDate?
    var firmCount = 0
    var datasetTitle = ""
    var questionCount: Int?
    var isOutside = false
    var isWhole = false
    var isSince = false
    var by = ""
    var date: CalendarDate?
  }

  private let grids: [Grid]
  private let text: GridText

  init(_ grids: [Grid], _ text: GridText) { (self.grids, self.text) = (grids, text) }

  /// A row of a sheet, its cells by the columns' meanings.
  private struct Row {
    let sheet: Int
    let number: Int
    let columns: [ReviewColumn: Int]
    let grid: Grid
    let text: GridText

    subscript(column: ReviewColumn) -> String {
      columns[column].map { grid.cell(number, $0).text.trimmingSpace() } ?? ""
    }

    /// Whether the cell is a formula whose result is not in the file.
    func isUncomputed(_ column: ReviewColumn) -> Bool {
      columns[column].map { grid.cell(number, $0) == .uncomputed } ?? false
    }

    func place(_ column: ReviewColumn, _ log: FaultLog) -> Diagnostic.Location {
      log.location(of: text.range(sheet: sheet, row: number, column: columns[column] ?? 0))
    }
  }

  mutating func form(log: inout FaultLog) -> ReviewForm? {
    guard let about = about(&log), let readOn = about.readOn else { return nil }
    var firms: [Int: RegisterRow] = [:]
    for row in rows(of: .firms, &log) {
      if let firm = firm(row, &log) { firms[firm.number] = firm }
    }
    var answered: [ReviewForm.Answered] = []
    var open: [(segment: String, isPossible: Bool)] = []
    var seen: [[String]: (verdict: FirmDecision.Verdict, row: Int)] = [:]
    let rows = rows(of: .questions, &log)
    if let count = about.questionCount, rows.count < count, log.diagnostics.isEmpty {
      log.report(.lostQuestions(count - rows.count, of: count, at: place(of: .questions, log)))
    }
    for row in rows {
      guard log.hasRoom else {
        log.cut()
        break
      }
      guard !row.isUncomputed(.verdict) else {
        log.report(.unknownVerdict("=", at: row.place(.verdict, log)))
        continue
      }
      guard !row[.verdict].isEmpty else {
        let possible = SegmentProposal.Band.possible.label
        open.append((segment(row), [possible.zh, possible.en].contains(row[.band])))
        continue
      }
      guard let decision = decision(row, about, firms, &log) else { continue }
      let firm = decision.creditCode.isEmpty ? decision.firm : decision.creditCode
      if let other = seen[[firm, decision.segment]] {
        if other.verdict != decision.verdict {
          log.report(
            .twoVerdicts(
              decision.firm,
              row[.segment],
              other: other.row + 1,
              at: row.place(.verdict, log)
            )
          )
        }
        continue
      }
      seen[[firm, decision.segment]] = (decision.verdict, row.number)
      answered.append(
        ReviewForm.Answered(
          decision: decision,
          segmentName: row[.segment],
          place: row.place(.verdict, log)
        )
      )
    }
    return ReviewForm(
      about: about,
      readOn: readOn,
      answered: answered,
      open: open,
      segments: self.rows(of: .segments, &log).map { $0[.segmentMark] },
      names: names(firms, &log),
      terms: terms(&log),
      firms: firms,
      source: text.source
    )
  }

  // MARK: Sheets

  /// The rows of a sheet below its headings; none of a sheet that is not there.
  private func rows(of sheet: ReviewSheet, _ log: inout FaultLog) -> [Row] {
    let number = grids.firstIndex { [sheet.name.zh, sheet.name.en].contains($0.name) }
    guard let number else {
      if sheet == .questions || sheet == .firms || sheet == .segments {
        let whole = Diagnostic.Location(path: log.path, range: nil)
        log.report(.missingReviewSheet(sheet.name, among: grids.map(\.name), at: whole))
      }
      return []
    }
    let grid = grids[number]
    for (top, cells) in grid.rows.enumerated().prefix(10) {
      var columns: [ReviewColumn: Int] = [:]
      for (position, cell) in cells.enumerated() {
        guard let column = ReviewColumn(heading: cell.text.trimmingSpace()),
          sheet.columns.contains(column), columns[column] == nil
        else { continue }
        columns[column] = position
      }
      guard columns.count > 1 else { continue }
      let missing = sheet.needed.filter { columns[$0] == nil }
      guard missing.isEmpty else {
        let place = log.location(of: text.range(sheet: number, row: top, column: 0))
        for column in missing { log.report(.missingReviewColumn(column.heading, at: place)) }
        return []
      }
      return grid.rows.indices.filter { row in
        // A remark below the table runs across its columns.
        row > top && grid.rows[row].contains { !$0.isEmpty }
          && (grid.merge(row, 0)?.columns.count ?? 1) == 1
      }.map { Row(sheet: number, number: $0, columns: columns, grid: grid, text: text) }
    }
    let place = log.location(of: text.range(sheet: number, row: 0, column: 0))
    for column in sheet.needed { log.report(.missingReviewColumn(column.heading, at: place)) }
    return []
  }

  private func about(_ log: inout FaultLog) -> About? {
    var about = About()
    var found: Set<ReviewItem> = []
    for row in rows(of: .about, &log) {
      guard let item = ReviewItem(label: row[.item]) else { continue }
      let value = row[.value]
      found.insert(item)
      switch item {
      case .register: about.register = value
      case .dataset: about.datasetTitle = value
      case .questions: about.questionCount = Int(value)
      case .since: about.isSince = FirmDecision.Verdict(word: value) == .yes
      case .readOn:
        about.readOn = CalendarDate(parsing: value)
      case .rows: about.firmCount = Int(value) ?? 0
      case .outside: about.isOutside = FirmDecision.Verdict(word: value) == .yes
      case .whole: about.isWhole = FirmDecision.Verdict(word: value) == .yes
      case .by: about.by = value
      case .date:
        guard !value.isEmpty else { continue }
        about.date = Self.day(value)
        if about.date == nil { log.report(.badDecisionDate(value, at: row.place(.value, log))) }
      }
    }
    guard found.contains(.register), about.readOn != nil, !about.register.isEmpty else {
      log.report(.noReview(at: Diagnostic.Location(path: log.path, range: nil)))
      return nil
    }
    return about
  }

  private func segment(_ row: Row) -> String {
    row[.segmentMark].isEmpty ? row[.segment] : row[.segmentMark]
  }

  /// The verdict that a row states.
  private func verdict(of row: Row, _ log: inout FaultLog) -> FirmDecision.Verdict? {
    let verdict = FirmDecision.Verdict(word: row[.verdict])
    if verdict == nil {
      log.report(.unknownVerdict(row[.verdict], at: row.place(.verdict, log)))
    }
    return verdict
  }

  private func decision(
    _ row: Row,
    _ about: About,
    _ firms: [Int: RegisterRow],
    _ log: inout FaultLog
  ) -> FirmDecision? {
    guard let verdict = verdict(of: row, &log) else { return nil }
    let by = row[.by].isEmpty ? about.by : row[.by]
    guard !by.isEmpty else {
      log.report(.nobodyDecided(at: row.place(.verdict, log)))
      return nil
    }
    let day = row[.date].isEmpty ? about.date : Self.day(row[.date])
    guard let day else {
      log.report(.badDecisionDate(row[.date], at: row.place(.date, log)))
      return nil
    }
    guard let number = Int(row[.row]), let firm = firms[number], firm.name == row[.firm] else {
      log.report(.strangeFirm(row[.firm], at: row.place(.firm, log)))
      return nil
    }
    return FirmDecision(
      creditCode: (try? CreditCode(parsing: firm.creditCode).description) ?? "",
      firm: firm.name,
      segment: segment(row),
      verdict: verdict,
      by: by,
      date: day,
      evidence: FirmDecision.Evidence(
        field: row[.fieldKey],
        words: row[.words].split(separator: "；").map(String.init),
        term: row[.term],
        tier: Int(row[.tierNumber]),
        share: Double(row[.exactShare]).flatMap { $0.isFinite ? $0 : nil },
        row: number,
        text: row[.fingerprint],
        isPrefilled: isPrefilled(row, verdict),
        ended: RegistrationStatus(firm.status).hasEnded ? firm.status : ""
      )
    )
  }

  private func names(
    _ firms: [Int: RegisterRow],
    _ log: inout FaultLog
  ) -> [ReviewForm.ComparedName] {
    rows(of: .names, &log).compactMap { row in
      guard !row[.verdict].isEmpty, let verdict = verdict(of: row, &log) else { return nil }
      guard let firm = Int(row[.row]).flatMap({ firms[$0] }), firm.name == row[.firm] else {
        log.report(.strangeFirm(row[.firm], at: row.place(.firm, log)))
        return nil
      }
      return ReviewForm.ComparedName(
        enterprise: row[.enterpriseMark].isEmpty ? row[.enterprise] : row[.enterpriseMark],
        firm: firm,
        verdict: verdict,
        place: row.place(.enterprise, log)
      )
    }
  }

  private func terms(_ log: inout FaultLog) -> [ReviewForm.ApprovedTerm] {
    rows(of: .terms, &log).compactMap { row in
      guard !row[.verdict].isEmpty, let verdict = verdict(of: row, &log) else { return nil }
      guard verdict != .unsure, !row[.term].isEmpty else { return nil }
      return ReviewForm.ApprovedTerm(
        segment: segment(row),
        term: row[.term],
        isApproved: verdict == .yes,
        place: row.place(.term, log)
      )
    }
  }

  private func firm(_ row: Row, _ log: inout FaultLog) -> RegisterRow? {
    guard let number = Int(row[.row]), !row[.firm].isEmpty else {
      log.report(.strangeFirm(row[.firm], at: row.place(.row, log)))
      return nil
    }
    var firm = RegisterRow(number: number, name: row[.firm])
    func list(_ column: ReviewColumn) -> [String] {
      row[column].split(separator: "；").map { String($0).trimmingSpace() }.filter { !$0.isEmpty }
    }
    firm.creditCode = row[.creditCode]
    firm.formerNames = list(.formerNames)
    firm.industryCode = row[.industryCode]
    firm.industryEdition = Int(row[.industryEdition])
    firm.products = list(.products).map { text in
      let product = WrittenProduct(text)
      return RegisterRow.Product(name: product.name, share: product.share)
    }
    firm.scope = row[.scope]
    firm.scale = list(.scale)
    firm.output = row[.output]
    firm.outputYear = Int(row[.outputYear])
    firm.address = row[.address]
    firm.status = row[.status]
    firm.controlledBy = row[.controlledBy]
    return firm
  }

  /// The whole day, as people write it.
  private static func day(_ text: String) -> CalendarDate? {
    CalendarDate(written: text).flatMap { $0.day == nil ? nil : $0 }
  }

  /// Whether the program had filled the verdict in, and it was left.
  private func isPrefilled(_ row: Row, _ verdict: FirmDecision.Verdict) -> Bool {
    let certain = SegmentProposal.Band.certain.label
    return verdict == .yes && [certain.zh, certain.en].contains(row[.band])
  }

  /// The place of a sheet as a whole.
  private func place(of sheet: ReviewSheet, _ log: FaultLog) -> Diagnostic.Location {
    let number = grids.firstIndex { [sheet.name.zh, sheet.name.en].contains($0.name) }
    return number.map { log.location(of: text.range(sheet: $0, row: 0, column: 0)) }
      ?? Diagnostic.Location(path: log.path, range: nil)
  }
}
