import Bilingual
import ChainModel
import ChainQueries
import ChainViews
import Testing

/// Completeness is a range, wherever it is told; pictures and their lists are searched for the
/// contrary with all their other checks.
struct SingleNumberTests {
  @Test(arguments: [
    ("完整度 68%", 2), ("28 个环节：完整度：68", 1), ("covered 5 of 7 (71 %)", 1),
    ("有 3%–84%，即 40％", 1), ("completeness 0.7", 1), ("有 3%–84%", 0),
    ("1/31–26/31 (3%–84%)", 0), ("完整度变化 2 个集群", 0), ("有 7 · 缺 5 · 未查 14", 0),
  ])
  func `one number for completeness is found, and a range is none`(_ text: String, _ count: Int)
    throws
  {
    let numbers = SingleNumbers(try Samples.tiny().graph)
    #expect(numbers.found(in: text).count == count, "\(numbers.found(in: text))")
  }

  @Test func `a share that the data states is the data's`() throws {
    let numbers = SingleNumbers(try Samples.large().graph)
    // The growth that the swimwear cluster aims at.
    #expect(numbers.found(in: "集群产值年均增速达到 6 %") == [])
    #expect(numbers.found(in: "完整度 68%").count == 2)
  }

  @Test func `a column that holds one number is found`() {
    let table = Answer.Table(
      [
        Answer.Table.Column("covered", zh: "有", en: "here"),
        Answer.Table.Column("completeness", zh: "完整度", en: "completeness"),
      ],
      [7]
    ) { [.number($0), .number($0)] }
    let columns = SingleNumbers.columns(of: Answer(command: "stats", table: table))
    #expect(columns == ["covered", "completeness"])
  }

  @Test(arguments: Language.allCases)
  func `no answer tells completeness as one number`(_ language: Language) throws {
    for dataset in [try Samples.tiny(), try Samples.large()] {
      let numbers = SingleNumbers(dataset.graph)
      for (label, answer) in Samples.answers(on: dataset) {
        #expect(SingleNumbers.columns(of: answer) == [], "\(label)")
        for format in [AnswerFormat.table, .csv] {
          let found = numbers.found(in: answer.text(in: format, language: language))
          #expect(found == [], "\(label)")
        }
      }
    }
  }
}
