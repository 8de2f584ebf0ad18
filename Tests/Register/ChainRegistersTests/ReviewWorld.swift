import ChainFiles
import ChainModel
import Diagnostics
import GraphKernel
import RegisterReader
import TestSupport
import Testing

@testable import ChainRegisters

/// A small data set, registers as text, and people who decide.
struct ReviewWorld {
  private(set) var dataset: Dataset

  static let facts = """
    cluster: [{name: 化工产业集群, level: city, source: 一}]
    segment:
      - {name: 烧碱, terms: [离子膜烧碱], gb4754: [2612], partOf: 化工产业集群, source: 一}
      - {name: 聚氯乙烯, aliases: [PVC], partOf: 化工产业集群, source: 一, supplies: 塑料型材}
      - {name: 塑料型材, partOf: 化工产业集群, source: 一}
    enterprise:
      - {name: 老厂, operatesIn: 塑料型材, source: 二}
      - {name: 外地大厂, external: true, source: 二}

    """

  init(_ facts: String = facts, files: [String: String] = [:]) throws {
    let folder = try DatasetFolder.dataset(["facts.yaml": facts].merging(files) { $1 })
    let loaded = Dataset.load(folder: folder.path)
    dataset = try #require(loaded.dataset, "\(loaded.diagnostics)")
  }

  var graph: ChainGraph { dataset.graph }

  func segment(_ name: String) throws -> NodeIndex {
    try #require(graph.bearers(of: name, among: [.segment]).first)
  }

  func enterprise(_ name: String) -> NodeIndex? {
    graph.bearers(of: name, among: [.enterprise]).first
  }

  func register(_ csv: String, title: String = "名录") throws -> Register {
    let reading = RegisterReader.read(Array(csv.utf8), path: "\(title).csv")
    return try #require(reading.register, "\(reading.diagnostics)")
  }

  func review(
    _ csv: String,
    title: String = "名录",
    _ change: (inout RegisterReview.Limits) -> Void = { _ in }
  ) throws -> RegisterReview {
    var limits = RegisterReview.Limits()
    change(&limits)
    return RegisterReview(of: try register(csv, title: title), in: dataset, limits)
  }

  /// What is asked, as `企业-环节`, in order.
  func asked(_ review: RegisterReview) -> [String] {
    review.questions.map { "\(review.register[$0.row].name)-\(graph.name(of: $0.segment))" }
  }

  /// The workbook of a review as it comes back: `verdict` says what a person chose for each question.
  func form(
    _ review: RegisterReview,
    on day: String = "2023-08-01",
    names: [ReviewForm.ComparedName] = [],
    verdict: (_ firm: String, _ segment: String) -> FirmDecision.Verdict?
  ) throws -> ReviewForm {
    var about = ReviewFormReader.About()
    about.register = review.register.title
    about.firmCount = review.register.rows.count
    about.isOutside = review.limits.isOutside
    about.isWhole = review.limits.isWhole
    about.isSince = review.limits.earlier != nil
    about.datasetTitle = dataset.title.zh
    let date = try #require(CalendarDate(parsing: day))
    let nowhere = Diagnostic.Location(path: "x.xlsx", range: nil)
    var answered: [ReviewForm.Answered] = []
    var open: [(segment: String, isPossible: Bool)] = []
    for question in review.questions {
      let row = review.register[question.row]
      let name = graph.name(of: question.segment)
      guard let verdict = verdict(row.name, name) else {
        open.append((graph.id(of: question.segment), question.band == .possible))
        continue
      }
      let proposal = question.proposal
      answered.append(
        ReviewForm.Answered(
          decision: FirmDecision(
            creditCode: row.code ?? "",
            firm: row.name,
            segment: graph.id(of: question.segment),
            verdict: verdict,
            by: "张三",
            date: date,
            evidence: FirmDecision.Evidence(
              field: proposal.field.rawValue,
              words: proposal.words,
              term: proposal.term,
              tier: proposal.tier.rawValue,
              share: proposal.share,
              row: row.number,
              text: row.fingerprint,
              isPrefilled: question.band == .certain && verdict == .yes,
              ended: RegistrationStatus(row.status).hasEnded ? row.status : ""
            )
          ),
          segmentName: name,
          place: nowhere
        )
      )
    }
    return ReviewForm(
      about: about,
      readOn: date,
      answered: answered,
      open: open,
      segments: review.segments.asked.map { graph.id(of: $0) },
      names: names,
      terms: [],
      firms: Dictionary(uniqueKeysWithValues: review.register.rows.map { ($0.number, $0) }),
      source: SourceText(path: "x.xlsx", bytes: [])
    )
  }

  /// The files of what was decided, by their names below the folder.
  var files: [String: String] { Self.files(of: dataset.attachments) }

  static func files(of attachments: [ChainModel.Attachment]) -> [String: String] {
    let files = attachments.flatMap(\.files).map { ("attachments/" + $0.name, $0.text) }
    return Dictionary(uniqueKeysWithValues: files)
  }

  /// Files the answers, and goes on with what comes of it.
  @discardableResult
  mutating func file(_ form: ReviewForm) throws -> [Diagnostic] {
    let filed = DecisionFiling(form, into: dataset, path: "x.xlsx").filed()
    dataset = try #require(filed.dataset, "\(filed.diagnostics)")
    return filed.diagnostics
  }
}
