import Bilingual
import Diagnostics
import Testing

struct SuggestionTextTests {
  @Test func `close words are proposed, all of them as one question`() {
    #expect(
      BilingualText.didYouMean("lead", among: ["led", "leads", "support"])
        == BilingualText(zh: "是否要写“led”或“leads”？", en: "did you mean 'led' or 'leads'?")
    )
    #expect(BilingualText.didYouMean("chain", among: ["lead", "support"]) == nil)
  }

  @Test func `where no word is close all are listed, up to a bound`() {
    let words = ["lead", "support", "liaison"]
    #expect(
      BilingualText.instead(of: "chain", among: words)
        == BilingualText(zh: "可以是：lead、support、liaison", en: "it can be: lead, support, liaison")
    )
    #expect(
      BilingualText.instead(of: "chain", among: words, zh: "职责有：", en: "roles are: ", most: 2)
        == BilingualText(zh: "职责有：lead、support", en: "roles are: lead, support")
    )
    #expect(
      BilingualText.instead(of: "suport", among: words)
        == BilingualText(zh: "是否要写“support”？", en: "did you mean 'support'?")
    )
  }
}
