import Bilingual
import Testing

struct LanguageTests {
  @Test(arguments: [
    ("zh_CN.UTF-8", Language.zh), ("zh", .zh), ("ZH_TW", .zh), ("zh-Hans", .zh),
    ("en_US.UTF-8", .en), ("en", .en), ("EN", .en), ("en@euro", .en),
  ])
  func `a locale names its language`(locale: String, language: Language) {
    #expect(Language(locale: locale) == language)
  }

  @Test(arguments: ["C", "POSIX", "C.UTF-8", "de_DE", "", "_CN", "english", "中文", "zhx", " zh"])
  func `other locales name none`(locale: String) {
    #expect(Language(locale: locale) == nil)
  }
}
