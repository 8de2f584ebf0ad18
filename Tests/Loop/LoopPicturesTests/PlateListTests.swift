import Bilingual
import ChainDrawing
import ChainLoop
import ChainQueries
import ChainViews
import LoopPictures
import ProgressLoop
import Testing

/// Every number and every sign of a picture is in its list.
struct PlateListTests {
  private func asked(
    _ question: LoopQuestion,
    _ sample: LoopSample,
    _ language: Language
  ) throws -> (plate: ReadPlate, list: ReadList) {
    let loop = try sample.loop()
    let words = QuestionWords(question.rawValue)
    let plate = try loop.plate(question, words, at: LoopSample.at, known: nil, language: language)
    let answer = try loop.answer(question, words, at: LoopSample.at, known: nil)
    return (ReadPlate(plate), ReadList(answer: answer, language: language))
  }

  @Test(arguments: 1...12)
  func `the overview shows what its list says`(seed: Int) throws {
    var sample = LoopSample(seed: UInt64(seed))
    sample.items = [5, 24, 66][seed % 3]
    let language: Language = seed % 2 == 0 ? .en : .zh
    let (plate, list) = try asked(.progress, sample, language)
    let unlisted = plate.numbers.subtracting(list.numbers)
    #expect(unlisted.isEmpty, "not in the list: \(unlisted.sorted())")
    let signs = list.rows("rows").map { row in
      "item \(row["number"] ?? "") \(row["light"] ?? "")"
        + (row["missing"]?.isEmpty == false ? " missing" : "")
    }
    #expect(Set(plate.meanings("item")) == Set(signs))
    let red = list.rows("rows").filter { $0["light"] == "red" }.map { "red \($0["number"] ?? "")" }
    #expect(plate.meanings("red") == red)
    for month in list.rows("months") {
      for light in ["green", "yellow", "red", "grey"] {
        let shown = plate.text("month \(month["month"] ?? "") \(light)")
        #expect(shown == month[light] && shown != nil, "\(month) \(light)")
      }
    }
    for row in list.rows("rows") where ["yellow", "red"].contains(row["light"]) {
      #expect(row["reasons"]?.isEmpty == false, "no light without its reason: \(row)")
    }
  }

  @Test(arguments: 1...6) func `sums of the list are those of its rows`(seed: Int) throws {
    let (_, list) = try asked(.progress, LoopSample(items: 40, seed: UInt64(seed)), .zh)
    let rows = list.rows("rows")
    for light in ["green", "yellow", "red", "grey"] {
      let figure = list.rows("figures").first { $0["figure"] == light }?["now"]
      #expect(figure == String(rows.count { $0["light"] == light }))
      for cluster in list.rows("clusters") {
        let own = rows.filter { row in
          row["cluster"]?.split(separator: "、").map(String.init).contains(cluster["cluster"] ?? "")
            == true && row["light"] == light
        }
        #expect(cluster[light] == String(own.count), "\(cluster["cluster"] ?? "") \(light)")
      }
    }
    let departments = list.rows("departments")
    let sum = departments.dropLast().compactMap { Int($0["missing"] ?? "") }.reduce(0, +)
    #expect(String(sum) == departments.last?["missing"])
    #expect(rows.count { $0["missing"]?.isEmpty == false } <= sum)
  }

  @Test(arguments: 1...12)
  func `the schedule shows what its list says`(seed: Int) throws {
    var sample = LoopSample(seed: UInt64(seed))
    sample.items = [5, 24, 66][seed % 3]
    let language: Language = seed % 2 == 0 ? .en : .zh
    let (plate, list) = try asked(.schedule, sample, language)
    let unlisted = plate.numbers.subtracting(list.numbers)
    #expect(unlisted.isEmpty, "not in the list: \(unlisted.sorted())")
    let milestones = list.rows("rows").map { row in
      "milestone \(row["number"] ?? "") \(row["milestone"] ?? "") \(row["state"] ?? "")"
    }
    #expect(plate.meanings("milestone").sorted() == milestones.sorted())
    let months = list.rows("months").map { row in
      "month \(row["number"] ?? "") \(row["month"] ?? "") \(row["light"] ?? "")"
        + (row["missing"]?.isEmpty == false ? " missing" : "")
    }
    #expect(plate.meanings("month") == months)
    for row in list.rows("rows") {
      #expect(row["lines"]?.isEmpty == false, "no milestone without its line: \(row)")
    }
    for row in list.rows("months") where ["yellow", "red"].contains(row["light"]) {
      #expect(row["reasons"]?.isEmpty == false, "no light without its reason: \(row)")
    }
  }

  @Test func `the light of the schedule's item is that of the overview`() throws {
    let sample = LoopSample(items: 30, seed: 7)
    let overview = try asked(.progress, sample, .zh).list.rows("rows")
    let schedule = try asked(.schedule, sample, .zh).list.rows("items")
    func lights(_ rows: [[String: String]]) -> [String] {
      rows.map { "\($0["number"] ?? "") \($0["item"] ?? "") \($0["light"] ?? "")" }
    }
    #expect(lights(overview) == lights(schedule) && !overview.isEmpty)
  }

  @Test(arguments: LoopQuestion.allCases, Language.allCases)
  func `a label in either language names the question`(question: LoopQuestion, language: Language) {
    #expect(LoopQuestion(word: question.definition.label[language]) == question)
    #expect(LoopQuestion(word: question.definition.listLabel[language]) == question)
    // One table: no word of it means two questions.
    for word in question.definition.words where !["late", "unreported"].contains(word) {
      #expect(QuestionName(word: word) == nil, "\(word)")
    }
  }
}
