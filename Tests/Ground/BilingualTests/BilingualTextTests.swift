import Bilingual
import Testing

struct BilingualTextTests {
  @Test func `each language gets its own wording`() {
    let text = BilingualText(zh: "企业", en: "enterprise")
    #expect(text[.zh] == "企业")
    #expect(text[.en] == "enterprise")
  }

  @Test func `a name is the same in both languages`() {
    let name = BilingualText(same: "锦西石化")
    #expect(name == BilingualText(zh: "锦西石化", en: "锦西石化"))
  }

  @Test func `texts that differ in one language are different`() {
    #expect(BilingualText(zh: "市", en: "city") != BilingualText(zh: "市", en: "town"))
    #expect(BilingualText(zh: "市", en: "city") != BilingualText(zh: "城", en: "city"))
  }
}
