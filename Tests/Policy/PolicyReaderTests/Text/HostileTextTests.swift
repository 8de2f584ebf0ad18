import PolicyReader
import TestSupport
import Testing

/// Text that nobody would write; a reading ends, and soon.
struct HostileTextTests {
  @Test(
    arguments: [
      "(", "〔", "“", ")", "（责任单位：", "牵头单位:", "等", "、", "由", "市", "1.", "①", "一、", "(一)", "9", "项目",
      "依托", "企业", "园", "*", "年", "推进", "附件\n", "\t", "。", "/", "和", "市科技局、",
    ]
  )
  func `a hundred thousand times one word is read`(word: String) {
    let text = String(repeating: word, count: 100_000 / max(1, word.unicodeScalars.count))
    _ = PolicyDocument(text: "一、任务\n" + text)
  }

  @Test func `a million brackets that are never closed are read`() {
    let text = "一、任务" + String(repeating: "(", count: 1_000_000) + "责任单位：市科技局"
    #expect(PolicyDocument(text: text).statements.count <= 1)
  }

  @Test func `the work grows with the text, not with its square`() {
    let paragraph = """
      1.攻关。到2027年，培育企业200家以上，推进甲乙化工二期等项目建设。（牵头单位：市工信局；责任单位：市科技局等）
      责任单位：市财政局、各区政府

      """
    func time(_ count: Int) -> Duration {
      let text = "一、任务\n" + String(repeating: paragraph, count: count)
      return ContinuousClock().measure { _ = PolicyDocument(text: text) }
    }
    _ = time(50)
    let small = min(time(200), time(200))
    let large = time(1_600)
    // Eight times the text; a square would take sixty-four times as long.
    #expect(large < small * 32, "\(small) for 200 items, \(large) for 1600")
  }

  @Test(
    arguments: [
      "9", "1.", "（一）", "由市科技局牵头，", "某某园区，", "〔2023〕", "；", "“甲", "甲 ", "万元", "到2025年和", "附件1",
      "责任单位：市科技局、", "（责任单位：市科技局", "推进甲公司项目，", "市科技局、市财政局牵头，市工信局配合；",
    ]
  )
  func `the work grows with the line, not with its square`(word: String) {
    // In a paragraph, a heading, a row, and before everything.
    let forms = ["一、任务\n1.攻关。%\n", "一、%\n1.攻关。\n", "序号\t任务\t责任单位\n1\t%\t市科技局\n", "%\n一、任务\n"]
    func time(_ count: Int) -> Duration {
      let line = String(repeating: word, count: count / word.unicodeScalars.count)
      return ContinuousClock().measure {
        for form in forms { _ = PolicyDocument(text: form.replacing("%", with: line)) }
      }
    }
    let small = min(time(2_000), time(2_000))
    let large = time(32_000)
    // Sixteen times the text; a square would take 256 times as long.
    #expect(large < small * 80, "\(small) for 2,000 characters, \(large) for 32,000")
  }

  @Test func `any mixture of the forms gives a reading with places in order`() {
    let words = [
      "一、", "（一）", "1.", "（1）", "①", "第三条", "附件1\n", "：", "责任单位：", "牵头单位：", "责任领导：", "市科技局", "各区政府",
      "（", "）", "〔", "〕", "、", "，", "；", "。", "\n", "等", "牵头", "配合", "负责", "张 三", "副市长", "到2025年",
      "达到",
      "50家", "以上", "推进", "项目", "依托", "企业", "集群", "\t", " ", "“", "”", "*", "由", "和", "不再列出",
    ]
    for seed in Fuzzing.seeds(300) {
      var random = SplitMix64(seed: seed)
      var text = ""
      for _ in 0..<120 { text += words.randomElement(using: &random) ?? "" }
      let document = PolicyDocument(text: text)
      let lines = document.review.map(\.line)
      #expect(lines == lines.sorted(), "seed \(seed)")
      _ = PolicyDraft(of: document, path: "x")
    }
  }
}
