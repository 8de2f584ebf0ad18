import Bilingual
import ChainDrawing
import ChainLoop
import ChainQueries
import ChainViews
import LoopPictures
import ProgressLoop
import Testing

/// What becomes of a picture with few items, with very many, and with long names.
struct PlatePagesTests {
  private func plate(
    _ question: LoopQuestion,
    _ sample: LoopSample,
    _ language: Language = .zh
  ) throws -> Plate {
    try sample.loop().plate(
      question,
      QuestionWords(question.rawValue),
      at: LoopSample.at,
      known: nil,
      language: language
    )
  }

  /// What is drawn of a mark: where it begins and ends.
  private func box(_ shape: Plate.Shape) -> (
    left: Double, top: Double, right: Double, bottom: Double
  ) {
    switch shape {
    case .box(let x, let y, let width, let height): return (x, y, x + width, y + height)
    case .circle(let x, let y, let radius):
      return (x - radius, y - radius, x + radius, y + radius)
    case .polygon(let points), .line(let points):
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      return (xs.min() ?? 0, ys.min() ?? 0, xs.max() ?? 0, ys.max() ?? 0)
    case .text(let text, let x, let y, let size, let isBold, let anchor):
      let width = TypeWidth.of(text, size: size, isBold: isBold)
      let left = anchor == .start ? x : anchor == .middle ? x - width / 2 : x - width
      return (left, y - size, left + width, y + size * 0.25)
    }
  }

  @Test(arguments: [1, 5, 66, 1_000], LoopQuestion.allCases.prefix(2))
  func `everything is on the sheet, whatever there is`(
    items: Int,
    question: LoopQuestion
  ) throws {
    var sample = LoopSample(items: items, clusters: min(8, items), seed: 3)
    sample.departments = items > 100 ? 12 : 3
    sample.suffix = items == 66 ? String(repeating: "很长的名字", count: 8) : ""
    let plate = try plate(question, sample, items == 66 ? .en : .zh)
    for (number, page) in plate.pages.enumerated() {
      for mark in page.marks {
        let box = box(mark.shape)
        let isInside =
          box.left >= 0 && box.top >= 0 && box.right <= Plate.width && box.bottom <= Plate.height
        #expect(isInside, "page \(number + 1): \(mark)")
      }
      guard plate.pages.count > 1 else { continue }
      #expect(
        page.texts.contains("第 \(number + 1) 页，共 \(plate.pages.count) 页")
          || page.texts.contains("page \(number + 1) of \(plate.pages.count)")
      )
    }
    if items < 10 { #expect(plate.pages.count == 1) }
  }

  @Test func `of a thousand items every red one and every department is drawn`() throws {
    var sample = LoopSample(items: 1_000, clusters: 8, seed: 5)
    sample.departments = 12
    let loop = try sample.loop()
    let overview = ProgressOverview(loop, at: LoopSample.at)
    let plate = OverviewPlate(overview, .zh).plate()
    let shown = ReadPlate(plate)
    #expect(shown.meanings("red").count == overview.red.count && overview.red.count > 100)
    let texts = plate.pages.flatMap(\.texts)
    for department in overview.departments {
      let name = loop.cell(ofParty: department.party).text(in: .zh)
      #expect(shown.meanings("department").contains("department \(name)"), "\(name)")
    }
    #expect(!shown.meanings("total").isEmpty)
    // The first sheet has the sum of all, and says that there are more.
    let first = plate.pages[0]
    #expect(first.texts.contains("合计") && first.texts.contains { $0.contains("家见后页") })
    // No further sheet has room for what stands on the next: two columns each.
    let perSheet = plate.pages.dropFirst().dropLast().map { page in
      page.marks.count { $0.meaning?.hasPrefix("red ") == true }
    }
    #expect(perSheet.dropFirst().allSatisfy { $0 == 2 * 15 }, "\(perSheet)")
    // Clusters of more than sixty items show counts, and the foot says so.
    #expect(overview.clusters.contains { $0.items.count > 60 })
    #expect(texts.contains { $0.contains("按灯合计") })
    #expect(shown.meanings("count").count == 4)
  }

  @Test(arguments: LoopQuestion.allCases.prefix(2))
  func `the same question has the same bytes`(question: LoopQuestion) throws {
    let sample = LoopSample(items: 30, seed: 9)
    let files = try (0..<2).map { _ in try plate(question, sample).files(as: .svg) }
    #expect(files[0] == files[1] && !files[0].isEmpty)
  }

  @Test func `without plan and journal it is said what to write`() throws {
    var sample = LoopSample(items: 3)
    sample.isBare = true
    let loop = try sample.loop()
    for question in [LoopQuestion.progress, .schedule] {
      let fault = #expect(throws: QuestionFault.self) {
        try loop.answer(question, QuestionWords(question.rawValue), at: LoopSample.at, known: nil)
      }
      #expect(fault?.category == .notFound)
      for file in ["plans/", "journal/", "reporting.yaml"] {
        #expect(fault?.help?.zh.contains(file) == true && fault?.help?.en.contains(file) == true)
      }
    }
  }
}
