package import Bilingual
package import ChainModel
import ChainWorkbooks
import Diagnostics
import GraphKernel
import RegisterMatching
import RegisterReader
import Spreadsheet

/// A review as a workbook that people fill in: a row a question, with choices for the verdict, the evidence
/// and what else helps to decide; beside it the names to compare, the words to approve and the firms whole.
///
/// The workbook holds all that filing its answers needs: the register need not be at hand again. The same
/// review gives the same bytes.
package struct ReviewWorkbook {
  private let review: RegisterReview
  private let names: [NamedFirm]
  private let terms: [SuggestedTerm]
  private let language: Language
  private let date: CalendarDate

  /// - Parameters:
  ///   - names: enterprises of the data set that may be firms of the register.
  ///   - terms: words that somebody may approve.
  ///   - date: the day on which the register is read.
  package init(
    _ review: RegisterReview,
    names: [NamedFirm],
    terms: [SuggestedTerm],
    language: Language,
    date: CalendarDate
  ) {
    (self.review, self.names, self.terms) = (review, names, terms)
    (self.language, self.date) = (language, date)
  }

  /// The file.
  ///
  /// - Throws: where there are more questions than a sheet has rows, or the machine fails.
  package func bytes() throws(Failure) -> [UInt8] {
    let sheets = [about, questions, namesSheet, termsSheet, segments, firms]
    // What cannot be read back is not handed out to be filled in.
    let cells = sheets.reduce(0) { $0 + ($1.rows.count + 1) * $1.columns.count }
    guard cells <= Grid.mostCells else {
      throw .tooManyRows(sheet: say(ReviewSheet.questions.name), count: review.questions.count)
    }
    var workbook = Workbook(
      sheets: sheets.filter { sheet in
        // Only what may be missing when it is read back.
        !sheet.rows.isEmpty
          || ![ReviewSheet.names, .terms].map({ say($0.name) }).contains(sheet.name)
      }
    )
    workbook.created = .init(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
    do throws(SpreadsheetError) { return try workbook.bytes() } catch {
      switch error {
      case .tooManyRows(let sheet, let count): throw .tooManyRows(sheet: sheet, count: count)
      case .tooManyColumns(let sheet, let count): throw .tooManyRows(sheet: sheet, count: count)
      case .machine(let reason): throw .machine(reason)
      }
    }
  }

  private var graph: ChainGraph { review.dataset.graph }

  private func say(_ text: BilingualText) -> String { text[language] }

  private func yesNo(_ flag: Bool) -> String {
    say(flag ? FirmDecision.Verdict.yes.label : FirmDecision.Verdict.no.label)
  }

  // MARK: Sheets

  private var about: Workbook.Sheet {
    let values: [(ReviewItem, Workbook.Cell)] = [
      (.register, .text(review.register.title)),
      (.dataset, .text(say(review.dataset.title))),
      (.readOn, .text("\(date)")), (.rows, .integer(review.register.rows.count)),
      (.questions, .integer(review.questions.count)),
      (.outside, .text(yesNo(review.limits.isOutside))),
      (.whole, .text(yesNo(review.limits.isWhole))),
      (.since, .text(yesNo(review.limits.earlier != nil))),
      (.by, .toFill("")), (.date, .toFill("")),
    ]
    return sheet(
      .about,
      rows: values.map { [.item: .text(say($0.label)), .value: $1] },
      notes: [
        BilingualText(
          zh: "在“待核定”表的“判断”列选 是、否 或 存疑；空着的下次再问。拿不准的看“名录企业”表中该行的全文。",
          en: "choose yes, no or unsure as the verdict of a question; what is left empty is asked "
            + "again. The sheet of firms has each row whole."
        ),
        review.limits.isOutside
          ? BilingualText(
            zh: "“是”成为缺链清单里的目标企业，不算本地企业，不改变任何结论；“否”只对这家企业和这个环节。",
            en:
              "a yes becomes a target enterprise in the list of gaps: no local firm, and no verdict "
              + "changes. A no holds for this firm and this segment."
          )
          : BilingualText(
            zh: "“是”才成为数据：企业写入数据集并从事该环节；“否”只对这家企业和这个环节，名录中该行变了会再问。"
              + "收回判断：改成另一个再交，不是清空。",
            en:
              "a yes alone becomes data: the firm, and that it operates in the segment. A no holds "
              + "for this firm and this segment, until the row says something else. To take a verdict "
              + "back, give another; leaving it empty changes nothing."
          ),
        BilingualText(
          zh: "填好后：liantu attach --decisions 本文件，先看差别，再加 --write 写入。",
          en:
            "when filled in: liantu attach --decisions FILE shows what changes, --write writes it."
        ),
      ]
    )
  }

  private var questions: Workbook.Sheet {
    // A person decides best segment by segment.
    let order = Dictionary(
      review.segments.nodes.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let sorted = review.questions.enumerated().sorted { a, b in
      let (first, second) = (order[a.element.segment] ?? 0, order[b.element.segment] ?? 0)
      if first != second { return first < second }
      if a.element.proposal.score != b.element.proposal.score {
        return a.element.proposal.score > b.element.proposal.score
      }
      return a.offset < b.offset
    }
    return sheet(
      .questions,
      rows: sorted.map { cells(of: $0.element) },
      choices: [.verdict: FirmDecision.Verdict.allCases.map { say($0.label) }]
    )
  }

  private func cells(of question: RegisterReview.Question) -> [ReviewColumn: Workbook.Cell] {
    let row = review.register[question.row]
    let proposal = question.proposal
    return [
      .verdict: .toFill(question.band == .certain ? say(FirmDecision.Verdict.yes.label) : ""),
      .segment: .text(graph.name(of: question.segment)), .firm: .text(row.name),
      .creditCode: text(row.creditCode), .band: .text(say(question.band.label)),
      .tier: .text(say(proposal.tier.label)), .words: text(joined(proposal.words)),
      .term: text(proposal.term), .field: .text(say(proposal.field.label)),
      .share: proposal.share.map { .text(ShareText.rounded($0)) } ?? .empty,
      .exactShare: proposal.share.map { .text(String($0)) } ?? .empty,
      .beaten: text(joined(question.beaten.map { graph.name(of: $0) })),
      .industryCode: text(row.industryCode), .address: text(row.address),
      .scale: text(joined(row.scale)), .reason: .text(say(question.reason.label)),
      .before: question.before.map { .text(words(of: $0)) } ?? .empty,
      .by: .toFill(""), .date: .toFill(""), .row: .integer(row.number),
      .segmentMark: .text(graph.id(of: question.segment)), .fingerprint: .text(row.fingerprint),
      .tierNumber: .integer(proposal.tier.rawValue), .fieldKey: .text(proposal.field.rawValue),
    ]
  }

  private func words(of decision: FirmDecision) -> String {
    "\(say(decision.verdict.label)) \(decision.by) \(decision.date)"
  }

  private var namesSheet: Workbook.Sheet {
    sheet(
      .names,
      rows: names.map { named in
        let row = review.register[named.row]
        return [
          .verdict: .toFill(""), .enterprise: .text(graph.name(of: named.enterprise)),
          .firm: .text(row.name), .why: .text(say(named.why)),
          .creditCode: text(row.creditCode), .row: .integer(row.number),
          .enterpriseMark: .text(graph.id(of: named.enterprise)),
        ]
      },
      choices: [.verdict: FirmDecision.Verdict.allCases.map { say($0.label) }]
    )
  }

  private var termsSheet: Workbook.Sheet {
    sheet(
      .terms,
      rows: terms.map { suggestion in
        [
          .verdict: .toFill(""), .segment: .text(graph.name(of: suggestion.segment)),
          .term: .text(suggestion.term), .firms: text(joined(suggestion.firms)),
          .segmentMark: .text(graph.id(of: suggestion.segment)),
        ]
      },
      choices: [
        .verdict: [FirmDecision.Verdict.yes, .no].map { say($0.label) }
      ]
    )
  }

  /// The segments that were asked about, those without a question too.
  private var segments: Workbook.Sheet {
    sheet(
      .segments,
      rows: review.segments.asked.map { segment in
        [.segment: .text(graph.name(of: segment)), .segmentMark: .text(graph.id(of: segment))]
      },
      isHidden: true
    )
  }

  private var firms: Workbook.Sheet {
    let asked = Set(review.questions.map(\.row) + names.map(\.row)).sorted()
    return sheet(
      .firms,
      rows: asked.map { index in
        let row = review.register[index]
        return [
          .row: .integer(row.number), .firm: .text(row.name), .creditCode: text(row.creditCode),
          .formerNames: text(joined(row.formerNames)), .industryCode: text(row.industryCode),
          .industryEdition: row.industryEdition.map { .integer($0) } ?? .empty,
          .products: text(
            row.products.map { WrittenProduct(name: $0.name, share: $0.share).text }
              .joined(separator: "；")
          ),
          .scope: text(row.scope), .scale: text(joined(row.scale)), .output: text(row.output),
          .outputYear: row.outputYear.map { .integer($0) } ?? .empty,
          .address: text(row.address), .status: text(row.status),
          .controlledBy: text(row.controlledBy),
        ]
      }
    )
  }

  // MARK: Cells

  private func text(_ text: String) -> Workbook.Cell { text.isEmpty ? .empty : .text(text) }

  private func joined(_ texts: [String]) -> String { texts.joined(separator: "；") }

  /// The arrow of the filter stands beside the heading.
  private static let arrow = 3
  private static let widest = 40

  private func sheet(
    _ sheet: ReviewSheet,
    rows: [[ReviewColumn: Workbook.Cell]],
    choices: [ReviewColumn: [String]] = [:],
    notes: [BilingualText] = [],
    isHidden: Bool = false
  ) -> Workbook.Sheet {
    let columns = sheet.columns
    let widths = columns.map { column in
      rows.reduce(say(column.heading).cellWidth + Self.arrow) { width, row in
        guard case .text(let text) = row[column] else { return width }
        return max(width, min(text.widestLine, Self.widest))
      }
    }
    return Workbook.Sheet(
      name: say(sheet.name),
      title: nil,
      columns: zip(columns, widths).map { column, width in
        Workbook.Column(
          say(column.heading),
          width: width,
          kind: column == .row || column == .tierNumber ? .number : .verbatim,
          choices: choices[column] ?? [],
          isHidden: column.isHidden
        )
      },
      rows: rows.map { row in columns.map { row[$0] ?? .empty } },
      notes: notes.map { Workbook.Caption(say($0), width: say($0).cellWidth) },
      frozenColumns: sheet == .questions ? 3 : 0,
      isHidden: isHidden
    )
  }
}
