import ChainFiles
import ChainModel
import TestSupport
import Testing

@testable import PolicyReader

/// The lines that a citation opens.
struct PassageTests {
  private static let text = """
    海州市方案

    一、任务
    （一）攻关。突破技术。（责任单位：市科技局）
    继续攻关。
    （二）帮扶。减免租金。（责任单位：市财政局）开放场景。（责任单位：各区政府）
    附件
    任务\t责任单位
    修路\t市交通局
    """

  private func lines(_ place: String, _ text: String = text) -> [String] {
    PolicyPassages(text: text).lines(at: place).map { "\($0.number) \($0.text)" }
  }

  @Test func `a place opens its lines as the text has them`() {
    #expect(lines("一/(一)") == ["4 （一）攻关。突破技术。（责任单位：市科技局）", "5 继续攻关。"])
    #expect(lines("一") == ["3 一、任务"])
    #expect(lines("序言") == ["1 海州市方案"])
    #expect(lines("一/(二)/第2段") == lines("一/(二)") && lines("一/(二)").count == 1)
    #expect(lines("附件/修路") == ["9 修路 | 市交通局"])
    #expect(lines("三") == [])
  }

  @Test func `of a text in one line a place is its part`() {
    let one = "一、任务。做事。（责任单位：市科技局）二、保障。加强领导，落实各方主体责任并持续推进有关工作。（责任单位：市财政局）"
    #expect(lines("二", one).count == 1)
    #expect(lines("二", one)[0].hasPrefix("1 二、保障。") && !lines("二", one)[0].contains("科技局"))
  }

  @Test func `every statement of a document stands in the lines of its place`() throws {
    let document = PolicyDocument(text: DraftTests.text)
    let passages = PolicyPassages(text: document.text)
    #expect(document.statements.count > 4)
    for statement in document.statements {
      let lines = passages.lines(at: statement.place)
      #expect(lines.contains { $0.number == statement.line }, "\(statement.place)")
    }
  }

  @Test func `texts are read from the folder alone, and what is not there is told`() throws {
    let manifest = """
      title: 甲
      jurisdiction: 海州市
      language: zh
      date: 2027-01-01
      documents: [甲, 乙, 丙]
      """
    let folder = try DatasetFolder([
      "dataset.yaml": manifest,
      "documents.yaml": """
      document:
        - {name: 甲, source: 序言, text: documents/甲.txt}
        - {name: 乙, source: 序言, text: ../secret.txt}
        - {name: 丙, source: 序言, text: documents/丙.txt}
      department: [{name: 市科技局, source: 一/(一)}]
      """, "documents/甲.txt": Self.text,
    ])
    let loaded = Dataset.load(folder: folder.path)
    let dataset = try #require(loaded.dataset, "\(loaded.diagnostics)")
    let texts = DocumentTexts(of: dataset, in: folder.path)
    #expect(texts.diagnostics.map(\.code) == ["outside-text", "missing-text"])
    let node = try #require(dataset.graph.nodes(of: .department).first)
    #expect(
      texts.lines(of: dataset.graph.origin(of: node), in: dataset.graph).map(\.number) == [4, 5]
    )
  }
}
